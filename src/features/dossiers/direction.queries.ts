/** The dossiers behind each number of the direction screens. */
import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";

/** What happened between two moments of a day; the others are how it stands now. */
export const listsOfHappenings = ["received", "accepted", "settled", "early", "onTime", "late"] as const;
export const directionLists = [...listsOfHappenings, "within", "overdue", "waiting", "supplement", "toReturn"] as const;
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
  /** Where the span of what happened begins and ends; how it stands now has no span. */
  readonly from: Date;
  readonly to: Date;
  /** Receiving units; null for all. */
  readonly unitIds: readonly number[] | null;
  /** The national code of the channel; null for all. */
  readonly channel: number | null;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
};

const day = (column: string) => sql`(${sql.ref(column)} at time zone 'Asia/Ho_Chi_Minh')::date`;

export async function listForDirection(
  db: Db,
  { list, now, from, to, unitIds, channel, after, limit }: AskedList,
): Promise<readonly ListedDossier[]> {
  const settled = sql`finished_at >= ${from} and finished_at < ${to}`;
  const inProcess = sql`holder_unit_id is not null and state in ('accepted', 'inProgress')`;
  // Each condition says of the present row what the figures count from its events (one-stop-rules §9).
  const [order, condition] = {
    received: [sql`submitted_at`, sql`submitted_at >= ${from} and submitted_at < ${to}`],
    accepted: [sql`accepted_at`, sql`accepted_at >= ${from} and accepted_at < ${to}`],
    settled: [sql`finished_at`, settled],
    early: [sql`finished_at`, sql`${settled} and ${day("finished_at")} < ${day("due_at")}`],
    onTime: [sql`finished_at`, sql`${settled} and ${day("finished_at")} = ${day("due_at")} and finished_at <= due_at`],
    late: [sql`finished_at`, sql`${settled} and finished_at > due_at`],
    // In process they are ordered by their due date (act_by), so each list begins where the other ends.
    within: [sql`act_by`, sql`${inProcess} and due_at >= ${now} and act_by >= ${now}`],
    overdue: [sql`act_by`, sql`${inProcess} and due_at < ${now} and act_by < ${now}`],
    waiting: [sql`act_by`, sql`holder_unit_id is not null and state = 'submitted'`],
    supplement: [sql`act_by`, sql`holder_unit_id is not null and state = 'awaitingSupplement'`],
    toReturn: [sql`act_by`, sql`holder_unit_id is not null and state = 'finished'`],
  }[list];
  const inUnits = unitIds === null ? sql`` : sql`and receiving_unit_id = any(${[...unitIds]}::smallint[])`;
  const inChannel = channel === null ? sql`` : sql`and channel = ${channel}`;
  const beyond = after === null ? sql`` : sql`and (${order}, id) > (${after.at}, ${after.id}::uuid)`;
  const { rows } = await sql<ListedDossier>`
    select id, code, procedure_version_id, receiving_unit_id, holder_unit_id, state, due_at, ${order} as at
    from dossier where ${condition} ${inUnits} ${inChannel} ${beyond} order by ${order}, id limit ${limit}`.execute(db);
  return rows;
}
