import { join } from "node:path";
import { readCityCalendar, seedCalendar } from "#features/calendar/index.ts";
import { type DemoPlace, seedDemoAccounts } from "#features/identity/index.ts";
import { loadOrganisation, type Organisation } from "#features/organisation/index.ts";
import type { Config } from "#foundation/config/index.ts";
import { openDatabase } from "#foundation/db/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import type { Log } from "#foundation/log/index.ts";
import { seedCity } from "./seed-city.ts";

export type SeedProgram = {
  readonly config: Config;
  readonly log: Log;
  readonly databaseUrl: string;
  readonly projectFolder: string;
  readonly now: Date;
};

/** Loads what is missing: the city's folder, its calendar and, in demo mode, the demo people. Safe at every start. */
export async function seedProgram({ config, log, databaseUrl, projectFolder, now }: SeedProgram): Promise<void> {
  const { db, close } = openDatabase({ url: databaseUrl, max: 2 });
  try {
    const folder = join(projectFolder, "cities", config.city);
    const added = await seedCity(db, folder, now);
    if (added.procedures > 0) log.info({ ...added, city: config.city }, "Loaded the city");
    await seedCalendar(db, readCityCalendar(folder), now);
    if (config.mode === "demo") {
      const organisation = await loadOrganisation(db, dayOf(now));
      await seedDemoAccounts({ db, now, today: dayOf(now), unitIdsOf: (place) => demoUnits(place, organisation) });
    }
  } finally {
    await close();
  }
}

function demoUnits(place: DemoPlace["at"], organisation: Organisation): readonly number[] {
  const ids = (choose: (unit: Organisation["units"][number]) => boolean) =>
    organisation.units.filter(choose).map((unit) => unit.id);
  switch (place) {
    case "city-divisions":
      return ids((unit) => unit.level === "city" && (unit.kind === "specialist_office" || unit.kind === "office"));
    case "wards":
    case "ward-divisions":
      return ids((unit) => unit.kind === "ward" || unit.kind === "commune");
    default:
      return place.flatMap((code) => organisation.byCode(code)?.id ?? []);
  }
}
