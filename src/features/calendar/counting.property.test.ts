import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { addTime, type Duration } from "./add-time.ts";
import { dayMs, dayNumberAt, dayNumberOf, startOfDayMs } from "./city-time.ts";
import { conventions } from "./convention.ts";
import { countCalendarDays, countWorkingDays, countWorkingMinutes, isWorkingDay, isWorkingTime } from "./counting.ts";
import { explainDue } from "./explain-due.ts";
import { sampleCalendar, sampleDefinition } from "./testing.ts";
import { compileCalendar } from "./working-calendar.ts";
import { workingOfDue } from "./working-of-due.ts";

const from2019 = startOfDayMs(dayNumberOf("2019-01-01"));
const to2028 = startOfDayMs(dayNumberOf("2028-12-31"));
const instant = fc.integer({ min: from2019, max: to2028 }).map((ms) => new Date(ms));
const days = fc.integer({ min: 1, max: 120 });
const hours = fc.integer({ min: 1, max: 400 * 60 }).map((minutes) => minutes / 60);
const kindOfDays = fc.constantFrom("working_day" as const, "calendar_day" as const);
const duration: fc.Arbitrary<Duration> = fc.oneof(
  fc.record({ kind: kindOfDays, count: days }),
  fc.record({ kind: fc.constant("hour" as const), count: hours }),
  fc.constant({ kind: "same_day" as const }),
);
const convention = fc.constantFrom(...Object.values(conventions));

/** Calendars with odd hours, days off, half days, make-up days and a Saturday of reception only. */
const anyCalendar = fc
  .record({
    off: fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 8 }),
    month: fc.integer({ min: 1, max: 12 }),
    half: fc.integer({ min: 1, max: 28 }),
    working: fc.integer({ min: 1, max: 28 }),
    opens: fc.integer({ min: 0, max: 9 }),
    closes: fc.integer({ min: 14, max: 23 }),
    saturday: fc.boolean(),
  })
  .map(({ off, month, half, working, opens, closes, saturday }) => {
    const two = (value: number) => String(value).padStart(2, "0");
    const date = (day: number) => `2026-${two(month)}-${two(day)}`;
    const name = { vi: "thử", en: "trial" };
    const open: [string, string][] = [
      [`${two(opens)}:15`, "11:30"],
      ["13:30", `${two(closes)}:45`],
    ];
    const morning: [string, string][] = [["07:00", "11:00"]];
    const week = { monday: { open }, wednesday: { open }, thursday: { open }, friday: { open } };
    const days = saturday ? { ...week, saturday: { open: morning, countsAsDay: false } } : week;
    const other = { name, source: "thử", verified: true };
    const exceptions = [
      ...off.map((day) => ({ date: date(day), kind: "off" as const, ...other })),
      { date: date(half), kind: "half_day" as const, open: morning, ...other },
      { date: date(working), kind: "working" as const, ...other },
    ];
    const unique = [...new Map(exceptions.map((exception) => [exception.date, exception])).values()];
    return compileCalendar({
      ...sampleDefinition,
      years: { from: 2025, to: 2027 },
      weeks: [{ from: "2025-01-01", source: "thử", verified: true, days }],
      exceptions: unique,
    });
  });
const instantOf2026 = fc
  .integer({ min: startOfDayMs(dayNumberOf("2026-01-01")), max: startOfDayMs(dayNumberOf("2026-12-31")) })
  .map((ms) => new Date(ms));

describe("adding then counting", () => {
  it("gives back the working days", () => {
    fc.assert(
      fc.property(anyCalendar, instantOf2026, days, (calendar, from, count) => {
        const { dueAt } = addTime(calendar, from, { kind: "working_day", count });

        expect(countWorkingDays(calendar, from, dueAt)).toBe(count);
        expect(isWorkingDay(calendar, dueAt)).toBe(true);
      }),
    );
  });

  it("gives back the working hours", () => {
    fc.assert(
      fc.property(anyCalendar, instantOf2026, hours, (calendar, from, count) => {
        const { dueAt } = addTime(calendar, from, { kind: "hour", count });

        expect(countWorkingMinutes(calendar, from, dueAt)).toBeCloseTo(count * 60, 4);
        // The first instant at which so much is worked: a millisecond earlier it was not.
        expect(isWorkingTime(calendar, new Date(dueAt.getTime() - 1))).toBe(true);
      }),
    );
  });

  it("gives at least the calendar days, and just those when the last is a working day", () => {
    fc.assert(
      fc.property(instant, days, (from, count) => {
        const { dueAt } = addTime(sampleCalendar, from, { kind: "calendar_day", count });
        const counted = countCalendarDays(from, dueAt);
        const last = new Date(startOfDayMs(dayNumberAt(from.getTime()) + count));

        expect(counted).toBeGreaterThanOrEqual(count);
        expect(counted === count).toBe(isWorkingDay(sampleCalendar, last));
        expect(isWorkingDay(sampleCalendar, dueAt)).toBe(true);
      }),
    );
  });

  it("gives back hours with pauses left out, and a due moment that lies in none of them", () => {
    fc.assert(
      fc.property(anyCalendar, instantOf2026, hours, pausesAfter, (calendar, from, count, shape) => {
        const pauses = pausesFrom(from, shape);
        const { dueAt } = addTime(calendar, from, { kind: "hour", count }, { pauses });

        expect(countWorkingMinutes(calendar, from, dueAt, pauses)).toBeCloseTo(count * 60, 4);
        expect(pauses.some((pause) => pause.from < dueAt && dueAt <= pause.to)).toBe(false);
      }),
    );
  });
});

