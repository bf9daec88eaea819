/**
 * The one order in which whoever listens reads the events of all dossiers: by era, then by transaction (docs/adr/0003,
 * docs/adr/0008). A listener keeps the place it has come to, and reads on from there up to what may still change.
 */
import { sql } from "kysely";

export type EventPlace = {
  readonly era: number;
  /** A transaction id, as text: it does not fit a number. */
  readonly tx: string;
  readonly dossierId: string;
  readonly number: number;
};

/** Before every event there is. */
export const beginning: EventPlace = {
  era: 0,
  tx: "0",
  dossierId: "00000000-0000-0000-0000-000000000000",
  number: 0,
};

/** Of an event `e`. */
export const eventOrder = sql`e.era, e.tx, e.dossier_id, e.number`;
export const backwards = sql`e.era desc, e.tx desc, e.dossier_id desc, e.number desc`;
export const eventPlace = sql`e.era, e.tx::text as tx, e.dossier_id, e.number`;

const values = ({ era, tx, dossierId, number }: EventPlace) =>
  sql`(${era}::smallint, ${tx}::xid8, ${dossierId}::uuid, ${number}::smallint)`;

export const upTo = (place: EventPlace) => sql`
  (e.era, e.tx) <= (${place.era}::smallint, ${place.tx}::xid8) and (${eventOrder}) <= ${values(place)}`;

/**
 * The events after a place. Given as values: joined to a table of places, every event there ever was would be read again at
 * each pulse.
 */
export const beyond = (place: EventPlace) => sql`
  (e.era, e.tx) >= (${place.era}::smallint, ${place.tx}::xid8) and (${eventOrder}) > ${values(place)}`;

/** What an open transaction may still add lies behind this line. Of an era that has ended nothing is open any more. */
export const settled = sql`
  (e.era < (select max(number) from event_era) or e.tx < pg_snapshot_xmin(pg_current_snapshot()))`;
