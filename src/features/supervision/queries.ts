import { type RawBuilder, sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";

/** One number, always the same, so that two workers never apply the same events side by side. */
const lock = 7_402_658_114;

/** Open dossiers whose clock does not run have no due moment; they are counted under this one. */
const never = sql`'infinity'::timestamptz`;

/**
 * What events add to the figures. `batch` gives each event with the one before it and what never changes of its dossier.
 * Settled (one-stop-rules §9, QĐ 766): early before the due day, on time up to the due moment, late after it.
 */
const counted = (batch: RawBuilder<unknown>) => sql`
  select date_trunc('hour', at) as hour, unit_id, procedure_id, channel,
    count(*) filter (where type = 'submit') as received,
    count(*) filter (where type = 'accept') as accepted,
    count(*) filter (where type = 'refuse') as refused,
    count(*) filter (where type = 'approve' and day < due_day) as early,
    count(*) filter (where type = 'approve' and day = due_day and at <= due_at) as on_time,
    count(*) filter (where type = 'approve' and at > due_at) as late,
    count(*) filter (where type = 'returnResult') as returned
  from (${batch}) b group by 1, 2, 3, 4
  having count(*) filter (where type in ('submit', 'accept', 'refuse', 'approve', 'returnResult')) > 0`;

const openStates = sql`('submitted', 'accepted', 'inProgress', 'awaitingSupplement', 'finished')`;

const opened = (batch: RawBuilder<unknown>) => sql`
  select unit_id, state, due_at, sum(change)::integer as count from (
    select unit_id, state, coalesce(due_at, ${never}) as due_at, 1 as change from (${batch}) b where state in ${openStates}
    union all
    select unit_id, before_state, coalesce(before_due_at, ${never}), -1 from (${batch}) b where before_state in ${openStates}
  ) changes group by 1, 2, 3 having sum(change) <> 0`;

const columns = sql`
  e.tx, e.dossier_id, e.number, e.type, e.at, e.state, e.due_at,
  (e.at at time zone 'Asia/Ho_Chi_Minh')::date as day, (e.due_at at time zone 'Asia/Ho_Chi_Minh')::date as due_day,
  p.state as before_state, p.due_at as before_due_at,
  d.receiving_unit_id as unit_id, v.procedure_id, d.channel`;

const joined = sql`
  join dossier d on d.id = e.dossier_id
  join procedure_version v on v.id = d.procedure_version_id
  left join dossier_event p on p.dossier_id = e.dossier_id and p.number = e.number - 1`;

/** Applies the next events, each exactly once; answers how many. Nought when there are none or another worker is at it. */
export async function applyNextEvents(db: Db, limit: number): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows: locked } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${lock}) as got`.execute(tx);
    if (locked[0]?.got !== true) return 0;
    const batch = sql`select * from batch`;
    const { rows } = await sql<{ applied: number }>`
      with place as (
        select tx, dossier_id, number from listener_place where name = 'figures' for update
      ), batch as materialized (
        select ${columns} from place
        join dossier_event e on e.tx >= place.tx and (e.tx, e.dossier_id, e.number) > (place.tx, place.dossier_id, place.number)
        ${joined}
        -- What an open transaction may still add lies behind this line; it is read when that one has ended.
        where e.tx < pg_snapshot_xmin(pg_current_snapshot())
        order by e.tx, e.dossier_id, e.number limit ${limit}
      ), hours as (
        insert into figure_hour as f (hour, unit_id, procedure_id, channel, received, accepted, refused, early, on_time, late, returned)
        ${counted(batch)}
        on conflict (hour, unit_id, procedure_id, channel) do update set
          received = f.received + excluded.received, accepted = f.accepted + excluded.accepted,
          refused = f.refused + excluded.refused, early = f.early + excluded.early, on_time = f.on_time + excluded.on_time,
          late = f.late + excluded.late, returned = f.returned + excluded.returned
      ), open as (
        insert into figure_open as f (unit_id, state, due_at, count) ${opened(batch)}
        on conflict (unit_id, state, due_at) do update set count = f.count + excluded.count
      ), moved as (
        update listener_place l set tx = b.tx, dossier_id = b.dossier_id, number = b.number
        from (select tx, dossier_id, number from batch order by tx desc, dossier_id desc, number desc limit 1) b
        where l.name = 'figures'
      )
      select count(*)::integer as applied from batch`.execute(tx);
    return rows[0]?.applied ?? 0;
  });
}

/** Moments that are past and empty say nothing any more. */
export async function deleteEmptyOpenFigures(db: Db): Promise<void> {
  await db.deleteFrom("figureOpen").where("count", "=", 0).execute();
}

const upToPlace = sql`
  select ${columns} from listener_place l
  join dossier_event e on (e.tx, e.dossier_id, e.number) <= (l.tx, l.dossier_id, l.number)
  ${joined} where l.name = 'figures'`;

/** Counts everything again from the events the listener has applied, and names what differs from what was kept. */
export async function compareFigures(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ difference: string }>`
    with told as materialized (${upToPlace})
    select 'figures of hour ' || hour || ', unit ' || unit_id || ', procedure ' || procedure_id as difference from (
      (${counted(sql`select * from told`)} except select * from figure_hour)
      union (select * from figure_hour except ${counted(sql`select * from told`)})
    ) hours
    union all
    select 'open figures of unit ' || unit_id || ', ' || state || ', due ' || due_at from (
      (${opened(sql`select * from told`)} except select * from figure_open where count <> 0)
      union (select * from figure_open where count <> 0 except ${opened(sql`select * from told`)})
    ) open
    limit 100`.execute(db);
  return rows.map((row) => row.difference);
}

/** From zero: empties the tables and applies every event again. */
export async function clearFigures(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${lock})`.execute(tx);
    await sql`delete from figure_hour`.execute(tx);
    await sql`delete from figure_open`.execute(tx);
    await sql`update listener_place set tx = '0', dossier_id = '00000000-0000-0000-0000-000000000000', number = 0 where name = 'figures'`.execute(
      tx,
    );
  });
}

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
    from figure_hour where hour >= ${from} and hour < ${to} ${inUnits}
    group by 1 order by 1`.execute(db);
  return rows;
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
