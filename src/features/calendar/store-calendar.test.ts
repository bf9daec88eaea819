import { sql } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import { openDatabase } from "#foundation/db/index.ts";
import { testDatabase } from "#foundation/db/testing.ts";
import { addTime } from "./add-time.ts";
import { loadCalendars, NoCalendarError } from "./calendars.ts";
import { cityTimestamp } from "./city-time.ts";
import { seedCalendar } from "./seed-calendar.ts";
import { storeCalendar } from "./store-calendar.ts";
import { at, sampleDefinition } from "./testing.ts";

const now = at("2026-11-24 08:00");
const wardHours = {
  ...sampleDefinition,
  units: [
    {
      units: ["14773"],
      exceptions: [
        {
          date: "2026-11-23",
          kind: "off" as const,
          name: { vi: "Trụ sở mất điện", en: "No power" },
          source: "Thông báo của phường",
          verified: true,
        },
      ],
    },
  ],
};

describe("the city's calendar", async () => {
  const { db, ownerUrl } = await testDatabase();
  const owner = openDatabase({ url: ownerUrl, max: 1, role: null });
  afterAll(() => owner.close());

  it("must be stored before anything is promised", async () => {
    const calendars = await loadCalendars(db);

    expect(() => calendars.forUnit("14773")).toThrow(NoCalendarError);
  });

  it("is stored once, also when several processes start at the same time", async () => {
    const stored = await Promise.all([1, 2, 3].map(() => seedCalendar(db, sampleDefinition, now)));

    expect(stored.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(stored.map(({ versionId }) => versionId)).size).toBe(1);
    expect(await seedCalendar(db, sampleDefinition, now)).toMatchObject({ isNew: false, number: 1 });
  });

  it("changes by a new version, which processes take in while they run", async () => {
    const calendars = await loadCalendars(db);
    const before = calendars.forUnit("14773.MOTCUA");
    const stored = await storeCalendar(db, { definition: wardHours, reason: "Thông báo của phường", at: now });

    expect(stored).toMatchObject({ ok: true, value: { isNew: true, number: 2 } });
    expect(calendars.forUnit("14773.MOTCUA")).toBe(before);
    expect(await calendars.refresh(db)).toBe(true);
    expect(await calendars.refresh(db)).toBe(false);
    const due = (unit?: string) =>
      cityTimestamp(
        addTime(calendars.forUnit(unit), at("2026-11-20 10:00"), { kind: "working_day", count: 1 }).dueAt,
      ).slice(0, 10);
    // Friday 20; Monday 23 is off in one ward and its parts, Tuesday 24 everywhere.
    expect([due("14773"), due("14773.MOTCUA"), due("TP-MOTCUA"), due()]).toEqual([
      "2026-11-25",
      "2026-11-25",
      "2026-11-23",
      "2026-11-23",
    ]);
    expect(calendars.forUnit("TP-MOTCUA")).toBe(calendars.forUnit());
  });

  it("still explains what was promised under an older version", async () => {
    const calendars = await loadCalendars(db);
    const newest = calendars.forUnit("14773");
    const first = calendars.ofVersion(newest.versionId - 1, "14773");

    expect(newest.version).toBe(2);
    expect(first?.version).toBe(1);
    expect(calendars.ofVersion(32_000)).toBeUndefined();
  });

  it("is not taken back by the city's older file at the next start", async () => {
    expect(await seedCalendar(db, sampleDefinition, now)).toMatchObject({ isNew: false, number: 1 });
    expect((await loadCalendars(db)).forUnit().version).toBe(2);
  });

  it("names every fault and stores nothing", async () => {
    const [first] = sampleDefinition.exceptions;
    const stored = await storeCalendar(db, {
      definition: {
        ...sampleDefinition,
        years: { from: 2019, to: 2026 },
        weeks: [{ ...sampleDefinition.weeks[0], days: { monday: { open: [["11:30", "07:00"]] } } }],
        exceptions: [
          first,
          first,
          { ...first, date: "2026-02-30" },
          { ...first, date: "2026-03-02", kind: "half_day" },
        ],
      },
      reason: "thử",
      at: now,
    });

    expect(stored.ok).toBe(false);
    if (stored.ok) return;
    expect(stored.refusal.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "/weeks/0/days/monday/open/0 hours",
      "/exceptions/1/date twice",
      "/exceptions/2/date day",
      "/exceptions/3/open required",
    ]);
    expect((await loadCalendars(db)).forUnit().version).toBe(2);
  });

  it("cannot be rewritten, by the program or by the owner of the tables", async () => {
    for (const statement of [
      "update working_calendar_version set reason = 'x'",
      "delete from working_calendar_version",
      "truncate working_calendar_version",
    ]) {
      await expect(sql.raw(statement).execute(db)).rejects.toThrow(/permission denied/);
      await expect(sql.raw(statement).execute(owner.db)).rejects.toThrow(/a stored calendar is never changed/);
    }
  });
});
