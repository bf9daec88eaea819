/** What became of one of many dossiers, in the words of a page. */
import type { Language } from "#foundation/i18n/index.ts";
import type { OutcomeOfOne } from "./move-many.ts";
import { refusalWords } from "./refusal-words.ts";

const words = {
  vi: {
    done: "Đã thực hiện.",
    "done-before": "Bạn đã thực hiện việc này trước đó; không làm lại lần nữa.",
    unknown: "Không tìm thấy hồ sơ này trong phần việc của bạn.",
    failed: "Hệ thống gặp lỗi ở hồ sơ này nên chưa thay đổi gì. Hãy thử lại.",
    "not-tried": "Chưa thực hiện vì hệ thống mất kết nối dữ liệu. Hồ sơ giữ nguyên; hãy thử lại.",
  },
  en: {
    done: "Done.",
    "done-before": "You did this before; it was not done twice.",
    unknown: "This dossier was not found among your work.",
    failed: "The system failed at this dossier and changed nothing. Try again.",
    "not-tried": "Not done: the system lost its database. The dossier stands as it stood; try again.",
  },
} as const satisfies Record<Language, object>;

export function outcomeWords(outcome: OutcomeOfOne, language: Language): string {
  return outcome.kind === "refused" ? refusalWords(outcome.refusal, language) : words[language][outcome.kind];
}
