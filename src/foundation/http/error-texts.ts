/** What a visitor reads when a request cannot go on: what happened and what to do. Keys are `RequestError.publicKey`. */
import type { Language } from "#foundation/i18n/index.ts";

type Said = { readonly title: string; readonly detail: string };

const vi: Readonly<Record<string, Said>> = {
  notFound: {
    title: "Không tìm thấy",
    detail: "Địa chỉ này không có, hoặc bạn không được xem. Hãy kiểm tra lại đường dẫn hoặc mã.",
  },
  forbidden: {
    title: "Không được phép",
    detail: "Tài khoản của bạn không được làm việc này. Nếu cần, hãy đăng nhập bằng tài khoản khác.",
  },
  signInNeeded: { title: "Cần đăng nhập", detail: "Hãy đăng nhập rồi thử lại." },
  secondFactorDue: {
    title: "Cần xác thực hai bước",
    detail: "Tài khoản cán bộ phải bật xác thực hai bước mới làm việc được. Hãy mở trang Xác thực hai bước để bật.",
  },
  proofNeeded: {
    title: "Cần nhập lại mã xác thực",
    detail: "Việc này cần một mã xác thực nhập trong 15 phút gần đây. Hãy gửi mã rồi làm lại; chưa có gì được ghi.",
  },
  badInput: {
    title: "Thông tin gửi lên chưa đúng",
    detail: "Hãy sửa từng mục được nêu rồi gửi lại. Chưa có gì được ghi.",
  },
  badQuery: {
    title: "Tham số trong địa chỉ chưa đúng",
    detail: "Hãy sửa từng tham số được nêu rồi thử lại; tham số lạ cần bỏ đi.",
  },
  beyondCalendar: {
    title: "Ngoài các năm có lịch làm việc",
    detail:
      "Lịch làm việc của năm này chưa được công bố. Hãy chọn thời điểm khác, hoặc báo người quản trị bổ sung lịch.",
  },
  bodyTooLarge: { title: "Nội dung gửi lên quá lớn", detail: "Hãy gửi nội dung ngắn hơn; tệp đính kèm tải lên riêng." },
  notJson: {
    title: "Không đọc được nội dung",
    detail: "Hãy gửi JSON đúng cú pháp với tiêu đề Content-Type: application/json.",
  },
  notForm: { title: "Không đọc được biểu mẫu", detail: "Hãy quay lại trang trước và gửi lại biểu mẫu." },
  tooManyRequests: { title: "Quá nhiều yêu cầu", detail: "Hãy chờ một lát rồi thử lại." },
  tryLater: {
    title: "Hệ thống đang bận",
    detail: "Chưa có gì bị mất. Hãy thử lại sau ít giây; gửi lại cùng hồ sơ không tạo hồ sơ thứ hai.",
  },
  databaseGone: {
    title: "Cơ sở dữ liệu tạm thời không phản hồi",
    detail: "Hồ sơ chưa được ghi. Hãy thử lại sau ít giây; gửi lại cùng hồ sơ không tạo hồ sơ thứ hai.",
  },
  conflict: {
    title: "Hồ sơ đã thay đổi",
    detail: "Việc này không còn làm được ở trạng thái hiện tại của hồ sơ. Hãy tải lại trang để xem bước tiếp theo.",
  },
  idempotencyKey: {
    title: "Thiếu mã lần gửi",
    detail: "Hãy gửi tiêu đề Idempotency-Key là một UUID do phía gửi tạo trước lần gửi đầu tiên.",
  },
  otherBody: {
    title: "Mã lần gửi đã dùng cho nội dung khác",
    detail: "Cùng một mã lần gửi chỉ dùng cho cùng một nội dung. Hãy tạo mã mới cho hồ sơ mới.",
  },
  internal: {
    title: "Có lỗi ở phía chúng tôi",
    detail: "Chưa có gì bị mất. Hãy thử lại; nếu vẫn lỗi, hãy báo mã yêu cầu cho cán bộ hỗ trợ.",
  },
};

const en: Readonly<Record<string, Said>> = {
  notFound: {
    title: "Not found",
    detail: "There is nothing here, or you may not see it. Check the address or the code.",
  },
  forbidden: {
    title: "Not allowed",
    detail: "Your account may not do this. Sign in with another account if you need to.",
  },
  signInNeeded: { title: "Sign in first", detail: "Sign in and try again." },
  secondFactorDue: {
    title: "Two-step sign-in is needed",
    detail: "An official works only with two-step sign-in. Open the page Two-step sign-in and turn it on.",
  },
  proofNeeded: {
    title: "A fresh code is needed",
    detail: "This needs a code entered within the last 15 minutes. Send the code and try again; nothing was recorded.",
  },
  badInput: {
    title: "Something in what was sent is not right",
    detail: "Correct each item named and send again. Nothing was stored.",
  },
  badQuery: {
    title: "The address asks for something that cannot be read",
    detail: "Correct each parameter named and try again; leave out those that do not exist.",
  },
  beyondCalendar: {
    title: "Beyond the years of the working calendar",
    detail:
      "The working calendar of that year is not published yet. Choose another time, or ask the administrator to add it.",
  },
  bodyTooLarge: { title: "Too much was sent", detail: "Send less text; attachments are uploaded separately." },
  notJson: {
    title: "The content cannot be read",
    detail: "Send well-formed JSON with the header Content-Type: application/json.",
  },
  notForm: { title: "The form cannot be read", detail: "Go back and send the form again." },
  tooManyRequests: { title: "Too many requests", detail: "Wait a moment and try again." },
  tryLater: {
    title: "The system is busy",
    detail: "Nothing is lost. Try again in a few seconds; the same dossier sent again makes no second one.",
  },
  databaseGone: {
    title: "The database does not answer right now",
    detail: "The dossier was not stored. Try again in a few seconds; the same dossier sent again makes no second one.",
  },
  conflict: {
    title: "The dossier has moved on",
    detail: "This cannot be done in its present state. Reload to see what comes next.",
  },
  idempotencyKey: {
    title: "The submission has no id",
    detail: "Send the header Idempotency-Key: a UUID made by the client before its first try.",
  },
  otherBody: {
    title: "This submission id was used for other content",
    detail: "One id goes with one content. Make a new id for a new dossier.",
  },
  internal: {
    title: "Something went wrong on our side",
    detail: "Nothing is lost. Try again; if it fails again, tell our staff the request id.",
  },
};

export function errorWords(publicKey: string, language: Language): Said {
  const texts = language === "vi" ? vi : en;
  return texts[publicKey] ?? texts.badInput ?? { title: publicKey, detail: "" };
}

/** Both languages at once, for programs: they show what fits their own users. */
export function problemWords(publicKey: string): Said {
  const first = errorWords(publicKey, "vi");
  const second = errorWords(publicKey, "en");
  return { title: second.title, detail: `${first.detail} / ${second.detail}` };
}
