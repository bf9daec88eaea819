import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterQuietHours } from "./quiet-hours.ts";

const night = { from: 21 * 60 + 30, to: 6 * 60 + 30 };
const inCity = (text: string) => new Date(`${text}:00+07:00`);

describe("quiet hours", () => {
  it.each([
    ["2026-11-25T21:29", "2026-11-25T21:29"],
    ["2026-11-25T21:30", "2026-11-26T06:30"],
    ["2026-11-25T23:59", "2026-11-26T06:30"],
    ["2026-11-26T00:00", "2026-11-26T06:30"],
    ["2026-11-26T06:29", "2026-11-26T06:30"],
    ["2026-11-26T06:30", "2026-11-26T06:30"],
    ["2026-12-31T22:00", "2027-01-01T06:30"],
    ["2028-02-28T22:00", "2028-02-29T06:30"],
  ])("a notice of %s goes at %s", (at, goesAt) => {
    expect(afterQuietHours(inCity(at), night)).toEqual(inCity(goesAt));
  });

  it("may lie within a day, be none, and be empty", () => {
    expect(afterQuietHours(inCity("2026-11-25T12:30"), { from: 12 * 60, to: 13 * 60 })).toEqual(
      inCity("2026-11-25T13:00"),
    );
    const at = inCity("2026-11-25T23:00");
    expect(afterQuietHours(at, null)).toEqual(at);
    expect(afterQuietHours(at, { from: 60, to: 60 })).toEqual(at);
  });

  it("never hold a notice back a day, never send it into themselves, and never before its time", () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2200-01-01") }),
        minutes,
        minutes,
        (at, from, to) => {
          const goesAt = afterQuietHours(at, { from, to });
          expect(goesAt.getTime() - at.getTime()).toBeGreaterThanOrEqual(0);
          expect(goesAt.getTime() - at.getTime()).toBeLessThan(24 * 3_600_000);
          expect(afterQuietHours(goesAt, { from, to })).toEqual(goesAt);
        },
      ),
    );
  });
});
