/**
 * The city's clock as plain numbers. Vietnam has kept UTC+7 without daylight saving since 13/06/1975, so a city day is
 * 86,400,000 ms that start at 17:00 UTC. No Intl, no TZ of the server: a due date is the same on every machine.
 */
import type { Day } from "#foundation/i18n/index.ts";

export const dayMs = 86_400_000;
const cityOffsetMs = 7 * 3_600_000;

/** Days since 1970-01-01 on the city's clock: what all day arithmetic here is done in. */
export type DayNumber = number;

export function dayNumberAt(ms: number): DayNumber {
  return Math.floor((ms + cityOffsetMs) / dayMs);
}

/** The instant at which a city day begins. */
export function startOfDayMs(day: DayNumber): number {
  return day * dayMs - cityOffsetMs;
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7;
}

export function dayNumberOf(day: Day): DayNumber {
  const number = findDayNumber(day);
  if (number === undefined) throw new RangeError(`Not a day: ${day}`);
  return number;
}

/** Undefined for what is no day of the calendar, such as 2026-02-30. */
export function findDayNumber(day: string): DayNumber | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (parts === null) return undefined;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const midnight = new Date(Date.UTC(year, month - 1, date));
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== date) return undefined;
  return midnight.getTime() / dayMs;
}

/** `2026-11-24` */
export function dayFromNumber(day: DayNumber): Day {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

export function yearOf(day: DayNumber): number {
  return new Date(day * dayMs).getUTCFullYear();
}

/** RFC 3339 on the city's clock, `2026-11-24T17:00:00+07:00`; a fraction of a second is written only where there is one. */
export function cityTimestamp(instant: Date): string {
  const text = new Date(instant.getTime() + cityOffsetMs).toISOString();
  return `${text.endsWith(".000Z") ? text.slice(0, -5) : text.slice(0, -1)}+07:00`;
}

/** An RFC 3339 instant with its offset; undefined for anything else, also for a time without offset, which is nobody's time. */
export function readTimestamp(text: string): Date | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:[Zz]|[+-](\d{2}):(\d{2}))$/.exec(
    text,
  );
  if (parts === null || findDayNumber(parts[1] ?? "") === undefined) return undefined;
  const inRange = (part: string | undefined, largest: number) => Number(part ?? "0") <= largest;
  if (!inRange(parts[2], 23) || !inRange(parts[3], 59) || !inRange(parts[4], 59)) return undefined;
  if (!inRange(parts[5], 23) || !inRange(parts[6], 59)) return undefined;
  const instant = new Date(text.replace(" ", "T"));
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}
