import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";

/** Officials who want the list of their work each working morning. */
export async function listDigestReaders(
  db: Db,
): Promise<readonly { readonly accountId: string; readonly recipient: Buffer; readonly language: "vi" | "en" }[]> {
  const rows = await db
    .selectFrom("noticeChoice as c")
    .innerJoin("account as a", "a.id", "c.accountId")
    .select(["c.accountId", "c.recipient", "c.language"])
    .where("c.channel", "=", "digest")
    .where("a.closedAt", "is", null)
    .execute();
  return rows.map((row) => ({ ...row, language: row.language === "en" ? "en" : "vi" }));
}

/** One for each and day, however many workers think of it. */
export async function insertDigests(
  db: Db,
  readers: readonly { readonly accountId: string; readonly recipient: Buffer; readonly language: string }[],
  day: string,
  now: Date,
): Promise<number> {
  if (readers.length === 0) return 0;
  const { numAffectedRows = 0n } = await sql`
    insert into notice (account_id, day, told, channel, recipient, language, queued_at, due_at)
    select account_id, ${day}::date, 'digest', 'email', recipient, language, ${now}::timestamptz, ${now}::timestamptz
    from unnest(${readers.map((one) => one.accountId)}::uuid[], ${readers.map((one) => one.recipient)}::bytea[],
      ${readers.map((one) => one.language)}::text[]) as r (account_id, recipient, language)
    on conflict (account_id, day, told) do nothing`.execute(db);
  return Number(numAffectedRows);
}
