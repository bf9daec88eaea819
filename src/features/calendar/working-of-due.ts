/**
 * The working of a due date: the whole time from start to due moment, cut into intervals, each with whether it counted
 * and why. Structured; `explain-due.ts` puts it in words.
 */
import { type DueParts, type DueTerms, type Duration, dayCount, dueFrom, hoursOf } from "./add-time.ts";
import { isInTimeForToday } from "./afternoon-cutoff.ts";
import { type DayNumber, dayMs, dayNumberAt, startOfDayMs, yearOf } from "./city-time.ts";
import { defaultConvention } from "./convention.ts";
import { workingDayFrom } from "./counting.ts";
import type { PausedMs } from "./pauses.ts";
import { calendarDay, type DayReason, type WorkingCalendar } from "./working-calendar.ts";

export type IntervalReason =
  | { readonly kind: "first-day" }
  | { readonly kind: "after-cutoff" }
  | {
      readonly kind: "counted";
      readonly unit: Duration["kind"];
      readonly nth: number;
      readonly of: number;
      readonly day: DayReason;
    }
  | { readonly kind: "day-off"; readonly day: DayReason }
  | { readonly kind: "open"; readonly minutes: number; readonly day: DayReason }
  | { readonly kind: "closed" }
  | { readonly kind: "paused"; readonly note: string | undefined }
  | { readonly kind: "resumed" }
  | { readonly kind: "cut-short" }
  | { readonly kind: "moved-on"; readonly day: DayReason };

export type WorkedInterval = {
  readonly from: number;
  readonly to: number;
  readonly counts: boolean;
  readonly reason: IntervalReason;
  /** The year it lies in when nobody has entered that year yet. */
  readonly provisionalYear: number | undefined;
};

/** Without gaps from the start of the limit to its end; neighbours of one reason are one interval. */
export function workingOfDue(
  calendar: WorkingCalendar,
  from: number,
  duration: Duration,
  terms: DueTerms,
): { readonly due: number; readonly intervals: readonly WorkedInterval[] } {
  const due = dueFrom(calendar, from, duration, terms);
  const hours = hoursOf(duration, terms.convention ?? defaultConvention);
  const intervals =
    hours === undefined ? dayIntervals(calendar, from, duration, due) : hourIntervals(calendar, from, due);
  return { due: due.ms, intervals: joined(intervals) };
}

function dayIntervals(calendar: WorkingCalendar, from: number, duration: Duration, due: DueParts): WorkedInterval[] {
  const intervals: WorkedInterval[] = [];
  const firstDay = dayNumberAt(from);
  const lastDay = due.lastDay ?? firstDay;
  const endDay = workingDayFrom(calendar, lastDay);
  const of = dayCount(duration);
  let nth = 0;
  for (let day = firstDay; day <= endDay; day += 1) {
    const known = calendarDay(calendar, day);
    const countable = known.counts || duration.kind === "calendar_day";
    const reason = ((): IntervalReason => {
      if (day === firstDay && !(duration.kind === "same_day" && isInTimeForToday(calendar, from))) {
        if (duration.kind !== "same_day") return { kind: "first-day" };
        return known.counts ? { kind: "after-cutoff" } : { kind: "day-off", day: known.reason };
      }
      if (day > lastDay) return { kind: "moved-on", day: known.reason };
      const pause = pauseOver(due.pauses, day);
      if (pause !== undefined) return pause;
      if (!countable) return { kind: "day-off", day: known.reason };
      // The limit would have ended here, had a pause not begun before it did: the day is given again.
      if (nth + 1 === of && day !== lastDay) return { kind: "cut-short" };
      nth += 1;
      return { kind: "counted", unit: duration.kind, nth, of, day: known.reason };
    })();
    const [start, end] = [Math.max(from, startOfDayMs(day)), Math.min(due.ms, startOfDayMs(day) + dayMs)];
    if (end > start) intervals.push(interval(calendar, start, end, reason));
  }
  return intervals;
}

/** Days after the one a pause began on, up to the one it ended on. */
function pauseOver(pauses: readonly PausedMs[], day: DayNumber): IntervalReason | undefined {
  for (const pause of pauses) {
    if (dayNumberAt(pause.from) >= day || day > dayNumberAt(pause.to)) continue;
    return day === dayNumberAt(pause.to) ? { kind: "resumed" } : { kind: "paused", note: pause.note };
  }
  return undefined;
}

function hourIntervals(calendar: WorkingCalendar, from: number, due: DueParts): WorkedInterval[] {
  const intervals: WorkedInterval[] = [];
  const put = (start: number, end: number, reason: IntervalReason) => {
    const [first, last] = [Math.max(start, from), Math.min(end, due.ms)];
    if (last <= first) return;
    const minutes = (last - first) / 60_000;
    intervals.push(interval(calendar, first, last, reason.kind === "open" ? { ...reason, minutes } : reason));
  };
  /** The parts of a stretch of open time that no pause covers, and the pauses between them. */
  const putAround = (start: number, end: number, reason: IntervalReason) => {
    let at = start;
    for (const pause of due.pauses) {
      if (pause.to <= at || pause.from >= end) continue;
      put(at, Math.max(at, pause.from), reason);
      put(Math.max(at, pause.from), Math.min(end, pause.to), { kind: "paused", note: pause.note });
      at = Math.min(end, pause.to);
    }
    put(at, end, reason);
  };
  for (let day = dayNumberAt(from); startOfDayMs(day) < due.ms; day += 1) {
    const known = calendarDay(calendar, day);
    const start = startOfDayMs(day);
    let at = start;
    for (const opening of known.openings) {
      putAround(at, start + opening.from, { kind: "closed" });
      putAround(start + opening.from, start + opening.to, { kind: "open", minutes: 0, day: known.reason });
      at = start + opening.to;
    }
    const rest: IntervalReason =
      known.openings.length > 0 ? { kind: "closed" } : { kind: "day-off", day: known.reason };
    putAround(at, start + dayMs, rest);
  }
  return intervals;
}

function interval(calendar: WorkingCalendar, from: number, to: number, reason: IntervalReason): WorkedInterval {
  const day = dayNumberAt(from);
  const counts = reason.kind === "counted" || reason.kind === "open";
  return {
    from,
    to,
    counts,
    reason,
    provisionalYear: calendarDay(calendar, day).provisional ? yearOf(day) : undefined,
  };
}

function joined(intervals: readonly WorkedInterval[]): readonly WorkedInterval[] {
  const result: WorkedInterval[] = [];
  for (const next of intervals) {
    const last = result.at(-1);
    if (last !== undefined && !last.counts && last.to === next.from && isSame(last, next))
      result[result.length - 1] = { ...last, to: next.to };
    else result.push(next);
  }
  return result;
}

function isSame(one: WorkedInterval, other: WorkedInterval): boolean {
  if (one.provisionalYear !== other.provisionalYear || one.reason.kind !== other.reason.kind) return false;
  if ("day" in one.reason && "day" in other.reason) return JSON.stringify(one.reason) === JSON.stringify(other.reason);
  return true;
}
