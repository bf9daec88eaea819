/** Accounts that people open themselves: this feature's tables `account_contact` and `code_request`. */
import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";
import type { ContactChannel } from "./contact.ts";

export type Purpose = "open" | "recover";

export async function findAccountByContact(db: Db, recipient: Buffer) {
  return db
    .selectFrom("accountContact as c")
    .innerJoin("account as a", "a.id", "c.accountId")
    .select(["a.id", "a.kind", "a.login", "a.displayName as name"])
    .where("c.recipient", "=", recipient)
    .where("a.closedAt", "is", null)
    .executeTakeFirst();
}

/** What signing in asks of an account that is found by its address. */
export async function findSignInByContact(db: Db, recipient: Buffer) {
  return db
    .selectFrom("accountContact as c")
    .innerJoin("account as a", "a.id", "c.accountId")
    .select(["a.id", "a.kind", "a.passwordHash", "a.displayName", "a.isDemo"])
    .where("c.recipient", "=", recipient)
    .where("a.closedAt", "is", null)
    .executeTakeFirst();
}

/** Answers whether the address was still free: of two who prove it at once one has it. */
export async function insertContact(
  tx: Db,
  contact: {
    accountId: string;
    channel: ContactChannel;
    recipient: Buffer;
    sealedAddress: Buffer;
    confirmedAt: Date;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto("accountContact")
    .values(contact)
    .onConflict((conflict) => conflict.column("recipient").doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows > 0n;
}

export async function countRequestsSince(db: Db, recipient: Buffer, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom("codeRequest")
    .select((select) => select.fn.countAll<string>().as("count"))
    .where("recipient", "=", recipient)
    .where("madeAt", ">", since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** One after the other for one address, so that its limit holds for requests that come at once. */
export async function lockRecipient(tx: Db, recipient: Buffer): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`code request:${recipient.toString("hex")}`}, 0))`.execute(
    tx,
  );
}

export async function insertRequest(
  tx: Db,
  request: {
    tokenHash: Buffer;
    purpose: Purpose;
    recipient: Buffer;
    sealed: Buffer;
    codeHash: Buffer | null;
    madeAt: Date;
    expiresAt: Date;
  },
) {
  await tx.insertInto("codeRequest").values(request).execute();
}

const columns = ["purpose", "recipient", "sealed", "codeHash", "failures"] as const;

export async function findRequest(db: Db, tokenHash: Buffer, now: Date) {
  return db
    .selectFrom("codeRequest")
    .select(columns)
    .where("tokenHash", "=", tokenHash)
    .where("expiresAt", ">", now)
    .executeTakeFirst();
}

/** Locks the row: of many guesses sent at once each is counted before the next is looked at. */
export async function findRequestForUpdate(tx: Db, tokenHash: Buffer, now: Date) {
  return tx
    .selectFrom("codeRequest")
    .select(columns)
    .where("tokenHash", "=", tokenHash)
    .where("expiresAt", ">", now)
    .forUpdate()
    .executeTakeFirst();
}

export async function addRequestFailure(tx: Db, tokenHash: Buffer) {
  await tx
    .updateTable("codeRequest")
    .set((set) => ({ failures: set("failures", "+", 1) }))
    .where("tokenHash", "=", tokenHash)
    .execute();
}

/** A code opens once. The row stays until its hour is over, since it counts against the limit of its address. */
export async function voidRequest(tx: Db, tokenHash: Buffer, now: Date) {
  await tx
    .updateTable("codeRequest")
    .set({ codeHash: null, expiresAt: now })
    .where("tokenHash", "=", tokenHash)
    .execute();
}

export async function deleteRequestsBefore(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom("codeRequest").where("madeAt", "<", before).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
