/** Eras of the event log: transaction ids begin again in another cluster, the order of events must not (docs/adr/0008). */
import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";

/** One number, always the same, so that of several processes that start at once one begins the era. */
const lock = 7_402_658_115;

/**
 * Begins a new era when the events show that they were written in another cluster: an event of the present era that this
 * cluster's counter has not come to yet. Answers its number; null when all is as it was. As the owner, before anything is
 * written: the number is the default of a column.
 */
export async function beginEraAfterRestore(db: Db): Promise<number | null> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${lock})`.execute(tx);
    // What can be seen is committed, so in its own cluster it always lies before the end of the snapshot.
    const { rows } = await sql<{ next: number; isRestored: boolean }>`
      select present.era + 1 as next, exists (
        select from dossier_event e where e.era = present.era and e.tx >= pg_snapshot_xmax(pg_current_snapshot())
      ) as is_restored
      from (select max(number) as era from event_era) present`.execute(tx);
    const [found] = rows;
    if (found === undefined || !found.isRestored) return null;
    await sql`insert into event_era (number) values (${found.next})`.execute(tx);
    await sql`alter table dossier_event alter column era set default ${sql.lit(found.next)}`.execute(tx);
    return found.next;
  });
}
