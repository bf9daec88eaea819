/** Working time between two instants, and the days around one. Everything is a look-up in the compiled sums. */
import { type DayNumber, dayMs, dayNumberAt, findDayNumber, startOfDayMs } from "./city-time.ts";
import { type Convention, defaultConvention } from "./convention.ts";
import { mergePauses, type Pause } from "./pauses.ts";
import { BeyondCalendarError, calendarDay, type WorkingCalendar } from "./working-calendar.ts";

/** Working minutes from one instant to another, less pauses; negative when the second comes first (overdue by so much). */
export function countWorkingMinutes(
  calendar: WorkingCalendar,
  from: Date,
  to: Date,
  pauses: readonly Pause[] = [],
): number {
  const [start, end] = [from.getTime(), to.getTime()];
  let worked = workedUpTo(calendar, end) - workedUpTo(calendar, start);
  for (const pause of mergePauses(pauses, start, end))
    worked -= workedUpTo(calendar, pause.to) - workedUpTo(calendar, pause.from);
  return worked / 60_000;
}

export function countWorkingHours(
  calendar: WorkingCalendar,
  from: Date,
  to: Date,
  pauses: readonly Pause[] = [],
): number {
  return countWorkingMinutes(calendar, from, to, pauses) / 60;
}

/**
 * Working days of a limit that began at `from` and have begun by `to`: the first day is not counted, the day of `to`
 * is (Civil Code 2015 art. 147(2)). Days after the one a pause began on, up to the one it ended on, are not counted.
 */
export function countWorkingDays(
  calendar: WorkingCalendar,
  from: Date,
  to: Date,
  pauses: readonly Pause[] = [],
): number {
  const [start, end] = [from.getTime(), to.getTime()];
  let days = workingDaysBetween(calendar, dayNumberAt(start), dayNumberAt(end));
  for (const pause of mergePauses(pauses, start, end))
    days -= workingDaysBetween(calendar, dayNumberAt(pause.from), dayNumberAt(pause.to));
  return days;
}

/** Midnights passed on the city's clock. */
export function countCalendarDays(from: Date, to: Date): number {
  return dayNumberAt(to.getTime()) - dayNumberAt(from.getTime());
}

/** Whether the unit is open at this instant: from opening up to, not including, closing. */
export function isWorkingTime(calendar: WorkingCalendar, at: Date): boolean {
  const day = dayNumberAt(at.getTime());
  const time = at.getTime() - startOfDayMs(day);
  return calendarDay(calendar, day).openings.some((opening) => opening.from <= time && time < opening.to);
}

/** Whether this instant lies on a working day of legal limits, at whatever hour. */
export function isWorkingDay(calendar: WorkingCalendar, at: Date): boolean {
  return calendarDay(calendar, dayNumberAt(at.getTime())).counts;
}

/** Working days after one day, up to and including another. */
export function workingDaysBetween(calendar: WorkingCalendar, after: DayNumber, upTo: DayNumber): number {
  return sumAt(calendar, calendar.workingDaysUpTo, upTo) - sumAt(calendar, calendar.workingDaysUpTo, after);
}

/** Whether anything from one day to another may still change. */
export function isUncertainBetween(calendar: WorkingCalendar, after: DayNumber, upTo: DayNumber): boolean {
  return sumAt(calendar, calendar.uncertainDaysUpTo, upTo) > sumAt(calendar, calendar.uncertainDaysUpTo, after);
}

/** The n-th working day after a day, n ≥ 1. */
export function workingDayAfter(calendar: WorkingCalendar, day: DayNumber, n: number): DayNumber {
  const found = calendar.workingDays[sumAt(calendar, calendar.workingDaysUpTo, day) + n - 1];
  if (found === undefined) throw new BeyondCalendarError(calendar, `${n} working days after day ${day}`);
  return found;
}

/** The day itself when it is a working day, else the next one. */
export function workingDayFrom(calendar: WorkingCalendar, day: DayNumber): DayNumber {
  return calendarDay(calendar, day).counts ? day : workingDayAfter(calendar, day, 1);
}

/** The instant at which a working day ends under a convention. */
export function endOfDayMs(calendar: WorkingCalendar, day: DayNumber, ends: Convention["lastDayEnds"]): number {
  if (ends === "at-midnight") return startOfDayMs(day) + dayMs;
  const last = calendarDay(calendar, day).openings.at(-1);
  return startOfDayMs(day) + (last?.to ?? dayMs);
}

/** When work ends on that day (YYYY-MM-DD) under the calendar's ordinary convention; null for a day off, or no day at all. */
export function endOfWorkingDay(calendar: WorkingCalendar, on: string): Date | null {
  const day = findDayNumber(on);
  if (day === undefined || calendar.days[day - calendar.firstDay]?.counts !== true) return null;
  return new Date(endOfDayMs(calendar, day, defaultConvention.lastDayEnds));
}

/** Working time in ms from the calendar's first day to an instant. */
export function workedUpTo(calendar: WorkingCalendar, ms: number): number {
  const day = dayNumberAt(ms);
  const time = ms - startOfDayMs(day);
  let worked = calendar.workedBefore[day - calendar.firstDay] ?? 0;
  for (const opening of calendarDay(calendar, day).openings) {
    if (time <= opening.from) break;
    worked += Math.min(time, opening.to) - opening.from;
  }
  return worked;
}

/** The first instant by which so much has been worked since the calendar's first day; `worked` > 0. */
export function instantWorked(calendar: WorkingCalendar, worked: number): number {
  const { workedBefore } = calendar;
  if (worked > (workedBefore.at(-1) ?? 0)) throw new BeyondCalendarError(calendar, `${worked} ms of working time`);
  // The first day at whose end enough has been worked.
  let low = 0;
  let high = workedBefore.length - 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((workedBefore[middle + 1] ?? 0) >= worked) high = middle;
    else low = middle + 1;
  }
  const day = calendar.firstDay + low;
  let left = worked - (workedBefore[low] ?? 0);
  for (const opening of calendarDay(calendar, day).openings) {
    const length = opening.to - opening.from;
    if (left <= length) return startOfDayMs(day) + opening.from + left;
    left -= length;
  }
  throw new BeyondCalendarError(calendar, `${worked} ms of working time`);
}

function sumAt(calendar: WorkingCalendar, sums: Int32Array, day: DayNumber): number {
  const sum = day === calendar.firstDay - 1 ? 0 : sums[day - calendar.firstDay];
  if (sum === undefined) throw new BeyondCalendarError(calendar, `day ${day}`);
  return sum;
}
