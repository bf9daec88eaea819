import { describe, expect, it } from "vitest";
import { addTime, firstAnswerBy } from "./add-time.ts";
import { transferBy } from "./afternoon-cutoff.ts";
import { type CalendarDefinition, readCalendarDefinition } from "./calendar-definition.ts";
import { calendarWarnings, warningInWords } from "./calendar-warnings.ts";
import { cityTimestamp, dayNumberOf } from "./city-time.ts";
import { conventions } from "./convention.ts";
import { isWorkingDay, isWorkingTime } from "./counting.ts";
import { at, sampleCalendar, sampleDefinition } from "./testing.ts";
import { BeyondCalendarError, calendarDay, compileCalendar, lengthOf } from "./working-calendar.ts";

const name = { vi: "Nghỉ bão", en: "Storm" };
const fullDay = sampleDefinition.weeks[0]?.days.monday;
if (fullDay === undefined) throw new Error("The sample city works on Mondays");

/** A one-stop unit open on Saturday mornings, and one that closes at noon on 30/12/2026 and wholly on 31/12. */
const withUnits: CalendarDefinition = {
  ...sampleDefinition,
  units: [
    {
      units: ["TP-MOTCUA"],
      weeks: [
        {
          from: "2019-01-01",
          source: "Quyết định 14/2010/QĐ-TTg",
          verified: false,
          days: {
            ...sampleDefinition.weeks[0]?.days,
            saturday: { open: [["07:00", "11:30"]], countsAsDay: false },
          },
        },
      ],
    },
    {
      units: ["14773"],
      exceptions: [
        { date: "2026-12-30", kind: "half_day", name, source: "Công điện", verified: true, open: [["07:00", "11:30"]] },
        { date: "2026-12-31", kind: "off", name, source: "Công điện", verified: true },
      ],
    },
  ],
};
const oneStop = compileCalendar(withUnits, { unit: "TP-MOTCUA" });
const ward = compileCalendar(withUnits, { unit: "14773.MOTCUA" });

const dueOf = (calendar: typeof ward, from: string, kind: "working_day" | "calendar_day" | "hour", count: number) =>
  cityTimestamp(addTime(calendar, at(from), { kind, count }).dueAt).slice(0, 16);

describe("a half day", () => {
  it("is a working day that ends early, for the unit that has it and all its parts", () => {
    expect(dueOf(ward, "2026-12-29 09:00", "working_day", 1)).toBe("2026-12-30T11:30");
    expect(dueOf(sampleCalendar, "2026-12-29 09:00", "working_day", 1)).toBe("2026-12-30T17:00");
    expect(compileCalendar(withUnits, { unit: "14774" }).unit).toBeUndefined();
  });

  it("gives its own hours, and a day off of the unit none", () => {
    // 2 h on Tue 29, 4.5 h on Wed 30, 31/12 and 1/1 off, 1.5 h on Mon 4.
    expect(dueOf(ward, "2026-12-29 15:00", "hour", 8)).toBe("2027-01-04T08:30");
  });

  it("sends what arrives after it closed to the next working day, though it is before 15:00", () => {
    expect(cityTimestamp(transferBy(ward, at("2026-12-30 12:00")).by)).toBe("2027-01-04T08:00:00+07:00");
    expect(cityTimestamp(transferBy(ward, at("2026-12-30 11:00")).by)).toBe("2026-12-30T11:30:00+07:00");
  });
});

describe("a Saturday morning kept open for reception", () => {
  it("has hours, and is no working day of a legal limit", () => {
    expect(isWorkingTime(oneStop, at("2026-11-21 09:00"))).toBe(true);
    expect(isWorkingDay(oneStop, at("2026-11-21 09:00"))).toBe(false);
    expect(dueOf(oneStop, "2026-11-20 10:00", "working_day", 1)).toBe("2026-11-23T17:00");
    expect(dueOf(oneStop, "2026-11-20 10:00", "calendar_day", 1)).toBe("2026-11-23T17:00");
    expect(dueOf(oneStop, "2026-11-20 16:00", "hour", 4)).toBe("2026-11-21T10:00");
    expect(cityTimestamp(transferBy(oneStop, at("2026-11-21 09:00")).by)).toBe("2026-11-23T08:00:00+07:00");
  });
});

