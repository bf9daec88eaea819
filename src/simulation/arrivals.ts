/** When people send dossiers: by the hour and the day of the week, evenings and Sundays too, from home. */
import type { Random } from "./random.ts";

const dayMs = 86_400_000;
const cityOffsetMs = 7 * 3_600_000;
/** How much of a day's dossiers each hour brings, from midnight on. */
const byHour = [0.3, 0.1, 0.1, 0.1, 0.2, 0.6, 2, 6, 10, 11, 9, 5, 3, 7, 9, 8, 6, 4, 3, 4, 5, 4, 2, 0.7];
/** Sunday first. */
const byWeekday = [0.25, 1.25, 1.15, 1.05, 1, 0.95, 0.45];

/** `count` instants between two, in order. */
export function arrivalsBetween(from: Date, to: Date, count: number, random: Random): readonly Date[] {
  const hours: { readonly at: number; readonly upTo: number }[] = [];
  let sum = 0;
  for (let at = from.getTime(); at < to.getTime(); at += 3_600_000) {
    const local = new Date(at + cityOffsetMs);
    sum += (byHour[local.getUTCHours()] ?? 0) * (byWeekday[local.getUTCDay()] ?? 0);
    hours.push({ at, upTo: sum });
  }
  return Array.from({ length: count }, () => {
    const drawn = random.number() * sum;
    const hour = hours.find(({ upTo }) => drawn < upTo);
    return new Date((hour?.at ?? from.getTime()) + Math.floor(random.number() * 3_600_000));
  }).sort((a, b) => a.getTime() - b.getTime());
}

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * dayMs);
}
