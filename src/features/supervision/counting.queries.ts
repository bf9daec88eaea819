/** The figures are written here, from the events alone, as they come. `recount.queries.ts` counts them from zero. */
import { type RawBuilder, sql } from "kysely";
import {
  type EventPlace,
  eventPlace,
  eventsAfter,
  isDossierState,
  placeToReadFrom,
  states,
  type Way,
} from "#features/dossiers/index.ts";
import type { Db } from "#foundation/db/index.ts";

/** One number, always the same, so that two workers never apply the same events side by side. */
export const lock = 7_402_658_114;

/** The tables of figures and what each is keyed by; see the migrations. */
export const keys = {
  hour: sql`hour, unit_id, handling_unit_id`,
  day: sql`day, unit_id, handling_unit_id, channel`,
  procedureDay: sql`day, unit_id, handling_unit_id, procedure_id`,
  open: sql`unit_id, handling_unit_id, holder_unit_id, state`,
  due: sql`due_at, owed, unit_id, handling_unit_id, holder_unit_id`,
} as const;
export const numbers = sql`received, accepted, refused, early, on_time, late, returned`;
const added = sql`
  received = f.received + excluded.received, accepted = f.accepted + excluded.accepted,
  refused = f.refused + excluded.refused, early = f.early + excluded.early, on_time = f.on_time + excluded.on_time,
  late = f.late + excluded.late, returned = f.returned + excluded.returned`;

const openStates = Object.keys(states).filter((state) => isDossierState(state) && states[state].isOpen);

/**
 * How an open dossier stands; null when it is closed. While a withdrawal waits for its decision everything stays as it was, the
 * clock too: it ran when there is a due time, and the citizen was waited for when there is none.
 */
const standingAs = (state: RawBuilder<unknown>, dueAt: RawBuilder<unknown>) => sql`
  case when ${state} = 'withdrawalRequested' then case when ${dueAt} is null then 'awaitingSupplement' else 'inProgress' end
    when ${state} in (${sql.join(openStates.map((open) => sql.lit(open)))}) then ${state} end`;

/** The minute in which what a state owes is due: the first answer before acceptance, the decision after it. */
const dueMinute = (state: RawBuilder<unknown>, actBy: RawBuilder<unknown>, dueAt: RawBuilder<unknown>) =>
  sql`coalesce(date_trunc('minute', case ${state} when 'submitted' then ${actBy} else ${dueAt} end), 'infinity')`;

/**
 * An event `e` with what it changed. Who held the dossier after it and until when they had to act is what the next event
 * took it from; of the newest event the row says it. Rows and events are read under one snapshot, and a row changes only
 * together with an event, so that both ways give the same value whenever it is read: what one event adds the next takes away.
 */
export const counted = {
  columns: sql`
    e.dossier_id, e.number, e.type, e.at, e.due_at, date_trunc('hour', e.at, 'UTC') as hour,
    (e.at at time zone 'Asia/Ho_Chi_Minh')::date as day, (e.due_at at time zone 'Asia/Ho_Chi_Minh')::date as due_day,
    e.state = 'finished' and p.state is distinct from 'finished' as is_settled,
    ${standingAs(sql`e.state`, sql`e.due_at`)} as state,
    coalesce(case when n.number is null then d.holder_unit_id else n.from_unit_id end, d.receiving_unit_id)
      as holder_unit_id,
    ${dueMinute(sql`e.state`, sql`case when n.number is null then d.act_by else n.from_act_by end`, sql`e.due_at`)}
      as due_minute,
    ${standingAs(sql`p.state`, sql`p.due_at`)} as before_state,
    coalesce(e.from_unit_id, d.receiving_unit_id) as before_holder_unit_id,
    ${dueMinute(sql`p.state`, sql`e.from_act_by`, sql`p.due_at`)} as before_due_minute,
    d.receiving_unit_id as unit_id, h.unit_id as handling_unit_id, v.procedure_id, d.channel`,
  joined: sql`
    join dossier d on d.id = e.dossier_id
    join procedure_version v on v.id = d.procedure_version_id
    join handling_unit h
      on h.procedure_version_id = d.procedure_version_id and h.receiving_unit_id = d.receiving_unit_id
    left join dossier_event p on p.dossier_id = e.dossier_id and p.number = e.number - 1
    left join dossier_event n on n.dossier_id = e.dossier_id and n.number = e.number + 1`,
} as const;

/**
 * What happened, summed by these keys. Settled is the decision signed, not the result handed over (one-stop-rules §9, S17):
 * early before the due day, on time up to the due moment of that day, late after it. One of the three is always true.
 */
export const happened = (events: RawBuilder<unknown>, by: RawBuilder<unknown>) => sql`
  select ${by},
    count(*) filter (where type = 'submit') as received,
    count(*) filter (where type = 'accept') as accepted,
    count(*) filter (where type = 'refuse') as refused,
    count(*) filter (where is_settled and day < due_day) as early,
    count(*) filter (where is_settled and day = due_day and at <= due_at) as on_time,
    count(*) filter (where is_settled and at > due_at) as late,
    count(*) filter (where type = 'returnResult') as returned
  from (${events}) b group by ${by}
  having count(*) filter (where is_settled or type in ('submit', 'accept', 'refuse', 'returnResult')) > 0`;

