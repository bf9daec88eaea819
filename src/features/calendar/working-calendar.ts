/**
 * Working time of one unit, made ready once so that adding to it costs well under a microsecond: sums of working days
 * and of working time before each day, and the working days in order. Immutable; a changed calendar is another value.
 */
import { RequestError } from "#foundation/errors/index.ts";
import {
  type CalendarDefinition,
  type CalendarException,
  type CalendarWeek,
  exceptionHours,
  type OpeningHours,
  overrideFor,
  weekdayHours,
} from "./calendar-definition.ts";
import { type DayNumber, dayNumberOf, weekdayOf, yearOf } from "./city-time.ts";

/** Hours of a day in ms after midnight, in order. */
export type Opening = { readonly from: number; readonly to: number };

/** Why a day is what it is. */
export type DayReason =
  | { readonly kind: "weekday" }
  | { readonly kind: "rest" }
  | { readonly kind: "reception" }
  | {
      readonly kind: "off" | "working" | "half_day";
      readonly name: { readonly vi: string; readonly en: string };
      readonly source: string;
      readonly verified: boolean;
    };

export type CalendarDay = {
  readonly openings: readonly Opening[];
  /** Counts as a working day of a legal time limit. */
  readonly counts: boolean;
  readonly reason: DayReason;
  /** Of a year nobody has entered yet: weekends and holidays of fixed date are known, Tết and swaps are not. */
  readonly provisional: boolean;
};

export type WorkingCalendar = {
  readonly code: string;
  /** The unit it was made for; undefined: the city's own. */
  readonly unit: string | undefined;
  /** Row of the stored version; 0 for a calendar that was never stored. */
  readonly versionId: number;
  readonly version: number;
  readonly name: { readonly vi: string; readonly en: string };
  readonly years: { readonly from: number; readonly to: number };
  readonly firstDay: DayNumber;
  readonly lastDay: DayNumber;
  /** One entry for each day from firstDay to lastDay. */
  readonly days: readonly CalendarDay[];
  /** Working days from firstDay up to and including a day. */
  readonly workingDaysUpTo: Int32Array;
  /** Working time in ms before a day begins; one entry more than days. */
  readonly workedBefore: Float64Array;
  /** The working days in order. */
  readonly workingDays: Int32Array;
  /** Days up to and including a day that may still change: not yet announced, or of a year nobody has entered. */
  readonly uncertainDaysUpTo: Int32Array;
};

/**
 * How far past the last entered year dates are still answered, marked provisional. The longest legal limit of the
 * sample city is 45 working days and lists look a year ahead, so three years are ample; further on is a mistake.
 */
export const provisionalYears = 3;

export class BeyondCalendarError extends RequestError {
  override readonly name = "BeyondCalendarError";
  readonly status = 422;
  readonly publicKey = "beyondCalendar";
  readonly years: { readonly from: number; readonly to: number };

  constructor(calendar: Pick<WorkingCalendar, "code" | "years">, what: string) {
    const { from, to } = calendar.years;
    super(`Calendar ${calendar.code} holds ${from}–${to} and cannot answer for ${what}`);
    this.years = calendar.years;
  }
}

/** `unit`: with the deviations of that unit, or of the ward it is part of. */
export function compileCalendar(
  definition: CalendarDefinition,
  made: { readonly unit?: string; readonly versionId?: number; readonly version?: number } = {},
): WorkingCalendar {
  const override = made.unit === undefined ? undefined : overrideFor(definition, made.unit);
  const weeks = readyWeeks(override?.weeks ?? definition.weeks);
  const exceptions = new Map<DayNumber, CalendarException>();
  for (const exception of [...definition.exceptions, ...(override?.exceptions ?? [])])
    exceptions.set(dayNumberOf(exception.date), exception);
  const { from, to } = definition.years;
  const firstDay = dayNumberOf(`${from}-01-01`);
  const lastKnownDay = dayNumberOf(`${to}-12-31`);
  const lastDay = dayNumberOf(`${to + provisionalYears}-12-31`);
  const expected = expectedHolidays(definition, weeks, to + 1, to + provisionalYears);

  const size = lastDay - firstDay + 1;
  const days: CalendarDay[] = [];
  const workingDaysUpTo = new Int32Array(size);
  const workedBefore = new Float64Array(size + 1);
  const uncertainDaysUpTo = new Int32Array(size);
  const workingDays: number[] = [];
  for (let index = 0; index < size; index += 1) {
    const number = firstDay + index;
    const week = weekOn(weeks, number);
    const provisional = number > lastKnownDay;
    const holiday = provisional ? expected.get(number) : undefined;
    const exception = exceptions.get(number);
    const day =
      holiday ?? (exception ? exceptionalDay(week, exception) : ordinaryDay(week, weekdayOf(number), provisional));
    days.push(day);
    if (day.counts) workingDays.push(number);
    workingDaysUpTo[index] = workingDays.length;
    uncertainDaysUpTo[index] = (uncertainDaysUpTo[index - 1] ?? 0) + (isCertain(day) ? 0 : 1);
    workedBefore[index + 1] = (workedBefore[index] ?? 0) + lengthOf(day.openings);
  }
  return Object.freeze({
    code: definition.code,
    unit: override === undefined ? undefined : made.unit,
    versionId: made.versionId ?? 0,
    version: made.version ?? 0,
    name: definition.name,
    years: definition.years,
    firstDay,
    lastDay,
    days,
    workingDaysUpTo,
    workedBefore,
    workingDays: Int32Array.from(workingDays),
    uncertainDaysUpTo,
  });
}

