import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchText } from "#foundation/i18n/index.ts";
import { aCatalogue, sampleProcedures } from "../testing.ts";

const catalogue = aCatalogue();
const procedures = sampleProcedures();
const find = (q: string) => catalogue.list("2026-11-24", { q }).items.map(({ code }) => code);

// What the keys of the two layouts leave behind when nothing composes them.
const telexTone = { "\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j" } as const;
const vniTone = { "\u0300": "2", "\u0301": "1", "\u0309": "3", "\u0303": "4", "\u0323": "5" } as const;

function keystrokes(text: string, layout: "telex" | "vni"): string {
  const tones: Record<string, string> = layout === "telex" ? telexTone : vniTone;
  return text
    .normalize("NFC")
    .toLowerCase()
    .split(" ")
    .map((syllable) => {
      let keys = "";
      let tone = "";
      for (const letter of syllable.normalize("NFD")) {
        const before = keys.at(-1) ?? "";
        if (letter in tones) tone = tones[letter] ?? "";
        else if (letter === "\u0302") keys += layout === "telex" ? before : "6";
        else if (letter === "\u031b") keys += layout === "telex" ? "w" : "7";
        else if (letter === "\u0306") keys += layout === "telex" ? "w" : "8";
        else if (letter === "đ") keys += layout === "telex" ? "dd" : "d9";
        else keys += letter;
      }
      return keys.replace(/(?=[^a-z0-9]*$)/, tone);
    })
    .join(" ");
}

describe("every procedure of the city", () => {
  it.each(["telex", "vni"] as const)("is found by its whole name typed with %s off", (layout) => {
    for (const { code, name } of procedures) {
      expect(find(keystrokes(name, layout)).slice(0, 1), keystrokes(name, layout)).toEqual([code]);
    }
  });

  it("is found first by its name without marks, in capitals, and by its English name", () => {
    for (const { code, name, nameEn } of procedures) {
      expect(find(searchText(name))[0], name).toBe(code);
      expect(find(name.toUpperCase())[0], name).toBe(code);
      expect(find(nameEn)[0], nameEn).toBe(code);
    }
  });

  it("is among the first five with its words in any order and one slip of the hand", () => {
    const slip = fc.record({
      procedure: fc.constantFrom(...procedures),
      at: fc.nat(),
      kind: fc.constantFrom("drop", "swap", "double"),
      order: fc.infiniteStream(fc.nat()),
    });
    fc.assert(
      fc.property(slip, ({ procedure, at, kind, order }) => {
        const words = searchText(procedure.name).split(" ");
        const long = words.map((word, index) => ({ word, index })).filter(({ word }) => word.length >= 4);
        const chosen = long[at % Math.max(long.length, 1)];
        if (chosen !== undefined) {
          const { word, index } = chosen;
          const middle = 1 + (at % (word.length - 2));
          const [before, letter, next, after] = [
            word.slice(0, middle),
            word[middle] ?? "",
            word[middle + 1] ?? "",
            word.slice(middle + 2),
          ];
          words[index] =
            kind === "drop"
              ? before + next + after
              : kind === "swap"
                ? before + next + letter + after
                : before + letter + letter + next + after;
        }
        const shuffled = words
          .map((word) => ({ word, key: order.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ word }) => word);
        expect(find(shuffled.join(" ")).slice(0, 5)).toContain(procedure.code);
      }),
      { numRuns: 400, seed: 20_201_015 },
    );
  });
});
