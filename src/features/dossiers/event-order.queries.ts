/**
 * The one order in which whoever listens reads the events of all dossiers: by era, then by transaction (docs/adr/0003,
 * docs/adr/0008). A listener keeps the place it has come to, and reads on from there up to what may still change.
 */
import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";

/** Always that of an event: what it is compared with after a restore are the events. */
export type EventPlace = {
  readonly era: number;
  /** A transaction id, as text: it does not fit a number. */
  readonly tx: string;
  readonly dossierId: string;
  readonly number: number;
};

/** Before every event of an era. */
const beginningOf = (era: number): EventPlace => ({
  era,
  tx: "0",
  dossierId: "00000000-0000-0000-0000-000000000000",
  number: 0,
});

/** Before every event there is. */
export const beginning = beginningOf(0);

/** Of an event `e`. */
const inOrder = sql`e.era, e.tx, e.dossier_id, e.number`;
const backwards = sql`e.era desc, e.tx desc, e.dossier_id desc, e.number desc`;
export const eventPlace = sql`e.era, e.tx::text as tx, e.dossier_id, e.number`;

const values = ({ tx, dossierId, number }: EventPlace) => sql`(${tx}::xid8, ${dossierId}::uuid, ${number}::smallint)`;

/** Every event from the first of all to this one. */
export const upTo = (place: EventPlace) => sql`
  (e.era < ${place.era}::smallint or (e.era = ${place.era}::smallint and (e.tx, e.dossier_id, e.number) <= ${values(place)}))`;

/**
 * What an open transaction may still add lies behind this line. Of an era that has ended nothing is open any more.
 */
const openFrom = (era: number) => sql`
  (select case when ${era}::smallint < max(number) then '18446744073709551615'::xid8
    else pg_snapshot_xmin(pg_current_snapshot()) end from event_era)`;

/**
 * The next events `e` after a place, in order, as a table; up to `end` where the end is known, else as far as nothing may
 * still come between. Of the place's own era alone, so that all of it is one stretch of the index: what spans eras the
 * planner takes for nothing, and then it reads and sorts every event there is. `placeToReadFrom` leads into the next era.
 */
export const eventsAfter = (place: EventPlace, limit: number, end?: EventPlace) => sql`(
  select e.* from dossier_event e
  where e.era = ${place.era}::smallint and e.tx >= ${place.tx}::xid8 and (e.tx, e.dossier_id, e.number) > ${values(place)}
    and ${
      end === undefined
        ? sql`e.tx < ${openFrom(place.era)}`
        : sql`e.tx <= ${end.tx}::xid8 and (e.tx, e.dossier_id, e.number) <= ${values(end)}`
    }
  order by ${inOrder} limit ${limit})`;

/** The place itself; the beginning of the next era when that has begun and nothing is left of the place's own. */
export async function placeToReadFrom(db: Db, place: EventPlace): Promise<EventPlace> {
  const { rows } = await sql<{ era: number | null }>`
    select min(number) as era from event_era
    where number > ${place.era} and not exists (select from ${eventsAfter(place, 1)} e)`.execute(db);
  const era = rows[0]?.era ?? null;
  return era === null ? place : placeToReadFrom(db, beginningOf(era));
}

/** The place of the newest event before which nothing may still come; null when there is none. */
export async function findNewestPlace(db: Db): Promise<EventPlace | null> {
  const { rows } = await sql<EventPlace>`
    select ${eventPlace} from dossier_event e
    where e.era < (select max(number) from event_era) or e.tx < pg_snapshot_xmin(pg_current_snapshot())
    order by ${backwards} limit 1`.execute(db);
  return rows[0] ?? null;
}
