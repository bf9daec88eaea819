/** For tests only: databases of one cluster share the order of transactions, so a neighbour's open one holds back ours. */
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { beyond } from "#features/dossiers/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { getPlace } from "./counting.queries.ts";
import { type ListenDeps, listenToEvents } from "./figures.ts";

export type { ListenDeps } from "./figures.ts";

/** Listens until the last committed event is applied; answers how many were. */
export async function applyEveryEvent(deps: ListenDeps): Promise<number> {
  return untilNoneWaits(deps.db, () => listenToEvents(deps));
}

export async function untilNoneWaits(db: Db, apply: () => Promise<number>): Promise<number> {
  let applied = 0;
  for (;;) {
    applied += await apply();
    const { rows } = await sql<{ waiting: boolean }>`
      select exists (select from dossier_event e where ${beyond(await getPlace(db))}) as waiting`.execute(db);
    if (rows[0]?.waiting !== true) return applied;
    await wait(2);
  }
}
