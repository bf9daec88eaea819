/** When thirty months of submissions arrive: little at night and at weekends, most in office hours, more each year. */
import { isWorkingDay, type WorkingCalendar } from "#features/calendar/index.ts";
import type { Random } from "./random.ts";

/** Where the made city stands still: a Wednesday morning, twenty past ten. Fixed, so that it is the same whenever it is made. */
export const endsAt = new Date("2026-11-18T03:20:00Z");
const beginsOn = "2024-05-18";
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Of a day, by the hour in the city. */
const hours = [1, 1, 0, 0, 0, 1, 3, 12, 30, 32, 26, 14, 8, 20, 28, 26, 16, 8, 6, 7, 8, 7, 4, 2] as const;
const restShare = 0.15;
const growth = 0.6;

/** `count` instants, in order, from the first day to the end. */
export function instantsOfArrival(calendar: WorkingCalendar, count: number, random: Random): readonly Date[] {
  const begins = new Date(`${beginsOn}T00:00:00+07:00`).getTime();
  const span = endsAt.getTime() - begins;
  const weights: number[] = [];
  for (let at = begins; at < endsAt.getTime(); at += hourMs) {
    const hour = Math.floor(((at - begins) % dayMs) / hourMs);
    const isOpen = isWorkingDay(calendar, new Date(at));
    const share = Math.min(1, (endsAt.getTime() - at) / hourMs);
    weights.push((hours[hour] ?? 0) * (isOpen ? 1 : restShare) * share * (1 + (growth * (at - begins)) / span));
  }
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const instants: Date[] = [];
  let owed = 0;
  weights.forEach((weight, index) => {
    owed += (weight / all) * count;
    const here = Math.floor(owed);
    owed -= here;
    const from = begins + index * hourMs;
    const length = Math.min(hourMs, endsAt.getTime() - from);
    const within = Array.from({ length: here }, () => Math.floor(random.next() * length)).sort((a, b) => a - b);
    for (const ms of within) instants.push(new Date(from + ms));
  });
  // What rounding left over arrives at the very end.
  while (instants.length < count) instants.push(new Date(endsAt.getTime() - 1000));
  return instants;
}

/** The day the city's people and procedures are there from. */
export const firstInstant = new Date(`${beginsOn}T00:00:00+07:00`);
