import type { Context } from "hono";
import type { AppEnv, Routes } from "#features/identity/index.ts";
import { NotFoundError } from "#foundation/errors/index.ts";
import { dayOf, readDay } from "#foundation/i18n/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import type { CatalogueDeps } from "../deps.ts";
import { cataloguePaths } from "../paths.ts";
import type { ProcedureVersion } from "../procedure.ts";
import { readPageFilter } from "../read-filter.ts";
import { keptWhile } from "../rendered.ts";
import { findWards } from "../search/unit-search.ts";
import { suggestionsFor } from "../suggestions.ts";
import { catalogueTexts } from "../texts/index.ts";
import { GroupPage } from "./group.page.tsx";
import { HomePage } from "./home.page.tsx";
import { PosterPage } from "./poster.page.tsx";
import { ProcedurePage } from "./procedure.page.tsx";
import { ProceduresPage } from "./procedures.page.tsx";
import { UnitPage, UnitsPage } from "./unit.page.tsx";
import { aboutEvent, named, procedureName } from "./words.ts";

/** Puts a page into the layout of the site. */
export type ShowPage = (c: Context<AppEnv>, page: { readonly title: string; readonly main: Html | null }) => Response;

export function declareCataloguePages(routes: Routes, deps: CatalogueDeps, show: ShowPage): void {
  const { clock, organisation, catalogue, city } = deps;
  const today = () => dayOf(clock.now());
  const open = { allow: "anyone" } as const;
  // These pages are the same for everyone; only the layout around them knows who looks.
  const kept = keptWhile<Html | null>(() => [catalogue(), organisation()]);

  routes.get(cataloguePaths.home.pattern, { ...open, record: "home.read" }, (c) => {
    const language = c.get("language");
    const t = catalogueTexts(language);
    return show(c, {
      title: t.home.title(named(city, language)),
      main: kept(`home ${language} ${today()}`, () => (
        <HomePage t={t} language={language} deps={deps} today={today()} />
      )),
    });
  });

  routes.get(cataloguePaths.procedures.pattern, { ...open, record: "procedure.list" }, (c) => {
    const language = c.get("language");
    const t = catalogueTexts(language);
    const { guidance } = catalogue();
    const filter = readPageFilter(new URL(c.req.url).searchParams, organisation(), guidance);
    const wards = filter.q === undefined || filter.cursor !== undefined ? [] : findWards(organisation(), filter.q);
    return show(c, {
      title: filter.q === undefined ? t.list.title : t.list.resultsFor(filter.q),
      main: (
        <ProceduresPage
          t={t}
          language={language}
          guidance={guidance}
          filter={filter}
          page={catalogue().list(today(), { ...filter, limit: 25 })}
          wards={wards}
        />
      ),
    });
  });

  const onDay = (
    code: string,
    asked: string | undefined,
  ): { readonly version: ProcedureVersion; readonly day: string } => {
    const day = (asked === undefined ? undefined : readDay(asked)) ?? today();
    const version = catalogue().versionOn(code, day);
    if (version === undefined) throw new NotFoundError("procedure", code);
    return { version, day };
  };

  routes.get(cataloguePaths.procedure.pattern, { ...open, record: "procedure.read" }, (c) => {
    const language = c.get("language");
    const { version, day } = onDay(c.req.param("code"), c.req.query("on"));
    const isToday = version.id === catalogue().versionOn(version.code, today())?.id;
    return show(c, {
      title: procedureName(version.definition, language),
      main: kept(`procedure ${version.id} ${language} ${day}`, () => (
        <ProcedurePage
          t={catalogueTexts(language)}
          language={language}
          deps={deps}
          version={version}
          versions={catalogue().versionsOf(version.code)}
          receivingUnitIds={catalogue().receivingUnitIds(version.code, day)}
          onDay={isToday ? undefined : day}
        />
      )),
    });
  });

  routes.get(cataloguePaths.poster.pattern, { ...open, record: "procedure.poster" }, (c) => {
    const language = c.get("language");
    const { version, day } = onDay(c.req.param("code"), undefined);
    return show(c, {
      title: procedureName(version.definition, language),
      main: (
        <PosterPage
          t={catalogueTexts(language)}
          language={language}
          deps={deps}
          version={version}
          receivingUnitIds={catalogue().receivingUnitIds(version.code, day)}
        />
      ),
    });
  });

  routes.get(cataloguePaths.lifeEvent.pattern, { ...open, record: "procedure.by-event" }, (c) => {
    const language = c.get("language");
    const t = catalogueTexts(language);
    const { guidance } = catalogue();
    const event = guidance.lifeEvents.find(({ slug }) => slug === c.req.param("event"));
    if (event === undefined) throw new NotFoundError("life event", c.req.param("event"));
    return show(c, {
      title: named(event, language),
      main: (
        <GroupPage
          t={t}
          language={language}
          kicker={t.lifeEvent.kicker}
          title={named(event, language)}
          about={aboutEvent(event, language)}
          versions={event.procedures
            .map((code) => catalogue().versionOn(code, today()))
            .filter((version) => version !== undefined)}
          othersTitle={t.lifeEvent.others}
          others={guidance.lifeEvents
            .filter(({ slug }) => slug !== event.slug)
            .map((other) => ({ href: cataloguePaths.lifeEvent({ event: other.slug }), name: named(other, language) }))}
          note={language === "vi" ? guidance.compiledBy : guidance.compiledByEn}
        />
      ),
    });
  });

  routes.get(cataloguePaths.field.pattern, { ...open, record: "procedure.by-field" }, (c) => {
    const language = c.get("language");
    const t = catalogueTexts(language);
    const { guidance } = catalogue();
    const field = guidance.fields.find(({ slug }) => slug === c.req.param("slug"));
    if (field === undefined) throw new NotFoundError("field", c.req.param("slug"));
    return show(c, {
      title: named(field, language),
      main: (
        <GroupPage
          t={t}
          language={language}
          kicker={t.field.kicker}
          title={named(field, language)}
          about={null}
          versions={catalogue()
            .inForceOn(today())
            .filter(({ definition }) => definition.field === field.name)}
          othersTitle={t.field.others}
          others={guidance.fields
            .filter(({ slug }) => slug !== field.slug)
            .map((other) => ({ href: cataloguePaths.field({ slug: other.slug }), name: named(other, language) }))}
          note={null}
        />
      ),
    });
  });

  routes.get(cataloguePaths.units.pattern, { ...open, record: "unit.list" }, (c) => {
    const language = c.get("language");
    const t = catalogueTexts(language);
    return show(c, {
      title: t.unit.title,
      main: <UnitsPage t={t} language={language} organisation={organisation()} />,
    });
  });

  routes.get(cataloguePaths.unit.pattern, { ...open, record: "unit.read" }, (c) => {
    const language = c.get("language");
    const unit = organisation().byCode(c.req.param("code"));
    if (unit === undefined) throw new NotFoundError("unit", c.req.param("code"));
    const inForce = catalogue().inForceOn(today());
    const received = inForce.filter(({ code }) => catalogue().isReceivedBy(code, unit.id, today()));
    return show(c, {
      title: named(unit, language),
      main: (
        <UnitPage
          t={catalogueTexts(language)}
          language={language}
          organisation={organisation()}
          unit={unit}
          received={received}
          decided={inForce.filter(({ definition }) => definition.agency === unit.code)}
          cityCounter={organisation().byCode(city.cityOneStop)}
        />
      ),
    });
  });

  routes.get(cataloguePaths.suggestions.pattern, { ...open, record: "procedure.suggest" }, (c) => {
    const language = c.get("language");
    const items = suggestionsFor((c.req.query("q") ?? "").slice(0, 200), {
      catalogue: catalogue(),
      organisation: organisation(),
      today: today(),
      language,
    });
    return c.json({ items }, 200, { "cache-control": "private, max-age=60", vary: "Cookie" });
  });
}
