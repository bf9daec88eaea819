import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./event.ts";

/** The plain way to say the same: what the quick way is held against. */
function slowly(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(slowly).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${slowly(part)}`).join(",")}}`;
}

describe("The canonical text of a value", () => {
  it("is the same whatever order its keys came in, and reads back as the value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(text).toBe(slowly(value));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it("escapes what JSON escapes: quotes, control characters and halves of a character", () => {
    const odd = ['"', "\\", "\u0000\u001f\n", "\ud83d\ude00", "\ud800", "\u2028", "\u007f", "Nguyễn Thị Hòa", ""];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...odd), fc.string({ unit: "binary" }))), (parts) => {
        const text = parts.join("");
        expect(canonicalJson({ [text]: text })).toBe(JSON.stringify({ [text]: text }));
      }),
    );
  });

  it("leaves out what is not there", () => {
    expect(canonicalJson({ b: undefined, a: [1, null], c: { z: true, y: "x" } })).toBe(
      '{"a":[1,null],"c":{"y":"x","z":true}}',
    );
  });
});
