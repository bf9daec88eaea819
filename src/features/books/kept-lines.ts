/** The lines of a closed register as they are kept beside its paper: read back, they give the same hash. */
import { Type } from "typebox";
import { Value } from "typebox/value";
import type { RegisterRow } from "#features/documents/index.ts";

const textOrNull = Type.Union([Type.String(), Type.Null()]);
const keptLines = Type.Array(
  Type.Object({
    no: Type.Integer(),
    code: Type.String(),
    content: Type.String(),
    sets: Type.Integer(),
    owner: Type.String(),
    address: textOrNull,
    phone: textOrNull,
    receivedAt: Type.String(),
    dueAt: textOrNull,
    resultAt: textOrNull,
    returned: Type.Union([
      Type.Object({ at: Type.String(), giver: Type.String(), receiver: Type.String() }),
      Type.Null(),
    ]),
    note: textOrNull,
  }),
);

export function writeLines(rows: readonly RegisterRow[]): Buffer {
  return Buffer.from(JSON.stringify(rows));
}

export function readLines(content: Uint8Array): readonly RegisterRow[] {
  const rows = Value.Parse(keptLines, JSON.parse(Buffer.from(content).toString("utf8")));
  const instant = (text: string | null) => (text === null ? null : new Date(text));
  return rows.map((row) => ({
    ...row,
    receivedAt: new Date(row.receivedAt),
    dueAt: instant(row.dueAt),
    resultAt: instant(row.resultAt),
    returned: row.returned === null ? null : { ...row.returned, at: new Date(row.returned.at) },
  }));
}
