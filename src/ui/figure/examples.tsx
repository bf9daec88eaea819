import type { Example } from "#ui/example.ts";
import { Figure, Figures } from "./figure.tsx";

export const examples: readonly Example[] = [
  {
    name: "hôm nay",
    render: () => (
      <Figures>
        <Figure
          name="Đã tiếp nhận"
          value="1.284"
          href="#1"
          change={{ direction: "up", text: "tăng 112 so với hôm qua" }}
          trend={[40, 62, 118, 140, 96, 30, 88, 124]}
        />
        <Figure
          name="Giải quyết đúng hạn"
          value="98,5"
          unit="%"
          tone="good"
          href="#2"
          change={{ direction: "up", text: "tăng 0,4 điểm", isGood: true }}
        />
        <Figure
          name="Đang quá hạn"
          value="7"
          tone="late"
          href="#3"
          change={{ direction: "up", text: "tăng 2 so với sáng nay", isGood: false }}
        />
        <Figure name="Chờ người dân bổ sung" value="36" tone="soon" />
        <Figure name="Nộp trực tuyến" value="71,2" unit="%" change={{ direction: "same", text: "không đổi" }} />
      </Figures>
    ),
  },
  {
    name: "điều phải thấy đầu tiên",
    render: () => (
      <Figures isLarge>
        <Figure
          name="Đang xử lý, quá hạn"
          value="25"
          tone="late"
          href="#4"
          note="trên 41 hồ sơ đang xử lý; 5 hồ sơ đang ở đơn vị"
        />
        <Figure name="Chưa tiếp nhận đúng hạn" value="0" href="#5" note="trên 23 hồ sơ chờ tiếp nhận" />
      </Figures>
    ),
  },
  {
    name: "một con số",
    render: () => (
      <Figures>
        <Figure name="Trễ hẹn trong tháng" value="0" />
      </Figures>
    ),
  },
];
