/** Closes the register of a year: an act on record, signed by the head, held by a hash over every line. */
import { closeRegister } from "#features/documents/index.ts";
import type { Official } from "#features/identity/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import type { BookDeps } from "./deps.ts";
import { allLines } from "./lines.ts";
import { mayClose } from "./may.ts";
import { type Closing, findClosing, insertClosing, lockBook } from "./queries.ts";

export type CloseRefusal =
  | { readonly reason: "not-theirs" }
  /** A register is closed at the end of its year, never before. */
  | { readonly reason: "year-not-over" }
  | { readonly reason: "already-closed"; readonly closing: Closing };

export async function closeBook(
  deps: BookDeps,
  by: Official,
  unitId: number,
  year: number,
): Promise<Result<Closing, CloseRefusal>> {
  const organisation = deps.organisation();
  if (!mayClose(by, unitId, organisation)) return refused({ reason: "not-theirs" });
  const now = deps.clock.now();
  if (year >= Number(deps.dayOf(now).slice(0, 4))) return refused({ reason: "year-not-over" });
  return deps.database.db.transaction().execute(async (tx) => {
    await lockBook(tx, unitId, year);
    const before = await findClosing(tx, unitId, year);
    if (before !== undefined) return refused({ reason: "already-closed", closing: before });
    const rows = await allLines(deps, tx, { unitId, year });
    const { hash, ...closed } = closeRegister({ unitCode: organisation.getById(unitId).code, year }, rows, now);
    const book = { unitId, year, rows, at: now };
    const kept = await deps.keepBook(
      book,
      { ...closed, hash, signature: { authority: [], marks: [], name: by.name } },
      by,
    );
    const closing: Closing = {
      unitId,
      year,
      closedAt: now,
      closedBy: by.accountId,
      signerName: by.name,
      lineCount: rows.length,
      hash,
      ...kept,
    };
    await insertClosing(tx, closing);
    return accepted(closing);
  });
}
