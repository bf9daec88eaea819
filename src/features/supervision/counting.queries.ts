/** The figures are written here, from the events alone: by the listener as they come, from zero, and to be compared. */
import { type RawBuilder, sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";

/** One number, always the same, so that two workers never apply the same events side by side. */
const lock = 7_402_658_114;

/** What the two tables of figures by the hour are keyed by; see the migration. */
const byProcedure = sql`hour, unit_id, procedure_id, channel`;
const byUnit = sql`hour, unit_id, channel`;
const numbers = sql`received, accepted, refused, early, on_time, late, returned`;
const added = sql`
  received = f.received + excluded.received, accepted = f.accepted + excluded.accepted,
  refused = f.refused + excluded.refused, early = f.early + excluded.early, on_time = f.on_time + excluded.on_time,
  late = f.late + excluded.late, returned = f.returned + excluded.returned`;

/** Open dossiers whose clock does not run have no due moment; they are counted under this one. */
const never = sql`'infinity'::timestamptz`;

/**
 * What events add to the figures. `batch` gives each event with the one before it and what never changes of its dossier.
 * Settled is the decision signed, not the result handed over (one-stop-rules §9, S17): early before the due day, on time
 * up to the due moment of that day, late after it. One of the three is always true.
 */
const counted = (batch: RawBuilder<unknown>, keys: RawBuilder<unknown>) => sql`
  select ${keys},
    count(*) filter (where type = 'submit') as received,
    count(*) filter (where type = 'accept') as accepted,
    count(*) filter (where type = 'refuse') as refused,
    count(*) filter (where is_settled and day < due_day) as early,
    count(*) filter (where is_settled and day = due_day and at <= due_at) as on_time,
    count(*) filter (where is_settled and at > due_at) as late,
    count(*) filter (where type = 'returnResult') as returned
  from (${batch}) b group by ${keys}
  having count(*) filter (where is_settled or type in ('submit', 'accept', 'refuse', 'returnResult')) > 0`;

const openStates = sql`('submitted', 'accepted', 'inProgress', 'awaitingSupplement', 'finished')`;

const opened = (batch: RawBuilder<unknown>) => sql`
  select unit_id, state, due_at, sum(change)::integer as count from (
    select unit_id, state, coalesce(due_at, ${never}) as due_at, 1 as change from (${batch}) b where state in ${openStates}
    union all
    select unit_id, before_state, coalesce(before_due_at, ${never}), -1 from (${batch}) b where before_state in ${openStates}
  ) changes group by 1, 2, 3 having sum(change) <> 0`;

const columns = sql`
  e.tx, e.dossier_id, e.number, e.type, e.at, e.state, e.due_at, date_trunc('hour', e.at, 'UTC') as hour,
  (e.at at time zone 'Asia/Ho_Chi_Minh')::date as day, (e.due_at at time zone 'Asia/Ho_Chi_Minh')::date as due_day,
  p.state as before_state, p.due_at as before_due_at,
  e.state = 'finished' and p.state is distinct from 'finished' as is_settled,
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
    const { rows: places } = await sql<{ tx: string; dossierId: string; number: number }>`
      select tx::text, dossier_id, number from listener_place where name = 'figures' for update`.execute(tx);
    const place = places[0];
    if (place === undefined) throw new Error("The listener of the figures has no place");
    const batch = sql`select * from batch`;
    const { rows } = await sql<{ applied: number }>`
      with batch as materialized (
        select ${columns} from dossier_event e ${joined}
        -- Given as values: joined to the table of places, every event there ever was would be read again at each pulse.
        where e.tx >= ${place.tx}::xid8
          and (e.tx, e.dossier_id, e.number) > (${place.tx}::xid8, ${place.dossierId}::uuid, ${place.number}::smallint)
          -- What an open transaction may still add lies behind this line; it is read when that one has ended.
          and e.tx < pg_snapshot_xmin(pg_current_snapshot())
        order by e.tx, e.dossier_id, e.number limit ${limit}
      ), hours as (
        insert into figure_hour as f (${byProcedure}, ${numbers}) ${counted(batch, byProcedure)}
        on conflict (${byProcedure}) do update set ${added}
      ), unit_hours as (
        insert into figure_unit_hour as f (${byUnit}, ${numbers}) ${counted(batch, byUnit)}
        on conflict (${byUnit}) do update set ${added}
      ), open as (
        insert into figure_open as f (unit_id, state, due_at, count) ${opened(batch)}
        on conflict (unit_id, state, due_at) do update set count = f.count + excluded.count
      ), moved as (
        update listener_place l set tx = b.tx, dossier_id = b.dossier_id, number = b.number
        from (select tx, dossier_id, number from batch order by tx desc, dossier_id desc, number desc limit 1) b
        where l.name = 'figures'
      )
      select count(*)::integer as applied from batch`.execute(tx);
    const applied = rows[0]?.applied ?? 0;
    // Due moments nothing is open under any more. Under the same lock: two hands on these rows would wait for each other.
    if (applied > 0 && applied < limit) await tx.deleteFrom("figureOpen").where("count", "=", 0).execute();
    return applied;
  });
}

const upToPlace = sql`
  select ${columns} from listener_place l
  join dossier_event e on (e.tx, e.dossier_id, e.number) <= (l.tx, l.dossier_id, l.number)
  ${joined} where l.name = 'figures'`;

/** Counting a city's years takes longer than a person waits for a page; only these two may. */
function withoutTimeLimit<Answer>(db: Db, work: (tx: Db) => Promise<Answer>): Promise<Answer> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true)`.execute(tx);
    return work(tx);
  });
}

