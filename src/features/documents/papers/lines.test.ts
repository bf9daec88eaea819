import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakLines } from "./lines.ts";

/** Every letter one wide. */
const measure = (text: string) => Array.from(text).length;
const linesOf = (text: string, width: number) =>
  breakLines([{ text }], width, measure).map((line) => line.runs.map((run) => run.text).join(""));

describe("lines", () => {
  it("break between words", () => {
    expect(linesOf("Giấy tiếp nhận hồ sơ", 10)).toEqual(["Giấy tiếp", "nhận hồ sơ"]);
  });

  it("break where somebody did", () => {
    expect(linesOf("một\nhai\r\nba", 20)).toEqual(["một", "hai", "ba"]);
  });

  it("cut a word only where it must be, after a stroke or a hyphen if it has one", () => {
    expect(linesOf("Nghị định 123/2015/NĐ-CP", 10)).toEqual(["Nghị định", "123/2015/", "NĐ-CP"]);
    expect(linesOf("xxxxxxxxxxxx", 5)).toEqual(["xxxxx", "xxxxx", "xx"]);
  });

  it("keep what was joined by a space that does not break", () => {
    expect(linesOf("ngày\u00a024 tháng\u00a011", 9)).toEqual(["ngày\u00a024", "tháng\u00a011"]);
  });

  it("keep a word together that changes its face in the middle", () => {
    const lines = breakLines([{ text: "mã " }, { text: "H56", face: "bold" }, { text: ", nộp" }], 7, measure);

    expect(lines.map((line) => line.runs)).toEqual([
      [
        { text: "mã ", face: "regular" },
        { text: "H56", face: "bold" },
        { text: ",", face: "regular" },
      ],
      [{ text: "nộp", face: "regular" }],
    ]);
  });

  it("lose no letter and are never wider than they may be", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 3, max: 30 }), (text, width) => {
        const plain = text.normalize("NFC").replace(/[\r\n\u2028\u2029]/g, " ");
        const lines = breakLines([{ text: plain }], width, measure);
        const letters = (value: string) => value.replace(/[ \t]/g, "");
        expect(letters(lines.map((line) => line.runs.map((run) => run.text).join("")).join(""))).toBe(letters(plain));
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width);
      }),
    );
  });
});
