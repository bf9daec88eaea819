/**
 * Dates and times as the city writes them: `hh:mm, dd/mm/yyyy` on the clock of Asia/Ho_Chi_Minh.
 *
 * Vietnam has kept UTC+7 without daylight saving since 13/06/1975, so the arithmetic is done by hand: an Intl formatter
 * costs more than the rest of a worklist row. Days before that are written as days and never pass through a time zone.
 */
import type { Language } from "./language.ts";

const cityOffsetMs = 7 * 60 * 60 * 1000;

/** A calendar day in the city, `yyyy-mm-dd`, as a `date` column gives it. */
export type Day = string;

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

const weekdays = {
  vi: ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
} as const satisfies Record<Language, readonly string[]>;

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function four(value: number): string {
  return String(value).padStart(4, "0");
}

/** The same instant with its city clock readable through the getUTC… methods. */
function cityClock(instant: Date): Date {
  const time = instant.getTime();
  if (Number.isNaN(time)) throw new RangeError("Not an instant");
  return new Date(time + cityOffsetMs);
}

/** A day as a UTC midnight, so that its weekday can be read. Refuses 31/02 and the like. */
function midnight(day: Day): Date {
  const parts = dayPattern.exec(day);
  const date = parts ? new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))) : undefined;
  if (date && parts && Number(parts[1]) < 100) date.setUTCFullYear(Number(parts[1]));
  // Date.UTC carries 31/02 and month 24 over into another month; both are refused.
  if (!date || date.getUTCMonth() + 1 !== Number(parts?.[2]) || date.getUTCDate() !== Number(parts?.[3]))
    throw new RangeError(`Not a day: ${day}`);
  return date;
}

function clockOrMidnight(when: Date | Day): Date {
  return typeof when === "string" ? midnight(when) : cityClock(when);
}

/** The calendar day on which an instant falls in the city. */
export function dayOf(instant: Date): Day {
  const clock = cityClock(instant);
  return `${four(clock.getUTCFullYear())}-${two(clock.getUTCMonth() + 1)}-${two(clock.getUTCDate())}`;
}

/** `24/11/2026` */
export function formatDay(when: Date | Day): string {
  const clock = clockOrMidnight(when);
  return `${two(clock.getUTCDate())}/${two(clock.getUTCMonth() + 1)}/${four(clock.getUTCFullYear())}`;
}

/** `14:05` */
export function formatTime(instant: Date): string {
  const clock = cityClock(instant);
  return `${two(clock.getUTCHours())}:${two(clock.getUTCMinutes())}`;
}

/** `14:05, 24/11/2026` */
export function formatInstant(instant: Date): string {
  const clock = cityClock(instant);
  return `${two(clock.getUTCHours())}:${two(clock.getUTCMinutes())}, ${two(clock.getUTCDate())}/${two(clock.getUTCMonth() + 1)}/${four(clock.getUTCFullYear())}`;
}

/** `thứ Năm`, `Chủ nhật` */
export function weekdayName(when: Date | Day, language: Language = "vi"): string {
  return weekdays[language][clockOrMidnight(when).getUTCDay()] ?? "";
}

/** `thứ Năm, 22/10`: for a day near enough that its year is not in doubt. */
export function formatDayWithWeekday(when: Date | Day, language: Language = "vi"): string {
  const clock = clockOrMidnight(when);
  return `${weekdays[language][clock.getUTCDay()]}, ${two(clock.getUTCDate())}/${two(clock.getUTCMonth() + 1)}`;
}

/** `16:30, thứ Năm, 22/10/2026`: for a due date, where neither weekday nor year may be in doubt. */
export function formatInstantWithWeekday(instant: Date, language: Language = "vi"): string {
  return `${formatTime(instant)}, ${weekdayName(instant, language)}, ${formatDay(instant)}`;
}

/** For the `datetime` attribute of a `time` element: `2026-11-24T14:05+07:00`. */
export function machineInstant(instant: Date): string {
  return `${dayOf(instant)}T${formatTime(instant)}+07:00`;
}

/** Reads `24/11/2026`, `4-1-2026`, `24.11.2026` or `2026-11-24` as a person types it; undefined when there is no such day. */
export function readDay(typed: string): Day | undefined {
  const text = typed.trim();
  const local = /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const [year, month, day] = local ? [local[3], local[2], local[1]] : iso ? [iso[1], iso[2], iso[3]] : [];
  if (!year || !month || !day) return undefined;
  const candidate = `${year}-${two(Number(month))}-${two(Number(day))}`;
  try {
    midnight(candidate);
    return candidate;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
