/** Says what somebody thinks of how a dossier was handled: once, and for good. */
import { type Dossier, findWrappedKey } from "#features/dossiers/index.ts";
import type { Official } from "#features/identity/index.ts";
import { normaliseText } from "#foundation/i18n/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import type { EvaluationDeps } from "./deps.ts";
import { checkEvaluation, type Evaluation, type EvaluationRefusal } from "./evaluation.ts";
import { insertEvaluation, type NewEvaluation } from "./queries.ts";

/** Who sends it; whoever evaluates by an account or a link is not kept with it. */
export type Giver = { readonly way: "account" | "link" } | { readonly way: "paper"; readonly by: Official };

export async function giveEvaluation(
  { database, clock, sealing, dayOf }: Pick<EvaluationDeps, "database" | "clock" | "sealing" | "dayOf">,
  dossier: Dossier,
  giver: Giver,
  typed: Evaluation,
): Promise<Result<null, EvaluationRefusal>> {
  const evaluation = { ...typed, remark: normaliseText(typed.remark).toWellFormed() };
  const checked = checkEvaluation(dossier, evaluation);
  if (!checked.ok) return checked;
  return database.db.transaction().execute(async (tx) => {
    const wrapped = await findWrappedKey(tx, dossier.id);
    // Without a person there is no case any more.
    if (wrapped === null) return refused({ reason: "not-finished" });
    const { remark } = evaluation;
    const row: NewEvaluation = {
      dossierId: dossier.id,
      unitId: dossier.receivingUnitId,
      givenOn: dayOf(clock.now()),
      way: giver.way,
      copiedBy: giver.way === "paper" ? giver.by.accountId : null,
      sealedRemark: remark === "" ? null : sealing.seal(sealing.unwrap(wrapped), remarkPlace(dossier.id), remark),
    };
    const isNew = await insertEvaluation(tx, row, evaluation.answers);
    return isNew ? accepted(null) : refused({ reason: "already-given" });
  });
}

export function remarkPlace(dossierId: string): string {
  return `dossier:${dossierId}:evaluation`;
}
