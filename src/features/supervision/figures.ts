/** Use cases: how the city stands today, and how it stood in a span of time. */
import type { Db } from "#foundation/db/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import { applyNextEvents } from "./counting.queries.ts";
import { type Counts, type GroupedCounts, listDayCounts, listOpenCounts, type OpenCounts } from "./queries.ts";

const perBatch = 5000;

/** Applies all events there are; answers how many. Safe to call from several workers. */
export async function listenToEvents(db: Db): Promise<number> {
  let applied = 0;
  for (;;) {
    const batch = await applyNextEvents(db, perBatch);
    applied += batch;
    if (batch < perBatch) return applied;
  }
}

export type Today = {
  readonly day: string;
  readonly counts: Counts;
  readonly open: Omit<OpenCounts, "unitId">;
  readonly byHour: readonly (GroupedCounts & { readonly hour: number })[];
  readonly byUnit: readonly (GroupedCounts & OpenCounts)[];
  readonly byChannel: readonly GroupedCounts[];
};

const noCounts: Counts = { received: 0, accepted: 0, refused: 0, early: 0, onTime: 0, late: 0, returned: 0 };

/** Midnight of a day in the city (UTC+7 all year). */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+07:00`);
}

export async function figuresToday(db: Db, now: Date, unitIds: readonly number[] | null): Promise<Today> {
  const day = dayOf(now);
  const from = startOfDay(day);
  const to = new Date(from.getTime() + 24 * 3_600_000);
  const [{ hour: hours, unit: units, channel: channels }, open] = await Promise.all([
    listDayCounts(db, from, to, unitIds),
    listOpenCounts(db, now, unitIds),
  ]);
  const counted = new Map(units.map((unit) => [Number(unit.key), unit]));
  const openOf = new Map(open.map((unit) => [unit.unitId, unit]));
  const ids = [...new Set([...counted.keys(), ...openOf.keys()])].sort((a, b) => a - b);
  return {
    day,
    counts: hours.reduce<Counts>(add, noCounts),
    open: open.reduce(addOpen, noOpen),
    byHour: hours.map((hour) => ({ ...hour, hour: Number(hour.key.slice(11, 13)) })),
    byUnit: ids.map((unitId) => ({
      ...noOpen,
      ...noCounts,
      ...counted.get(unitId),
      ...openOf.get(unitId),
      unitId,
      key: String(unitId),
    })),
    byChannel: channels,
  };
}

function add(sum: Counts, part: Counts): Counts {
  return {
    received: sum.received + part.received,
    accepted: sum.accepted + part.accepted,
    refused: sum.refused + part.refused,
    early: sum.early + part.early,
    onTime: sum.onTime + part.onTime,
    late: sum.late + part.late,
    returned: sum.returned + part.returned,
  };
}

const noOpen: Omit<OpenCounts, "unitId"> = {
  waitingForAnswer: 0,
  within: 0,
  overdue: 0,
  waitingForCitizen: 0,
  toReturn: 0,
};

function addOpen(sum: Omit<OpenCounts, "unitId">, part: OpenCounts): Omit<OpenCounts, "unitId"> {
  return {
    waitingForAnswer: sum.waitingForAnswer + part.waitingForAnswer,
    within: sum.within + part.within,
    overdue: sum.overdue + part.overdue,
    waitingForCitizen: sum.waitingForCitizen + part.waitingForCitizen,
    toReturn: sum.toReturn + part.toReturn,
  };
}
