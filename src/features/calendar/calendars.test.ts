import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#foundation/db/testing.ts";
import { addTime } from "./add-time.ts";
import { loadCalendars, NoCalendarError } from "./calendars.ts";
import { cityTimestamp } from "./city-time.ts";
import { seedCalendar } from "./seed-calendar.ts";
import { storeCalendar } from "./store-calendar.ts";
import { at, sampleDefinition } from "./testing.ts";

const { db, ownerUrl } = await testDatabase();
const now = at("2026-11-24 09:00");
const due = (calendar: Parameters<typeof addTime>[0]) =>
  cityTimestamp(addTime(calendar, at("2026-11-20 10:00"), { kind: "working_day", count: 1 }).dueAt);

/** The swap that was under consultation in September 2026, had it been decided. */
const withSwap = {
  ...sampleDefinition,
  exceptions: [
    ...sampleDefinition.exceptions,
    {
      date: "2026-11-23",
      kind: "off" as const,
      name: { vi: "Nghỉ hoán đổi", en: "Swapped day off" },
      source: "Thông báo",
      verified: true,
      pairedDate: "2026-11-28",
    },
  ],
};

describe("stored calendars", () => {
  beforeAll(async () => {
    const calendars = await loadCalendars(db);
    expect(() => calendars.forUnit()).toThrow(NoCalendarError);
    await seedCalendar(db, sampleDefinition, now);
  });

  it("are loaded once: the same file again makes no new version", async () => {
    const again = await Promise.all([1, 2, 3].map(() => seedCalendar(db, sampleDefinition, now)));

    for (const stored of again) expect(stored).toMatchObject({ number: 1, isNew: false });
    // However its keys are ordered.
    const turned = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(sampleDefinition).reverse())));
    expect(await storeCalendar(db, { definition: turned, reason: "thử", at: now })).toMatchObject({
      ok: true,
      value: { isNew: false },
    });
  });

  it("keep each version: new promises follow the newest, old ones are explained by theirs", async () => {
    const calendars = await loadCalendars(db);
    const promised = calendars.forUnit("TP-TUPHAP");
    const stored = await storeCalendar(db, { definition: withSwap, reason: "Hoán đổi 23/11/2026", at: now });

    expect(stored).toMatchObject({ ok: true, value: { number: 2, isNew: true } });
    expect(due(calendars.forUnit("TP-TUPHAP"))).toBe("2026-11-23T17:00:00+07:00");
    expect(await calendars.refresh(db)).toBe(true);
    expect(await calendars.refresh(db)).toBe(false);
    expect(due(calendars.forUnit("TP-TUPHAP"))).toBe("2026-11-25T17:00:00+07:00");
    const old = calendars.ofVersion(promised.versionId, "TP-TUPHAP");
    expect(old && due(old)).toBe("2026-11-23T17:00:00+07:00");
    expect(calendars.ofVersion(999)).toBeUndefined();
  });

  it("are compiled once for all units that follow the city", async () => {
    const open: [string, string][] = [["08:00", "12:00"]];
    const units = [
      {
        units: ["14773"],
        weeks: [{ from: "2019-01-01", source: "thử", verified: true, days: { friday: { open }, monday: { open } } }],
      },
    ];
    await storeCalendar(db, { definition: { ...withSwap, units }, reason: "Giờ làm việc của phường", at: now });
    const calendars = await loadCalendars(db);

    expect(calendars.forUnit("TP-TUPHAP")).toBe(calendars.forUnit("14774.MOTCUA"));
    expect(calendars.forUnit("14773.MOTCUA")).toBe(calendars.forUnit("14773.MOTCUA"));
    expect(due(calendars.forUnit("14773.MOTCUA"))).toBe("2026-11-27T12:00:00+07:00");
  });

  it("are numbered without gaps when two store at once, and refused whole when something is wrong", async () => {
    const definitions = [1, 2, 3, 4].map((year) => ({ ...sampleDefinition, years: { from: 2019, to: 2027 + year } }));
    const stored = await Promise.all(
      definitions.map((definition) => storeCalendar(db, { definition, reason: "thử", at: now })),
    );
    const numbers = stored.flatMap((result) => (result.ok ? [result.value.number] : [])).sort();

    expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual([0, 1, 2, 3]);
    const refusedOne = await storeCalendar(db, { definition: { code: "x" }, reason: "thử", at: now });
    expect(refusedOne.ok).toBe(false);
    expect(await loadCalendars(db)).toBeDefined();
  });

  it("are stored inside the transaction of the caller, or not at all", async () => {
    const definition = { ...sampleDefinition, years: { from: 2019, to: 2040 } };
    const work = db.transaction().execute(async (tx) => {
      await storeCalendar(tx, { definition, reason: "thử", at: now });
      throw new Error("The caller changed its mind");
    });

    await expect(work).rejects.toThrow("changed its mind");
    expect((await loadCalendars(db)).forUnit().years.to).not.toBe(2040);
  });

  it("cannot be changed: not by the program, and not by the owner of the tables either", async () => {
    await expect(db.updateTable("workingCalendarVersion").set({ reason: "x" }).execute()).rejects.toThrow(
      "permission denied",
    );
    await expect(db.deleteFrom("workingCalendarVersion").execute()).rejects.toThrow("permission denied");
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      for (const change of [
        "update working_calendar_version set reason = 'x'",
        "delete from working_calendar_version",
        "truncate working_calendar_version",
      ])
        await expect(owner.query(change)).rejects.toThrow("a stored calendar is never changed");
    } finally {
      await owner.end();
    }
  });
});
