import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readProcedures } from "#features/catalogue/index.ts";
import { basisInWords, boxFor, type Phrase, phrasesFor, withPhrase } from "./phrase.ts";
import { checkPhrases, phraseFaults, readPhrases } from "./read-phrases.ts";

const city = resolve(import.meta.dirname, "../../../../cities/thanh-hoa-2020");
const procedures = readProcedures(city);
const phrases = readPhrases(city);

describe("the phrases of the sample city", () => {
  it("are many, and each names procedures, papers and laws that the city has", () => {
    expect(phrases.phrases.length).toBeGreaterThanOrEqual(25);
    expect(() => checkPhrases(city, procedures)).not.toThrow();
  });

  it("offer every one of the procedures something for a supplement and for a refusal, its own first", () => {
    for (const procedure of procedures) {
      expect(phrasesFor(phrases, procedure, "requestSupplement").length).toBeGreaterThan(0);
      expect(phrasesFor(phrases, procedure, "refuse").length).toBeGreaterThan(0);
    }
    const birth = procedures.find(({ code }) => code === "1.001193");
    const offered = birth === undefined ? [] : phrasesFor(phrases, birth, "requestSupplement");
    expect(offered[0]?.key).toBe("khai-sinh-khong-co-giay-chung-sinh");
    expect(offered.map(({ key }) => key)).not.toContain("xay-dung-ban-ve");
  });
});

describe("a file of phrases", () => {
  const good: Phrase = {
    key: "mo",
    for: ["refuse"],
    title: "a",
    titleEn: "a",
    text: "a",
    textEn: "a",
    basis: { number: "61/2018/NĐ-CP" },
  };
  const laws = [{ number: "61/2018/NĐ-CP", title: "Một cửa" }];

  it("has all its faults named at once", () => {
    const faults = phraseFaults(
      {
        laws,
        phrases: [
          good,
          good,
          { ...good, key: "b", procedures: ["9.999999"] },
          { ...good, key: "c", procedures: ["1.001193"], component: "khong-co" },
          { ...good, key: "d", component: "khong-dau-co" },
          { ...good, key: "e", procedures: ["1.001193"], basis: { number: "1/1999/NĐ-CP" } },
        ],
      },
      procedures,
    );

    expect(faults).toEqual([
      "there are two phrases mo",
      "b: there is no procedure 9.999999",
      "c: 1.001193 has no component khong-co",
      "d: no procedure has a component khong-dau-co",
      "e: 1.001193 does not rest on 1/1999/NĐ-CP",
    ]);
  });

  it("is refused for a move that takes no phrase, and may be left out", () => {
    const folder = mkdtempSync(join(tmpdir(), "motcua-phrases-"));
    try {
      expect(readPhrases(folder)).toEqual({ laws: [], phrases: [] });
      writeFileSync(
        join(folder, "phrases.json"),
        JSON.stringify({ note: "x", laws, phrases: [{ ...good, for: ["accept"] }] }),
      );
      expect(() => readPhrases(folder)).toThrow(/phrases\/0\/for/);
      cpSync(join(city, "phrases.json"), join(folder, "phrases.json"));
      expect(readPhrases(folder)).toEqual(phrases);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("calls a law by its name and a decree by its number", () => {
    expect(
      basisInWords({ number: "60/2014/QH13", place: "Điều 16" }, [{ number: "60/2014/QH13", title: "Luật Hộ tịch" }]),
    ).toBe("Điều 16 Luật Hộ tịch số 60/2014/QH13");
    expect(basisInWords({ number: "61/2018/NĐ-CP" }, laws)).toBe("Nghị định số 61/2018/NĐ-CP");
    expect(basisInWords({ number: "04/2020/TT-BTP" }, [])).toBe("Thông tư số 04/2020/TT-BTP");
  });

  it("puts a phrase into the chosen box, its paper's, or the usual one, after what is typed", () => {
    expect(boxFor(good, "requestSupplement", "loi.x")).toBe("loi.x");
    expect(boxFor({ ...good, component: "y" }, "requestSupplement", "")).toBe("loi.y");
    expect(boxFor(good, "requestSupplement", null)).toBe("loi-khac");
    expect(boxFor(good, "refuse", "loi.x")).toBe("note");
    expect(withPhrase("  ", "Câu.")).toBe("Câu.");
    expect(withPhrase("Đã có.\n", "Câu.")).toBe("Đã có.\nCâu.");
  });
});
