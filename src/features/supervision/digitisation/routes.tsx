import { listDigitisation } from "#features/dossiers/index.ts";
import type { Routes } from "#features/identity/index.ts";
import { type Day, dayOf, readDay } from "#foundation/i18n/index.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import { isSpan, readSpan } from "../api/question.ts";
import { figureReaders, official } from "../api/routes.ts";
import type { SupervisionDeps } from "../deps.ts";
import { directionReaders, type ShowPage } from "../direction/routes.tsx";
import { supervisionPaths } from "../paths.ts";
import { scopeOf } from "../scope.ts";
import { DigitisationMain } from "./page.tsx";
import { digitisationFigureTexts } from "./texts.ts";

export function declareDigitisationPage(routes: Routes, deps: SupervisionDeps, show: ShowPage): void {
  routes.get(
    supervisionPaths.digitisation.pattern,
    { allow: directionReaders, record: "direction.digitisation" },
    async (c) => {
      const language = c.get("language");
      const organisation = deps.organisation();
      const month = monthUpTo(dayOf(deps.clock.now()));
      const [from, to] = [dayIn(c.req.query("tu"), month.from), dayIn(c.req.query("den"), month.to)];
      const asked = from === undefined || to === undefined ? undefined : { from, to };
      const isWrong = asked === undefined || !isSpan(asked);
      const span = isWrong ? month : asked;
      return show(c, {
        title: digitisationFigureTexts(language).title,
        isPrivate: true,
        before: <BackLink href={supervisionPaths.today()} language={language} />,
        main: (
          <DigitisationMain
            span={span}
            isWrong={isWrong}
            rows={await listDigitisation(deps.db, span, scopeOf(official(c), organisation))}
            organisation={organisation}
            language={language}
          />
        ),
      });
    },
  );
}

export function declareDigitisationApi(routes: Routes, deps: SupervisionDeps): void {
  routes.get(
    supervisionPaths.apiDigitisation.pattern,
    { allow: figureReaders, record: "figures.digitisation" },
    async (c) => {
      const span = readSpan(new URL(c.req.url).searchParams);
      const organisation = deps.organisation();
      const rows = await listDigitisation(deps.db, span, scopeOf(official(c), organisation));
      return c.json({
        ...span,
        items: rows.map(({ unitId, ...counts }) => {
          const { code, name } = organisation.getById(unitId);
          return { unitCode: code, unitName: name, ...counts };
        }),
        nextCursor: null,
      });
    },
  );
}

/** From the first of the month: a single day says little of how an office digitises. */
function monthUpTo(today: Day): { readonly from: Day; readonly to: Day } {
  return { from: `${today.slice(0, 8)}01`, to: today };
}

/** An empty box is a filter that was left open. */
function dayIn(typed: string | undefined, otherwise: Day): Day | undefined {
  return typed === undefined || typed.trim() === "" ? otherwise : readDay(typed);
}
