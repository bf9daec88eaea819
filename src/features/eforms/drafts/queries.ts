import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";

export type DraftRow = {
  readonly id: string;
  readonly procedureVersionId: number;
  readonly accountId: string | null;
  readonly dossierId: string | null;
  readonly resumeSecretHash: Buffer | null;
  readonly wrappedKey: Buffer;
  readonly sealed: Buffer;
  readonly createdAt: Date;
  readonly savedAt: Date;
  readonly expiresAt: Date;
};

const columns = [
  "id",
  "procedureVersionId",
  "accountId",
  "dossierId",
  "resumeSecretHash",
  "wrappedKey",
  "sealed",
  "createdAt",
  "savedAt",
  "expiresAt",
] as const;

/** False when the id is taken, by a draft of whomever, or the dossier has one already. */
export async function insertDraft(db: Db, row: DraftRow): Promise<boolean> {
  const done = await db
    .insertInto("draft")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows ?? 0) === 1;
}

export async function findDraft(db: Db, id: string, now: Date): Promise<DraftRow | undefined> {
  return db.selectFrom("draft").select(columns).where("id", "=", id).where("expiresAt", ">", now).executeTakeFirst();
}

/** Locks the draft until the transaction ends, so two saves cannot interleave. */
export async function findDraftForUpdate(db: Db, id: string, now: Date): Promise<DraftRow | undefined> {
  return db
    .selectFrom("draft")
    .select(columns)
    .where("id", "=", id)
    .where("expiresAt", ">", now)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateDraft(
  db: Db,
  id: string,
  saved: { sealed: Buffer; uploadIds: readonly string[]; savedAt: Date; expiresAt: Date },
): Promise<void> {
  await db
    .updateTable("draft")
    .set({ ...saved, uploadIds: [...saved.uploadIds] })
    .where("id", "=", id)
    .execute();
}

export async function setDraftAccount(db: Db, id: string, accountId: string): Promise<void> {
  await db.updateTable("draft").set({ accountId, resumeSecretHash: null }).where("id", "=", id).execute();
}

export async function findDraftOfDossier(db: Db, dossierId: string, now: Date): Promise<DraftRow | undefined> {
  return db
    .selectFrom("draft")
    .select(columns)
    .where("dossierId", "=", dossierId)
    .where("expiresAt", ">", now)
    .executeTakeFirst();
}

/** With the answer to the city's request, or when the applicant thinks again. */
export async function deleteDraftOfDossier(db: Db, dossierId: string): Promise<void> {
  await db.deleteFrom("draft").where("dossierId", "=", dossierId).execute();
}

export async function deleteForgottenDraftOfDossier(db: Db, dossierId: string, now: Date): Promise<void> {
  await db.deleteFrom("draft").where("dossierId", "=", dossierId).where("expiresAt", "<=", now).execute();
}

/** Newest first; a person has few, so the list is not paged but capped. */
export async function listDraftRows(db: Db, accountId: string, now: Date): Promise<readonly DraftRow[]> {
  return db
    .selectFrom("draft")
    .select(columns)
    .where("accountId", "=", accountId)
    .where("dossierId", "is", null)
    .where("expiresAt", ">", now)
    .orderBy("savedAt", "desc")
    .limit(50)
    .execute();
}

export async function countDrafts(db: Db, accountId: string): Promise<number> {
  const row = await db
    .selectFrom("draft")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("accountId", "=", accountId)
    .where("dossierId", "is", null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function deleteDraft(db: Db, id: string): Promise<void> {
  await db.deleteFrom("draft").where("id", "=", id).execute();
}

export async function deleteDraftsBefore(db: Db, now: Date): Promise<number> {
  const done = await db.deleteFrom("draft").where("expiresAt", "<=", now).executeTakeFirst();
  return Number(done.numDeletedRows);
}

/** Which of these uploads belong to a draft still being prepared, and must not be swept. */
export async function listUploadsInDrafts(db: Db, uploadIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (uploadIds.length === 0) return new Set();
  const rows = await db
    .selectFrom("draft")
    .select("uploadIds")
    .where("uploadIds", "&&", sql<string[]>`${[...uploadIds]}::uuid[]`)
    .execute();
  const asked = new Set(uploadIds);
  return new Set(rows.flatMap((row) => row.uploadIds).filter((id) => asked.has(id)));
}
