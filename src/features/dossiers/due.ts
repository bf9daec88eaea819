/** By when the city must answer: the limits of a procedure version on the calendar of the unit that received it. */
import {
  addTime,
  type Duration,
  dueAfterPause,
  endOfWorkingDay,
  firstAnswerBy,
  transferBy,
  type WorkingCalendar,
} from "#features/calendar/index.ts";
import type { Deadline } from "#features/catalogue/index.ts";
import type { DossierCalendar } from "./decide.ts";

/**
 * A limit of one working day is the same-day limit with the 15:00 rule, as the city's procedures of civil status and
 * authentication are published: received in time it is due the same day, after 15:00 the next working day.
 */
export function limitOf(deadline: Deadline): Duration {
  if (deadline.unit === "working_day" && deadline.value === 1) return { kind: "same_day" };
  return { kind: deadline.unit, count: deadline.value };
}

export function dossierCalendar(calendar: WorkingCalendar, deadline: Deadline): DossierCalendar {
  const limit = limitOf(deadline);
  return {
    firstAnswerBy: (submittedAt) => firstAnswerBy(calendar, submittedAt).dueAt,
    dueFrom: (start) => addTime(calendar, start, limit).dueAt,
    stepDueFrom: (start, hours) => addTime(calendar, start, { kind: "hour", count: hours }).dueAt,
    dueAfterPause: (dueAt, pausedAt, resumedAt) =>
      dueAfterPause(calendar, dueAt, { from: pausedAt, to: resumedAt }, limit),
    supplementUntil: (acceptedAt) => addTime(calendar, acceptedAt, { kind: "working_day", count: 3 }).dueAt,
    transferBy: (receivedAt) => transferBy(calendar, receivedAt).by,
    endOfWorkingDay: (day) => endOfWorkingDay(calendar, day),
  };
}
