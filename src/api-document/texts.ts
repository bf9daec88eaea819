import type { Language } from "#foundation/i18n/index.ts";

const vi = {
  title: "API của cổng dịch vụ",
  intro:
    "Mọi việc làm được trên trang đều làm được bằng chương trình. Nội dung là JSON; thời gian theo RFC 3339; tiền tính bằng đồng; lỗi theo RFC 9457 và nêu mọi điểm sai cùng lúc.",
  download: "Tài liệu OpenAPI 3.1 cho máy đọc",
  token: "Địa chỉ cần đăng nhập nhận tiêu đề",
  tokenFrom: "với mã lấy từ",
  address: "Địa chỉ",
  purpose: "Để làm gì",
  who: "Ai được gọi",
  parameters: "Tham số",
  answers: "Trả lời",
  none: "Không có",
  caption: "Các địa chỉ",
  allow: {
    anyone: "Mọi người",
    "signed-in": "Người đã đăng nhập",
    applicant: "Người dân, doanh nghiệp",
    official: "Cán bộ",
  },
  roles: (names: string) => `Cán bộ có vai trò ${names}`,
};
export type ApiDocumentTexts = typeof vi;

const en: ApiDocumentTexts = {
  title: "The API of this portal",
  intro:
    "Whatever can be done on the site can be done by a program. Content is JSON, times are RFC 3339, money is in đồng, errors are RFC 9457 and name every fault at once.",
  download: "The OpenAPI 3.1 document for machines",
  token: "Addresses that need a sign-in take the header",
  tokenFrom: "with a token from",
  address: "Address",
  purpose: "What it is for",
  who: "Who may call it",
  parameters: "Parameters",
  answers: "Answers",
  none: "None",
  caption: "Addresses",
  allow: {
    anyone: "Anybody",
    "signed-in": "Anybody signed in",
    applicant: "Citizens and businesses",
    official: "Officials",
  },
  roles: (names: string) => `Officials in the role ${names}`,
};

export function apiDocumentTexts(language: Language): ApiDocumentTexts {
  return language === "vi" ? vi : en;
}
