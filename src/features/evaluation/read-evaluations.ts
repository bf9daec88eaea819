/** What a unit reads of what people said of it in a quarter: sums and words, of fives, without dossier, day or person. */
import type { EvaluationDeps } from "./deps.ts";
import { daysOf, type EvaluationQuestion, evaluationQuestions, type Quarter, shownOf } from "./evaluation.ts";
import { remarkPlace } from "./give-evaluation.ts";
import { countAnswers, countEvaluations, listRemarks } from "./queries.ts";

export type UnitEvaluations = {
  readonly count: number;
  /** So many of them are in the sums and among the words. */
  readonly shown: number;
  readonly questions: readonly {
    readonly question: EvaluationQuestion;
    readonly good: number;
    readonly fair: number;
    readonly poor: number;
  }[];
  readonly remarks: readonly string[];
};

export async function readEvaluations(
  { database: { db }, sealing }: Pick<EvaluationDeps, "database" | "sealing">,
  unitId: number,
  quarter: Quarter,
): Promise<UnitEvaluations> {
  const span = daysOf(quarter);
  const count = await countEvaluations(db, unitId, span);
  const shown = shownOf(count);
  if (shown === 0) return { count, shown, questions: [], remarks: [] };
  const [counts, sealed] = await Promise.all([
    countAnswers(db, unitId, span, shown),
    listRemarks(db, unitId, span, shown),
  ]);
  return {
    count,
    shown,
    questions: evaluationQuestions.map((question) => {
      const { good = 0, fair = 0, poor = 0 } = counts.find((one) => one.question === question) ?? {};
      return { question, good, fair, poor };
    }),
    remarks: sealed.map(({ dossierId, wrapped, sealed: words }) =>
      sealing.openText(sealing.unwrap(wrapped), remarkPlace(dossierId), words),
    ),
  };
}
