/**
 * What arrives after 15:00 may wait until morning.
 *
 * NĐ 61/2018/NĐ-CP art. 18(2), kept by NĐ 309/2026/NĐ-CP art. 9: a dossier is passed to the competent agency on the same
 * working day, or at the start of the next working day when it was received after 15:00. The same hour divides "result
 * on the same day" from "on the next working day" in procedures such as certified copies (NĐ 23/2015/NĐ-CP art. 7).
 */
import { type DayNumber, dayNumberAt, startOfDayMs } from "./city-time.ts";
import { endOfDayMs, workingDayAfter } from "./counting.ts";
import { calendarDay, type WorkingCalendar } from "./working-calendar.ts";

const cutoffMs = 15 * 3_600_000;
/** "At the start of" the day is read as its first working hour; a moment nobody can meet would make every hand-over late. */
const firstHourMs = 3_600_000;

export type HandOverBy = {
  readonly by: Date;
  readonly rule: "same-day" | "next-morning";
  readonly citation: string;
};

/** Received on a working day, by 15:00 and before closing: that day's work is not over. */
export function isInTimeForToday(calendar: WorkingCalendar, ms: number): boolean {
  const day = dayNumberAt(ms);
  if (!calendarDay(calendar, day).counts) return false;
  return ms <= startOfDayMs(day) + cutoffMs && ms < endOfDayMs(calendar, day, "with-working-time");
}

/** By when a received dossier is handed to the competent agency. */
export function transferBy(calendar: WorkingCalendar, receivedAt: Date): HandOverBy {
  const citation = "Nghị định 61/2018/NĐ-CP, Điều 18 khoản 2; Nghị định 309/2026/NĐ-CP, Điều 9";
  const received = receivedAt.getTime();
  const today = dayNumberAt(received);
  if (isInTimeForToday(calendar, received))
    return { by: new Date(endOfDayMs(calendar, today, "with-working-time")), rule: "same-day", citation };
  const day = workingDayAfter(calendar, today, 1);
  const opens = calendarDay(calendar, day).openings[0]?.from ?? 0;
  return { by: new Date(startOfDayMs(day) + opens + firstHourMs), rule: "next-morning", citation };
}

/** The day on which a same-day procedure is answered. */
export function sameDayDay(calendar: WorkingCalendar, ms: number): DayNumber {
  const today = dayNumberAt(ms);
  return isInTimeForToday(calendar, ms) ? today : workingDayAfter(calendar, today, 1);
}
