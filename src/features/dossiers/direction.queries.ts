/** The dossiers behind each number of the direction screens. */
import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";

export const directionLists = [
  "received",
  "accepted",
  "settled",
  "within",
  "overdue",
  "waiting",
  "supplement",
  "toReturn",
] as const;
export type DirectionList = (typeof directionLists)[number];

export type ListedDossier = {
  readonly id: string;
  readonly code: string;
  readonly procedureVersionId: number;
  readonly receivingUnitId: number;
  readonly holderUnitId: number | null;
  readonly state: string;
  readonly dueAt: Date | null;
  /** What the list is ordered by, and pages go on from. */
  readonly at: Date;
};

export type AskedList = {
  readonly list: DirectionList;
  readonly now: Date;
  /** Where the day, or the span, of the numbers begins. */
  readonly from: Date;
  /** Receiving units; null for all. */
  readonly unitIds: readonly number[] | null;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
};

export async function listForDirection(
  db: Db,
  { list, now, from, unitIds, after, limit }: AskedList,
): Promise<readonly ListedDossier[]> {
  const [order, condition] = {
    received: [sql`submitted_at`, sql`submitted_at >= ${from}`],
    accepted: [sql`accepted_at`, sql`accepted_at >= ${from}`],
    settled: [sql`finished_at`, sql`finished_at >= ${from}`],
    within: [sql`act_by`, sql`holder_unit_id is not null and state in ('accepted', 'inProgress') and due_at >= ${now}`],
    overdue: [sql`act_by`, sql`holder_unit_id is not null and state in ('accepted', 'inProgress') and due_at < ${now}`],
    waiting: [sql`act_by`, sql`holder_unit_id is not null and state = 'submitted'`],
    supplement: [sql`act_by`, sql`state = 'awaitingSupplement'`],
    toReturn: [sql`act_by`, sql`holder_unit_id is not null and state = 'finished'`],
  }[list];
  const inUnits = unitIds === null ? sql`` : sql`and receiving_unit_id = any(${[...unitIds]}::smallint[])`;
  const beyond = after === null ? sql`` : sql`and (${order}, id) > (${after.at}, ${after.id}::uuid)`;
  const { rows } = await sql<ListedDossier>`
    select id, code, procedure_version_id, receiving_unit_id, holder_unit_id, state, due_at, ${order} as at
    from dossier where ${condition} ${inUnits} ${beyond} order by ${order}, id limit ${limit}`.execute(db);
  return rows;
}
