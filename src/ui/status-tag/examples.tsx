import type { Example } from "#ui/example.ts";
import { StatusTag } from "./status-tag.tsx";

export const examples: readonly Example[] = [
  {
    name: "năm sắc thái",
    render: () => (
      <p>
        <StatusTag tone="good">Đúng hạn</StatusTag> <StatusTag tone="soon">Chờ bổ sung</StatusTag>{" "}
        <StatusTag tone="late">Quá hạn 3 giờ</StatusTag> <StatusTag tone="calm">Đang giải quyết</StatusTag>{" "}
        <StatusTag tone="still">Đã rút</StatusTag>
      </p>
    ),
  },
  {
    name: "chữ dài",
    render: () => (
      <StatusTag tone="soon">Chờ Sở Tài nguyên và Môi trường cho ý kiến về nguồn gốc sử dụng thửa đất</StatusTag>
    ),
  },
];
