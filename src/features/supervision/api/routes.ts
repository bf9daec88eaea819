import type { Official, Page, Role, Routes } from "#features/identity/index.ts";
import { BadInputError, ForbiddenError, type InputFault } from "#foundation/errors/index.ts";
import { dayOf, readDay } from "#foundation/i18n/index.ts";
import type { SupervisionDeps } from "../deps.ts";
import { figuresToday, startOfDay } from "../figures.ts";
import { supervisionPaths } from "../paths.ts";
import { type Counts, type GroupBy, groupings, listCounts } from "../queries.ts";
import { unitsInView } from "../scope.ts";

export const figureReaders: readonly Role[] = [
  "director",
  "inspector",
  "quality",
  "admin",
  "leader",
  "head_of_office",
  "reception",
];
const dayMs = 24 * 3_600_000;
const mostDays = 400;

export function declareFiguresApi(routes: Routes, deps: SupervisionDeps): void {
  routes.get(supervisionPaths.apiToday.pattern, { allow: figureReaders, record: "figures.today" }, async (c) => {
    const organisation = deps.organisation();
    const today = await figuresToday(deps.db, deps.clock.now(), unitsInView(official(c), organisation));
    return c.json({
      day: today.day,
      ...today.counts,
      inProcess: { within: today.open.within, overdue: today.open.overdue },
      waitingForAnswer: today.open.waitingForAnswer,
      waitingForCitizen: today.open.waitingForCitizen,
      toReturn: today.open.toReturn,
      byHour: today.byHour.map((hour) => ({ hour: hour.hour, ...counts(hour) })),
      byUnit: today.byUnit.map((unit) => ({
        unitCode: organisation.getById(unit.unitId).code,
        unitName: organisation.getById(unit.unitId).name,
        ...counts(unit),
        inProcess: { within: unit.within, overdue: unit.overdue },
      })),
      byChannel: today.byChannel.map((channel) => ({ channel: Number(channel.key), ...counts(channel) })),
    });
  });

  routes.get(supervisionPaths.apiFigures.pattern, { allow: figureReaders, record: "figures.read" }, async (c) => {
    const { from, to, by } = readQuestion(new URL(c.req.url).searchParams);
    const organisation = deps.organisation();
    const rows = await listCounts(deps.db, from, to, by, unitsInView(official(c), organisation));
    const codeOf = (key: string) =>
      by === "unit"
        ? organisation.getById(Number(key)).code
        : by === "procedure"
          ? procedureCode(deps, Number(key))
          : key;
    return c.json({ by, items: rows.map((row) => ({ key: codeOf(row.key), ...counts(row) })), nextCursor: null });
  });
}

/** Days of the city, both included. */
function readQuestion(query: URLSearchParams): { from: Date; to: Date; by: GroupBy } {
  const faults: InputFault[] = [];
  for (const name of query.keys())
    if (!["from", "to", "by"].includes(name)) faults.push({ path: name, code: "unknownField", message: name });
  const day = (name: string) => {
    const read = readDay(query.get(name) ?? "");
    if (read === undefined)
      faults.push({ path: name, code: "notADay", message: `${name} is a day such as 2026-11-24` });
    return startOfDay(read ?? "1970-01-01");
  };
  const from = day("from");
  const to = new Date(day("to").getTime() + dayMs);
  const asked = query.get("by") ?? "day";
  const by = groupings.find((one) => one === asked);
  if (by === undefined) faults.push({ path: "by", code: "unknown", message: groupings.join(", ") });
  if (faults.length === 0 && (to <= from || to.getTime() - from.getTime() > mostDays * dayMs)) {
    faults.push({ path: "to", code: "range", message: `from is not after to, and at most ${mostDays} days` });
  }
  if (by === undefined || faults.length > 0) throw new BadInputError("badQuery", faults, 400);
  return { from, to, by };
}

function counts({ received, accepted, refused, early, onTime, late, returned }: Counts): Counts {
  return { received, accepted, refused, early, onTime, late, returned };
}

function procedureCode({ catalogue, clock }: SupervisionDeps, procedureId: number): string {
  const today = dayOf(clock.now());
  return (
    catalogue()
      .inForceOn(today)
      .find((version) => version.procedureId === procedureId)?.code ?? String(procedureId)
  );
}

export function official(c: Page): Official {
  const visitor = c.get("visitor");
  if (visitor.kind !== "official") throw new ForbiddenError("Figures are for officials");
  return visitor;
}
