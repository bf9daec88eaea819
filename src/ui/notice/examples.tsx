import type { Example } from "#ui/example.ts";
import { Inset, Notice } from "./notice.tsx";

export const examples: readonly Example[] = [
  {
    name: "thông tin",
    render: () => <Notice language="vi">Hồ sơ nộp sau 15 giờ được tính từ ngày làm việc tiếp theo.</Notice>,
  },
  {
    name: "vừa xong",
    render: () => (
      <Notice language="vi" kind="success" isNews title="Đã lưu bản nháp lúc 14:05, 24/11/2026">
        <p>Bạn có thể đóng trang và làm tiếp sau.</p>
      </Notice>
    ),
  },
  {
    name: "quan trọng",
    render: () => (
      <Notice language="vi" kind="warning" title="Cần bổ sung trước 16:30, thứ Năm, 26/11">
        <p>Hồ sơ dừng tính thời gian cho đến khi bạn bổ sung.</p>
      </Notice>
    ),
  },
  {
    name: "có vấn đề",
    render: () => (
      <Notice language="vi" kind="problem">
        Chưa gửi được vì mất kết nối. Những gì bạn đã khai vẫn còn. Mời thử lại.
      </Notice>
    ),
  },
  {
    name: "lời tách riêng",
    render: () => (
      <Inset>
        <p>Trẻ em được đăng ký khai sinh trong vòng 60 ngày kể từ ngày sinh.</p>
      </Inset>
    ),
  },
];
