/** Tables as files for spreadsheets: RFC 4180, with the mark by which Excel knows UTF-8. Pure. */

export type Cell = string | number;

export function csv(rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

/**
 * Text that a spreadsheet would take for a formula is made text by an apostrophe (ASVS 5.0, formula injection): a payer or
 * a reference must not run anything on an accountant's computer. A number of ours is no text and keeps its sign.
 */
function cell(value: Cell): string {
  if (typeof value === "number") return String(value);
  const plain = /^[\s]*[=+\-@]/.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
