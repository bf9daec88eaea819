/**
 * When the applicant is reminded of a result that lies at the counter (one-stop-rules §11, RES-06: a design rule, no article
 * sets the days, so the city does). Pure.
 */
import { addTime, BeyondCalendarError, isWorkingDay, type WorkingCalendar } from "#features/calendar/index.ts";

/** So many working days without being fetched, ascending: after each of them once. */
export type ReminderDays = readonly number[];

export type Waiting = {
  /** Since when it could have been fetched: the appointed time, or later the day it came to the desk or came back from the post. */
  readonly since: Date;
  readonly remindedAt: Date | null;
};

/**
 * Whether a reminder is due now. Times that passed while nobody looked are made up for by one, not by as many: the person
 * needs to know it once. On days off nobody is asked to come.
 */
export function isReminderDue(
  { since, remindedAt }: Waiting,
  now: Date,
  days: ReminderDays,
  calendar: WorkingCalendar,
): boolean {
  try {
    if (!isWorkingDay(calendar, now)) return false;
    return days.some((count) => {
      const { dueAt } = addTime(calendar, since, { kind: "working_day", count });
      return dueAt < now && (remindedAt === null || remindedAt < dueAt);
    });
  } catch (error) {
    // Nobody has entered that year yet, which is told at the start: a reminder that comes late does less harm than a wrong one.
    if (error instanceof BeyondCalendarError) return false;
    throw error;
  }
}
