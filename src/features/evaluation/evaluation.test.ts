import { describe, expect, it } from "vitest";
import { daysOf, isToEvaluate, quarterBefore, quarterOf, shownOf } from "./evaluation.ts";

describe("an evaluation", () => {
  it.each([
    ["finished", true],
    ["returned", true],
    ["refused", true],
    ["stopped", true],
    ["submitted", false],
    ["accepted", false],
    ["inProgress", false],
    ["awaitingSupplement", false],
    ["withdrawalRequested", false],
    ["recalled", false],
    ["withdrawn", false],
  ] as const)("of a dossier that is %s: %s", (state, may) => {
    expect(isToEvaluate({ state })).toBe(may);
  });

  it.each([
    [0, 0],
    [4, 0],
    [5, 5],
    [9, 5],
    [10, 10],
  ])("of %i, %i are shown: by fives, so that none comes alone", (count, shown) => {
    expect(shownOf(count)).toBe(shown);
  });
});

describe("a quarter", () => {
  it.each([
    ["2026-01-01", { year: 2026, quarter: 1 }, "2026-01-01", "2026-04-01"],
    ["2026-06-30", { year: 2026, quarter: 2 }, "2026-04-01", "2026-07-01"],
    ["2026-09-30", { year: 2026, quarter: 3 }, "2026-07-01", "2026-10-01"],
    ["2026-12-31", { year: 2026, quarter: 4 }, "2026-10-01", "2027-01-01"],
  ] as const)("of %s goes from its first day to the day before the next", (day, quarter, from, next) => {
    expect(quarterOf(day)).toEqual(quarter);
    expect(daysOf(quarter)).toEqual({ from, before: next });
  });

  it("before the first of a year is the last of the year before", () => {
    expect(quarterBefore({ year: 2026, quarter: 1 })).toEqual({ year: 2025, quarter: 4 });
    expect(quarterBefore({ year: 2026, quarter: 3 })).toEqual({ year: 2026, quarter: 2 });
  });
});
