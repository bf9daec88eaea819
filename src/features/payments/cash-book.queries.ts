/** What came in and went out at a unit, by the day on which it was written down: a day once past never changes. */
import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";
import type { Method } from "./finance.ts";

export type EntryKind = "payment" | "reversal" | "refund";

export type BookEntry = {
  readonly id: string;
  readonly kind: EntryKind;
  readonly at: Date;
  readonly dossierId: string;
  readonly code: string;
  readonly procedureVersionId: number;
  readonly method: Method;
  /** What came in; below nought what went out. */
  readonly amount: number;
  readonly reference: string | null;
  readonly officialId: string;
};

export type BookGroup = Pick<BookEntry, "kind" | "method" | "procedureVersionId" | "officialId"> & {
  readonly count: number;
  readonly amount: number;
};

export type Span = { readonly unitId: number; readonly from: Date; readonly to: Date };

/** Every entry of the span, as a table to read from. */
const entriesOf = ({ unitId, from, to }: Span) => sql`
  select p.id, case when p.reverses is null then 'payment' else 'reversal' end as kind, p.recorded_at as at, p.dossier_id,
         p.method, case when p.reverses is null then p.amount else -p.amount end as amount, p.reference,
         p.recorded_by as official_id
  from payment p where p.unit_id = ${unitId} and p.recorded_at >= ${from} and p.recorded_at < ${to}
  union all
  select o.refund_id, 'refund', o.paid_at, r.dossier_id, r.method, -r.amount, o.reference, o.paid_by
  from refund_payout o join refund r on r.id = o.refund_id
  where o.unit_id = ${unitId} and o.paid_at >= ${from} and o.paid_at < ${to}`;

/** In order of time; `after` is the last entry of the page before. */
export async function listEntries(
  db: Db,
  span: Span,
  after: { readonly at: Date; readonly id: string } | null,
  limit: number,
): Promise<readonly BookEntry[]> {
  const { rows } = await sql<BookEntry>`
    select e.id, e.kind, e.at, e.dossier_id, d.code, d.procedure_version_id, e.method, e.amount, e.reference, e.official_id
    from (${entriesOf(span)}) e join dossier d on d.id = e.dossier_id
    where ${after?.at ?? null}::timestamptz is null or (e.at, e.id) > (${after?.at ?? null}, ${after?.id ?? null}::uuid)
    order by e.at, e.id limit ${limit}`.execute(db);
  return rows;
}

export async function listGroups(db: Db, span: Span): Promise<readonly BookGroup[]> {
  const { rows } = await sql<BookGroup>`
    select e.kind, e.method, e.official_id, d.procedure_version_id, count(*)::int as count, sum(e.amount)::bigint as amount
    from (${entriesOf(span)}) e join dossier d on d.id = e.dossier_id
    group by e.kind, e.method, e.official_id, d.procedure_version_id`.execute(db);
  return rows;
}
