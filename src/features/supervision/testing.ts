/** For tests only: databases of one cluster share the order of transactions, so a neighbour's open one holds back ours. */
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";
import { applyNextEvents } from "./counting.queries.ts";

/** Listens until the last committed event is applied; answers how many were. */
export async function applyEveryEvent(db: Db, perBatch = 5000): Promise<number> {
  let applied = 0;
  for (;;) {
    applied += await applyNextEvents(db, perBatch);
    const { rows } = await sql<{ waiting: boolean }>`
      select exists (
        select from dossier_event e join listener_place l on (e.tx, e.dossier_id, e.number) > (l.tx, l.dossier_id, l.number)
        where l.name = 'figures'
      ) as waiting`.execute(db);
    if (rows[0]?.waiting !== true) return applied;
    await wait(2);
  }
}
