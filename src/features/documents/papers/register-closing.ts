/**
 * The register of a unit and year (TT 01/2018 art. 10(2)): numbers run on from 01, no line is blank, and at the end of the
 * year the head closes it. What was closed is held by a hash over every line, so that no later query can tell another story.
 */
import { createHash } from "node:crypto";

export type RegisterRow = {
  readonly no: number;
  readonly code: string;
  readonly content: string;
  readonly sets: number;
  readonly owner: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly receivedAt: Date;
  readonly dueAt: Date | null;
  /** When the result came from the agency. */
  readonly resultAt: Date | null;
  readonly returned: { readonly at: Date; readonly giver: string; readonly receiver: string } | null;
  /** Who received the dossier, its field, how it ended without a result. */
  readonly note: string | null;
};

export type RegisterClosing = {
  readonly closedAt: Date;
  readonly firstNo: number;
  readonly lastNo: number;
  readonly count: number;
  /** SHA-256 in hexadecimal digits. */
  readonly hash: string;
};

/** What breaks the order of the numbers, in words; nothing when the register may be printed and closed. */
export function registerFaults(rows: readonly RegisterRow[]): readonly string[] {
  const codes = new Set<string>();
  return rows.flatMap((row, at) => {
    const faults: string[] = [];
    if (row.no !== at + 1) faults.push(`line ${at + 1} has number ${row.no}`);
    if (row.code.trim() === "" || row.content.trim() === "" || row.owner.trim() === "")
      faults.push(`line ${at + 1} is blank`);
    if (codes.has(row.code)) faults.push(`line ${at + 1} repeats ${row.code}`);
    codes.add(row.code);
    return faults;
  });
}

export function assertRegister(rows: readonly RegisterRow[]): void {
  const faults = registerFaults(rows);
  if (faults.length > 0) throw new Error(`The register is not whole: ${faults.join("; ")}`);
}

export function closeRegister(
  book: { readonly unitCode: string; readonly year: number },
  rows: readonly RegisterRow[],
  closedAt: Date,
): RegisterClosing {
  assertRegister(rows);
  return {
    closedAt,
    firstNo: rows.length === 0 ? 0 : 1,
    lastNo: rows.length,
    count: rows.length,
    hash: registerHash(book, rows),
  };
}

/** Over the book's name and each line in turn, so that it can be counted again by anybody who has the lines. */
export function registerHash(
  book: { readonly unitCode: string; readonly year: number },
  rows: readonly RegisterRow[],
): string {
  const hash = createHash("sha256").update(`${JSON.stringify(["motcua register 1", book.unitCode, book.year])}\n`);
  for (const row of rows) hash.update(`${JSON.stringify(lineOf(row))}\n`);
  return hash.digest("hex");
}

function lineOf(row: RegisterRow): readonly (string | number | null)[] {
  const text = (value: string | null) => value?.normalize("NFC") ?? null;
  const time = (at: Date | null) => at?.toISOString() ?? null;
  return [
    row.no,
    text(row.code),
    text(row.content),
    row.sets,
    text(row.owner),
    text(row.address),
    text(row.phone),
    time(row.receivedAt),
    time(row.dueAt),
    time(row.resultAt),
    time(row.returned?.at ?? null),
    text(row.returned?.giver ?? null),
    text(row.returned?.receiver ?? null),
    text(row.note),
  ];
}
