import { describe, expect, it } from "vitest";
import { amountInFigures, amountInWords, numberInWords } from "./amount-in-words.ts";

const cases: readonly (readonly [number | bigint, string])[] = [
  [0, "không"],
  [1, "một"],
  [4, "bốn"],
  [5, "năm"],
  [10, "mười"],
  [11, "mười một"],
  [14, "mười bốn"],
  [15, "mười lăm"],
  [20, "hai mươi"],
  [21, "hai mươi mốt"],
  [24, "hai mươi tư"],
  [25, "hai mươi lăm"],
  [55, "năm mươi lăm"],
  [100, "một trăm"],
  [101, "một trăm linh một"],
  [104, "một trăm linh bốn"],
  [105, "một trăm linh năm"],
  [110, "một trăm mười"],
  [111, "một trăm mười một"],
  [115, "một trăm mười lăm"],
  [121, "một trăm hai mươi mốt"],
  [999, "chín trăm chín mươi chín"],
  [1_000, "một nghìn"],
  [1_001, "một nghìn không trăm linh một"],
  [1_010, "một nghìn không trăm mười"],
  [1_100, "một nghìn một trăm"],
  [8_000, "tám nghìn"],
  [15_000, "mười lăm nghìn"],
  [21_000, "hai mươi mốt nghìn"],
  [100_000, "một trăm nghìn"],
  [105_000, "một trăm linh năm nghìn"],
  [1_000_000, "một triệu"],
  [1_000_005, "một triệu không trăm linh năm"],
  [1_005_000, "một triệu không trăm linh năm nghìn"],
  [1_250_000, "một triệu hai trăm năm mươi nghìn"],
  [31_415_926, "ba mươi mốt triệu bốn trăm mười lăm nghìn chín trăm hai mươi sáu"],
  [1_000_000_000, "một tỷ"],
  [1_000_000_001, "một tỷ không trăm linh một"],
  [2_000_050_000, "hai tỷ không trăm năm mươi nghìn"],
  [1_020_300_405, "một tỷ không trăm hai mươi triệu ba trăm nghìn bốn trăm linh năm"],
  [21_500_000_000, "hai mươi mốt tỷ năm trăm triệu"],
  [1_000_000_000_000, "một nghìn tỷ"],
  [
    1_234_567_891_011_121n,
    "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy tỷ tám trăm chín mươi mốt triệu không trăm mười một nghìn một trăm hai mươi mốt",
  ],
  [2_000_000_000_000_000_000n, "hai tỷ tỷ"],
];

describe("a number in words", () => {
  it.each(cases)("%s: %s", (value, words) => {
    expect(numberInWords(value)).toBe(words);
  });

  it("says no digit twice and none too few: every number up to ten thousand is said in its own way", () => {
    const said = new Set(Array.from({ length: 10_001 }, (_, value) => numberInWords(value)));

    expect(said.size).toBe(10_001);
  });
});

describe("an amount", () => {
  it("is written in figures with points, in words with a capital letter", () => {
    expect(amountInFigures(1_250_000)).toBe("1.250.000\u00a0đồng");
    expect(amountInFigures(0)).toBe("0\u00a0đồng");
    expect(amountInFigures(123n)).toBe("123\u00a0đồng");
    expect(amountInWords(8000)).toBe("Tám nghìn đồng");
    expect(amountInWords(0)).toBe("Không đồng");
  });

  it("that is no whole number of đồng is refused", () => {
    for (const wrong of [0.5, -1, Number.NaN, 2 ** 60, -1n]) expect(() => amountInWords(wrong)).toThrow(RangeError);
  });
});
