/** Takes the calendar of a city's folder into the database. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CityFileError } from "#features/organisation/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { type CalendarDefinition, readCalendarDefinition } from "./calendar-definition.ts";
import { type StoredCalendar, storeCalendar } from "./store-calendar.ts";

/** `calendar.json` of a city's folder; a CityFileError names all its faults. */
export function readCityCalendar(folder: string): CalendarDefinition {
  const file = join(folder, "calendar.json");
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new CityFileError(file, [error instanceof Error ? error.message : String(error)]);
  }
  const read = readCalendarDefinition(content);
  if (read.ok) return read.value;
  throw new CityFileError(
    file,
    read.refusal.map((fault) => `${fault.path || "/"} ${fault.message}`),
  );
}

/** What is loaded already is left alone; a changed file becomes the next version. */
export async function seedCalendar(db: Db, calendar: CalendarDefinition, at: Date): Promise<StoredCalendar> {
  const reason = "Nạp từ dữ liệu của thành phố";
  const stored = await storeCalendar(db, { definition: calendar, reason, at, unlessStoredBefore: true });
  if (stored.ok) return stored.value;
  throw new CityFileError(
    "calendar.json",
    stored.refusal.map((fault) => `${fault.path || "/"} ${fault.message}`),
  );
}
