/** The city's calendar day of an instant, `2026-11-24`, whatever the time zone of the server. */
export { dayOf } from "#foundation/i18n/index.ts";
export {
  addTime,
  type Due,
  type DueTerms,
  type Duration,
  dueAfterPause,
  firstAnswerBy,
} from "./add-time.ts";
export { type HandOverBy, isInTimeForToday, transferBy } from "./afternoon-cutoff.ts";
export { answerDue, type DueDeps } from "./answer-due.ts";
export { declareCalendarApi } from "./api/routes.ts";
export { type CalendarDefinition, type CalendarException, readCalendarDefinition } from "./calendar-definition.ts";
export { type CalendarWarning, calendarWarnings, warningInWords } from "./calendar-warnings.ts";
export { type Calendars, loadCalendars, NoCalendarError } from "./calendars.ts";
export { cityTimestamp, readTimestamp } from "./city-time.ts";
export { type Convention, type ConventionId, conventions, defaultConvention } from "./convention.ts";
export {
  countCalendarDays,
  countWorkingDays,
  countWorkingHours,
  countWorkingMinutes,
  endOfWorkingDay,
  isWorkingDay,
  isWorkingTime,
} from "./counting.ts";
export { type CommandOutput, dueCommand, dueHelp } from "./due-command.ts";
export { DueWorking } from "./due-working.tsx";
export { type DueExplanation, explainDue } from "./explain-due.ts";
export { calendarPaths } from "./paths.ts";
export type { Pause } from "./pauses.ts";
export { readCityCalendar, seedCalendar } from "./seed-calendar.ts";
export { type StoreCalendar, type StoredCalendar, storeCalendar } from "./store-calendar.ts";
export { calendarTexts } from "./texts/index.ts";
export { BeyondCalendarError, compileCalendar, provisionalYears, type WorkingCalendar } from "./working-calendar.ts";
