/** What whoever keeps the calendar must know today. */
import { type Day, formatDay, type Language } from "#foundation/i18n/index.ts";
import { dayFromNumber, dayNumberOf, yearOf } from "./city-time.ts";
import { calendarTexts } from "./texts/index.ts";
import { calendarDay, type WorkingCalendar } from "./working-calendar.ts";

export type CalendarWarning =
  /** Urgent once due dates of an ordinary limit reach that year: from October, or when the year has begun. */
  | { readonly kind: "year-missing"; readonly year: number; readonly isUrgent: boolean }
  /** Days off within the coming twelve months that were never announced. */
  | { readonly kind: "unverified-days"; readonly days: readonly Day[] };

/** A notice of Tết and of swaps usually comes in November or December of the year before. */
const urgentFromMonth = 10;

export function calendarWarnings(calendar: WorkingCalendar, today: Day): readonly CalendarWarning[] {
  const warnings: CalendarWarning[] = [];
  const now = dayNumberOf(today);
  const thisYear = yearOf(now);
  for (const year of [thisYear, thisYear + 1]) {
    if (year >= calendar.years.from && year <= calendar.years.to) continue;
    const isUrgent = year === thisYear || Number(today.slice(5, 7)) >= urgentFromMonth;
    warnings.push({ kind: "year-missing", year, isUrgent });
  }
  const unverified: Day[] = [];
  const lastDay = Math.min(now + 365, calendar.lastDay);
  for (let day = Math.max(now, calendar.firstDay); day <= lastDay; day += 1) {
    const { reason } = calendarDay(calendar, day);
    if ("verified" in reason && !reason.verified && yearOf(day) <= calendar.years.to)
      unverified.push(dayFromNumber(day));
  }
  if (unverified.length > 0) warnings.push({ kind: "unverified-days", days: unverified });
  return warnings;
}

export function warningInWords(warning: CalendarWarning, language: Language): string {
  const say = calendarTexts(language).warning;
  if (warning.kind === "year-missing") return say.yearMissing(warning.year);
  const [first, last] = [warning.days[0] ?? "", warning.days.at(-1) ?? ""];
  return say.unverified(warning.days.length, formatDay(first), formatDay(last));
}
