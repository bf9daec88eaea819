/** Use cases: how the city stands today, and keeping the figures that say so. */
import { keepHandlingUnits } from "#features/dossiers/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import { applyNextEvents, type KeepWays } from "./counting.queries.ts";
import type { SupervisionDeps } from "./deps.ts";
import { type Counts, type GroupedCounts, listDayCounts, listOpenCounts, type OpenCounts } from "./queries.ts";
import { rebuildFiguresFrom } from "./recount.queries.ts";
import type { Scope } from "./scope.ts";

export type ListenDeps = Pick<SupervisionDeps, "db" | "organisation" | "catalogue">;

const mostPerBatch = 5000;

/** Applies all events there are; answers how many. Safe to call from several workers. */
export async function listenToEvents(deps: ListenDeps, perBatch = mostPerBatch): Promise<number> {
  let applied = 0;
  for (;;) {
    const batch = await applyNextEvents(deps.db, keeperOfWays(deps), perBatch);
    applied += batch;
    if (batch < perBatch) return applied;
  }
}

/** Counts all figures again from the events alone; answers how many events there were. */
export function rebuildFigures(deps: ListenDeps): Promise<number> {
  return rebuildFiguresFrom(deps.db, keeperOfWays(deps));
}

function keeperOfWays({ catalogue, organisation }: ListenDeps): KeepWays {
  return (db, ways) => keepHandlingUnits(db, ways, catalogue(), organisation());
}

export type Open = Omit<OpenCounts, "unitId">;

export type Today = {
  readonly day: string;
  /** The minute the figures are of. */
  readonly at: Date;
  readonly counts: Counts;
  readonly open: Open;
  readonly byHour: readonly (GroupedCounts & { readonly hour: number })[];
  /** Each number laid to the unit that answers for it: see `queries.ts`. Every column sums to the whole. */
  readonly byUnit: readonly (Counts & OpenCounts)[];
  /** Where the open dossiers lie, by desk: in a ward its parts, each on its own. */
  readonly byHolder: readonly OpenCounts[];
  readonly byChannel: readonly GroupedCounts[];
};

const noCounts: Counts = { received: 0, accepted: 0, refused: 0, early: 0, onTime: 0, late: 0, returned: 0 };
export const noOpen: Open = {
  waitingForAnswer: 0,
  unanswered: 0,
  within: 0,
  overdue: 0,
  waitingForCitizen: 0,
  toReturn: 0,
};

/** Midnight of a day in the city (UTC+7 all year). */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+07:00`);
}

/** Figures and lists are as of the beginning of a minute: what falls due within it is overdue once it has passed. */
export function startOfMinute(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000);
}

export async function figuresToday(db: Db, now: Date, scope: Scope, organisation: Organisation): Promise<Today> {
  const day = dayOf(now);
  const at = startOfMinute(now);
  const [counted, byHolder] = await Promise.all([listDayCounts(db, day, scope), listOpenCounts(db, at, scope)]);
  const rows = new Map<number, Counts & OpenCounts>();
  const rowOf = (unitId: number) => rows.get(unitId) ?? { ...noCounts, ...noOpen, unitId };
  for (const unit of counted.unit) rows.set(Number(unit.key), { ...rowOf(Number(unit.key)), ...counts(unit) });
  for (const holder of byHolder) {
    const row = rowOf(organisation.bodyOf(holder.unitId).id);
    rows.set(row.unitId, { ...row, ...addOpen(row, holder) });
  }
  return {
    day,
    at,
    counts: counted.hour.reduce<Counts>(add, noCounts),
    open: byHolder.reduce<Open>(addOpen, noOpen),
    byHour: counted.hour.map((hour) => ({ ...hour, hour: Number(hour.key.slice(11, 13)) })),
    byUnit: [...rows.values()].sort((a, b) => a.unitId - b.unitId),
    byHolder,
    byChannel: counted.channel,
  };
}

/** The numbers without what they are of. */
export function counts({ received, accepted, refused, early, onTime, late, returned }: Counts): Counts {
  return { received, accepted, refused, early, onTime, late, returned };
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

export function addOpen(sum: Open, part: Open): Open {
  return {
    waitingForAnswer: sum.waitingForAnswer + part.waitingForAnswer,
    unanswered: sum.unanswered + part.unanswered,
    within: sum.within + part.within,
    overdue: sum.overdue + part.overdue,
    waitingForCitizen: sum.waitingForCitizen + part.waitingForCitizen,
    toReturn: sum.toReturn + part.toReturn,
  };
}
