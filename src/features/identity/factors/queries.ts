/** The second factors of accounts: this feature's tables `code_app` and `recovery_code`. */
import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";

export type CodeAppRow = {
  readonly sealedSecret: Buffer | null;
  readonly confirmedAt: Date | null;
  readonly lastStep: number;
  readonly waitingSecret: Buffer | null;
  readonly waitingSince: Date | null;
  readonly failures: number;
  readonly failedAt: Date | null;
};

const columns = [
  "sealedSecret",
  "confirmedAt",
  "lastStep",
  "waitingSecret",
  "waitingSince",
  "failures",
  "failedAt",
] as const;

export async function findCodeApp(db: Db, accountId: string): Promise<CodeAppRow | undefined> {
  return db.selectFrom("codeApp").select(columns).where("accountId", "=", accountId).executeTakeFirst();
}

/** Locks the row: of two hundred guesses sent at once each is counted before the next is looked at. */
export async function findCodeAppForUpdate(tx: Db, accountId: string): Promise<CodeAppRow | undefined> {
  return tx.selectFrom("codeApp").select(columns).where("accountId", "=", accountId).forUpdate().executeTakeFirst();
}

/** A new secret waits for its first code; the one in force stays in force. */
export async function setWaitingSecret(db: Db, accountId: string, waitingSecret: Buffer, waitingSince: Date) {
  await db
    .insertInto("codeApp")
    .values({ accountId, waitingSecret, waitingSince })
    .onConflict((conflict) => conflict.column("accountId").doUpdateSet({ waitingSecret, waitingSince }))
    .execute();
}

export async function setInForce(
  tx: Db,
  accountId: string,
  app: { readonly sealedSecret: Buffer; readonly confirmedAt: Date; readonly lastStep: number },
) {
  await tx
    .updateTable("codeApp")
    .set({ ...app, waitingSecret: null, waitingSince: null, failures: 0, failedAt: null })
    .where("accountId", "=", accountId)
    .execute();
}

export async function setCodeTaken(tx: Db, accountId: string, lastStep: number) {
  await tx
    .updateTable("codeApp")
    .set({ lastStep, failures: 0, failedAt: null })
    .where("accountId", "=", accountId)
    .execute();
}

export async function setFailures(tx: Db, accountId: string, failures: number, failedAt: Date | null) {
  await tx.updateTable("codeApp").set({ failures, failedAt }).where("accountId", "=", accountId).execute();
}

export async function deleteFactors(tx: Db, accountId: string): Promise<boolean> {
  await tx.deleteFrom("recoveryCode").where("accountId", "=", accountId).execute();
  const { numDeletedRows } = await tx
    .deleteFrom("codeApp")
    .where("accountId", "=", accountId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** In place of those before. */
export async function setRecoveryCodes(tx: Db, accountId: string, hashes: readonly Buffer[]) {
  await tx.deleteFrom("recoveryCode").where("accountId", "=", accountId).execute();
  await tx
    .insertInto("recoveryCode")
    .values(hashes.map((codeHash) => ({ accountId, codeHash })))
    .execute();
}

/** Answers whether there was such a code that nobody had used. */
export async function takeRecoveryCode(tx: Db, accountId: string, codeHash: Buffer, usedAt: Date): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update recovery_code set used_at = ${usedAt}
    where account_id = ${accountId} and code_hash = ${codeHash} and used_at is null`.execute(tx);
  return numAffectedRows > 0n;
}

export async function countRecoveryCodes(db: Db, accountId: string): Promise<number> {
  const { left } = await db
    .selectFrom("recoveryCode")
    .select((select) => select.fn.countAll<number>().as("left"))
    .where("accountId", "=", accountId)
    .where("usedAt", "is", null)
    .executeTakeFirstOrThrow();
  return Number(left);
}
