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
];
