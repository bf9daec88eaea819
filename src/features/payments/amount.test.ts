import { describe, expect, it } from "vitest";
import { mostVnd, readAmount, times } from "./amount.ts";

describe("an amount as an official types it", () => {
  it.each([
    ["8000", 8000],
    ["8.000", 8000],
    ["1.250.000", 1_250_000],
    ["1,250,000", 1_250_000],
    ["1 250 000 ₫", 1_250_000],
    ["1.250.000\u00a0₫", 1_250_000],
    ["100000 đ", 100_000],
    ["100.000 đồng", 100_000],
    ["100000VND", 100_000],
    ["0", 0],
    ["007", 7],
    ["12.000.000.000", 12_000_000_000],
    ["9999999999999", mostVnd],
  ])("%s is read", (typed, amount) => {
    expect(readAmount(typed)).toBe(amount);
  });

  it.each([
    "",
    " ",
    "-5",
    "−5",
    "1,5",
    "1.25",
    "1.2500",
    "1.250,000",
    "12.34.567",
    ".000",
    "1e6",
    "0x10",
    "mười nghìn",
    "10 000 0",
    "10000000000000",
    "99999999999999999999",
    "NaN",
    "Infinity",
    "１００",
  ])("%s is not", (typed) => {
    expect(readAmount(typed)).toBeUndefined();
  });
});

describe("so many at a price", () => {
  it("is exact up to thirteen digits and nothing beyond", () => {
    expect(times(8000, 3)).toBe(24_000);
    expect(times(999_999_999, 10_000)).toBe(9_999_999_990_000);
    expect(times(mostVnd, 1)).toBe(mostVnd);
    expect(times(mostVnd, 2)).toBeUndefined();
    expect(times(0, 10_000)).toBe(0);
  });
});
