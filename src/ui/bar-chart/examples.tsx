import type { Example } from "#ui/example.ts";
import { BarChart, RankedBars } from "./bar-chart.tsx";

const hours = ["7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17"];

export const examples: readonly Example[] = [
  {
    name: "theo giờ",
    render: () => (
      <BarChart
        language="vi"
        title="Tiếp nhận nhiều nhất lúc 9 giờ"
        labelHead="Giờ"
        labels={hours}
        series={[{ name: "Tiếp nhận", values: [4, 62, 118, 90, 46, 8, 30, 88, 64, 40, 6] }]}
      />
    ),
  },
  {
    name: "bốn loại",
    render: () => (
      <BarChart
        language="vi"
        title="Hồ sơ theo giờ hôm nay"
        labelHead="Giờ"
        labels={["8", "9", "10", "14", "15"]}
        hrefs={["#8", "#9", "#10", "#14", "#15"]}
        series={[
          { name: "Tiếp nhận", values: [62, 118, 90, 88, 64] },
          { name: "Trả đúng hạn", values: [20, 74, 80, 70, 66] },
          { name: "Chờ bổ sung", values: [4, 12, 8, 6, 9] },
          { name: "Quá hạn", values: [0, 2, 1, 3, 0] },
        ]}
      />
    ),
  },
  {
    name: "chưa có gì",
    render: () => (
      <BarChart
        language="vi"
        title="Chưa có hồ sơ nào hôm nay"
        labelHead="Giờ"
        labels={hours}
        series={[{ name: "Tiếp nhận", values: [] }]}
      />
    ),
  },
  {
    name: "xếp theo số lượng",
    render: () => (
      <RankedBars
        language="vi"
        title="Ai đang giữ nhiều hồ sơ nhất"
        rows={[
          { name: "Lê Thị Hạnh", value: 64, href: "#", note: "Phòng Tư pháp, 3 hồ sơ quá hạn" },
          { name: "Nguyễn Đức Thắng", value: 41, href: "#" },
          { name: "Phạm Quốc Việt", value: 12, href: "#" },
        ]}
      />
    ),
  },
];
