import type { Example } from "#ui/example.ts";
import { StatusTag } from "#ui/status-tag/status-tag.tsx";
import { LinkList, Tiles } from "./link-list.tsx";

export const examples: readonly Example[] = [
  {
    name: "kết quả tìm",
    render: () => (
      <LinkList
        items={[
          {
            href: "#1",
            title: "Đăng ký khai sinh",
            detail: "Hộ tịch · 1 ngày làm việc · miễn phí",
            aside: <StatusTag tone="good">Toàn trình</StatusTag>,
          },
          {
            href: "#2",
            title: "Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con",
            detail: "Hộ tịch · 3 ngày làm việc",
          },
        ]}
      />
    ),
  },
  {
    name: "có thứ tự",
    render: () => (
      <LinkList
        isNumbered
        items={[
          { href: "#1", title: "Đăng ký khai sinh" },
          { href: "#2", title: "Chứng thực bản sao từ bản chính" },
        ]}
      />
    ),
  },
  {
    name: "việc hay làm",
    render: () => (
      <Tiles
        tiles={[
          { href: "#1", icon: "clock", title: "Theo dõi hồ sơ", detail: "Bằng mã hồ sơ hoặc mã QR" },
          { href: "#2", icon: "warning", title: "Phản ánh, kiến nghị" },
          { href: "#3", icon: "check", title: "Kiểm tra giấy tờ", detail: "Kết quả có chữ ký số là thật hay giả" },
        ]}
      />
    ),
  },
];
