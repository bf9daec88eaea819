import type { Example } from "#ui/example.ts";
import { SummaryList } from "./summary-list.tsx";

export const examples: readonly Example[] = [
  {
    name: "kiểm tra trước khi nộp",
    render: () => (
      <SummaryList
        language="vi"
        title="Thông tin của con"
        rows={[
          { key: "Họ và tên", value: <span class="name">Nguyễn Ngọc Minh Anh</span>, changeHref: "#1" },
          { key: "Ngày sinh", value: "04/11/2026", changeHref: "#2" },
          {
            key: "Nơi sinh",
            value: "Bệnh viện Phụ sản Thanh Hóa, phường Đông Vệ, thành phố Thanh Hóa, tỉnh Thanh Hóa",
            changeHref: "#3",
          },
          { key: "Quê quán", value: "", changeHref: "#4" },
        ]}
      />
    ),
  },
  {
    name: "chỉ xem",
    render: () => (
      <SummaryList
        language="vi"
        rows={[
          { key: "Cơ quan giải quyết", value: "Ủy ban nhân dân phường Lam Sơn" },
          { key: "Kênh nộp", value: "Trực tuyến" },
        ]}
      />
    ),
  },
];
