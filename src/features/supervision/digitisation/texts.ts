import type { Language } from "#foundation/i18n/index.ts";

const vi = {
  title: "Số hóa hồ sơ",
  lead: (from: string, to: string) => `Hồ sơ tiếp nhận từ ${from} đến ${to}, theo đơn vị tiếp nhận.`,
  how: "Mỗi tỷ lệ ghi kèm số hồ sơ và tổng số để tính. Hồ sơ tiếp nhận trước khi có chức năng này không tính.",
  filter: "Chọn khoảng ngày",
  from: "Từ ngày",
  to: "Đến ngày",
  wrongSpan: (days: number) => `Hãy nhập khoảng ngày hợp lệ, ví dụ 01/11/2026 đến 26/11/2026, tối đa ${days} ngày.`,
  unit: "Đơn vị",
  accepted: "Tiếp nhận",
  whole: "Đủ giấy tờ số hóa",
  reused: "Có giấy tờ dùng lại",
  returned: "Đã trả kết quả",
  resultDigitised: "Kết quả số hóa",
  of: (count: string, all: string) => `${count}/${all}`,
  noData: "chưa có",
  total: "Cộng",
  none: "Không có hồ sơ nào tiếp nhận trong những ngày này.",
  link: "Tỷ lệ số hóa hồ sơ theo đơn vị",
};

export type DigitisationFigureTexts = typeof vi;

const en: DigitisationFigureTexts = {
  title: "Digitisation of dossiers",
  lead: (from, to) => `Dossiers accepted from ${from} to ${to}, by the unit that received them.`,
  how: "Each share stands beside the dossiers it is made of. Those accepted before this was recorded are not counted.",
  filter: "Choose days",
  from: "From",
  to: "To",
  wrongSpan: (days) => `Enter days such as 01/11/2026 and 26/11/2026, at most ${days} of them.`,
  unit: "Unit",
  accepted: "Accepted",
  whole: "All papers digitised",
  reused: "With a re-used paper",
  returned: "Result returned",
  resultDigitised: "Result digitised",
  of: (count, all) => `${count}/${all}`,
  noData: "none yet",
  total: "Total",
  none: "No dossier was accepted in these days.",
  link: "Share of digitised dossiers by unit",
};

export function digitisationFigureTexts(language: Language): DigitisationFigureTexts {
  return language === "vi" ? vi : en;
}
