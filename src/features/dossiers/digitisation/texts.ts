import type { Language } from "#foundation/i18n/index.ts";

const vi = {
  title: "Số hóa giấy tờ",
  summary: (done: number, of: number) => `Số hóa giấy tờ: ${done}/${of}`,
  lead: "Giấy tờ có tệp được ghi là đã số hóa. Giấy tờ dùng lại từ hồ sơ hay kết quả trước, hãy ghi mã hồ sơ hoặc số văn bản.",
  notRecorded: "Chưa ghi nhận. Việc số hóa được ghi khi tiếp nhận hồ sơ.",
  missing: (count: number) => `${count} giấy tờ chưa số hóa`,
  caption: "Giấy tờ đã số hóa và dùng lại",
  paper: "Giấy tờ",
  state: "Số hóa",
  result: "Kết quả giải quyết",
  states: {
    0: "Chưa số hóa",
    1: "Đã số hóa",
    2: "Dùng lại giấy tờ của hồ sơ khác",
    3: "Dùng lại kết quả đã cấp trước",
  },
  notHere: "Không nộp",
  others: (count: number) => `Giấy tờ khác của thủ tục (${count})`,
  source: "Lấy từ hồ sơ hoặc văn bản số",
  sourceOf: (paper: string) => `${paper}, nguồn dùng lại`,
  takenFrom: (source: string) => `lấy từ ${source}`,
  resultHint: "Kết quả được lưu điện tử để người dân dùng lại (61/2018/NĐ-CP Điều 20 khoản 5).",
};

export type DigitisationTexts = typeof vi;

const en: DigitisationTexts = {
  title: "Digitised papers",
  summary: (done: number, of: number) => `Digitised papers: ${done}/${of}`,
  lead: "A paper with a file counts as digitised. Of a paper re-used from another dossier or an earlier result, enter its code or number.",
  notRecorded: "Not recorded yet. It is recorded when the dossier is accepted.",
  missing: (count: number) => `${count} papers not digitised`,
  caption: "Papers that are digitised or re-used",
  paper: "Paper",
  state: "Digitised",
  result: "Result",
  states: {
    0: "Not digitised",
    1: "Digitised",
    2: "Re-used from another dossier",
    3: "Re-used from an earlier result",
  },
  notHere: "Not handed in",
  others: (count: number) => `Other papers of the procedure (${count})`,
  source: "Taken from dossier or paper no.",
  sourceOf: (paper: string) => `${paper}, where it is taken from`,
  takenFrom: (source: string) => `taken from ${source}`,
  resultHint: "The result is kept electronically, to be used again (61/2018/NĐ-CP art. 20(5)).",
};

export function digitisationTexts(language: Language): DigitisationTexts {
  return language === "vi" ? vi : en;
}
