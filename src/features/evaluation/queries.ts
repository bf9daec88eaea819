/** Evaluations, only ever added; and what a unit may read of them, which is never one alone. */
import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";
import type { Answer, EvaluationQuestion } from "./evaluation.ts";

export type NewEvaluation = {
  readonly dossierId: string;
  readonly unitId: number;
  readonly givenOn: string;
  readonly way: "account" | "link" | "paper";
  readonly copiedBy: string | null;
  readonly sealedRemark: Buffer | null;
};

/** False when this dossier has been evaluated; of two at once the second waits and is told so. */
export async function insertEvaluation(
  tx: Db,
  evaluation: NewEvaluation,
  answers: ReadonlyMap<EvaluationQuestion, Answer>,
): Promise<boolean> {
  const done = await tx
    .insertInto("evaluation")
    .values(evaluation)
    .onConflict((conflict) => conflict.column("dossierId").doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n) return false;
  const { dossierId } = evaluation;
  await tx
    .insertInto("evaluationAnswer")
    .values([...answers].map(([question, answer]) => ({ dossierId, question, answer })))
    .execute();
  return true;
}

export async function isEvaluated(db: Db, dossierId: string): Promise<boolean> {
  const row = await db.selectFrom("evaluation").select("way").where("dossierId", "=", dossierId).executeTakeFirst();
  return row !== undefined;
}

export type Span = { readonly from: string; readonly before: string };

const given = (unitId: number, { from, before }: Span) =>
  sql`from evaluation where unit_id = ${unitId} and given_on >= ${from}::date and given_on < ${before}::date`;

export async function countEvaluations(db: Db, unitId: number, span: Span): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count ${given(unitId, span)}`.execute(db);
  return rows[0]?.count ?? 0;
}

export type QuestionCounts = {
  readonly question: string;
  readonly good: number;
  readonly fair: number;
  readonly poor: number;
};

/** Of the first so many that came. */
export async function countAnswers(
  db: Db,
  unitId: number,
  span: Span,
  first: number,
): Promise<readonly QuestionCounts[]> {
  const { rows } = await sql<QuestionCounts>`
    select question, count(*) filter (where answer = 2)::integer as good,
      count(*) filter (where answer = 1)::integer as fair, count(*) filter (where answer = 0)::integer as poor
    from evaluation_answer
    where dossier_id in (select dossier_id ${given(unitId, span)} order by place limit ${first})
    group by question`.execute(db);
  return rows;
}

export type SealedRemark = { readonly dossierId: string; readonly wrapped: Buffer; readonly sealed: Buffer };

/** The words of the first so many, in an order that says nothing of when they came; none of who was erased. */
export async function listRemarks(db: Db, unitId: number, span: Span, first: number): Promise<readonly SealedRemark[]> {
  const { rows } = await sql<SealedRemark>`
    select e.dossier_id, k.wrapped, e.sealed_remark as sealed
    from (select dossier_id, sealed_remark ${given(unitId, span)} order by place limit ${first}) e
    join dossier_key k on k.dossier_id = e.dossier_id
    where e.sealed_remark is not null
    order by md5(e.dossier_id::text)`.execute(db);
  return rows;
}

/** Evaluations of dossiers that are not there: what a foreign key would refuse (docs/adr/0004). */
export async function listEvaluationsWithoutDossier(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select dossier_id as id from evaluation e
    where not exists (select from dossier d where d.id = e.dossier_id) order by 1 limit 1000`.execute(db);
  return rows.map(({ id }) => id);
}
