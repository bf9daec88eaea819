import type { Frame } from "#ui/layouts/index.ts";

/** A frame for examples and tests, with names as they are in the files rather than with hashes. */
export function sampleFrame(changes: Partial<Frame> = {}): Frame {
  return {
    language: "vi",
    textSize: "normal",
    theme: "auto",
    address: "/giao-dien",
    cityName: "Ủy ban nhân dân thành phố Thanh Hóa",
    siteName: "Dịch vụ công trực tuyến",
    siteHref: "/",
    menu: [
      { text: "Thủ tục", href: "/thu-tuc" },
      { text: "Theo dõi hồ sơ", href: "/tra-cuu" },
      { text: "Phản ánh, kiến nghị", href: "/phan-anh" },
    ],
    account: null,
    bell: null,
    signInHref: "/dang-nhap",
    signOutHref: "/dang-xuat",
    asset: (name) => `/assets/${name}`,
    footer: {
      contact: "Đường dây nóng: 0237 3852 100 (giờ làm việc)",
      links: [
        { text: "Hướng dẫn", href: "/huong-dan" },
        { text: "Khả năng tiếp cận", href: "/tiep-can" },
        { text: "Sổ minh bạch", href: "/so-minh-bach" },
        { text: "Mã nguồn", href: "/ma-nguon" },
      ],
    },
    demo: true,
    ...changes,
  };
}
