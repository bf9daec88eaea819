import type { Language } from "#foundation/i18n/index.ts";

const vi = {
  title: "Ai đang giữ bao nhiêu hồ sơ",
  link: "Xem ai đang giữ bao nhiêu hồ sơ",
  lead: "Hồ sơ phải xử lý ở các nơi bạn phụ trách. Không tính hồ sơ chờ người nộp bổ sung và hồ sơ chờ trả kết quả.",
  people: "Theo cán bộ",
  free: "Chưa ai nhận",
  noneFree: "Mọi hồ sơ đều đã có người nhận.",
  nobody: "Chưa có ai được phân công ở các nơi bạn phụ trách.",
  heads: {
    who: "Cán bộ",
    desk: "Nơi xử lý",

    held: "Đang giữ",
    overdue: "Quá hạn",
    first: "Hạn gần nhất",
  },
  gone: "Hiện không còn được phân công ở đây",
  more: (count: number) => `và ${count} vị trí khác`,
  none: "không có",
  held: (name: string) => `Hồ sơ ${name} đang giữ`,
  heldLate: (name: string) => `Hồ sơ quá hạn ${name} đang giữ`,
  freeAt: (desk: string) => `Hồ sơ chưa ai nhận: ${desk}`,
  freeLate: (desk: string) => `Hồ sơ quá hạn chưa ai nhận: ${desk}`,
  empty: "Không có hồ sơ nào.",
  see: (title: string, count: string) => `${title}: ${count}`,
};

export type LoadTexts = typeof vi;

const en: LoadTexts = {
  title: "Who has how many dossiers",
  link: "See who has how many dossiers",
  lead: "Dossiers to be worked on at the places you head. What waits for a supplement, or for a result to be collected, is not counted.",
  people: "By official",
  free: "Taken by nobody yet",
  noneFree: "Somebody has taken every dossier.",
  nobody: "Nobody is posted at the places you head.",
  heads: { who: "Official", desk: "Desk", held: "In hand", overdue: "Overdue", first: "Next due" },
  gone: "No longer posted here",
  more: (count) => `and ${count} more ${count === 1 ? "post" : "posts"}`,
  none: "none",
  held: (name) => `In the hands of ${name}`,
  heldLate: (name) => `Overdue in the hands of ${name}`,
  freeAt: (desk) => `Taken by nobody: ${desk}`,
  freeLate: (desk) => `Overdue and taken by nobody: ${desk}`,
  empty: "There are none.",
  see: (title, count) => `${title}: ${count}`,
};

export function loadTexts(language: Language): LoadTexts {
  return language === "vi" ? vi : en;
}
