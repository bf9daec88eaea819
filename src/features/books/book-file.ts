/** The register on paper: as it was closed and signed, or a copy of what there is so far. */
import type { BookDeps } from "./deps.ts";
import { allLines } from "./lines.ts";
import { findClosing } from "./queries.ts";

export async function bookFile(deps: BookDeps, unitId: number, year: number): Promise<Uint8Array<ArrayBuffer>> {
  const { db } = deps.database;
  const closing = await findClosing(db, unitId, year);
  if (closing !== undefined) return deps.readFile(closing.fileSha256);
  return deps.setBook({ unitId, year, rows: await allLines(deps, db, { unitId, year }), at: deps.clock.now() });
}
