/**
 * What officials write to each other about a dossier. A note is no event and no part of the dossier's view, so nothing
 * that is shown or told to the applicant can hold one: only the desk asks for them.
 */
import { randomUUID } from "node:crypto";
import { listAccountNames, type Official, type Posting } from "#features/identity/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { normaliseText } from "#foundation/i18n/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import type { Sealing } from "#foundation/sealing/index.ts";
import type { Dossier } from "../dossier.ts";
import { findWrappedKey } from "../queries.ts";
import { insertNote, listNotes } from "./queries.ts";

export const longestNote = 4000;

export type Note = {
  readonly id: string;
  readonly at: Date;
  readonly authorName: string;
  readonly unitId: number;
  readonly role: string;
  readonly text: string;
};

/** `erased`: the person's data are gone, and nothing more is written in their case. */
export type NoteRefusal = { readonly reason: "empty" | "tooLong" | "erased" };

type NoteDeps = { readonly db: Db; readonly sealing: Sealing; readonly clock: Clock };

/** `id` was made with the page, so that a note sent twice is there once. */
export async function leaveNote(
  { db, sealing, clock }: NoteDeps,
  dossier: Dossier,
  by: Official,
  as: Posting,
  { id, typed }: { readonly id: string; readonly typed: string },
): Promise<Result<string, NoteRefusal>> {
  const text = normaliseText(typed).toWellFormed();
  if (text === "") return refused({ reason: "empty" });
  if (text.length > longestNote) return refused({ reason: "tooLong" });
  const wrapped = await findWrappedKey(db, dossier.id);
  if (wrapped === null) return refused({ reason: "erased" });
  const key = sealing.unwrap(wrapped);
  const write = async (noteId: string) => {
    const sealed = sealing.seal(key, place(dossier.id, noteId), text);
    const row = { id: noteId, dossierId: dossier.id, at: clock.now(), authorId: by.accountId, ...as, sealed };
    return insertNote(db, row);
  };
  if (await write(id)) return accepted(id);
  // The page was sent before. The same words are the same note; other words, typed after going back, are one more.
  const earlier = (await listNotes(db, dossier.id)).find((note) => note.id === id && note.authorId === by.accountId);
  if (earlier !== undefined && sealing.openText(key, place(dossier.id, id), earlier.sealed) === text)
    return accepted(id);
  const another = randomUUID();
  await write(another);
  return accepted(another);
}

/** The newest first, as the history beside them. None once the person was erased: the key is gone with the words. */
export async function readNotes(
  { db, sealing }: Pick<NoteDeps, "db" | "sealing">,
  dossier: Dossier,
): Promise<readonly Note[]> {
  const [wrapped, rows] = await Promise.all([findWrappedKey(db, dossier.id), listNotes(db, dossier.id)]);
  if (wrapped === null || rows.length === 0) return [];
  const key = sealing.unwrap(wrapped);
  const names = await listAccountNames(
    db,
    rows.map(({ authorId }) => authorId),
  );
  return rows
    .map(({ id, at, authorId, unitId, role, sealed }) => ({
      id,
      at,
      authorName: names.get(authorId) ?? "",
      unitId,
      role,
      text: sealing.openText(key, place(dossier.id, id), sealed),
    }))
    .reverse();
}

function place(dossierId: string, noteId: string): string {
  return `dossier:${dossierId}:note:${noteId}`;
}
