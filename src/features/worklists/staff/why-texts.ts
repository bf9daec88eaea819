import { formatDay, formatElapsed, formatTime, type Language } from "#foundation/i18n/index.ts";
import type { Happened, Time } from "../why.ts";

type HappenedWords = { readonly [Name in Happened]: string };

const vi = {
  overdue: (time: string) => `Quá hạn ${time}`,
  stepOverdue: (time: string) => `Bước này trễ ${time}`,
  today: (time: string) => `Hôm nay ${time}`,
  stepToday: (time: string) => `Bước này đến ${time}`,
  tomorrow: (time: string, day: string) => `${time} ngày ${day}`,
  due: (day: string) => `Hạn ${day}`,
  waiting: "Chờ người nộp",
  toReturn: "Chờ trả kết quả",
  uncollected: (day: string) => `Đã nhắc ngày ${day}`,
  happened: {
    "sent-back": "Bị trả lại",
    answered: "Người nộp đã bổ sung",
    "opinion-came": "Đã có ý kiến trả lời",
    "apology-drafted": "Chờ ký thư xin lỗi",
    "supplement-asked": "Xin phép bổ sung thêm",
    "supplement-permitted": "Được phép bổ sung thêm",
    "withdrawal-asked": "Người nộp xin rút",
  } satisfies HappenedWords as HappenedWords,
};

type WhyTexts = typeof vi;

const en: WhyTexts = {
  overdue: (time) => `Overdue by ${time}`,
  stepOverdue: (time) => `Step late by ${time}`,
  today: (time) => `Today ${time}`,
  stepToday: (time) => `This step by ${time}`,
  tomorrow: (time, day) => `${time} on ${day}`,
  due: (day) => `Due ${day}`,
  waiting: "Waiting for applicant",
  toReturn: "Result to be returned",
  uncollected: (day) => `Reminded on ${day}`,
  happened: {
    "sent-back": "Sent back",
    answered: "The applicant answered",
    "opinion-came": "An opinion came",
    "apology-drafted": "An apology to sign",
    "supplement-asked": "A supplement to permit",
    "supplement-permitted": "A supplement is permitted",
    "withdrawal-asked": "The applicant withdraws",
  },
};

export function whyTexts(language: Language): WhyTexts {
  return language === "vi" ? vi : en;
}

/** Hours and days are enough for a row: minutes only while nothing else is there to say. */
export function timeWords(time: Time, language: Language): string {
  const t = whyTexts(language);
  switch (time.kind) {
    case "overdue":
      return t.overdue(roughly(time.byMs, language));
    case "step-overdue":
      return t.stepOverdue(roughly(time.byMs, language));
    case "today":
      return t.today(formatTime(time.at));
    case "step-today":
      return t.stepToday(formatTime(time.at));
    case "tomorrow":
      return t.tomorrow(formatTime(time.at), formatDay(time.at).slice(0, 5));
    case "due":
      return t.due(formatDay(time.at).slice(0, 5));
    case "waiting":
      return t.waiting;
    case "to-return":
      return t.toReturn;
    case "uncollected":
      return t.uncollected(formatDay(time.at).slice(0, 5));
  }
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

function roughly(ms: number, language: Language): string {
  const unit = ms >= dayMs ? dayMs : ms >= hourMs ? hourMs : 60_000;
  return formatElapsed(Math.floor(ms / unit) * unit, language);
}