/** The day as the calendar knows it. Throws BeyondCalendarError outside the years it can answer for. */
export function calendarDay(calendar: WorkingCalendar, day: DayNumber): CalendarDay {
  const known = calendar.days[day - calendar.firstDay];
  if (known === undefined) throw new BeyondCalendarError(calendar, `day ${day}`);
  return known;
}

function isCertain(day: CalendarDay): boolean {
  return !day.provisional && (!("verified" in day.reason) || day.reason.verified);
}

export function lengthOf(openings: readonly Opening[]): number {
  let length = 0;
  for (const opening of openings) length += opening.to - opening.from;
  return length;
}

type ReadyWeek = {
  readonly from: DayNumber;
  readonly week: CalendarWeek;
  readonly days: readonly CalendarDay[];
  readonly provisionalDays: readonly CalendarDay[];
};

// Ordinary days are shared objects, so twelve years of them weigh nothing.
function readyWeeks(weeks: readonly CalendarWeek[]): readonly ReadyWeek[] {
  return weeks.map((week) => {
    const days = [0, 1, 2, 3, 4, 5, 6].map((weekday): CalendarDay => {
      const hours = weekdayHours(week, weekday);
      if (hours === undefined) return { openings: [], counts: false, reason: { kind: "rest" }, provisional: false };
      const counts = hours.countsAsDay !== false;
      const reason = { kind: counts ? "weekday" : "reception" } as const;
      return { openings: readOpenings(hours.open), counts, reason, provisional: false };
    });
    const provisionalDays = days.map((day) => ({ ...day, provisional: true }));
    return { from: dayNumberOf(week.from), week, days, provisionalDays };
  });
}

function weekOn(weeks: readonly ReadyWeek[], day: DayNumber): ReadyWeek {
  const week = weeks.findLast((candidate) => candidate.from <= day);
  if (week === undefined) throw new RangeError(`No weekly pattern on day ${day}`);
  return week;
}

function ordinaryDay(week: ReadyWeek, weekday: number, provisional: boolean): CalendarDay {
  const day = (provisional ? week.provisionalDays : week.days)[weekday];
  if (day === undefined) throw new RangeError(`No weekday ${weekday}`);
  return day;
}

function exceptionalDay({ week }: ReadyWeek, exception: CalendarException): CalendarDay {
  const { kind, name, source, verified } = exception;
  const openings = kind === "off" ? [] : readOpenings(exceptionHours(exception, week));
  return { openings, counts: kind !== "off", reason: { kind, name, source, verified }, provisional: false };
}

/**
 * Holidays of fixed date in years nobody has entered, with their days in lieu on the next working day (Labour Code
 * 2019 art. 111(3)). Tết, Hùng Kings, the second day of National Day and swaps are fixed year by year and left out.
 */
function expectedHolidays(
  definition: CalendarDefinition,
  weeks: readonly ReadyWeek[],
  fromYear: number,
  toYear: number,
): ReadonlyMap<DayNumber, CalendarDay> {
  const off = new Map<DayNumber, CalendarDay>();
  const inLieu: { readonly after: DayNumber; readonly day: CalendarDay }[] = [];
  for (let year = fromYear; year <= toYear; year += 1) {
    for (const holiday of definition.yearly) {
      if (year < holiday.from) continue;
      const number = dayNumberOf(`${year}-${holiday.on}`);
      const { name, source } = holiday;
      const reason = { kind: "off", name, source, verified: true } as const;
      off.set(number, { openings: [], counts: false, reason, provisional: true });
      if (!holiday.inLieu || ordinaryDay(weekOn(weeks, number), weekdayOf(number), true).counts) continue;
      const words = { vi: `Nghỉ bù ${name.vi}`, en: `In lieu of ${name.en}` };
      const given = { ...reason, name: words, verified: false };
      inLieu.push({ after: number, day: { openings: [], counts: false, reason: given, provisional: true } });
    }
  }
  for (const { after, day } of inLieu.sort((one, other) => one.after - other.after)) {
    let number = after + 1;
    while (off.has(number) || !ordinaryDay(weekOn(weeks, number), weekdayOf(number), true).counts) number += 1;
    if (yearOf(number) <= toYear) off.set(number, day);
  }
  return off;
}

function readOpenings(open: OpeningHours): readonly Opening[] {
  return open.map(([from, to]) => ({ from: timeMs(from), to: timeMs(to) }));
}

function timeMs(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
}
