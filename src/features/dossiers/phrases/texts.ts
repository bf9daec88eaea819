import type { Language } from "#foundation/i18n/index.ts";

const vi = {
  summary: (count: number) => `Câu mẫu kèm căn cứ pháp lý (${count})`,
  box: "Chèn vào ô",
  boxHint: "Câu mẫu chung có thể dùng cho bất kỳ giấy tờ nào; câu mẫu của một giấy tờ tự vào đúng ô.",
  ownBox: "Theo câu mẫu",
  otherBox: "Yêu cầu khác theo quy định",
  insert: "Chèn câu này",
};

const en: typeof vi = {
  summary: (count) => `Phrases with their legal basis (${count})`,
  box: "Put into the box",
  boxHint: "A general phrase fits any paper; a phrase of one paper finds its own box.",
  ownBox: "As the phrase says",
  otherBox: "Something else the law asks for",
  insert: "Insert",
};

export function phraseTexts(language: Language): typeof vi {
  return language === "vi" ? vi : en;
}