describe("a received dossier is handed over", () => {
  it.each([
    ["2026-11-20 09:00", "2026-11-20T17:00:00+07:00", "same-day"],
    ["2026-11-20 15:00", "2026-11-20T17:00:00+07:00", "same-day"],
    ["2026-11-20 15:01", "2026-11-23T08:00:00+07:00", "next-morning"],
    ["2026-11-23 16:30", "2026-11-25T08:00:00+07:00", "next-morning"],
    ["2026-11-24 10:00", "2026-11-25T08:00:00+07:00", "next-morning"],
    ["2025-04-25 15:30", "2025-04-26T08:00:00+07:00", "next-morning"],
    ["2026-11-23 05:00", "2026-11-23T17:00:00+07:00", "same-day"],
  ])("received %s: by %s (%s)", (received, by, rule) => {
    const handOver = transferBy(sampleCalendar, at(received));

    expect([cityTimestamp(handOver.by), handOver.rule]).toEqual([by, rule]);
  });
});

describe("the first answer to an online submission", () => {
  it("is due after eight working hours", () => {
    expect(cityTimestamp(firstAnswerBy(sampleCalendar, at("2026-11-20 16:00")).dueAt)).toBe(
      "2026-11-23T16:00:00+07:00",
    );
  });
});

describe("a convention", () => {
  const due = (convention: (typeof conventions)[keyof typeof conventions]) =>
    cityTimestamp(
      addTime(sampleCalendar, at("2026-11-20 15:00"), { kind: "working_day", count: 1 }, { convention }).dueAt,
    );

  it("decides whether days are counted from the next day or as hours, and when the last one ends", () => {
    expect(due(conventions["next-day"])).toBe("2026-11-23T17:00:00+07:00");
    expect(due(conventions["next-day-midnight"])).toBe("2026-11-24T00:00:00+07:00");
    expect(due(conventions["working-hours"])).toBe("2026-11-23T15:00:00+07:00");
  });
});

