import { listForDirection } from "#features/dossiers/index.ts";
import type { Page, Role, Routes } from "#features/identity/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import { official } from "../api/routes.ts";
import type { SupervisionDeps } from "../deps.ts";
import { figuresToday, startOfDay } from "../figures.ts";
import { supervisionPaths } from "../paths.ts";
import { unitsInView } from "../scope.ts";
import { supervisionTexts } from "../texts/index.ts";
import { readAskedList } from "./asked-list.ts";
import { DossiersMain } from "./dossiers.page.tsx";
import { TodayMain } from "./today.page.tsx";

export const directionReaders: readonly Role[] = ["director", "leader", "inspector", "quality", "admin"];

type ShowPage = (
  c: Page,
  page: {
    readonly title: string;
    readonly main: Html | null;
    readonly isPrivate?: boolean;
    readonly before?: Html | null;
  },
) => Response;
const pageSize = 50;
const mostLateShown = 8;
const hourMs = 3_600_000;

export function declareDirectionPages(routes: Routes, deps: SupervisionDeps, show: ShowPage): void {
  routes.get(supervisionPaths.today.pattern, { allow: directionReaders, record: "direction.today" }, async (c) => {
    const language = c.get("language");
    const now = deps.clock.now();
    const unitIds = unitsInView(official(c), deps.organisation());
    const today = await figuresToday(deps.db, now, unitIds);
    const late = await listForDirection(deps.db, {
      list: "overdue",
      now,
      ...spanOf(now),
      unitIds,
      channel: null,
      after: null,
      limit: mostLateShown,
    });
    return show(c, {
      title: supervisionTexts(language).title,
      isPrivate: true,
      main: <TodayMain today={today} late={late} deps={deps} language={language} now={now} />,
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
      const { receivedBy, channel, hour } = asked;
      const inView = unitsInView(official(c), organisation);
      const maySee = (unitId: number) => inView === null || inView.includes(unitId);
      const rows = await listForDirection(deps.db, {
        list: asked.list,
        now,
        ...spanOf(now, hour),
        unitIds: receivedBy === undefined ? inView : maySee(receivedBy.id) ? [receivedBy.id] : [],
        channel: channel === undefined ? null : Number(channel),
        after: asked.after,
        limit: pageSize + 1,
      });
      // Those that receive: the one-stop office of the city, and the wards.
      const units = organisation.units.filter(
        ({ id, kind, level }) =>
          maySee(id) && (kind === "ward" || kind === "commune" || (kind === "one_stop" && level === "city")),
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
            deps={deps}
            language={language}
          />
        ),
      });
    },
  );
}

/** Today, or an hour of it. */
function spanOf(now: Date, hour?: number): { from: Date; to: Date } {
  const midnight = startOfDay(dayOf(now)).getTime();
  return hour === undefined
    ? { from: new Date(midnight), to: new Date(midnight + 24 * hourMs) }
    : { from: new Date(midnight + hour * hourMs), to: new Date(midnight + (hour + 1) * hourMs) };
}
