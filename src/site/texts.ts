import type { Language } from "#foundation/i18n/index.ts";

const vi = {
  siteNames: { citizen: "Dịch vụ công trực tuyến", staff: "Một cửa điện tử", direction: "Điều hành" },
  contact: "Cần giúp đỡ, hãy đến bộ phận một cửa gần nhất trong giờ làm việc.",
  procedures: "Thủ tục",
  lookUp: "Tra cứu hồ sơ",
  mine: "Hồ sơ của tôi",
  sessions: "Nơi đang đăng nhập",
  staff: "Dành cho cán bộ",
  work: "Việc của tôi",
  counter: "Nhận tại quầy",
  cashBook: "Sổ thu phí",
  post: "Bưu chính",
  register: "Sổ theo dõi",
  evaluations: "Ý kiến người dân",
  direction: "Điều hành",
  officials: "Cán bộ",
  templates: "Biểu mẫu",
  notices: "Thông báo ra ngoài",
  staffSearch: "Tìm theo mã hồ sơ, họ tên hoặc số định danh",
  staffSearchShort: "Mã, họ tên, số định danh",
  requestId: "Mã yêu cầu",
  backHome: "Về trang đầu",
};

export type SiteTexts = typeof vi;

const en: SiteTexts = {
  siteNames: { citizen: "Online public services", staff: "One-stop office", direction: "Direction" },
  contact: "For help, visit the nearest one-stop unit in office hours.",
  procedures: "Procedures",
  lookUp: "Follow a dossier",
  mine: "My dossiers",
  sessions: "Where you are signed in",
  staff: "For officials",
  work: "My work",
  counter: "Counter",
  cashBook: "Cash book",
  post: "By post",
  register: "Register",
  evaluations: "Ratings",
  direction: "Direction",
  officials: "Officials",
  templates: "Templates",
  notices: "Notices to the outside",
  staffSearch: "Find by dossier code, name or ID number",
  staffSearchShort: "Code, name or ID number",
  requestId: "Request id",
  backHome: "Back to the first page",
};

export function siteTexts(language: Language): SiteTexts {
  return language === "vi" ? vi : en;
}
