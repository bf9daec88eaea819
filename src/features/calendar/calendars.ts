/** Every stored calendar in memory: the newest for new promises, the older ones to explain promises already made. */
import type { Db } from "#foundation/db/index.ts";
import { type CalendarDefinition, overrideFor, readCalendarDefinition } from "./calendar-definition.ts";
import { listVersionsAfter } from "./queries.ts";
import { compileCalendar, type WorkingCalendar } from "./working-calendar.ts";

export type Calendars = {
  /** The newest calendar, with the deviations of this unit (by its code) or of the ward it is part of. */
  readonly forUnit: (unitCode?: string) => WorkingCalendar;
  /** The version a due date was promised under; undefined for an id that was never stored. */
  readonly ofVersion: (versionId: number, unitCode?: string) => WorkingCalendar | undefined;
  /** Takes in versions stored since, by this process or another. Answers whether there were any. */
  readonly refresh: (db: Db) => Promise<boolean>;
};

export class NoCalendarError extends Error {
  override readonly name = "NoCalendarError";

  constructor() {
    super("No working calendar is stored, so no due date can be promised. Load the city's calendar first.");
  }
}

type Version = { readonly id: number; readonly number: number; readonly definition: CalendarDefinition };

/** Reads all versions; compiles one when it is first asked for, once for all units without deviations. */
export async function loadCalendars(db: Db): Promise<Calendars> {
  const versions = new Map<number, Version>();
  const compiled = new Map<string, WorkingCalendar>();
  let latest: Version | undefined;

  const compiledFor = (version: Version, unitCode: string | undefined): WorkingCalendar => {
    const deviates = unitCode !== undefined && overrideFor(version.definition, unitCode) !== undefined;
    const key = deviates ? `${version.id} ${unitCode}` : String(version.id);
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const made = { versionId: version.id, version: version.number, ...(deviates ? { unit: unitCode } : {}) };
    const calendar = compileCalendar(version.definition, made);
    compiled.set(key, calendar);
    return calendar;
  };

  const refresh = async (from: Db): Promise<boolean> => {
    const stored = await listVersionsAfter(from, latest?.id ?? 0);
    for (const { id, number, definition } of stored) {
      const read = readCalendarDefinition(definition);
      if (!read.ok) throw new Error(`Stored calendar version ${id} cannot be read: ${JSON.stringify(read.refusal)}`);
      latest = { id, number, definition: read.value };
      versions.set(id, latest);
    }
    return stored.length > 0;
  };

  await refresh(db);
  return {
    forUnit(unitCode) {
      if (latest === undefined) throw new NoCalendarError();
      return compiledFor(latest, unitCode);
    },
    ofVersion(versionId, unitCode) {
      const version = versions.get(versionId);
      return version === undefined ? undefined : compiledFor(version, unitCode);
    },
    refresh,
  };
}
