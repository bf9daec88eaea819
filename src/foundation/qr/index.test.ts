import { expect, it } from "vitest";
import { qrModules } from "./index.ts";

const finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"];

it("draws the three corners by which a phone finds the code, and nothing outside", () => {
  const { size, isDark } = qrModules("https://motcua.example.gov.vn/tra-cuu?ma=H56.27.03-261124-0001");
  const square = (top: number, left: number) =>
    finder.map((row, y) => [...row].map((_, x) => (isDark(top + y, left + x) ? "1" : "0")).join(""));

  expect(square(0, 0)).toEqual(finder);
  expect(square(0, size - 7)).toEqual(finder);
  expect(square(size - 7, 0)).toEqual(finder);
  expect(isDark(-1, 0) || isDark(0, size)).toBe(false);
});

it("takes more room for more text, in steps of four modules", () => {
  const sizes = [10, 100, 500].map((length) => qrModules("x".repeat(length)).size);

  expect(sizes.every((size) => (size - 17) % 4 === 0)).toBe(true);
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
});
