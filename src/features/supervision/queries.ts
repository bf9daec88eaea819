/** What the screens read: sums over the tables of figures, never a scan of dossiers. */
import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";

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

const groups = {
  unit: sql`unit_id::text`,
  procedure: sql`procedure_id::text`,
  field: sql`(select p.field from procedure p where p.id = procedure_id)`,
  hour: sql`to_char(hour at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:00')`,
  day: sql`to_char(hour at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')`,
  channel: sql`channel::text`,
} as const;
export type GroupBy = keyof typeof groups;
export const groupings = Object.keys(groups) as readonly GroupBy[];

export async function listCounts(
  db: Db,
  from: Date,
  to: Date,
  by: GroupBy,
  unitIds: readonly number[] | null,
): Promise<readonly GroupedCounts[]> {
  const inUnits = unitIds === null ? sql`` : sql`and unit_id = any(${[...unitIds]}::smallint[])`;
  const { rows } = await sql<GroupedCounts>`
    select ${groups[by]} as key, sum(received)::integer as received, sum(accepted)::integer as accepted,
      sum(refused)::integer as refused, sum(early)::integer as early, sum(on_time)::integer as on_time,
      sum(late)::integer as late, sum(returned)::integer as returned
    from ${by === "procedure" || by === "field" ? sql`figure_hour` : sql`figure_unit_hour`} where hour >= ${from} and hour < ${to} ${inUnits}
    group by 1 order by 1`.execute(db);
  return rows;
}

export type DayCounts = {
  readonly hour: readonly GroupedCounts[];
  readonly unit: readonly GroupedCounts[];
  readonly channel: readonly GroupedCounts[];
};

/** A span by hour, by unit and by channel, read once for all three. */
export async function listDayCounts(
  db: Db,
  from: Date,
  to: Date,
  unitIds: readonly number[] | null,
): Promise<DayCounts> {
  const inUnits = unitIds === null ? sql`` : sql`and unit_id = any(${[...unitIds]}::smallint[])`;
  const { rows } = await sql<GroupedCounts & { readonly by: keyof DayCounts }>`
    select case when grouping(hour) = 0 then 'hour' when grouping(unit_id) = 0 then 'unit' else 'channel' end as by,
      case when grouping(hour) = 0 then ${groups.hour} when grouping(unit_id) = 0 then unit_id::text else channel::text end as key,
      sum(received)::integer as received, sum(accepted)::integer as accepted, sum(refused)::integer as refused,
      sum(early)::integer as early, sum(on_time)::integer as on_time, sum(late)::integer as late,
      sum(returned)::integer as returned
    from figure_unit_hour where hour >= ${from} and hour < ${to} ${inUnits}
    group by grouping sets (hour, unit_id, channel) order by hour, unit_id, channel`.execute(db);
  const by = (name: keyof DayCounts) => rows.filter((row) => row.by === name);
  return { hour: by("hour"), unit: by("unit"), channel: by("channel") };
}

export type OpenCounts = {
  readonly unitId: number;
  readonly waitingForAnswer: number;
  readonly within: number;
  readonly overdue: number;
  readonly waitingForCitizen: number;
  readonly toReturn: number;
};

export async function listOpenCounts(
  db: Db,
  now: Date,
  unitIds: readonly number[] | null,
): Promise<readonly OpenCounts[]> {
  const inUnits = unitIds === null ? sql`` : sql`where unit_id = any(${[...unitIds]}::smallint[])`;
  const { rows } = await sql<OpenCounts>`
    select unit_id,
      coalesce(sum(count) filter (where state = 'submitted'), 0)::integer as waiting_for_answer,
      coalesce(sum(count) filter (where state in ('accepted', 'inProgress') and due_at >= ${now}), 0)::integer as within,
      coalesce(sum(count) filter (where state in ('accepted', 'inProgress') and due_at < ${now}), 0)::integer as overdue,
      coalesce(sum(count) filter (where state = 'awaitingSupplement'), 0)::integer as waiting_for_citizen,
      coalesce(sum(count) filter (where state = 'finished'), 0)::integer as to_return
    from figure_open ${inUnits} group by unit_id order by unit_id`.execute(db);
  return rows;
}
