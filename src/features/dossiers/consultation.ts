/**
 * Asking other bodies for their opinion (61/2018/NĐ-CP art. 19(5)): the question, by when, and each answer are recorded; a
 * body that misses its day is reported. The citizen's clock runs on.
 */
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import type { DossierCalendar, InputNeed, MoveRefusal } from "./decide.ts";
import type { Dossier } from "./dossier.ts";

export const mostConsulted = 20;

export type Question = {
  readonly text: string;
  readonly unitIds: readonly number[];
  readonly dueAt: Date;
};

export function questionOf(
  dossier: Dossier,
  asked: { readonly text: string | null; readonly unitCodes: readonly string[]; readonly answerBy: string | null },
  unitIdOf: (code: string) => number | undefined,
  calendar: Pick<DossierCalendar, "endOfWorkingDay">,
  now: Date,
): Result<Question, MoveRefusal> {
  const needs: InputNeed[] = [];
  const text = asked.text?.trim() ?? "";
  if (text === "") needs.push({ path: "note", code: "missing" });
  if (asked.unitCodes.length === 0) needs.push({ path: "unitCodes", code: "missing" });
  const open = new Set(dossier.consultedUnits ?? []);
  const unitIds = new Set<number>();
  asked.unitCodes.forEach((code, index) => {
    const unitId = unitIdOf(code);
    const path = `unitCodes/${index}`;
    if (unitId === undefined || unitId === dossier.holderUnitId) needs.push({ path, code: "unknownUnit" });
    else if (open.has(unitId)) needs.push({ path, code: "alreadyAsked" });
    else unitIds.add(unitId);
  });
  if (open.size + unitIds.size > mostConsulted) needs.push({ path: "unitCodes", code: "tooLong" });
  const dueAt = asked.answerBy === null ? null : calendar.endOfWorkingDay(asked.answerBy);
  if (asked.answerBy === null) needs.push({ path: "answerBy", code: "missing" });
  else if (dueAt === null) needs.push({ path: "answerBy", code: "notAWorkingDay" });
  else if (dueAt <= now) needs.push({ path: "answerBy", code: "notLater" });
  if (needs.length > 0 || dueAt === null) return refused({ reason: "input", faults: needs });
  return accepted({ text, unitIds: [...unitIds], dueAt });
}

export function withAsked(present: readonly number[] | null, unitIds: readonly number[]): readonly number[] {
  return [...new Set([...(present ?? []), ...unitIds])].sort((a, b) => a - b);
}

/** Null when nobody is left who has not answered. */
export function withAnswered(present: readonly number[] | null, unitId: number): readonly number[] | null {
  const left = (present ?? []).filter((asked) => asked !== unitId);
  return left.length === 0 ? null : left;
}
