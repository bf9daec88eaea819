/** From events to notices: the listener's place in the order of events, and the rows it adds. */
import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import {
  type EventPlace,
  eventPlace,
  eventsAfter,
  findNewestPlace,
  placeToReadFrom,
} from "#features/dossiers/index.ts";
import type { Db } from "#foundation/db/index.ts";
import type { Channel, Choosable } from "./channels.ts";

/** One number, always the same, so that two workers never read the same events side by side. */
const lock = 7_402_658_115;

export async function takeTurn(tx: Db): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${lock}) as got`.execute(tx);
  return rows[0]?.got === true;
}

export type NextEvent = EventPlace & {
  readonly type: string;
  readonly role: string;
  readonly submittedBy: string | null;
};

async function getPlace(tx: Db): Promise<EventPlace> {
  const { rows } = await sql<EventPlace>`
    select era, tx::text as tx, dossier_id, number from notice_place`.execute(tx);
  if (rows[0] === undefined) throw new Error("The listener of the notices has no place");
  return rows[0];
}

/** What lies after the place and before the oldest transaction still open (docs/adr/0003). */
export async function listNextEvents(tx: Db, limit: number): Promise<readonly NextEvent[]> {
  const place = await placeToReadFrom(tx, await getPlace(tx));
  const { rows } = await sql<NextEvent>`
    select ${eventPlace}, e.type, e.role, d.submitted_by
    from ${eventsAfter(place, limit)} e join dossier d on d.id = e.dossier_id
    order by e.tx, e.dossier_id, e.number`.execute(tx);
  return rows;
}

export async function movePlace(tx: Db, { era, tx: at, dossierId, number }: EventPlace): Promise<void> {
  await sql`
    update notice_place set era = ${era}, tx = ${at}::xid8, dossier_id = ${dossierId}, number = ${number}`.execute(tx);
}

/** Nobody is told anything: the place goes to the newest event without reading those between. */
export async function skipToNewest(tx: Db): Promise<void> {
  const [place, newest] = [await getPlace(tx), await findNewestPlace(tx)];
  if (newest !== null && !isDeepStrictEqual(newest, place)) await movePlace(tx, newest);
}

export type ChoiceRow = {
  readonly accountId: string;
  readonly channel: Choosable;
  readonly recipient: Buffer;
  readonly sealedAddress: Buffer;
  readonly language: "vi" | "en";
};

export async function listChoicesOf(db: Db, accountIds: readonly string[]): Promise<readonly ChoiceRow[]> {
  if (accountIds.length === 0) return [];
  const { rows } = await sql<ChoiceRow>`
    select account_id, channel, recipient, sealed_address, language from notice_choice
    where account_id = any(${[...new Set(accountIds)]}::uuid[])`.execute(db);
  return rows;
}

export async function listStops(
  db: Db,
  dossierIds: readonly string[],
): Promise<readonly { readonly dossierId: string; readonly recipient: Buffer }[]> {
  if (dossierIds.length === 0) return [];
  return db
    .selectFrom("noticeStop")
    .select(["dossierId", "recipient"])
    .where("dossierId", "in", [...new Set(dossierIds)])
    .execute();
}

export type NewNotice = {
  readonly dossierId: string;
  readonly number: number;
  readonly told: string;
  readonly accountId: string | null;
  readonly channel: Channel;
  readonly recipient: Buffer;
  readonly language: "vi" | "en";
  readonly dueAt: Date;
};

/** Answers how many are new: one that was queued before stays the one. */
export async function insertNotices(tx: Db, notices: readonly NewNotice[], now: Date): Promise<number> {
  if (notices.length === 0) return 0;
  const column = <Key extends keyof NewNotice>(key: Key) => notices.map((notice) => notice[key]);
  const { numAffectedRows = 0n } = await sql`
    insert into notice (dossier_id, event_number, told, account_id, channel, recipient, language, due_at, queued_at)
    select *, ${now}::timestamptz from unnest(
      ${column("dossierId")}::uuid[], ${column("number")}::smallint[], ${column("told")}::text[],
      ${column("accountId")}::uuid[], ${column("channel")}::text[], ${column("recipient")}::bytea[],
      ${column("language")}::text[], ${column("dueAt")}::timestamptz[])
    on conflict (dossier_id, event_number, channel, recipient) do nothing`.execute(tx);
  return Number(numAffectedRows);
}