const pausesAfter = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: 20 * dayMs }), length: fc.integer({ min: 0, max: 9 * dayMs }) }),
  { maxLength: 4 },
);
function pausesFrom(from: Date, shape: readonly { readonly after: number; readonly length: number }[]) {
  return shape.map(({ after, length }) => ({
    from: new Date(from.getTime() + after),
    to: new Date(from.getTime() + after + length),
  }));
}

describe("a due date", () => {
  it("never comes earlier for a later start", () => {
    fc.assert(
      fc.property(
        anyCalendar,
        instantOf2026,
        instantOf2026,
        duration,
        convention,
        (calendar, one, other, length, by) => {
          const [earlier, later] = one <= other ? [one, other] : [other, one];
          const dueOf = (from: Date) => addTime(calendar, from, length, { convention: by }).dueAt.getTime();

          expect(dueOf(earlier)).toBeLessThanOrEqual(dueOf(later));
        },
      ),
    );
  });

  it("comes later for a longer limit, and after its start", () => {
    fc.assert(
      fc.property(anyCalendar, instantOf2026, kindOfDays, days, (calendar, from, kind, count) => {
        const shorter = addTime(calendar, from, { kind, count }).dueAt;
        const longer = addTime(calendar, from, { kind, count: count + 1 }).dueAt;

        expect(shorter.getTime()).toBeGreaterThan(from.getTime());
        expect(longer.getTime()).toBeGreaterThanOrEqual(shorter.getTime());
        if (kind === "working_day") expect(longer.getTime()).toBeGreaterThan(shorter.getTime());
      }),
    );
  });

  it("never comes earlier for a pause, and never falls into one", () => {
    fc.assert(
      fc.property(
        anyCalendar,
        instantOf2026,
        duration,
        pausesAfter,
        convention,
        (calendar, from, length, shape, by) => {
          const pauses = pausesFrom(from, shape);
          const without = addTime(calendar, from, length, { convention: by }).dueAt;
          const { dueAt } = addTime(calendar, from, length, { pauses, convention: by });

          expect(dueAt.getTime()).toBeGreaterThanOrEqual(without.getTime());
          expect(pauses.some((pause) => pause.from < dueAt && dueAt < pause.to)).toBe(false);
        },
      ),
    );
  });

  it("is the same in calendars with more years, as long as they know the days between", () => {
    const shorter = compileCalendar({
      ...sampleDefinition,
      years: { from: 2019, to: 2026 },
      exceptions: sampleDefinition.exceptions.filter(({ date }) => date < "2027"),
    });
    const early = fc.integer({ min: from2019, max: startOfDayMs(dayNumberOf("2026-05-01")) }).map((ms) => new Date(ms));
    fc.assert(
      fc.property(early, days, (from, count) => {
        const length = { kind: "working_day", count } as const;

        expect(addTime(shorter, from, length).dueAt).toEqual(addTime(sampleCalendar, from, length).dueAt);
      }),
    );
  });
});

describe("the working of a due date", () => {
  it("fills the whole time without gaps and counts what was asked for", () => {
    fc.assert(
      fc.property(
        anyCalendar,
        instantOf2026,
        duration,
        pausesAfter,
        convention,
        (calendar, from, length, shape, by) => {
          const terms = { pauses: pausesFrom(from, shape), convention: by };
          const { due, intervals } = workingOfDue(calendar, from.getTime(), length, terms);
          const counted = intervals.filter(({ counts }) => counts);

          expect(due).toBe(addTime(calendar, from, length, terms).dueAt.getTime());
          expect(intervals[0]?.from).toBe(from.getTime());
          expect(intervals.at(-1)?.to).toBe(due);
          for (const [index, { from: begins, to: ends }] of intervals.entries()) {
            expect(ends).toBeGreaterThan(begins);
            if (index > 0) expect(begins).toBe(intervals[index - 1]?.to);
          }
          if (length.kind === "hour" || (length.kind === "working_day" && by.days === "as-hours")) {
            const expected = length.kind === "hour" ? length.count : length.count * by.hoursPerDay;
            const minutes = counted.reduce((sum, { from: begins, to: ends }) => sum + (ends - begins) / 60_000, 0);
            expect(minutes).toBeCloseTo(expected * 60, 4);
          } else expect(counted).toHaveLength(length.kind === "same_day" ? 1 : length.count);
        },
      ),
    );
  });
});

describe("the server's time zone", () => {
  const before = process.env.TZ;
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it("changes nothing", () => {
    const answers = () => {
      const made: unknown[] = [];
      for (let ms = from2019; ms < to2028; ms += 17 * dayMs + 3_701_000) {
        const from = new Date(ms);
        for (const length of [
          { kind: "working_day", count: 5 },
          { kind: "hour", count: 8 },
        ] as const)
          made.push(explainDue(compiled(), from, length));
      }
      return made;
    };
    const compiled = () => sampleCalendar;
    process.env.TZ = "Asia/Ho_Chi_Minh";
    const athome = { calendar: compileCalendar(sampleDefinition), answers: answers() };

    for (const zone of ["UTC", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Kolkata"]) {
      process.env.TZ = zone;

      expect(new Date(from2019).getHours()).not.toBe(0);
      expect({ calendar: compileCalendar(sampleDefinition), answers: answers() }).toEqual(athome);
    }
  });
});
