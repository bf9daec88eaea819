/**
 * What `motcua verify` asks of the registers: every accepted dossier has its line, no number is left out, and a closed year is
 * still what its hash says: the kept lines give it again, and the record agrees with each of them.
 */
import { type RegisterRow, registerHash } from "#features/documents/index.ts";
import type { BookDeps } from "./deps.ts";
import { readLines } from "./kept-lines.ts";
import { allLines } from "./lines.ts";
import { type Closing, listClosings, listLinesAmiss } from "./queries.ts";

export async function verifyBooks(deps: BookDeps): Promise<readonly string[]> {
  const { db } = deps.database;
  const faults = [...(await listLinesAmiss(db))];
  for (const closing of await listClosings(db)) {
    const unit = deps.organisation().getById(closing.unitId);
    const book = `register ${unit.code} ${closing.year}`;
    const kept = await keptOf(deps, closing);
    if (typeof kept === "string") {
      faults.push(`${book}: its lines cannot be read: ${kept}`);
      continue;
    }
    if (
      kept.length !== closing.lineCount ||
      registerHash({ unitCode: unit.code, year: closing.year }, kept) !== closing.hash
    )
      faults.push(`${book}: the lines kept do not give the hash it was closed with`);
    const now = await allLines(deps, db, { unitId: closing.unitId, year: closing.year });
    if (now.length !== kept.length) faults.push(`${book}: has ${now.length} lines, was closed with ${kept.length}`);
    for (const [at, line] of kept.entries()) {
      const told = now[at];
      if (told !== undefined && !agrees(line, told, closing.closedAt))
        faults.push(`${book}: line ${line.no} differs from the record`);
    }
  }
  return faults;
}

/** A text says why they cannot be read: one broken book must not keep the others from being looked at. */
async function keptOf(deps: BookDeps, { linesSha256 }: Closing): Promise<readonly RegisterRow[] | string> {
  try {
    return readLines(await deps.readFile(linesSha256));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Who a person was may have been erased since; what happened to the dossier until the closing may not differ. */
function agrees(kept: RegisterRow, now: RegisterRow, closedAt: Date): boolean {
  const until = (at: Date | null | undefined) => (at == null || at > closedAt ? null : at.getTime());
  return (
    kept.no === now.no &&
    kept.code === now.code &&
    kept.receivedAt.getTime() === now.receivedAt.getTime() &&
    kept.dueAt?.getTime() === now.dueAt?.getTime() &&
    until(kept.resultAt) === until(now.resultAt) &&
    until(kept.returned?.at) === until(now.returned?.at)
  );
}
