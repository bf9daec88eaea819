import { describe, expect, it } from "vitest";
import { closeRegister, registerFaults, registerHash } from "./register-closing.ts";
import { registerRows } from "./samples/letters.ts";

const book = { unitCode: "H56.27.14773", year: 2026 };

describe("a register", () => {
  it("is in order when its numbers run on from 01 without a blank or a repetition", () => {
    const rows = registerRows(4);

    expect(registerFaults(rows)).toEqual([]);
    expect(registerFaults(rows.slice(1))).toContain("line 1 has number 2");
    expect(registerFaults(rows.map((row) => (row.no === 2 ? { ...row, owner: " " } : row)))).toEqual([
      "line 2 is blank",
    ]);
    expect(registerFaults(rows.map((row) => ({ ...row, code: "one" })))).toHaveLength(3);
  });

  it("is closed by a hash that any change of any line, of the order or of the book would change", () => {
    const rows = registerRows(3);
    const [first, second, third] = rows;
    if (!first || !second || !third) throw new Error("There are three rows");
    const { hash } = closeRegister(book, rows, new Date("2026-12-31T09:00:00Z"));

    const others = [
      registerHash({ ...book, year: 2025 }, rows),
      registerHash({ ...book, unitCode: "H56.27.14776" }, rows),
      registerHash(book, [first, second]),
      registerHash(book, [second, first, third]),
      ...[
        { ...first, content: "khác" },
        { ...first, sets: 2 },
        { ...first, owner: "khác" },
        { ...first, address: null },
        { ...first, phone: null },
        { ...first, receivedAt: new Date(0) },
        { ...first, dueAt: null },
        { ...first, resultAt: null },
        { ...first, returned: null },
        { ...first, note: "khác" },
      ].map((changed) => registerHash(book, [changed, second, third])),
    ];

    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set([hash, ...others]).size).toBe(others.length + 1);
    expect(registerHash(book, rows)).toBe(hash);
  });

  it("does not depend on how the marks of its words are stored", () => {
    const loose = registerRows(2).map((row) => ({ ...row, owner: row.owner.normalize("NFD") }));

    expect(registerHash(book, loose)).toBe(registerHash(book, registerRows(2)));
  });
});
