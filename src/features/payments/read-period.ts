/** Which unit's cash book of which days is asked for, as addresses say it. */
import type { Official } from "#features/identity/index.ts";
import type { Organisation, Unit } from "#features/organisation/index.ts";
import { readDay } from "#foundation/i18n/index.ts";
import { daysOf, mostDays, type Period } from "./cash-book.ts";
import { unitsOfBook } from "./may.ts";

export type AskedBook = {
  readonly period: Period;
  /** The units this official may ask for; the first is shown when none is named. */
  readonly units: readonly Unit[];
  readonly unit: Unit | undefined;
  /** What cannot be read, by the name of the parameter. */
  readonly fault: "period" | "unit" | null;
};

export type BookQuery = {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly unit: string | undefined;
};

export function readAskedBook(
  query: BookQuery,
  official: Official,
  organisation: Organisation,
  today: string,
): AskedBook {
  const units = unitsOfBook(official, organisation);
  const from = readDay(query.from || today);
  const to = readDay(query.to || query.from || today);
  const unit = query.unit ? units.find(({ code }) => code === query.unit) : units[0];
  const isPeriod = from !== undefined && to !== undefined && from <= to && daysOf({ from, to }) <= mostDays;
  return {
    period: isPeriod ? { from, to } : { from: today, to: today },
    units,
    unit,
    fault: !isPeriod ? "period" : unit === undefined ? "unit" : null,
  };
}
