import type { Language } from "#foundation/i18n/index.ts";
import type { FileFate } from "../supplement-comparison.ts";

const vi = {
  summary: (asked: number, unchanged: number) =>
    unchanged === 0
      ? `So với yêu cầu bổ sung: ${asked} mục, mục nào cũng đã thay đổi`
      : `So với yêu cầu bổ sung: ${asked} mục, ${unchanged} mục chưa thay đổi`,
  times: (asked: string, answered: string) => `Yêu cầu lúc ${asked}, bổ sung lúc ${answered}.`,
  changed: "Đã thay đổi",
  unchanged: "Chưa thay đổi",
  other: "Yêu cầu khác",
  before: "Trước",
  after: "Hiện nay",
  noFile: "Không có tệp nào.",
  file: "Tệp",
  nothing: "không có",
  noAnswer: "Không câu trả lời nào trong tờ khai được sửa.",
  fates: {
    kept: "giữ nguyên",
    removed: "đã bỏ",
    new: "tệp mới, nội dung khác",
    sameContent: "nộp lại, nội dung giống hệt tệp cũ",
  } as Readonly<Record<FileFate, string>>,
};

const en: typeof vi = {
  summary: (asked, unchanged) =>
    unchanged === 0
      ? `Against the supplement request: ${asked} asked, all of them changed`
      : `Against the supplement request: ${asked} asked, ${unchanged} unchanged`,
  times: (asked, answered) => `Asked at ${asked}, answered at ${answered}.`,
  changed: "Changed",
  unchanged: "Unchanged",
  other: "Something else",
  before: "Before",
  after: "Now",
  noFile: "No file.",
  file: "File",
  nothing: "nothing",
  noAnswer: "No answer of the form was corrected.",
  fates: {
    kept: "kept",
    removed: "taken out",
    new: "new file, other content",
    sameContent: "sent again, content identical to the old file",
  },
};

export function comparisonTexts(language: Language): typeof vi {
  return language === "vi" ? vi : en;
}
