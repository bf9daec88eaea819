/**
 * What people type and paste: decomposed marks from a Mac, zero-width characters from Zalo and Word,
 * no-break spaces from web pages. Text is made plain once, where it comes in.
 */

// Zero-width and direction characters, the soft hyphen and the byte order mark: unseen, yet they make two equal names differ.
const invisible =
  /\u034f|[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
// Control characters other than tab and line feed; PostgreSQL refuses the first of them outright.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const oddSpace = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
// Plain printable ASCII, most of what comes in, needs no work at all.
const plainAscii = /^[\u0020-\u007e\n\t]*$/;
const combiningMark = /\p{M}+/gu;

/** The same text in one form (NFC), without invisible characters, with plain spaces and line ends. Keeps lines. */
export function normaliseText(text: string): string {
  if (plainAscii.test(text)) return text.trim();
  return text
    .normalize("NFC")
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(invisible, "")
    .replace(oddSpace, " ")
    .replace(control, "")
    .trim();
}

/** As `normaliseText`, on one line with single spaces: names, codes, addresses. */
export function normaliseLine(text: string): string {
  return normaliseText(text).replace(/\s+/g, " ");
}

/** For finding: lower case, no marks, đ as d, single spaces. "Nguyễn Thị Hòa" and "nguyen thi hoà" become one. */
export function searchText(text: string): string {
  const lower = normaliseText(text).toLowerCase();
  const bare = plainAscii.test(lower)
    ? lower
    : lower.normalize("NFD").replace(combiningMark, "").replace(/[đðɖ]/g, "d");
  return bare.replace(/\s+/g, " ").trim();
}
