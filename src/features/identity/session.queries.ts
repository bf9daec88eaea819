/** The sessions of an account, as its holder sees and ends them. */
import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";

export type OwnSession = {
  readonly id: number;
  readonly kind: "cookie" | "token";
  readonly device: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly expiresAt: Date;
  readonly isThis: boolean;
};

/** The one that asks first, then the one used last. */
export async function listLiveSessions(
  db: Db,
  accountId: string,
  thisHash: Buffer,
  now: Date,
  limit: number,
): Promise<readonly OwnSession[]> {
  const { rows } = await sql<OwnSession>`
    select id, kind, device, created_at, seen_at, expires_at, token_hash = ${thisHash} as is_this
    from session where account_id = ${accountId} and kind <> 'half' and ended_at is null and expires_at > ${now}
    order by token_hash = ${thisHash} desc, seen_at desc, id desc limit ${limit}`.execute(db);
  return rows;
}

export type HalfSession = { readonly accountId: string; readonly device: string };

/** A sign-in whose password was right and whose second factor is waited for. */
export async function findHalfSession(db: Db, tokenHash: Buffer, now: Date): Promise<HalfSession | undefined> {
  return db
    .selectFrom("session as s")
    .innerJoin("account as a", "a.id", "s.accountId")
    .select(["s.accountId", "s.device"])
    .where("s.tokenHash", "=", tokenHash)
    .where("s.kind", "=", "half")
    .where("s.endedAt", "is", null)
    .where("s.expiresAt", ">", now)
    .where("a.closedAt", "is", null)
    .executeTakeFirst();
}

/** Answers whether that session was still live. */
export async function setProvedAt(db: Db, tokenHash: Buffer, provedAt: Date | null): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("session")
    .set({ provedAt })
    .where("tokenHash", "=", tokenHash)
    .where("kind", "!=", "half")
    .where("endedAt", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Answers whether there was such a session of this account. */
export async function endSession(db: Db, accountId: string, id: number, endedAt: Date): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update session set ended_at = ${endedAt} where id = ${id} and account_id = ${accountId} and ended_at is null`.execute(
    db,
  );
  return numAffectedRows > 0n;
}

/** All but the one that asks, if one does; answers how many. */
export async function endOtherSessions(
  db: Db,
  accountId: string,
  thisHash: Buffer | null,
  endedAt: Date,
): Promise<number> {
  const result = await db
    .updateTable("session")
    .set({ endedAt })
    .where("accountId", "=", accountId)
    .$if(thisHash !== null, (update) => update.where("tokenHash", "!=", thisHash))
    .where("endedAt", "is", null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
