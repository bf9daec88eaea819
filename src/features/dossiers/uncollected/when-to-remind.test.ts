import { describe, expect, it } from "vitest";
import { at, sampleCalendar } from "#features/calendar/testing.ts";
import { isReminderDue } from "./when-to-remind.ts";

const days = [5, 15, 30];
/** Could be fetched from Monday afternoon, 2 November 2026; 24 November is a holiday. */
const since = at("2026-11-02 16:00");
const due = (now: string, remindedAt: string | null = null, asked: readonly number[] = days) =>
  isReminderDue({ since, remindedAt: remindedAt === null ? null : at(remindedAt) }, at(now), asked, sampleCalendar);

describe("a reminder of a result nobody fetched", () => {
  it.each([
    ["is not due while the fifth working day lasts", "2026-11-09 16:59", null, false],
    ["is due the morning after", "2026-11-10 07:30", null, true],
    ["is made once", "2026-11-10 07:31", "2026-11-10 07:30", false],
    ["is not repeated the next day", "2026-11-11 07:30", "2026-11-10 07:30", false],
    ["comes again after fifteen, a holiday between", "2026-11-25 07:30", "2026-11-10 07:30", true],
    ["does not come on the holiday itself", "2026-11-24 07:30", "2026-11-10 07:30", false],
    ["does not come on a Saturday", "2026-11-14 08:00", null, false],
    ["is one, also when two times have passed meanwhile", "2026-12-01 08:00", null, true],
    ["and then waits for the third", "2026-12-02 08:00", "2026-12-01 08:00", false],
    ["comes no more after the last", "2026-12-30 08:00", "2026-12-28 08:00", false],
  ])("%s", (_, now, remindedAt, expected) => {
    expect(due(now, remindedAt)).toBe(expected);
  });

  it("never comes where the city sets no days", () => {
    expect(due("2026-12-30 08:00", null, [])).toBe(false);
  });

  it("is counted anew when the result comes back from the post after it", () => {
    const cameBack = at("2026-11-18 10:00");

    const again = (now: string, remindedAt: string) =>
      isReminderDue({ since: cameBack, remindedAt: at(remindedAt) }, at(now), days, sampleCalendar);

    expect(again("2026-11-25 09:00", "2026-11-10 07:30")).toBe(false);
    expect(again("2026-11-27 09:00", "2026-11-10 07:30")).toBe(true);
  });

  it("waits for a calendar that nobody has entered yet", () => {
    const farAhead = { since: at("2031-03-03 09:00"), remindedAt: null };

    expect(isReminderDue(farAhead, at("2031-04-03 09:00"), days, sampleCalendar)).toBe(false);
  });
});
