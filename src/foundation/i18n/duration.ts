/**
 * Lengths of time in plain words. Legal time limits run in working days of eight hours (NĐ 61/2018/NĐ-CP, điều 19),
 * so working time is given in minutes of work and told in working days and hours.
 */
import type { Language } from "./language.ts";

const words = {
  vi: {
    day: (n: number) => `${n} ngày`,
    hour: (n: number) => `${n} giờ`,
    minute: (n: number) => `${n} phút`,
    working: (text: string) => `${text} làm việc`,
    left: (text: string) => `còn ${text}`,
    over: (text: string) => `quá hạn ${text}`,
    now: "đến hạn lúc này",
    lessThanAMinute: "chưa đến 1 phút",
    ago: (text: string) => `${text} trước`,
    ahead: (text: string) => `${text} nữa`,
    justNow: "vừa xong",
  },
  en: {
    day: (n: number) => (n === 1 ? "1 day" : `${n} days`),
    hour: (n: number) => (n === 1 ? "1 hour" : `${n} hours`),
    minute: (n: number) => (n === 1 ? "1 minute" : `${n} minutes`),
    working: (text: string) => `${text} of working time`,
    left: (text: string) => `${text} left`,
    over: (text: string) => `overdue by ${text}`,
    now: "due now",
    lessThanAMinute: "less than 1 minute",
    ago: (text: string) => `${text} ago`,
    ahead: (text: string) => `in ${text}`,
    justNow: "just now",
  },
} as const satisfies Record<Language, object>;

/** The two largest units that say something: minutes are left out once a whole day is told. */
function inUnits(minutes: number, minutesPerDay: number, language: Language): string {
  const say = words[language];
  const whole = Math.floor(minutes);
  const days = Math.floor(whole / minutesPerDay);
  const hours = Math.floor((whole % minutesPerDay) / 60);
  const rest = (whole % minutesPerDay) % 60;
  const parts: string[] = [];
  if (days > 0) parts.push(say.day(days));
  if (hours > 0) parts.push(say.hour(hours));
  if (days === 0 && rest > 0) parts.push(say.minute(rest));
  return parts.length === 0 ? (days === 0 ? say.lessThanAMinute : say.day(days)) : parts.join(" ");
}

/** `2 ngày 3 giờ làm việc` */
export function formatWorkingTime(minutes: number, language: Language = "vi", minutesPerDay = 480): string {
  return words[language].working(inUnits(Math.abs(minutes), minutesPerDay, language));
}

/** `còn 2 ngày 3 giờ làm việc`, or `quá hạn 45 phút làm việc` when the minutes left are below zero. */
export function formatTimeLeft(minutesLeft: number, language: Language = "vi", minutesPerDay = 480): string {
  const say = words[language];
  if (minutesLeft === 0) return say.now;
  const length = formatWorkingTime(minutesLeft, language, minutesPerDay);
  return minutesLeft > 0 ? say.left(length) : say.over(length);
}

/** `3 giờ 20 phút`: time on the wall clock, days of 24 hours. */
export function formatElapsed(milliseconds: number, language: Language = "vi"): string {
  return inUnits(Math.abs(milliseconds) / 60_000, 1440, language);
}

/** `5 phút trước`, `2 giờ nữa`. Always shown beside the exact time, never alone. */
export function formatRelative(instant: Date, now: Date, language: Language = "vi"): string {
  const say = words[language];
  const difference = instant.getTime() - now.getTime();
  if (Math.abs(difference) < 60_000) return say.justNow;
  const length = formatElapsed(difference, language);
  return difference < 0 ? say.ago(length) : say.ahead(length);
}
