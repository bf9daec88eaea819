/**
 * What people say of how their dossier was handled (61/2018/NĐ-CP arts 27-32; TT 01/2018/TT-VPCP arts 12, 13). Said once, never
 * changed, and confidential: who said it is told to nobody. Pure.
 */
import { type EvaluationQuestion, evaluationQuestions } from "#features/documents/index.ts";
import type { Dossier, DossierState } from "#features/dossiers/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";

export { type EvaluationQuestion, evaluationQuestions };

/** Very satisfied, satisfied, not satisfied: two points, one, none. */
export const answers = [2, 1, 0] as const;
export type Answer = (typeof answers)[number];

export function isAnswer(value: unknown): value is Answer {
  return value === 2 || value === 1 || value === 0;
}

export function isQuestion(text: string): text is EvaluationQuestion {
  return evaluationQuestions.some((question) => question === text);
}

export type Evaluation = {
  readonly answers: ReadonlyMap<EvaluationQuestion, Answer>;
  readonly remark: string;
};

/** One press says the same of everything (the one-tap rating of the slips in use). */
export function sameOfAll(answer: Answer): Evaluation["answers"] {
  return new Map(evaluationQuestions.map((question) => [question, answer]));
}

export const longestRemark = 2000;

/** The authority has said its last word; what was withdrawn or recalled it had no chance to handle. */
const ends: readonly DossierState[] = ["finished", "returned", "refused", "stopped"];

export function isToEvaluate({ state }: Pick<Dossier, "state">): boolean {
  return ends.includes(state);
}

export type EvaluationRefusal = { readonly reason: "not-finished" | "already-given" | "nothing-said" | "too-long" };

/** Whatever somebody leaves out counts for nothing; leaving out everything is no evaluation. */
export function checkEvaluation(
  dossier: Pick<Dossier, "state">,
  { answers: given, remark }: Evaluation,
): Result<null, EvaluationRefusal> {
  if (!isToEvaluate(dossier)) return refused({ reason: "not-finished" });
  if (given.size === 0) return refused({ reason: "nothing-said" });
  return remark.length > longestRemark ? refused({ reason: "too-long" }) : accepted(null);
}

/**
 * A unit reads evaluations by fives and by whole quarters: of fewer than five, or of one that came alone, it could be told who
 * wrote it (61/2018/NĐ-CP art. 27(3)).
 */
export const shownAtOnce = 5;

export function shownOf(count: number): number {
  return count - (count % shownAtOnce);
}

/** A quarter of a year, as reports on evaluations are made (TT 01/2018/TT-VPCP art. 15(4)): `2026-4`. */
export type Quarter = { readonly year: number; readonly quarter: 1 | 2 | 3 | 4 };

export function quarterOf(day: string): Quarter {
  const month = Number(day.slice(5, 7));
  const quarter = month <= 3 ? 1 : month <= 6 ? 2 : month <= 9 ? 3 : 4;
  return { year: Number(day.slice(0, 4)), quarter };
}

export function quarterBefore({ year, quarter }: Quarter): Quarter {
  if (quarter === 1) return { year: year - 1, quarter: 4 };
  return { year, quarter: quarter === 4 ? 3 : quarter === 3 ? 2 : 1 };
}

export function writeQuarter({ year, quarter }: Quarter): string {
  return `${year}-${quarter}`;
}

/** The first day, and the first day of the next one. */
export function daysOf({ year, quarter }: Quarter): { readonly from: string; readonly before: string } {
  const first = (of: Quarter) => `${of.year}-${String((of.quarter - 1) * 3 + 1).padStart(2, "0")}-01`;
  const next: Quarter =
    quarter === 4 ? { year: year + 1, quarter: 1 } : { year, quarter: quarter === 3 ? 4 : quarter === 2 ? 3 : 2 };
  return { from: first({ year, quarter }), before: first(next) };
}
