/** Counting everything again from the events: to compare with what was kept piece by piece, and to keep it anew. */
import { type RawBuilder, sql } from "kysely";
import { findNewestPlace, upTo, type Way } from "#features/dossiers/index.ts";
import type { Db } from "#foundation/db/index.ts";
import {
  changes,
  counted,
  getPlace,
  happened,
  type KeepWays,
  keys,
  lock,
  numbers,
  owing,
  standing,
} from "./counting.queries.ts";

/** Counting a city's years takes longer than a person waits for a page; only these two may. */
function withoutTimeLimit<Answer>(
  db: Db,
  isolation: "read committed" | "repeatable read",
  work: (tx: Db) => Promise<Answer>,
): Promise<Answer> {
  return db
    .transaction()
    .setIsolationLevel(isolation)
    .execute(async (tx) => {
      await sql`select set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true)`.execute(tx);
      return work(tx);
    });
}

/** Counts everything again from the events the listener has applied, and names what differs from what was kept. */
export function compareFigures(db: Db): Promise<readonly string[]> {
  // The place and what was kept up to it are read as of one moment, while the listener goes on.
  return withoutTimeLimit(db, "repeatable read", async (tx) => {
    const place = await getPlace(tx);
    const differing = (name: RawBuilder<unknown>, counting: RawBuilder<unknown>, kept: RawBuilder<unknown>) => sql`
      select distinct ${name} as difference from (
        (select * from ${counting} except select * from ${kept}) union (select * from ${kept} except select * from ${counting})
      ) differing`;
    const way = sql`', unit ' || unit_id || ', handled by ' || handling_unit_id`;
    const { rows } = await sql<{ difference: string }>`
      with told as materialized (select ${counted.columns} from dossier_event e ${counted.joined} where ${upTo(place)}),
      moved as materialized (${changes(sql`select * from told`)}),
      hours as materialized (${happened(sql`select * from told`, keys.hour)}),
      days as materialized (${happened(sql`select * from told`, keys.day)}),
      procedure_days as materialized (${happened(sql`select * from told`, keys.procedureDay)}),
      open as materialized (${standing(sql`select * from moved`)}),
      due as materialized (${owing(sql`select * from moved`)}),
      kept_open as (select * from figure_open where count <> 0),
      kept_due as (select * from figure_due where count <> 0)
      ${differing(sql`'figures of hour ' || hour || ${way}`, sql`hours`, sql`figure_hour`)}
      union all
      ${differing(sql`'figures of day ' || day || ${way} || ', channel ' || channel`, sql`days`, sql`figure_day`)}
      union all
      ${differing(sql`'figures of day ' || day || ${way} || ', procedure ' || procedure_id`, sql`procedure_days`, sql`figure_procedure_day`)}
      union all
      ${differing(sql`'open figures' || ${way} || ', held by ' || holder_unit_id || ', ' || state`, sql`open`, sql`kept_open`)}
      union all
      ${differing(sql`'figures due ' || due_at || ${way} || ', held by ' || holder_unit_id || ', ' || owed`, sql`due`, sql`kept_due`)}
      limit 100`.execute(tx);
    return rows.map((row) => row.difference);
  });
}

/**
 * From zero, from the events alone. Who looks meanwhile sees the figures as they were; the listener goes on where this
 * ended. Answers how many events were counted.
 */
export function rebuildFiguresFrom(db: Db, keepWays: KeepWays): Promise<number> {
  return withoutTimeLimit(db, "read committed", async (tx) => {
    await sql`select pg_advisory_xact_lock(${lock})`.execute(tx);
    for (const table of ["figureHour", "figureDay", "figureProcedureDay", "figureOpen", "figureDue"] as const) {
      await tx.deleteFrom(table).execute();
    }
    // All up to this place is committed and stays as it is, so the counts below see the same events.
    const end = await findNewestPlace(tx);
    if (end === null) return 0;
    const { rows: ways } = await sql<Way>`
      select distinct procedure_version_id, receiving_unit_id from dossier
      except select procedure_version_id, receiving_unit_id from handling_unit`.execute(tx);
    await keepWays(tx, ways);
    // Written in the order they are read in: a day lies together, as it does when it is counted while it happens.
    const { rows } = await sql<{ told: number }>`
      with told as materialized (select ${counted.columns} from dossier_event e ${counted.joined} where ${upTo(end)}),
      moved as materialized (${changes(sql`select * from told`)}),
      hours as (
        insert into figure_hour (${keys.hour}, ${numbers})
        ${happened(sql`select * from told`, keys.hour)} order by ${keys.hour}
      ), days as (
        insert into figure_day (${keys.day}, ${numbers})
        ${happened(sql`select * from told`, keys.day)} order by ${keys.day}
      ), procedure_days as (
        insert into figure_procedure_day (${keys.procedureDay}, ${numbers})
        ${happened(sql`select * from told`, keys.procedureDay)} order by ${keys.procedureDay}
      ), open as (
        insert into figure_open (${keys.open}, count) ${standing(sql`select * from moved`)}
      ), due as (
        insert into figure_due (${keys.due}, count) ${owing(sql`select * from moved`)} order by ${keys.due}
      ),
      place as (
        update listener_place set era = ${end.era}, tx = ${end.tx}::xid8, dossier_id = ${end.dossierId}, number = ${end.number}
        where name = 'figures'
      )
      select count(*)::integer as told from told`.execute(tx);
    return rows[0]?.told ?? 0;
  });
}
