import { describe, expect, it } from "vitest";
import {
  cityTimestamp,
  dayFromNumber,
  dayMs,
  dayNumberAt,
  dayNumberOf,
  findDayNumber,
  readTimestamp,
  startOfDayMs,
  weekdayOf,
} from "./city-time.ts";

describe("the city's clock", () => {
  it("agrees with the time zone data for every day since 1976", () => {
    const written = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Ho_Chi_Minh", dateStyle: "short" });
    for (let ms = Date.UTC(1976, 0, 1, 16, 59, 59); ms < Date.UTC(2060, 0, 1); ms += dayMs) {
      expect(dayFromNumber(dayNumberAt(ms))).toBe(written.format(ms));
      expect(dayFromNumber(dayNumberAt(ms + 1000))).toBe(written.format(ms + 1000));
    }
  });

  it("begins a day at 17:00 UTC, and knows its weekday", () => {
    const day = dayNumberOf("2026-11-24");

    expect(new Date(startOfDayMs(day)).toISOString()).toBe("2026-11-23T17:00:00.000Z");
    expect(weekdayOf(day)).toBe(2);
    expect(weekdayOf(dayNumberOf("1969-12-28"))).toBe(0);
  });

  it("refuses days that do not exist", () => {
    expect(findDayNumber("2026-02-29")).toBeUndefined();
    expect(findDayNumber("2026-13-01")).toBeUndefined();
    expect(findDayNumber("24/11/2026")).toBeUndefined();
    expect(findDayNumber("2024-02-29")).toBeDefined();
  });

  it("writes instants with their offset and reads them back, whatever the offset", () => {
    const instant = new Date("2026-11-24T08:30:00Z");

    expect(cityTimestamp(instant)).toBe("2026-11-24T15:30:00+07:00");
    expect(cityTimestamp(new Date(instant.getTime() + 5))).toBe("2026-11-24T15:30:00.005+07:00");
    for (const text of ["2026-11-24T15:30:00+07:00", "2026-11-24T08:30Z", "2026-11-24 03:30:00-05:00"])
      expect(readTimestamp(text)).toEqual(instant);
  });

  it.each([
    "2026-11-24",
    "2026-11-24T15:30:00",
    "2026-02-30T15:30:00+07:00",
    "2026-11-24T24:00:00+07:00",
    "2026-11-24T15:60:00+07:00",
    "2026-11-24T15:30:00+07:60",
    "tomorrow",
    "",
  ])("does not read %s as an instant", (text) => {
    expect(readTimestamp(text)).toBeUndefined();
  });
});
