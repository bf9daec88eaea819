import { countUncollected, listForDirection } from "#features/dossiers/index.ts";
import type { Page, Role, Routes } from "#features/identity/index.ts";
import { type Organisation, type Unit, unitName } from "#features/organisation/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { dayOf, type Language } from "#foundation/i18n/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import { official } from "../api/routes.ts";
import type { SupervisionDeps } from "../deps.ts";
import { addOpen, figuresToday, noOpen, type Open, startOfDay, startOfMinute, type Today } from "../figures.ts";
import { supervisionPaths } from "../paths.ts";
import { type Scope, scopeOf } from "../scope.ts";
import { supervisionTexts } from "../texts/index.ts";
import { readAskedList } from "./asked-list.ts";
import { DossiersMain } from "./dossiers.page.tsx";
import { TodayMain } from "./today.page.tsx";

export const directionReaders: readonly Role[] = [
  "director",
  "leader",
  "head_of_office",
  "inspector",
  "quality",
  "admin",
];

export type ShowPage = (
  c: Page,
  page: {
    readonly title: string;
    readonly main: Html | null;
    readonly isPrivate?: boolean;
    readonly before?: Html | null;
  },
) => Response;
const pageSize = 50;
const mostLateShown = 6;
const hourMs = 3_600_000;

export function declareDirectionPages(routes: Routes, deps: SupervisionDeps, show: ShowPage): void {
  routes.get(supervisionPaths.today.pattern, { allow: directionReaders, record: "direction.today" }, async (c) => {
    const language = c.get("language");
    const now = deps.clock.now();
    const organisation = deps.organisation();
    const scope = scopeOf(official(c), organisation);
    const at = startOfMinute(now);
    const [today, overdue, unanswered, uncollected] = await Promise.all([
      figuresToday(deps.db, now, scope, organisation),
      mostLate(deps.db, "overdue", at, scope),
      mostLate(deps.db, "unanswered", at, scope),
      countUncollected(deps.db, scope),
    ]);
    const late = [...overdue, ...unanswered].sort((a, b) => a.at.getTime() - b.at.getTime()).slice(0, mostLateShown);
    return show(c, {
      title: supervisionTexts(language).title,
      isPrivate: true,
      main: (
        <TodayMain
          today={today}
          whose={scope === null ? null : nameOfScope(scope, organisation, language)}
          own={scope === null ? null : heldBy(scope, today)}
          mostLate={late}
          uncollected={uncollected}
          deps={deps}
          language={language}
        />
      ),
    });
  });

  routes.get(
    supervisionPaths.dossiers.pattern,
    { allow: directionReaders, record: "direction.dossiers" },
    async (c) => {
      const language = c.get("language");
      const now = deps.clock.now();
      const organisation = deps.organisation();
      const asked = readAskedList(new URL(c.req.url).searchParams, organisation);
      const { laidTo, channel, hour } = asked;
      const rows = await listForDirection(deps.db, {
        list: asked.list,
        now: startOfMinute(now),
        ...spanOf(now, hour),
        scope: scopeOf(official(c), organisation),
        unitIds: laidTo === undefined ? null : withDesks(laidTo, organisation),
        channel: channel === undefined ? null : Number(channel),
        after: asked.after,
        limit: pageSize + 1,
      });
      // Bodies, and the desk that was asked for when it was one.
      const units = organisation.units.filter(
        ({ id, agencyId, level }) => (agencyId !== null && level !== "province") || id === laidTo?.id,
      );
      return show(c, {
        title: supervisionTexts(language).lists[asked.list],
        isPrivate: true,
        before: <BackLink href={supervisionPaths.today()} language={language} />,
        main: (
          <DossiersMain
            asked={asked}
            rows={rows.slice(0, pageSize)}
            hasMore={rows.length > pageSize}
            units={units}
            now={startOfMinute(now)}
            deps={deps}
            language={language}
          />
        ),
      });
    },
  );
}

/** A body with all its desks: what one of them holds is held by the body. Other bodies below it answer for themselves. */
function withDesks({ id }: Unit, organisation: Organisation): readonly number[] {
  const body = organisation.bodyOf(id);
  return organisation.within(id).filter((one) => organisation.bodyOf(one) === body);
}

function mostLate(db: Db, list: "overdue" | "unanswered", now: Date, scope: Scope) {
  return listForDirection(db, {
    list,
    now,
    ...spanOf(now),
    scope,
    unitIds: null,
    channel: null,
    after: null,
    limit: mostLateShown,
  });
}

/** The name of the one unit that stands above all others of the scope, or how many there are. */
function nameOfScope(scope: readonly number[], organisation: Organisation, language: Language): string {
  const highest = scope.filter((id) => !organisation.ancestors(id).some((above) => scope.includes(above.id)));
  const [first, ...others] = highest;
  if (first !== undefined && others.length === 0) return unitName(organisation.getById(first), language);
  return supervisionTexts(language).severalUnits(highest.length);
}

function heldBy(scope: readonly number[], today: Today): Open {
  return today.byHolder.filter(({ unitId }) => scope.includes(unitId)).reduce<Open>(addOpen, noOpen);
}

/** Today, or an hour of it. */
function spanOf(now: Date, hour?: number): { from: Date; to: Date } {
  const midnight = startOfDay(dayOf(now)).getTime();
  return hour === undefined
    ? { from: new Date(midnight), to: new Date(midnight + 24 * hourMs) }
    : { from: new Date(midnight + hour * hourMs), to: new Date(midnight + (hour + 1) * hourMs) };
}
