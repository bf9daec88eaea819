/**
 * What the screens read: sums over the tables of figures, never a scan of dossiers. By unit each number is laid to the one
 * that answers for it: what came in, was accepted, refused and handed out to the unit that receives; what was decided, in
 * time or late, to the unit that handles; what is open to the unit that holds it now. So each column sums to the whole.
 */
import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";
import type { Day } from "#foundation/i18n/index.ts";
import type { Scope } from "./scope.ts";

export type Counts = {
  readonly received: number;
  readonly accepted: number;
  readonly refused: number;
  readonly early: number;
  readonly onTime: number;
  readonly late: number;
  readonly returned: number;
};
export type GroupedCounts = Counts & { readonly key: string };

const summed = sql`
  sum(received)::integer as received, sum(accepted)::integer as accepted, sum(refused)::integer as refused,
  sum(early)::integer as early, sum(on_time)::integer as on_time, sum(late)::integer as late,
  sum(returned)::integer as returned`;
/** Rows of a unit that are only there for what other units answer for say nothing of it. */
const somethingHappened = sql`sum(received + accepted + refused + early + on_time + late + returned) > 0`;

/** One row becomes two: what its receiving unit answers for, and what its handling unit does. */
const laid = sql`(
  select laid.* from asked f cross join lateral (values
    (f.unit_id, f.received, f.accepted, f.refused, 0, 0, 0, f.returned),
    (f.handling_unit_id, 0, 0, 0, f.early, f.on_time, f.late, 0)
  ) laid (laid_to, received, accepted, refused, early, on_time, late, returned)
) laid`;

/** Days of the city, both included. */
export type Span = { readonly from: Day; readonly to: Day };

const daysOf = ({ from, to }: Span) => sql`day between ${from}::date and ${to}::date`;
const hoursOf = ({ from, to }: Span) => sql`
  hour >= ${from}::timestamp at time zone 'Asia/Ho_Chi_Minh'
  and hour < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`;

const handledOrReceivedBy = (scope: Scope) =>
  scope === null
    ? sql``
    : sql`and (unit_id = any(${[...scope]}::smallint[]) or handling_unit_id = any(${[...scope]}::smallint[]))`;

const ofHours = (span: Span, scope: Scope) => sql`
  select * from figure_hour where ${hoursOf(span)} ${handledOrReceivedBy(scope)}`;
const ofDays = (span: Span, scope: Scope) => sql`
  select * from figure_day where ${daysOf(span)} ${handledOrReceivedBy(scope)}`;
const ofProcedures = (span: Span, scope: Scope) => sql`
  select f.*, p.code, p.field from figure_procedure_day f join procedure p on p.id = f.procedure_id
  where ${daysOf(span)} ${handledOrReceivedBy(scope)}`;

const hourKey = sql`to_char(hour at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:00')`;

/** By what, of which rows of which table. */
const groups = {
  unit: { asked: ofDays, rows: laid, key: sql`laid_to::text` },
  procedure: { asked: ofProcedures, rows: sql`asked`, key: sql`code` },
  field: { asked: ofProcedures, rows: sql`asked`, key: sql`field` },
  hour: { asked: ofHours, rows: sql`asked`, key: hourKey },
  day: { asked: ofDays, rows: sql`asked`, key: sql`day::text` },
  channel: { asked: ofDays, rows: sql`asked`, key: sql`channel::text` },
} as const;
export type GroupBy = keyof typeof groups;
export const groupings = Object.keys(groups) as readonly GroupBy[];

export async function listCounts(db: Db, span: Span, by: GroupBy, scope: Scope): Promise<readonly GroupedCounts[]> {
  const { asked, rows: grouped, key } = groups[by];
  const { rows } = await sql<GroupedCounts>`
    with asked as (${asked(span, scope)})
    select ${key} as key, ${summed} from ${grouped}
    group by 1 having ${somethingHappened} order by 1`.execute(db);
  return rows;
}

export type DayCounts = {
  readonly hour: readonly GroupedCounts[];
  readonly unit: readonly GroupedCounts[];
  readonly channel: readonly GroupedCounts[];
};

/** A day by hour, by unit and by channel, in one round trip. */
export async function listDayCounts(db: Db, day: Day, scope: Scope): Promise<DayCounts> {
  const span = { from: day, to: day };
  const { rows } = await sql<GroupedCounts & { readonly by: keyof DayCounts }>`
    with asked as materialized (${ofDays(span, scope)})
    select 'hour' as by, ${hourKey} as key, ${summed} from (${ofHours(span, scope)}) hours group by hour
    union all
    select 'unit', laid_to::text, ${summed} from ${laid} group by laid_to having ${somethingHappened}
    union all
    select 'channel', channel::text, ${summed} from asked group by channel
    order by by, key`.execute(db);
  const by = (name: keyof DayCounts) => rows.filter((row) => row.by === name);
  return { hour: by("hour"), unit: by("unit"), channel: by("channel") };
}

export type OpenCounts = {
  readonly unitId: number;
  /** Submitted and not answered yet; `unanswered` are those of them whose legal time for the answer has passed. */
  readonly waitingForAnswer: number;
  readonly unanswered: number;
  readonly within: number;
  readonly overdue: number;
  readonly waitingForCitizen: number;
  readonly toReturn: number;
};

/** Open dossiers by the unit that holds them, as of the beginning of a minute. */
export async function listOpenCounts(db: Db, at: Date, scope: Scope): Promise<readonly OpenCounts[]> {
  const units = sql`${scope === null ? [] : [...scope]}::smallint[]`;
  const inScope =
    scope === null
      ? sql`true`
      : sql`(unit_id = any(${units}) or handling_unit_id = any(${units}) or holder_unit_id = any(${units}))`;
  const { rows } = await sql<OpenCounts>`
    select unit_id, waiting_for_answer, waiting_for_answer - coalesce(answer_in_time, 0) as unanswered,
      coalesce(decision_in_time, 0) as within, in_process - coalesce(decision_in_time, 0) as overdue,
      waiting_for_citizen, to_return
    from (
      select holder_unit_id as unit_id,
        coalesce(sum(count) filter (where state = 'submitted'), 0)::integer as waiting_for_answer,
        coalesce(sum(count) filter (where state in ('accepted', 'inProgress')), 0)::integer as in_process,
        coalesce(sum(count) filter (where state = 'awaitingSupplement'), 0)::integer as waiting_for_citizen,
        coalesce(sum(count) filter (where state = 'finished'), 0)::integer as to_return
      from figure_open where ${inScope} group by holder_unit_id having sum(count) > 0
    ) open left join (
      select holder_unit_id as unit_id,
        coalesce(sum(count) filter (where owed = 'firstAnswer'), 0)::integer as answer_in_time,
        coalesce(sum(count) filter (where owed = 'decision'), 0)::integer as decision_in_time
      from figure_due where due_at >= ${at} and ${inScope} group by holder_unit_id
    ) due using (unit_id)
    order by unit_id`.execute(db);
  return rows;
}
