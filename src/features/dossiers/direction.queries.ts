/** The dossiers behind each number of the direction screens. */
import { type RawBuilder, sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";
import { isUncollected } from "./uncollected/queries.ts";

/** What happened between two moments of a day; the others are how it stands now. */
export const listsOfHappenings = ["received", "accepted", "settled", "early", "onTime", "late"] as const;
export const directionLists = [
  ...listsOfHappenings,
  "within",
  "overdue",
  "waiting",
  "unanswered",
  "supplement",
  "toReturn",
  "uncollected",
] as const;
export type DirectionList = (typeof directionLists)[number];

export type ListedDossier = {
  readonly id: string;
  readonly code: string;
  readonly procedureVersionId: number;
  readonly receivingUnitId: number;
  readonly holderUnitId: number | null;
  readonly state: string;
  readonly step: number;
  readonly stepDueAt: Date | null;
  readonly dueAt: Date | null;
  /** By when the next act is due: of a submitted dossier the first answer. */
  readonly actBy: Date | null;
  /** What the list is ordered by, and pages go on from. */
  readonly at: Date;
};

export type AskedList = {
  readonly list: DirectionList;
  /** As of when; the figures are of whole minutes. */
  readonly now: Date;
  /** Where the span of what happened begins and ends; how it stands now has no span. */
  readonly from: Date;
  readonly to: Date;
  /** Only dossiers that one of these received, handles or, while they are open, holds; null for all. */
  readonly scope: readonly number[] | null;
  /** Only those the number is laid to one of these units for; null for all. */
  readonly unitIds: readonly number[] | null;
  /** The national code of the channel; null for all. */
  readonly channel: number | null;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
};

const day = (column: string) => sql`(${sql.ref(column)} at time zone 'Asia/Ho_Chi_Minh')::date`;

type Units = readonly number[];
const receivedBy = (units: Units) => sql`receiving_unit_id = any(${[...units]}::smallint[])`;
const heldBy = (units: Units) => sql`holder_unit_id = any(${[...units]}::smallint[])`;
const handledBy = (units: Units) => sql`exists (
  select from handling_unit h where h.procedure_version_id = dossier.procedure_version_id
    and h.receiving_unit_id = dossier.receiving_unit_id and h.unit_id = any(${[...units]}::smallint[]))`;

/** Whom a number is laid to: what came in to the unit that receives, a decision to the one that handles, the rest to the holder. */
const laidTo: Readonly<Record<DirectionList, (units: Units) => RawBuilder<unknown>>> = {
  received: receivedBy,
  accepted: receivedBy,
  settled: handledBy,
  early: handledBy,
  onTime: handledBy,
  late: handledBy,
  within: heldBy,
  overdue: heldBy,
  waiting: heldBy,
  unanswered: heldBy,
  supplement: heldBy,
  toReturn: heldBy,
  uncollected: heldBy,
};

export async function listForDirection(
  db: Db,
  { list, now, from, to, scope, unitIds, channel, after, limit }: AskedList,
): Promise<readonly ListedDossier[]> {
  const settled = sql`finished_at >= ${from} and finished_at < ${to}`;
  // While a withdrawal waits for its decision everything stays as it was, the clock too.
  const inProcess = sql`state in ('accepted', 'inProgress', 'withdrawalRequested')`;
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
    waiting: [sql`act_by`, sql`state = 'submitted'`],
    unanswered: [sql`act_by`, sql`state = 'submitted' and act_by < ${now}`],
    supplement: [sql`act_by`, sql`(state = 'awaitingSupplement' or state = 'withdrawalRequested' and due_at is null)`],
    toReturn: [sql`act_by`, sql`state = 'finished'`],
    uncollected: [sql`act_by`, isUncollected],
  }[list];
  const inUnits = unitIds === null ? sql`` : sql`and ${laidTo[list](unitIds)}`;
  const happens = listsOfHappenings.some((one) => one === list);
  const inScope =
    scope === null
      ? sql``
      : happens
        ? sql`and (${receivedBy(scope)} or ${handledBy(scope)})`
        : sql`and (${receivedBy(scope)} or ${heldBy(scope)} or ${handledBy(scope)})`;
  const inChannel = channel === null ? sql`` : sql`and channel = ${channel}`;
  const beyond = after === null ? sql`` : sql`and (${order}, id) > (${after.at}, ${after.id}::uuid)`;
  const { rows } = await sql<ListedDossier>`
    select id, code, procedure_version_id, receiving_unit_id, holder_unit_id, state, step, step_due_at, due_at, act_by,
      ${order} as at
    from dossier where ${condition} ${inScope} ${inUnits} ${inChannel} ${beyond} order by ${order}, id limit ${limit}`.execute(
    db,
  );
  return rows;
}
