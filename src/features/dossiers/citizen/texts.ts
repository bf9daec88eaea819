import type { Language } from "#foundation/i18n/index.ts";

const vi = {
  lookUpTitle: "Tra cứu hồ sơ",
  lookUpLead: "Nhập mã hồ sơ ghi trên giấy tiếp nhận để biết hồ sơ đang ở bước nào.",
  code: "Mã hồ sơ",
  codeHint: "Ví dụ: H56.27.03-261124-0001",
  secret: "Mã bí mật",
  secretHint: "In trên giấy xác nhận đã nộp. Có mã này, bạn xem được toàn bộ quá trình xử lý.",
  lookUpButton: "Tra cứu",
  noSuchCode: "Không tìm thấy hồ sơ có mã này. Hãy kiểm tra lại từng ký tự.",
  wrongSecret: "Mã bí mật không đúng với hồ sơ này. Hãy kiểm tra lại, hoặc bỏ trống để xem tiến độ.",
  tooMany: "Đã tra cứu quá nhiều lần. Hãy chờ một phút rồi thử lại.",
  dossier: "Hồ sơ",
  procedure: "Thủ tục",
  unit: "Nơi tiếp nhận",
  submittedAt: "Nộp lúc",
  dueAt: "Hẹn trả kết quả",
  originalDueAt: "Hẹn trả ban đầu",
  promised: (day: string) => `Hẹn trả kết quả ngày ${day}.`,
  apology: "Cơ quan đã xin lỗi và hẹn lại ngày trả; lý do có trong thư xin lỗi và lịch sử bên dưới.",
  resultChannel: "Cách nhận kết quả",
  moreWithSecret:
    "Để xem quá trình xử lý và giấy tờ, hãy nhập thêm mã bí mật hoặc đăng nhập bằng tài khoản đã nộp hồ sơ.",
  next: "Việc tiếp theo",
  waitsForYou: (unit: string) =>
    `Kết quả đang chờ bạn tại ${unit}. Hãy đến nhận trong giờ làm việc và mang theo giấy hẹn; người nhận thay cần giấy ủy quyền.`,
  path: "Các bước xử lý",
  papers: "Giấy tờ",
  history: "Quá trình xử lý",
  yourMoves: "Bạn có thể",
  mine: "Hồ sơ của tôi",
  sent: "Hồ sơ đã nộp",
  inbox: "Thông báo",
  inboxLink: (unread: number) => (unread === 0 ? "Thông báo" : `Thông báo (${unread} mới)`),
  new: "Mới",
  noNotices: "Chưa có thông báo nào.",
  noDossiers: "Bạn chưa nộp hồ sơ nào.",
  findProcedure: "Tìm thủ tục",
  keep: "Giữ nguyên hồ sơ",
  confirm: {
    recall: {
      title: "Thu hồi hồ sơ này?",
      lead: "Trong mười phút sau khi nộp và khi chưa ai tiếp nhận, bạn có thể thu hồi hồ sơ. Sau khi thu hồi, bạn cần nộp hồ sơ mới nếu vẫn muốn làm thủ tục.",
    },
    withdraw: {
      title: "Rút hồ sơ này?",
      lead: "Cơ quan sẽ dừng xử lý hồ sơ. Nếu sau này vẫn cần, bạn phải nộp hồ sơ mới.",
    },
  },
  answerChanged: (what: string) => `Đã sửa ${what}`,
  filesChanged: (added: number, removed: number) =>
    [added > 0 && `thêm ${added} tệp`, removed > 0 && `bỏ ${removed} tệp`].filter((part) => part !== false).join(", "),
  submittedTitle: "Đã nộp hồ sơ",
  print: "Tải giấy xác nhận (PDF)",
  follow: "Theo dõi hồ sơ",
  nextSteps: [
    "Cán bộ một cửa kiểm tra hồ sơ và trả lời trong 8 giờ làm việc.",
    "Nếu thiếu giấy tờ, bạn được báo một lần, đầy đủ, ngay trong mục Thông báo.",
    "Khi hồ sơ được tiếp nhận, bạn nhận giấy hẹn có ngày trả kết quả.",
  ],
  recallHint: "Nộp nhầm? Bạn có thể thu hồi hồ sơ trong mười phút, khi chưa ai tiếp nhận.",
  firstAnswer: "Trả lời trước",
};

export type FollowingTexts = typeof vi;

const en: FollowingTexts = {
  lookUpTitle: "Follow a dossier",
  lookUpLead: "Enter the dossier code on your slip to see how far it is.",
  code: "Dossier code",
  codeHint: "For example: H56.27.03-261124-0001",
  secret: "Lookup secret",
  secretHint: "Printed on the acknowledgement. With it you see the whole course of the dossier.",
  lookUpButton: "Look up",
  noSuchCode: "There is no dossier with this code. Check each character.",
  wrongSecret: "The secret does not fit this dossier. Check it, or leave it empty to see the progress.",
  tooMany: "Too many look-ups. Wait a minute and try again.",
  dossier: "Dossier",
  procedure: "Procedure",
  unit: "Received at",
  submittedAt: "Submitted at",
  dueAt: "Result due",
  originalDueAt: "First due date",
  promised: (day: string) => `Result promised for ${day}.`,
  apology: "The office has apologised and set a new date; the reason is in its letter and in the history below.",
  resultChannel: "How you get the result",
  moreWithSecret:
    "To see the course and the papers, enter the lookup secret too, or sign in with the account that sent it.",
  next: "What happens next",
  waitsForYou: (unit) =>
    `The result waits for you at ${unit}. Please collect it in office hours with your receipt; somebody else needs your authorisation.`,
  path: "Steps",
  papers: "Papers",
  history: "History",
  yourMoves: "You can",
  mine: "My dossiers",
  sent: "Submitted dossiers",
  inbox: "Notices",
  inboxLink: (unread: number) => (unread === 0 ? "Notices" : `Notices (${unread} new)`),
  new: "New",
  noNotices: "No notices yet.",
  noDossiers: "You have not sent a dossier yet.",
  findProcedure: "Find a procedure",
  keep: "Keep the dossier as it is",
  confirm: {
    recall: {
      title: "Recall this dossier?",
      lead: "Within ten minutes of sending, and while nobody has accepted it, you can recall it. To go on after that, send a new dossier.",
    },
    withdraw: {
      title: "Withdraw this dossier?",
      lead: "The office will stop working on it. If you still need the service later, you must send a new dossier.",
    },
  },
  answerChanged: (what: string) => `Changed: ${what}`,
  filesChanged: (added: number, removed: number) =>
    [added > 0 && `${added} added`, removed > 0 && `${removed} taken out`].filter((part) => part !== false).join(", "),
  submittedTitle: "Dossier submitted",
  print: "Download acknowledgement (PDF)",
  follow: "Follow the dossier",
  nextSteps: [
    "A reception officer checks it and answers within 8 working hours.",
    "If something is missing you are told once, completely, in your notices.",
    "When it is accepted you get a receipt with the day of the result.",
  ],
  recallHint: "Sent by mistake? You can recall it for ten minutes while nobody has accepted it.",
  firstAnswer: "Answer due by",
};

export function followingTexts(language: Language): FollowingTexts {
  return language === "vi" ? vi : en;
}
