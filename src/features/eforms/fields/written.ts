/** What text, textarea and address share: words in one form, not empty, not endless. */
import { normaliseLine, normaliseText } from "#foundation/i18n/index.ts";
import type { Checked, JsonSchema } from "./field-kind.ts";

/**
 * At least one character that can be seen: neither white space nor one of the invisible characters taken out by
 * `normaliseText`. Written out in ASCII, since every validator of every language reads it alike.
 */
export const visiblePattern =
  "[^\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180e\\u2000-\\u200f" +
  "\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff]";

function countsAsTooLong(text: string, maxLength: number): boolean {
  if (text.length <= maxLength) return false;
  // JSON Schema counts code points. No text of so many units has few enough, so ten megabytes are not counted.
  if (text.length > maxLength * 2) return true;
  let points = 0;
  for (const _ of text) points++;
  return points > maxLength;
}

// Decomposed marks at most triple a Vietnamese text; anything beyond is not worth normalising.
const rawFactor = 4;

/**
 * Printable ASCII and composed Latin letters with single spaces between them are in their one form already. Nearly every
 * answer is such a text, and finding that out costs a fifth of making it so.
 */
const needsWork = /[^\u0020-\u007e\u00c0-\u024f\u1ea0-\u1ef9]| {2}|^ | $|^$/;

export function checkWritten(value: unknown, maxLength: number, lines: "one" | "many"): Checked<string> {
  if (typeof value !== "string") return { problem: "type" };
  if (value.length > maxLength * rawFactor) return { problem: "tooLong", bound: maxLength };
  if (!needsWork.test(value)) return value.length > maxLength ? { problem: "tooLong", bound: maxLength } : { value };
  const text = (lines === "one" ? normaliseLine(value) : normaliseText(value)).toWellFormed();
  if (text === "") return { problem: "empty" };
  if (countsAsTooLong(text, maxLength)) return { problem: "tooLong", bound: maxLength };
  return { value: text };
}

export function writtenSchema(maxLength: number): JsonSchema {
  return { type: "string", minLength: 1, maxLength, pattern: visiblePattern };
}

export function asText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
