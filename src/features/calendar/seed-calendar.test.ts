import { describe, expect, it } from "vitest";
import { testDatabase } from "#foundation/db/testing.ts";
import { loadCalendars } from "./calendars.ts";
import { seedCalendar } from "./seed-calendar.ts";
import { storeCalendar } from "./store-calendar.ts";
import { at, sampleDefinition } from "./testing.ts";

const now = at("2026-11-24 08:00");

describe("the calendar of the city's folder, offered at every start", async () => {
  const { db } = await testDatabase();

  it("is stored once, also when several processes start at the same time", async () => {
    const stored = await Promise.all([1, 2, 3].map(() => seedCalendar(db, sampleDefinition, now)));

    expect(stored.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(stored.map(({ versionId }) => versionId)).size).toBe(1);
  });

  it("does not undo what was entered since", async () => {
    const entered = { ...sampleDefinition, years: { from: 2019, to: 2028 } };
    await storeCalendar(db, { definition: entered, reason: "Lịch năm 2028", at: now });

    expect(await seedCalendar(db, sampleDefinition, now)).toMatchObject({ number: 1, isNew: false });
    expect((await loadCalendars(db)).forUnit()).toMatchObject({ version: 2, years: { to: 2028 } });
  });

  it("becomes the next version when the file itself has changed, and going back on purpose is a version too", async () => {
    const corrected = { ...sampleDefinition, years: { from: 2019, to: 2029 } };

    expect(await seedCalendar(db, corrected, now)).toMatchObject({ number: 3, isNew: true });
    expect(await storeCalendar(db, { definition: sampleDefinition, reason: "Trở lại", at: now })).toMatchObject({
      value: { number: 4, isNew: true },
    });
  });
});
