import type { Example } from "#ui/example.ts";
import { Details } from "./details.tsx";

export const examples: readonly Example[] = [
  {
    name: "đóng",
    render: () => (
      <Details summary="Không có giấy chứng sinh thì sao?">
        <p>Nộp văn bản của người làm chứng xác nhận về việc sinh.</p>
      </Details>
    ),
  },
  {
    name: "mở",
    render: () => (
      <Details summary="Cách tính ngày hẹn trả" open>
        <p>Một ngày làm việc, không tính thứ Bảy, Chủ nhật và ngày lễ.</p>
      </Details>
    ),
  },
];
