import { expect, it } from "vitest";
import { daysOf, mostDays, quarterOf, spanOf, sumsOf } from "./cash-book.ts";

it.each([
  ["2026-11-24", 0, "2026-10-01", "2026-12-31", 4],
  ["2026-01-01", 0, "2026-01-01", "2026-03-31", 1],
  ["2026-02-10", 1, "2025-10-01", "2025-12-31", 4],
  ["2026-06-30", 0, "2026-04-01", "2026-06-30", 2],
  ["2026-07-01", 4, "2025-07-01", "2025-09-30", 3],
])("the quarter of %s, %i before, goes from %s to %s", (day, before, from, to, quarter) => {
  expect(quarterOf(day, before)).toMatchObject({ from, to, quarter });
});

it("a quarter is never longer than what may be asked", () => {
  for (let before = 0; before < 40; before++)
    expect(daysOf(quarterOf("2026-11-24", before))).toBeLessThanOrEqual(mostDays);
});

it("a day begins and ends at the city's midnight", () => {
  expect(spanOf({ from: "2026-11-24", to: "2026-11-24" })).toEqual({
    from: new Date("2026-11-23T17:00:00Z"),
    to: new Date("2026-11-24T17:00:00Z"),
  });
});

it("sums keep apart what came in, what was taken back and what was given back", () => {
  const common = { method: "cash", procedureVersionId: 1, officialId: "a" } as const;

  expect(
    sumsOf([
      { ...common, kind: "payment", count: 3, amount: 116_000 },
      { ...common, kind: "reversal", count: 1, amount: -8000 },
      { ...common, kind: "refund", count: 1, amount: -100_000 },
    ]),
  ).toEqual({ received: 116_000, reversed: -8000, refunded: -100_000, net: 8000, count: 5 });
});
