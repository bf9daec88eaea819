/** Worked out by hand. November 2026 begins on a Sunday; nothing is off before the 24th. */
import { describe, expect, it } from "vitest";
import { addTime, type Duration, dueAfterPause } from "./add-time.ts";
import { cityTimestamp } from "./city-time.ts";
import { countWorkingDays, countWorkingMinutes } from "./counting.ts";
import { mergePauses } from "./pauses.ts";
import { at, sampleCalendar } from "./testing.ts";

type Span = readonly [from: string, to: string];
const pause = ([from, to]: Span) => ({ from: at(from), to: at(to) });
const fiveDays = { kind: "working_day", count: 5 } as const;
const dueOf = (from: string, duration: Duration, ...pauses: readonly Span[]) =>
  cityTimestamp(addTime(sampleCalendar, at(from), duration, { pauses: pauses.map(pause) }).dueAt).slice(0, 16);

describe("a limit of five working days from Monday 2 November, due Monday 9", () => {
  const due = (...pauses: readonly Span[]) => dueOf("2026-11-02 09:00", fiveDays, ...pauses);

  it("loses the days after the one a pause began on, up to the one it ended on", () => {
    expect(due()).toBe("2026-11-09T17:00");
    // Counted: 3, 4, then 9, 10, 11.
    expect(due(["2026-11-04 10:00", "2026-11-06 14:00"])).toBe("2026-11-11T17:00");
  });

  it("loses nothing to a pause within one day, over a weekend, or after it ended", () => {
    expect(due(["2026-11-04 10:00", "2026-11-04 16:00"])).toBe("2026-11-09T17:00");
    expect(due(["2026-11-06 18:00", "2026-11-08 10:00"])).toBe("2026-11-09T17:00");
    expect(due(["2026-11-09 17:00", "2026-11-12 10:00"])).toBe("2026-11-09T17:00");
  });

  it("gets its last day again when a pause began before that day was over", () => {
    expect(due(["2026-11-09 10:00", "2026-11-11 09:00"])).toBe("2026-11-12T17:00");
    expect(due(["2026-11-09 10:00", "2026-11-09 18:00"])).toBe("2026-11-10T17:00");
    expect(due(["2026-11-09 10:00", "2026-11-09 14:00"])).toBe("2026-11-09T17:00");
  });

  it("starts over when it was paused on the day of acceptance", () => {
    // Counted: 5, 6, 9, 10, 11.
    expect(due(["2026-11-02 10:00", "2026-11-04 10:00"])).toBe("2026-11-11T17:00");
  });

  it("takes several pauses, in any order, overlapping or not", () => {
    // Lost: 4 and 5, then 10.
    const [first, second] = [
      ["2026-11-03 10:00", "2026-11-05 10:00"],
      ["2026-11-09 10:00", "2026-11-10 10:00"],
    ] as const;

    expect(due(first, second)).toBe("2026-11-12T17:00");
    expect(due(second, first, ["2026-11-04 08:00", "2026-11-04 12:00"])).toBe("2026-11-12T17:00");
  });
});

describe("other limits", () => {
  it("in calendar days lose calendar days", () => {
    // 10 days from Mon 2: Thu 12. Paused Wed 4 to Fri 6: Sat 14, on to Mon 16.
    expect(dueOf("2026-11-02 09:00", { kind: "calendar_day", count: 10 })).toBe("2026-11-12T17:00");
    expect(
      dueOf("2026-11-02 09:00", { kind: "calendar_day", count: 10 }, ["2026-11-04 10:00", "2026-11-06 10:00"]),
    ).toBe("2026-11-16T17:00");
  });

  it("in working hours lose working time to the minute", () => {
    // 8 h from Mon 09:00: Tue 09:00. Paused Mon 10:00 to Tue 10:00: 1 h before, then 5 h on Tue and 2 h on Wed.
    expect(dueOf("2026-11-02 09:00", { kind: "hour", count: 8 })).toBe("2026-11-03T09:00");
    expect(dueOf("2026-11-02 09:00", { kind: "hour", count: 8 }, ["2026-11-02 10:00", "2026-11-03 10:00"])).toBe(
      "2026-11-04T09:00",
    );
  });

  it("are moved on from their due date alone as from their start", () => {
    const length = { kind: "working_day", count: 5 } as const;
    const asked = pause(["2026-11-04 10:00", "2026-11-06 14:00"]);
    const promised = addTime(sampleCalendar, at("2026-11-02 09:00"), length).dueAt;

    expect(dueAfterPause(sampleCalendar, promised, asked, length)).toEqual(at("2026-11-11 17:00"));
    const inHours = addTime(sampleCalendar, at("2026-11-02 09:00"), { kind: "hour", count: 8 }).dueAt;
    const overNight = pause(["2026-11-02 10:00", "2026-11-03 10:00"]);
    expect(dueAfterPause(sampleCalendar, inHours, overNight, { kind: "hour", count: 8 })).toEqual(
      at("2026-11-04 09:00"),
    );
  });
});

describe("counting", () => {
  it("leaves pauses out, and tells how long something is overdue", () => {
    const [from, to] = [at("2026-11-02 09:00"), at("2026-11-11 17:00")];
    const pauses = [pause(["2026-11-04 10:00", "2026-11-06 14:00"])];

    expect(countWorkingDays(sampleCalendar, from, to)).toBe(7);
    expect(countWorkingDays(sampleCalendar, from, to, pauses)).toBe(5);
    expect(countWorkingMinutes(sampleCalendar, at("2026-11-03 08:30"), at("2026-11-02 16:00"))).toBe(-150);
  });

  it("refuses a pause that ends before it begins", () => {
    expect(() => mergePauses([pause(["2026-11-05 10:00", "2026-11-04 10:00"])], 0)).toThrow(RangeError);
  });
});
