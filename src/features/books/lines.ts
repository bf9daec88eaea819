/** The lines of a register, put into words from what is on record (TT 01/2018/TT-VPCP art. 10(2); forms §7). */
import type { RegisterRow } from "#features/documents/index.ts";
import { openContent, saidIn } from "#features/dossiers/index.ts";
import { listAccountNames } from "#features/identity/index.ts";
import type { Db } from "#foundation/db/index.ts";
import type { BookDeps } from "./deps.ts";
import { type LineRow, listLines } from "./queries.ts";

export type LinesOf = { readonly unitId: number; readonly year: number };
type LineDeps = Pick<BookDeps, "sealing" | "catalogue">;

const batch = 1000;

export async function pageOfLines(
  deps: LineDeps,
  db: Db,
  book: LinesOf,
  after: number,
  limit: number,
): Promise<readonly RegisterRow[]> {
  return inWords(deps, db, await listLines(db, { ...book, after, limit }));
}

export async function allLines(deps: LineDeps, db: Db, book: LinesOf): Promise<readonly RegisterRow[]> {
  const lines: RegisterRow[] = [];
  for (;;) {
    const next = await pageOfLines(deps, db, book, lines.length, batch);
    lines.push(...next);
    if (next.length < batch) return lines;
  }
}

/** Of a person who was erased the number and the course of the dossier remain, and nothing of who it was. */
const erased = "(đã xóa thông tin cá nhân)";

async function inWords(deps: LineDeps, db: Db, rows: readonly LineRow[]): Promise<readonly RegisterRow[]> {
  const officials = rows.flatMap(({ acceptedBy, returnedBy }) => [acceptedBy, returnedBy]);
  const names = await listAccountNames(db, [...new Set(officials.filter((id) => id !== null))]);
  const nameOf = (id: string | null) => (id === null ? "" : (names.get(id) ?? ""));
  return rows.map((row): RegisterRow => {
    const { definition } = deps.catalogue().getById(row.procedureVersionId);
    const key = row.wrapped === null ? null : deps.sealing.unwrap(row.wrapped);
    // As it was registered: what a later supplement says changes the dossier, not the line.
    const content =
      key === null || row.content === null ? null : openContent(deps.sealing, key, row.dossierId, 1, row.content);
    const said =
      row.returnedNumber === null ? {} : saidIn(deps.sealing, key, row.dossierId, row.returnedNumber, row.returnedSaid);
    const owner = content?.owner.name ?? row.ownerName ?? erased;
    const handedTo = typeof said.handedTo === "string" ? said.handedTo : owner;
    const receiver = nameOf(row.acceptedBy);
    return {
      no: row.no,
      code: row.code,
      content: definition.name,
      sets: 1,
      owner,
      address: content?.owner.address ?? null,
      phone: content?.owner.phone ?? null,
      receivedAt: row.acceptedAt,
      // The date on the receipt; a new one is told by the apology that gave it.
      dueAt: row.originalDueAt,
      resultAt: row.finishedAt,
      returned:
        row.returnedAt === null
          ? null
          : { at: row.returnedAt, giver: nameOf(row.returnedBy), receiver: key === null ? erased : handedTo },
      note: [receiver, definition.field, row.stoppedAt === null ? "" : "dừng giải quyết"]
        .filter((part) => part !== "")
        .join("; "),
    };
  });
}
