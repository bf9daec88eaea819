/** The rows of `notice` on their way: taken in hand, and what became of them. */
import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";
import type { Channel } from "./channels.ts";

export type NoticeState = "queued" | "sending" | "sent" | "delivered" | "failed" | "givenUp";

export type Claimed = {
  readonly id: number;
  readonly dossierId: string | null;
  readonly eventNumber: number | null;
  readonly day: string | null;
  readonly told: string;
  readonly accountId: string | null;
  readonly recipient: Buffer;
  readonly language: "vi" | "en";
  readonly key: string;
  readonly attempts: number;
  readonly queuedAt: Date;
  /** It was in the hands of somebody who never said what became of it. */
  readonly wasInHand: boolean;
};

/** Takes the next messages of a channel in hand until `until`; then they are anybody's again. */
export async function claimNotices(
  db: Db,
  channel: Channel,
  { limit, now, until }: { limit: number; now: Date; until: Date },
): Promise<readonly Claimed[]> {
  const { rows } = await sql<Claimed>`
    update notice n set state = 'sending', attempts = n.attempts + 1, due_at = ${until}
    from (
      select id, state from notice
      where channel = ${channel} and state in ('queued', 'sending') and due_at <= ${now}
      order by due_at, id limit ${limit} for update skip locked
    ) due
    where n.id = due.id
    returning n.id, n.dossier_id, n.event_number, n.day, n.told, n.account_id, n.recipient, n.language, n.key, n.attempts,
      n.queued_at, due.state = 'sending' as was_in_hand`.execute(db);
  return rows;
}

export type Outcome = {
  readonly id: number;
  /** Which try this is the outcome of: a worker that was taken for dead must not speak for the one after it. */
  readonly attempts: number;
  readonly state: NoticeState;
  /** When it is tried again; null when it is not. */
  readonly dueAt: Date | null;
  readonly reference: string | null;
  readonly fault: string | null;
  readonly sentAt: Date | null;
};

/** What a report said meanwhile stands: it comes from the one who knows. */
export async function noteOutcomes(db: Db, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  const column = <Key extends keyof Outcome>(key: Key) => outcomes.map((outcome) => outcome[key]);
  await sql`
    update notice n set state = o.state, due_at = coalesce(o.due_at, n.due_at), reference = coalesce(o.reference, n.reference),
      fault = o.fault, sent_at = coalesce(o.sent_at, n.sent_at)
    from unnest(${column("id")}::bigint[], ${column("attempts")}::smallint[], ${column("state")}::text[], ${column("dueAt")}::timestamptz[],
      ${column("reference")}::text[], ${column("fault")}::text[], ${column("sentAt")}::timestamptz[])
      as o (id, attempts, state, due_at, reference, fault, sent_at)
    where n.id = o.id and n.attempts = o.attempts and n.state = 'sending'`.execute(db);
}

/** A provider's report, by the key it got with the message. A second one, or one that is late, changes nothing. */
export async function noteReport(
  db: Db,
  channel: Channel,
  { key, reference, isDelivered, now }: { key: string; reference: string; isDelivered: boolean; now: Date },
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update notice set state = ${isDelivered ? "delivered" : "failed"}, reference = ${reference}, reported_at = ${now},
      sent_at = coalesce(sent_at, ${now}), fault = ${isDelivered ? null : "not-delivered"}
    where key = ${key} and channel = ${channel}
      and state <> 'delivered' and (${isDelivered} or state <> 'failed')`.execute(db);
  return numAffectedRows > 0n;
}

export async function findKeyByReference(db: Db, channel: Channel, reference: string): Promise<string | null> {
  const row = await db
    .selectFrom("notice")
    .select("key")
    .where("channel", "=", channel)
    .where("reference", "=", reference)
    .executeTakeFirst();
  return row?.key ?? null;
}

/** For the sweep: what was said long ago is no longer needed to know that it was said. */
export async function deleteNoticesBefore(db: Db, before: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from notice where id in (
      select id from notice where queued_at < ${before} and state not in ('queued', 'sending') order by queued_at, id limit 50000
    )`.execute(db);
  return Number(numAffectedRows);
}

export async function insertStop(db: Db, dossierId: string, recipient: Buffer, at: Date): Promise<void> {
  await db
    .insertInto("noticeStop")
    .values({ dossierId, recipient, at })
    .onConflict((conflict) => conflict.columns(["dossierId", "recipient"]).doNothing())
    .execute();
}