/** Each event puts its dossier somewhere and takes it away from where it was. */
export const changes = (events: RawBuilder<unknown>) => sql`
  select unit_id, handling_unit_id, holder_unit_id, state, due_minute as due_at, 1 as change
  from (${events}) b where state is not null
  union all
  select unit_id, handling_unit_id, before_holder_unit_id, before_state, before_due_minute, -1
  from (${events}) b where before_state is not null`;

export const standing = (moved: RawBuilder<unknown>) => sql`
  select ${keys.open}, sum(change)::integer as count from (${moved}) c group by ${keys.open} having sum(change) <> 0`;

export const owing = (moved: RawBuilder<unknown>) => sql`
  select ${keys.due}, sum(change)::integer as count from (
    select c.*, case state when 'submitted' then 'firstAnswer' else 'decision' end as owed from (${moved}) c
    where state in ('submitted', 'accepted', 'inProgress')
  ) c group by ${keys.due} having sum(change) <> 0`;

export async function getPlace(db: Db): Promise<EventPlace> {
  const { rows } = await sql<EventPlace>`
    select era, tx::text as tx, dossier_id, number from listener_place where name = 'figures'`.execute(db);
  if (rows[0] === undefined) throw new Error("The listener of the figures has no place");
  return rows[0];
}

/** The place of the last of the next events; null when there are none. */
async function findEndOfNext(db: Db, place: EventPlace, limit: number): Promise<EventPlace | null> {
  const { rows } = await sql<EventPlace>`
    select ${eventPlace} from ${eventsAfter(place, limit)} e
    order by e.tx desc, e.dossier_id desc, e.number desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Ways of dossiers among the next events whose handling unit is not kept yet. */
async function listNewWays(db: Db, next: RawBuilder<unknown>): Promise<readonly Way[]> {
  const { rows } = await sql<Way>`
    select distinct d.procedure_version_id, d.receiving_unit_id
    from ${next} e join dossier d on d.id = e.dossier_id
    where not exists (
      select from handling_unit h
      where h.procedure_version_id = d.procedure_version_id and h.receiving_unit_id = d.receiving_unit_id
    )`.execute(db);
  return rows;
}

export type KeepWays = (db: Db, ways: readonly Way[]) => Promise<void>;

/** Applies the next events, each exactly once; answers how many. Nought when there are none or another worker is at it. */
export async function applyNextEvents(db: Db, keepWays: KeepWays, limit: number): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows: locked } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${lock}) as got`.execute(tx);
    if (locked[0]?.got !== true) return 0;
    // Once named, the end stays: what is committed up to there is what each of the following statements sees.
    const place = await placeToReadFrom(tx, await getPlace(tx));
    const end = await findEndOfNext(tx, place, limit);
    if (end === null) return 0;
    const next = eventsAfter(place, limit, end);
    await keepWays(tx, await listNewWays(tx, next));
    const { rows } = await sql<{ applied: number; emptied: readonly string[] | null }>`
      with batch as materialized (
        select ${counted.columns}
        from ${next} e ${counted.joined}
      ), moved as materialized (${changes(sql`select * from batch`)}
      ), hours as (
        insert into figure_hour as f (${keys.hour}, ${numbers}) ${happened(sql`select * from batch`, keys.hour)}
        on conflict (${keys.hour}) do update set ${added}
      ), days as (
        insert into figure_day as f (${keys.day}, ${numbers}) ${happened(sql`select * from batch`, keys.day)}
        on conflict (${keys.day}) do update set ${added}
      ), procedure_days as (
        insert into figure_procedure_day as f (${keys.procedureDay}, ${numbers})
        ${happened(sql`select * from batch`, keys.procedureDay)}
        on conflict (${keys.procedureDay}) do update set ${added}
      ), open as (
        insert into figure_open as f (${keys.open}, count) ${standing(sql`select * from moved`)}
        on conflict (${keys.open}) do update set count = f.count + excluded.count
      ), due as (
        insert into figure_due as f (${keys.due}, count) ${owing(sql`select * from moved`)}
        on conflict (${keys.due}) do update set count = f.count + excluded.count
        returning due_at, count
      ), place as (
        update listener_place set era = ${end.era}, tx = ${end.tx}::xid8, dossier_id = ${end.dossierId}, number = ${end.number}
        where name = 'figures'
      )
      select (select count(*)::integer from batch) as applied,
        (select array_agg(distinct due_at::text) from due where count = 0) as emptied`.execute(tx);
    const [done] = rows;
    // Minutes nothing is due in any more; a statement cannot take away a row that it has just written itself.
    if (done?.emptied)
      await sql`delete from figure_due where count = 0 and due_at = any(${done.emptied}::timestamptz[])`.execute(tx);
    return done?.applied ?? 0;
  });
}
