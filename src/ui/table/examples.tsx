import type { Example } from "#ui/example.ts";
import { Table } from "./table.tsx";

export const examples: readonly Example[] = [
  {
    name: "phí, lệ phí",
    render: () => (
      <Table
        caption="Phí, lệ phí"
        columns={[{ head: "Khoản thu" }, { head: "Ghi chú" }, { head: "Mức thu", isFigure: true }]}
        rows={[
          ["Đăng ký khai sinh đúng hạn", "Miễn theo Điều 11 Luật Hộ tịch", "0 ₫"],
          ["Đăng ký khai sinh không đúng hạn", "", "8.000 ₫"],
        ]}
        foot={["Cộng", "", "8.000 ₫"]}
      />
    ),
  },
  {
    name: "nhiều cột số liệu",
    render: () => (
      <Table
        caption="Theo đơn vị"
        isWide
        groups={[
          { head: "", span: 1 },
          { head: "Ngay lúc này", span: 3 },
          { head: "Hôm nay", span: 4 },
        ]}
        columns={[
          { head: "Đơn vị" },
          { head: "Quá hạn", isFigure: true },
          { head: "Trong hạn", isFigure: true },
          { head: "Chờ tiếp nhận", isFigure: true },
          { head: "Mới nộp", isFigure: true },
          { head: "Trước hạn", isFigure: true },
          { head: "Đúng hạn", isFigure: true },
          { head: "Quá hạn", isFigure: true },
        ]}
        rows={[
          ["Phòng Tài chính - Kế hoạch", "3", "12", "0", "1.204", "8", "31", "2"],
          ["Phường Hàm Rồng", "0", "4", "11", "36", "5", "9", "0"],
        ]}
        foot={["Cộng", "3", "16", "11", "1.240", "13", "40", "2"]}
      />
    ),
  },
];