/** Counts everything again from the events the listener has applied, and names what differs from what was kept. */
export function compareFigures(db: Db): Promise<readonly string[]> {
  return withoutTimeLimit(db, async (tx) => {
    const { rows } = await sql<{ difference: string }>`
      with told as materialized (${upToPlace}),
      hours as materialized (${counted(sql`select * from told`, byProcedure)}),
      unit_hours as materialized (${counted(sql`select * from told`, byUnit)}),
      open as materialized (${opened(sql`select * from told`)})
      select distinct 'figures of hour ' || hour || ', unit ' || unit_id || ', procedure ' || procedure_id
        || ', channel ' || channel as difference from (
        (select * from hours except select * from figure_hour) union (select * from figure_hour except select * from hours)
      ) hours
      union all
      select distinct 'figures of hour ' || hour || ', unit ' || unit_id || ', channel ' || channel from (
        (select * from unit_hours except select * from figure_unit_hour)
        union (select * from figure_unit_hour except select * from unit_hours)
      ) unit_hours
      union all
      select distinct 'open figures of unit ' || unit_id || ', ' || state || ', due ' || due_at from (
        (select * from open except select * from figure_open where count <> 0)
        union (select * from figure_open where count <> 0 except select * from open)
      ) open
      limit 100`.execute(tx);
    return rows.map((row) => row.difference);
  });
}

/**
 * From zero, from the events alone. Who looks meanwhile sees the figures as they were; the listener goes on where this
 * ended. Answers how many events were counted.
 */
export function rebuildFigures(db: Db): Promise<number> {
  return withoutTimeLimit(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(${lock})`.execute(tx);
    await sql`delete from figure_hour`.execute(tx);
    await sql`delete from figure_unit_hour`.execute(tx);
    await sql`delete from figure_open`.execute(tx);
    // All up to this place is committed and stays as it is, so the counts below see the same events.
    await sql`
      update listener_place l set tx = e.tx, dossier_id = e.dossier_id, number = e.number
      from (
        select tx, dossier_id, number from dossier_event where tx < pg_snapshot_xmin(pg_current_snapshot())
        order by tx desc, dossier_id desc, number desc limit 1
      ) e where l.name = 'figures'`.execute(tx);
    await sql`insert into figure_hour (${byProcedure}, ${numbers}) ${counted(upToPlace, byProcedure)}`.execute(tx);
    await sql`insert into figure_unit_hour (${byUnit}, ${numbers}) ${counted(upToPlace, byUnit)}`.execute(tx);
    await sql`insert into figure_open (unit_id, state, due_at, count) ${opened(upToPlace)}`.execute(tx);
    const { rows } = await sql<{ told: number }>`
      select count(*)::integer as told from listener_place l
      join dossier_event e on (e.tx, e.dossier_id, e.number) <= (l.tx, l.dossier_id, l.number)
      where l.name = 'figures'`.execute(tx);
    return rows[0]?.told ?? 0;
  });
}
