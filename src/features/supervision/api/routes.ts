import type { Official, Page, Role, Routes } from "#features/identity/index.ts";
import { ForbiddenError } from "#foundation/errors/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import type { SupervisionDeps } from "../deps.ts";
import { counts, figuresToday, type Open } from "../figures.ts";
import { supervisionPaths } from "../paths.ts";
import { type GroupBy, listCounts } from "../queries.ts";
import { scopeOf } from "../scope.ts";
import { supervisionTexts } from "../texts/index.ts";
import { readNothing, readQuestion } from "./question.ts";

export const figureReaders: readonly Role[] = [
  "director",
  "inspector",
  "quality",
  "admin",
  "leader",
  "head_of_office",
  "reception",
];

export function declareFiguresApi(routes: Routes, deps: SupervisionDeps): void {
  routes.get(supervisionPaths.apiToday.pattern, { allow: figureReaders, record: "figures.today" }, async (c) => {
    readNothing(new URL(c.req.url).searchParams);
    const organisation = deps.organisation();
    const today = await figuresToday(deps.db, deps.clock.now(), scopeOf(official(c), organisation), organisation);
    return c.json({
      day: today.day,
      ...today.counts,
      ...open(today.open),
      byHour: today.byHour.map((hour) => ({ hour: hour.hour, ...counts(hour) })),
      byUnit: today.byUnit.map((unit) => ({
        unitCode: organisation.getById(unit.unitId).code,
        unitName: organisation.getById(unit.unitId).name,
        ...counts(unit),
        ...open(unit),
      })),
      byChannel: today.byChannel.map((channel) => ({ channel: Number(channel.key), ...counts(channel) })),
    });
  });

  routes.get(supervisionPaths.apiFigures.pattern, { allow: figureReaders, record: "figures.read" }, async (c) => {
    const { span, by } = readQuestion(new URL(c.req.url).searchParams);
    const rows = await listCounts(deps.db, span, by, scopeOf(official(c), deps.organisation()));
    return c.json({
      by,
      items: rows.map((row) => ({ ...named(deps, by, row.key), ...counts(row) })),
      nextCursor: null,
    });
  });
}

function open({ waitingForAnswer, unanswered, within, overdue, waitingForCitizen, toReturn }: Open) {
  return {
    inProcess: { within, overdue },
    firstAnswer: { within: waitingForAnswer - unanswered, overdue: unanswered },
    waitingForAnswer,
    waitingForCitizen,
    toReturn,
  };
}

/** The key as other parts of the API write it, and what a person calls it; hours and days are called what they are. */
function named({ organisation, catalogue, clock }: SupervisionDeps, by: GroupBy, key: string) {
  switch (by) {
    case "unit": {
      const { code, name } = organisation().getById(Number(key));
      return { key: code, name };
    }
    case "procedure": {
      const version = catalogue().versionOn(key, dayOf(clock.now())) ?? catalogue().versionsOf(key).at(-1);
      return { key, name: version?.definition.name ?? null };
    }
    case "field":
      return { key, name: key };
    case "channel":
      return { key, name: supervisionTexts("vi").channels[key] ?? null };
    default:
      return { key, name: null };
  }
}

export function official(c: Page): Official {
  const visitor = c.get("visitor");
  if (visitor.kind !== "official") throw new ForbiddenError("Figures are for officials");
  return visitor;
}
