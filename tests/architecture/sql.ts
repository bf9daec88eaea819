/** Where a feature speaks SQL, and which tables it writes. */

const speaks = [
  /\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(/,
  /\bsql(?:<[^`]*>)?`/,
  // `c.req.query("…")` reads the address, not the database.
  /(?<!\breq)\.query(?:<[^(]*>)?\(/,
];

/** The lines that speak SQL, with their numbers. */
export function sqlLines(text: string): readonly { readonly line: number; readonly text: string }[] {
  return text
    .split("\n")
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter(({ text: line }) => !/^(?:\*|\/\/|\/\*)/.test(line) && speaks.some((pattern) => pattern.test(line)));
}

export const isForQueries = (file: string) => /(?:^|[/.])queries\.ts$/.test(file);

/** Tables that a text inserts into, updates, deletes from or merges into, in snake_case, whether by Kysely or as SQL. */
export function tablesWritten(text: string): ReadonlySet<string> {
  const named = [
    ...text.matchAll(/\.(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*"([a-z_]\w*)/gi),
    ...text.matchAll(
      /\b(?:insert\s+into|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+(?:only\s+)?([a-z_]\w*)/gi,
    ),
    ...text.matchAll(/\bupdate\s+(?:only\s+)?([a-z_]\w*)(?:\s+(?:as\s+)?[a-z_]\w*)?\s+set\b/gi),
  ];
  return new Set(named.map(([, name = ""]) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)));
}

export function tablesOf(schema: string): ReadonlySet<string> {
  return new Set([...schema.matchAll(/^create table ([a-z_]\w*)/gm)].map(([, name = ""]) => name));
}