describe("the sample calendar", () => {
  it("has eight hours on every working day and none on a day off", () => {
    for (const day of sampleCalendar.days) expect(lengthOf(day.openings)).toBe(day.counts ? 8 * 3_600_000 : 0);
  });

  it.each([
    [2019, 261, 11, 2],
    [2020, 262, 10, 0],
    [2021, 261, 11, 0],
    [2022, 260, 11, 0],
    [2023, 260, 11, 0],
    [2024, 262, 12, 1],
    [2025, 261, 12, 1],
    [2026, 261, 14, 2],
    [2027, 261, 12, 0],
  ])("has in %d, of %d weekdays, %d off, and %d make-up Saturdays", (year, weekdays, off, saturdays) => {
    let counted = 0;
    for (let day = dayNumberOf(`${year}-01-01`); day <= dayNumberOf(`${year}-12-31`); day += 1)
      if (calendarDay(sampleCalendar, day).counts) counted += 1;

    expect(counted).toBe(weekdays - off + saturdays);
  });

  it("answers for three more years from weekly rest and holidays of fixed date, then refuses", () => {
    expect(isWorkingDay(sampleCalendar, at("2030-04-30 10:00"))).toBe(false);
    expect(isWorkingDay(sampleCalendar, at("2030-12-31 10:00"))).toBe(true);
    expect(isWorkingDay(sampleCalendar, at("2029-11-24 10:00"))).toBe(false);
    expect(() => dueOf(sampleCalendar, "2030-12-31 10:00", "working_day", 1)).toThrow(BeyondCalendarError);
    expect(() => dueOf(sampleCalendar, "2030-12-31 16:00", "hour", 2)).toThrow(BeyondCalendarError);
    expect(() => dueOf(sampleCalendar, "2018-12-31 10:00", "working_day", 1)).toThrow(BeyondCalendarError);
    expect(() => dueOf(sampleCalendar, "2027-01-04 10:00", "calendar_day", 3000)).toThrow(BeyondCalendarError);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("refuses a limit of %d days", (count) => {
    expect(() => dueOf(sampleCalendar, "2026-11-20 10:00", "working_day", count)).toThrow(RangeError);
  });

  it("changes its hours from the day a new weekly pattern begins", () => {
    const early: CalendarDefinition["weeks"][number] = {
      from: "2026-11-23",
      source: "thử",
      verified: true,
      days: { monday: { open: [["06:30", "10:30"]] }, wednesday: { open: [["06:30", "10:30"]] } },
    };
    const calendar = compileCalendar({ ...sampleDefinition, weeks: [...sampleDefinition.weeks, early] });

    expect(dueOf(calendar, "2026-11-19 10:00", "working_day", 1)).toBe("2026-11-20T17:00");
    expect(dueOf(calendar, "2026-11-20 10:00", "working_day", 1)).toBe("2026-11-23T10:30");
    expect(dueOf(calendar, "2026-11-20 10:00", "working_day", 2)).toBe("2026-11-25T10:30");
  });
});

describe("warnings", () => {
  it("tell of the next year that is missing, urgently from October on", () => {
    expect(calendarWarnings(sampleCalendar, "2026-05-04")).toMatchObject([{ kind: "unverified-days" }]);
    expect(calendarWarnings(sampleCalendar, "2027-09-30")).toContainEqual({
      kind: "year-missing",
      year: 2028,
      isUrgent: false,
    });
    expect(calendarWarnings(sampleCalendar, "2027-10-01")).toEqual([
      { kind: "year-missing", year: 2028, isUrgent: true },
    ]);
    expect(calendarWarnings(sampleCalendar, "2028-01-10")).toEqual([
      { kind: "year-missing", year: 2028, isUrgent: true },
      { kind: "year-missing", year: 2029, isUrgent: false },
    ]);
  });

  it("name the days of the coming twelve months that were never announced", () => {
    const [warning] = calendarWarnings(sampleCalendar, "2026-11-24");

    expect(warning).toEqual({
      kind: "unverified-days",
      days: ["04", "05", "06", "07", "08", "09", "10"].map((day) => `2027-02-${day}`).concat("2027-09-03"),
    });
    if (warning === undefined) throw new Error("No warning");
    expect(warningInWords(warning, "vi")).toContain("8 ngày nghỉ từ 04/02/2027 đến 03/09/2027");
    expect(warningInWords({ kind: "year-missing", year: 2028, isUrgent: true }, "en")).toContain("2028");
  });
});

describe("a calendar that cannot be", () => {
  const codesOf = (definition: unknown) => {
    const read = readCalendarDefinition(definition);
    return read.ok ? [] : read.refusal.map(({ path, code }) => `${path} ${code}`);
  };

  it("is refused with all its faults at once", () => {
    const other = { name, source: "thử", verified: true };
    const faulty: CalendarDefinition = {
      ...sampleDefinition,
      years: { from: 2026, to: 2027 },
      weeks: [
        { from: "2026-02-01", source: "thử", verified: true, days: { monday: { open: [["11:00", "07:00"]] } } },
        { from: "2026-02-01", source: "thử", verified: true, days: {} },
      ],
      exceptions: [
        { date: "2026-02-30", kind: "off", ...other },
        { date: "2025-05-01", kind: "off", ...other },
        { date: "2026-05-01", kind: "half_day", ...other },
        { date: "2026-05-01", kind: "off", open: [["07:00", "08:00"]], ...other },
      ],
      units: [{ units: ["A", "A"] }],
    };

    expect(codesOf(faulty)).toEqual([
      "/weeks/0/days/monday/open/0 hours",
      "/weeks/1/from order",
      "/weeks/1/days noWorkingDay",
      "/weeks/0/from gap",
      "/exceptions/0/date day",
      "/exceptions/1/date year",
      "/exceptions/2/open required",
      "/exceptions/3/date twice",
      "/exceptions/3/open hours",
      "/units/0/units twice",
    ]);
  });

  it("is refused when it holds fields nobody knows, or another time zone", () => {
    expect(codesOf({ ...sampleDefinition, holidays: [] })).not.toEqual([]);
    expect(codesOf({ ...sampleDefinition, timeZone: "UTC" })).not.toEqual([]);
    expect(codesOf("calendar")).not.toEqual([]);
    expect(codesOf(sampleDefinition)).toEqual([]);
  });
});
