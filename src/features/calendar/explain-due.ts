/** A due date with its working in words: what `GET /api/v1/calendar/due` and `motcua due` answer, and pages show. */
import { formatInstant, type Language } from "#foundation/i18n/index.ts";
import { type DueTerms, type Duration, hoursOf } from "./add-time.ts";
import { cityTimestamp } from "./city-time.ts";
import { type Convention, defaultConvention } from "./convention.ts";
import { type CalendarTexts, calendarTexts } from "./texts/index.ts";
import type { DayReason, WorkingCalendar } from "./working-calendar.ts";
import { type IntervalReason, type WorkedInterval, workingOfDue } from "./working-of-due.ts";

export type DueExplanation = {
  readonly dueAt: string;
  readonly convention: string;
  readonly working: readonly {
    readonly from: string;
    readonly to: string;
    readonly counts: boolean;
    readonly reason: string;
  }[];
};

export function explainDue(
  calendar: WorkingCalendar,
  from: Date,
  duration: Duration,
  terms: DueTerms = {},
  language: Language = "vi",
): DueExplanation {
  const t = calendarTexts(language);
  const { due, intervals } = workingOfDue(calendar, from.getTime(), duration, terms);
  return {
    dueAt: cityTimestamp(new Date(due)),
    convention: conventionInWords(t, terms.convention ?? defaultConvention, from, duration),
    working: intervals.map((interval) => ({
      from: cityTimestamp(new Date(interval.from)),
      to: cityTimestamp(new Date(interval.to)),
      counts: interval.counts,
      reason: intervalInWords(t, interval, language),
    })),
  };
}

function conventionInWords(t: CalendarTexts, convention: Convention, from: Date, duration: Duration): string {
  const start = formatInstant(from);
  const say = t.convention;
  if (duration.kind === "same_day") return say.because(say.same_day(start), say.sameDayCitation);
  if (duration.kind === "hour") return say.because(say.hour(t.number(duration.count), start), say.hourCitation);
  const midnight = convention.lastDayEnds === "at-midnight";
  if (duration.kind === "working_day" && hoursOf(duration, convention) !== undefined)
    return say.because(say.working_day_hours(duration.count, convention.hoursPerDay, start), convention.citation);
  const sentence = say[midnight ? (`${duration.kind}_midnight` as const) : duration.kind];
  return say.because(sentence(duration.count, start), convention.citation);
}

function intervalInWords(t: CalendarTexts, interval: WorkedInterval, language: Language): string {
  const words = reasonInWords(t, interval.reason, language);
  return interval.provisionalYear === undefined
    ? words
    : t.reason.with(words, t.reason.provisionalYear(interval.provisionalYear));
}

function reasonInWords(t: CalendarTexts, reason: IntervalReason, language: Language): string {
  const say = t.reason;
  switch (reason.kind) {
    case "first-day":
      return say.firstDay;
    case "after-cutoff":
      return say.afterCutoff;
    case "counted": {
      if (reason.unit === "calendar_day") return say.calendarDay(reason.nth, reason.of);
      const words = reason.unit === "same_day" ? say.sameDay : say.workingDay(reason.nth, reason.of);
      return withSpecialDay(t, words, reason.day, language);
    }
    case "open":
      return withSpecialDay(t, say.open(t.minutes(reason.minutes)), reason.day, language);
    case "closed":
      return say.closed;
    case "day-off":
      return dayInWords(t, reason.day, language);
    case "paused":
      return reason.note === undefined ? say.paused : say.pausedFor(reason.note);
    case "resumed":
      return say.resumed;
    case "cut-short":
      return say.cutShort;
    case "moved-on":
      return reason.day.kind === "rest" || reason.day.kind === "off" || reason.day.kind === "reception"
        ? say.movedOver(dayInWords(t, reason.day, language))
        : withSpecialDay(t, say.movedOn, reason.day, language);
  }
}

/** A make-up Saturday or a half day says so beside its number. */
function withSpecialDay(t: CalendarTexts, words: string, day: DayReason, language: Language): string {
  return day.kind === "working" || day.kind === "half_day" ? t.reason.with(words, dayInWords(t, day, language)) : words;
}

function dayInWords(t: CalendarTexts, day: DayReason, language: Language): string {
  const say = t.reason;
  if (day.kind === "rest") return say.rest;
  if (day.kind === "reception") return say.reception;
  if (day.kind === "weekday") return say.closed;
  const words = (day.kind === "off" ? say.off : say.special)(day.name[language], day.source);
  return day.verified ? words : say.with(words, say.unverified);
}
