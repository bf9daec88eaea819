/** Words of a dossier that several agencies answer for. */
import type { Language } from "#foundation/i18n/index.ts";
import type { PartState } from "./linked.ts";

const vi = {
  title: "Các phần việc liên thông",
  lead: "cơ quan chủ trì",
  beside: "làm song song",
  limit: (hours: string) => `thời hạn ${hours} giờ làm việc`,
  whole: (by: string) => `Hạn chung của cả hồ sơ: ${by}.`,
  states: {
    coming: "Chưa đến lượt",
    running: "Đang làm",
    waiting: "Chờ bổ sung",
    done: "Đã xong",
    ended: "Không làm nữa",
  } satisfies Record<PartState, string> as Record<PartState, string>,
  late: "Quá hạn",
  doneLate: "Xong sau hạn",
  dueAt: (by: string) => `Hạn ${by}`,
  doneAt: (at: string) => `xong lúc ${at}`,
  lateTitle: "Có phần việc liên thông quá hạn",
  lateLine: (unit: string, by: string) => `${unit}: phải xong trước ${by}.`,
  lateForApplicant: "Thời hạn chung của hồ sơ không đổi. Bạn không cần làm gì thêm.",
  waits: "Kết quả chung được ký sau khi các cơ quan báo xong phần việc của mình.",
  reported: "Báo xong phần việc liên thông",
  report: "Báo xong phần việc",
  task: "Phần việc được giao",
  outcome: "Kết quả phần việc",
  given: (unit: string, by: string) => `Giao ${unit} phần việc liên thông, hạn ${by}.`,
};
export type LinkedTexts = typeof vi;

const en: LinkedTexts = {
  title: "Parts of this linked procedure",
  lead: "lead agency",
  beside: "runs beside the steps",
  limit: (hours) => `limit ${hours} office hours`,
  whole: (by) => `The whole is due ${by}.`,
  states: {
    coming: "Not begun",
    running: "Under way",
    waiting: "Waiting for papers",
    done: "Done",
    ended: "No longer needed",
  },
  late: "Late",
  doneLate: "Done late",
  dueAt: (by) => `Due ${by}`,
  doneAt: (at) => `done ${at}`,
  lateTitle: "A part of this linked procedure is late",
  lateLine: (unit, by) => `${unit}: should have been done by ${by}.`,
  lateForApplicant: "The time limit of the whole does not change. You need not do anything.",
  waits: "The result of the whole is signed after every agency has reported its part.",
  reported: "Part of the linked procedure reported done",
  report: "Report the part done",
  task: "The part given to you",
  outcome: "What was done",
  given: (unit, by) => `${unit} was given its part of the linked procedure, due ${by}.`,
};

export function linkedTexts(language: Language): LinkedTexts {
  return language === "vi" ? vi : en;
}
