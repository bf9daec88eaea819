/** For tests only: databases of one cluster share the order of transactions, so a neighbour's open one holds back ours. */
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { type EventPlace, eventsAfter, placeToReadFrom } from "#features/dossiers/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { getPlace } from "./counting.queries.ts";
import { type ListenDeps, listenToEvents } from "./figures.ts";

export type { ListenDeps } from "./figures.ts";

/** Listens until the last committed event is applied; answers how many were. */
export async function applyEveryEvent(deps: ListenDeps): Promise<number> {
  return untilNoneWaits(deps.db, () => listenToEvents(deps));
}

/** After every event of an era, whether or not one may still come before it. */
const last = ({ era }: EventPlace): EventPlace => ({
  era,
  tx: "18446744073709551615",
  dossierId: "ffffffff-ffff-ffff-ffff-ffffffffffff",
  number: 32_767,
});

export async function untilNoneWaits(db: Db, apply: () => Promise<number>): Promise<number> {
  let applied = 0;
  for (;;) {
    applied += await apply();
    const place = await placeToReadFrom(db, await getPlace(db));
    const { rows } = await sql<{ waiting: boolean }>`
      select exists (select from ${eventsAfter(place, 1, last(place))} e) as waiting`.execute(db);
    if (rows[0]?.waiting !== true) return applied;
    await wait(2);
  }
}
