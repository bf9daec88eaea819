import { expect, it } from "vitest";
import { csv } from "./csv.ts";

it("quotes what needs quoting, and begins with the mark by which Excel knows UTF-8", () => {
  expect(csv([["a", 'b "c"', "d,e", "dòng\nhai"]])).toBe('\ufeffa,"b ""c""","d,e","dòng\nhai"\r\n');
});

it.each(["=1+1", "+84912345678", "-2+3", "@SUM(A1)", "\t=1", "  =1", '=HYPERLINK("http://x")', "\r=1"])(
  "makes text of the formula %j",
  (text) => {
    expect(
      csv([[text]])
        .replace(/^\ufeff"?/, "")
        .startsWith("'"),
    ).toBe(true);
  },
);

it("leaves numbers as numbers, also what went out", () => {
  expect(csv([[-100_000, 8000, "FT26328"]])).toBe("\ufeff-100000,8000,FT26328\r\n");
});
