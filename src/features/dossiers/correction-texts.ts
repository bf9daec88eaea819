import type { Language } from "#foundation/i18n/index.ts";

const vi = {
  correct: "Đính chính",
  correctThis: (what: string, when: string) => `Đính chính: ${what}, ${when}`,
  title: (what: string) => `Đính chính: ${what}`,
  lead: "Nội dung cũ không bị xóa: nó vẫn ở trong lịch sử, gạch ngang, kèm lý do và người đính chính. Trạng thái và thời hạn của hồ sơ không thay đổi.",
  stands: "Đang ghi",
  nothing: "Không có nội dung",
  reason: "Lý do đính chính",
  reasonHint: "Sai ở đâu, vì sao sai. Người xem được nội dung cũ cũng xem được lý do này.",
  note: "Nội dung đúng",
  noteHint: "Để trống nếu nội dung cũ không được ghi ở hồ sơ này và không có gì thay thế.",
  handedTo: "Người đã nhận kết quả",
  on: "Thời gian xác minh",
  place: "Địa điểm",
  participants: "Thành phần tham gia",
  gone: "Không còn nội dung cần đính chính ở đây. Có thể người khác vừa đính chính.",
  wasCorrected: "Đã đính chính",
  stood: "Nội dung cũ",
  now: "Nội dung đúng",
  takenAway: "Bỏ nội dung cũ, không thay bằng nội dung khác.",
  correctionOf: (what: string) => `Đính chính: ${what}`,
};

export type CorrectionTexts = typeof vi;

const en: CorrectionTexts = {
  correct: "Correct",
  correctThis: (what: string, when: string) => `Correct: ${what}, ${when}`,
  title: (what: string) => `Correct: ${what}`,
  lead: "What stood there is not erased: it stays in the history, struck through, with the reason and who corrected it. State and time limits of the dossier stay as they are.",
  stands: "On record",
  nothing: "Nothing",
  reason: "Reason of the correction",
  reasonHint: "What was wrong and why. Whoever can read the old words can read this reason.",
  note: "What is right",
  noteHint: "Leave empty when the old words do not belong to this dossier and nothing takes their place.",
  handedTo: "Who got the result",
  on: "When it was verified",
  place: "Place",
  participants: "Who took part",
  gone: "There is nothing to correct here any more. Somebody may just have corrected it.",
  wasCorrected: "Corrected",
  stood: "What stood there",
  now: "What is right",
  takenAway: "The old words are withdrawn and nothing takes their place.",
  correctionOf: (what: string) => `Correction of: ${what}`,
};

export function correctionTexts(language: Language): CorrectionTexts {
  return language === "vi" ? vi : en;
}
