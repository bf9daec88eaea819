/**
 * A dossier that will not be ready in time (61/2018/NĐ-CP art. 19(9)): at least a day before the due date the authority
 * apologises with the reason and one new date, drafted by whoever handles it and signed by a leader. A second new date is
 * refused: the dossier then stays overdue. The original date is kept apart and is never changed.
 */
import { dayOf } from "#foundation/i18n/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import type { DossierCalendar, InputNeed, MoveRefusal } from "./decide.ts";
import type { Dossier } from "./dossier.ts";

/** Why a result is late, for the reports on causes. */
export const lateCauses = ["workload", "consultation", "verification", "absence", "system", "other"] as const;
export type LateCause = (typeof lateCauses)[number];

export function isLateCause(text: string): text is LateCause {
  return (lateCauses as readonly string[]).includes(text);
}

export type Apology = {
  readonly reason: string;
  readonly cause: LateCause;
  /** The new day, YYYY-MM-DD in the city. */
  readonly newDueOn: string;
};

/** Whether an apology can still be sent at all: once, and not on the due day itself or later. */
export function mayStillApologise(dossier: Dossier, now: Date): boolean {
  return dossier.dueAt !== null && dossier.rescheduledCount === 0 && dayOf(now) < dayOf(dossier.dueAt);
}

/** The new due moment an apology gives: the end of a working day after the present one. */
export function rescheduledTo(
  dossier: Dossier,
  apology: { readonly [Key in keyof Apology]: Apology[Key] | null },
  calendar: Pick<DossierCalendar, "endOfWorkingDay">,
  now: Date,
): Result<Apology & { readonly dueAt: Date }, MoveRefusal> {
  const { state, dueAt } = dossier;
  if (dueAt === null) return refused({ reason: "not-legal-now", state });
  if (dossier.rescheduledCount > 0) return refused({ reason: "rescheduled-only-once", state });
  if (!mayStillApologise(dossier, now)) return refused({ reason: "too-late", state });
  const needs: InputNeed[] = [];
  const { cause, newDueOn } = apology;
  const reason = apology.reason?.trim() ?? "";
  if (reason === "") needs.push({ path: "note", code: "missing" });
  if (cause === null) needs.push({ path: "cause", code: "missing" });
  const end = newDueOn === null ? null : calendar.endOfWorkingDay(newDueOn);
  if (newDueOn === null) needs.push({ path: "newDueOn", code: "missing" });
  else if (end === null) needs.push({ path: "newDueOn", code: "notAWorkingDay" });
  else if (end <= dueAt) needs.push({ path: "newDueOn", code: "notLater" });
  if (needs.length > 0 || cause === null || newDueOn === null || end === null) {
    return refused({ reason: "input", faults: needs });
  }
  return accepted({ reason, cause, newDueOn, dueAt: end });
}
