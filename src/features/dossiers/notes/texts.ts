import type { Language } from "#foundation/i18n/index.ts";
import type { NoteRefusal } from "./notes.ts";

const vi = {
  title: "Ghi chú giữa đồng nghiệp",
  label: "Ghi chú mới",
  hint: "Chỉ cán bộ được xem hồ sơ này đọc được, người nộp không thấy. Đã ghi thì không sửa, không xóa được. Ctrl + Enter để ghi.",
  leave: "Ghi lại",
  left: "Đã ghi chú.",
  refusals: {
    empty: "Nhập nội dung ghi chú.",
    tooLong: "Ghi chú dài quá 4.000 ký tự. Hãy rút ngắn hoặc chia thành nhiều ghi chú.",
    erased: "Dữ liệu của người nộp đã được xóa, không ghi thêm được vào hồ sơ này.",
  } as Readonly<Record<NoteRefusal["reason"], string>>,
};

const en: typeof vi = {
  title: "Notes between colleagues",
  label: "New note",
  hint: "Read only by officials who may see this dossier, never by the applicant. What is written cannot be changed or taken out. Ctrl + Enter to leave it.",
  leave: "Leave note",
  left: "Note left.",
  refusals: {
    empty: "Write the note first.",
    tooLong: "The note is longer than 4,000 characters. Shorten it or split it into several.",
    erased: "The applicant's data were erased; nothing more is written on this dossier.",
  },
};

export function noteTexts(language: Language): typeof vi {
  return language === "vi" ? vi : en;
}
