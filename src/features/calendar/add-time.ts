/** By when must the city answer? Pure: a calendar, an instant and a length of time in, a due moment out. */
import { sameDayDay } from "./afternoon-cutoff.ts";
import { type DayNumber, dayNumberAt } from "./city-time.ts";
import { type Convention, defaultConvention } from "./convention.ts";
import {
  endOfDayMs,
  instantWorked,
  isUncertainBetween,
  workedUpTo,
  workingDayAfter,
  workingDayFrom,
  workingDaysBetween,
} from "./counting.ts";
import { mergePauses, type Pause, type PausedMs } from "./pauses.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

/** A legal time limit. `hour` is an hour of working time; `same_day` follows the 15:00 rule. */
export type Duration =
  | { readonly kind: "working_day" | "calendar_day" | "hour"; readonly count: number }
  | { readonly kind: "same_day" };

export type DueTerms = {
  readonly convention?: Convention;
  /** Closed intervals; for a pause that still lasts, end it now to learn what the due date would be. */
  readonly pauses?: readonly Pause[];
};

export type Due = {
  readonly dueAt: Date;
  /** Rests on a day that may still change: a holiday not yet announced, or a year nobody has entered. */
  readonly provisional: boolean;
};

/** The due moment of a limit that starts at `from`. Throws BeyondCalendarError past the years that can be answered for. */
export function addTime(calendar: WorkingCalendar, from: Date, duration: Duration, terms: DueTerms = {}): Due {
  const due = dueFrom(calendar, from.getTime(), duration, terms);
  const provisional = isUncertainBetween(calendar, dayNumberAt(from.getTime()) - 1, dayNumberAt(due.ms));
  return { dueAt: new Date(due.ms), provisional };
}

export type DueParts = {
  readonly ms: number;
  /** For limits in days: the day on which the last day of the limit falls, before a day off moves the end on. */
  readonly lastDay: DayNumber | undefined;
  readonly pauses: readonly PausedMs[];
};

export function dueFrom(calendar: WorkingCalendar, from: number, duration: Duration, terms: DueTerms): DueParts {
  const convention = terms.convention ?? defaultConvention;
  checkCount(duration);
  const pauses = mergePauses(terms.pauses ?? [], from);
  const day = dayNumberAt(from);
  const hours = hoursOf(duration, convention);
  if (hours !== undefined) return dueInHours(calendar, from, hours * 3_600_000, pauses);
  const byDay = duration.kind === "calendar_day" ? calendarDays : workingDays;
  const first =
    duration.kind === "same_day" ? sameDayDay(calendar, from) : byDay.add(calendar, day, dayCount(duration));
  return dueInDays(calendar, first, byDay, convention.lastDayEnds, pauses);
}

/** A limit that is counted in working hours, by its kind or by the convention; undefined when it is counted in days. */
export function hoursOf(duration: Duration, convention: Convention): number | undefined {
  if (duration.kind === "hour") return duration.count;
  if (duration.kind === "working_day" && convention.days === "as-hours") return duration.count * convention.hoursPerDay;
  return undefined;
}

export function dayCount(duration: Duration): number {
  return duration.kind === "same_day" ? 1 : duration.count;
}

function dueInHours(calendar: WorkingCalendar, from: number, length: number, pauses: readonly PausedMs[]): DueParts {
  let worked = workedUpTo(calendar, from) + length;
  let due = instantWorked(calendar, worked);
  for (const pause of pauses) {
    if (pause.from >= due) break;
    worked += workedUpTo(calendar, pause.to) - workedUpTo(calendar, pause.from);
    due = instantWorked(calendar, worked);
  }
  return { ms: due, lastDay: undefined, pauses };
}

type DayCounting = {
  readonly add: (calendar: WorkingCalendar, day: DayNumber, n: number) => DayNumber;
  readonly between: (calendar: WorkingCalendar, after: DayNumber, upTo: DayNumber) => number;
};
const workingDays: DayCounting = { add: workingDayAfter, between: workingDaysBetween };
const calendarDays: DayCounting = { add: (_, day, n) => day + n, between: (_, after, upTo) => upTo - after };

/**
 * A pause takes away the days after the one it began on, up to and including the one it ended on: counting starts again
 * on the day after, as it did at acceptance (Civil Code art. 147(2)). The day it began on was begun and counts, unless
 * the limit would have ended on it: then that day is given again, so that no limit ever runs out during a pause.
 */
function dueInDays(
  calendar: WorkingCalendar,
  firstDue: DayNumber,
  counting: DayCounting,
  ends: Convention["lastDayEnds"],
  pauses: readonly PausedMs[],
): DueParts {
  let lastDay = firstDue;
  let due = endOfDayMs(calendar, workingDayFrom(calendar, lastDay), ends);
  for (const pause of pauses) {
    if (pause.from >= due) break;
    const began = dayNumberAt(pause.from);
    if (began >= lastDay && pause.to < due) continue;
    const left = began < lastDay ? counting.between(calendar, began, lastDay) : 0;
    lastDay = counting.add(calendar, dayNumberAt(pause.to), Math.max(left, 1));
    due = endOfDayMs(calendar, workingDayFrom(calendar, lastDay), ends);
  }
  return { ms: due, lastDay, pauses };
}

function checkCount(duration: Duration): void {
  if (duration.kind === "same_day") return;
  const { kind, count } = duration;
  const whole = kind === "hour" || Number.isInteger(count);
  if (!(count > 0) || !Number.isFinite(count) || !whole) throw new RangeError(`Not a time limit: ${count} ${kind}`);
}

/**
 * Moves a promised due date on by one pause, where the start of the limit is no longer at hand. The same as `addTime`
 * with the pause, except that a limit in calendar days whose end was moved on by a day off keeps that later end.
 */
export function dueAfterPause(
  calendar: WorkingCalendar,
  dueAt: Date,
  pause: Pause,
  duration: Duration,
  convention: Convention = defaultConvention,
): Date {
  const paused = mergePauses([pause], Number.NEGATIVE_INFINITY);
  const due = dueAt.getTime();
  if (hoursOf(duration, convention) !== undefined) {
    const only = paused[0];
    if (only === undefined || only.from >= due) return dueAt;
    const lost = workedUpTo(calendar, only.to) - workedUpTo(calendar, only.from);
    return lost === 0 ? dueAt : new Date(instantWorked(calendar, workedUpTo(calendar, due) + lost));
  }
  // Midnight belongs to the day it ends.
  const lastDay = dayNumberAt(due - 1);
  const counting = duration.kind === "calendar_day" ? calendarDays : workingDays;
  return new Date(dueInDays(calendar, lastDay, counting, convention.lastDayEnds, paused).ms);
}

/**
 * By when an online submission gets its first answer: 8 working hours from arrival.
 * NĐ 45/2020/NĐ-CP as generally understood; its text was not at hand, and running systems use 8 hours as default.
 */
export function firstAnswerBy(calendar: WorkingCalendar, arrivedAt: Date): Due {
  return addTime(calendar, arrivedAt, { kind: "hour", count: 8 });
}
