/** Notes between colleagues: only ever added. */
import type { Role } from "#features/identity/index.ts";
import type { Db } from "#foundation/db/index.ts";

export type NoteRow = {
  readonly id: string;
  readonly dossierId: string;
  readonly at: Date;
  readonly authorId: string;
  readonly unitId: number;
  readonly role: string;
  readonly sealed: Buffer;
};

/** False when there is a note with that id already. */
export async function insertNote(db: Db, note: NoteRow & { readonly role: Role }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("dossierNote")
    .values(note)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** In the order in which they were written. */
export async function listNotes(db: Db, dossierId: string): Promise<readonly NoteRow[]> {
  return db
    .selectFrom("dossierNote")
    .select(["id", "dossierId", "at", "authorId", "unitId", "role", "sealed"])
    .where("dossierId", "=", dossierId)
    .orderBy("at")
    .orderBy("id")
    .execute();
}
