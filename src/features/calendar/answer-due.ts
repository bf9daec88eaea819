/** Use case: anybody asks by when. The HTTP route and the command answer through here, so they answer the same. */
import { BadInputError } from "#foundation/errors/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import type { Calendars } from "./calendars.ts";
import { readDueQuestion } from "./due-question.ts";
import { type DueExplanation, explainDue } from "./explain-due.ts";
import { calendarTexts } from "./texts/index.ts";
import { BeyondCalendarError } from "./working-calendar.ts";

export type DueDeps = {
  readonly calendars: Calendars;
  readonly isUnit: (code: string) => boolean;
};

/** Throws a BadInputError with all faults: 400 for a question that cannot be read, 422 past the years of the calendar. */
export function answerDue(
  { calendars, isUnit }: DueDeps,
  asked: Iterable<readonly [string, string]>,
  language: Language,
): DueExplanation {
  const question = readDueQuestion(asked, isUnit, language);
  if (!question.ok) throw new BadInputError("badQuery", question.refusal, 400);
  const { from, duration, unitCode } = question.value;
  try {
    return explainDue(calendars.forUnit(unitCode), from, duration, {}, language);
  } catch (error) {
    if (!(error instanceof BeyondCalendarError)) throw error;
    const message = calendarTexts(language).fault.beyond(error.years.from, error.years.to);
    throw new BadInputError("badQuery", [{ path: "from", code: "beyondCalendar", message }], 422);
  }
}
