import type { Context } from "hono";
import type { AppEnv, Routes } from "#features/identity/index.ts";
import type { Unit } from "#features/organisation/index.ts";
import { NotFoundError } from "#foundation/errors/index.ts";
import { dayOf, type Language, readDay } from "#foundation/i18n/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Breadcrumbs, type Crumb } from "#ui/breadcrumb/breadcrumb.tsx";
import type { CatalogueDeps } from "../deps.ts";
import { cataloguePaths } from "../paths.ts";
import { readPageFilter } from "../read-filter.ts";
import { findWards } from "../search/unit-search.ts";
import { suggestionsFor } from "../suggestions.ts";
import type { CatalogueTexts } from "../texts/index.ts";
import { GroupPage } from "./group.page.tsx";
import { HomePage } from "./home.page.tsx";
import { keptPages } from "./kept-pages.ts";
import { PosterPage } from "./poster.page.tsx";
import { ProcedurePage } from "./procedure.page.tsx";
import { ProceduresPage } from "./procedures.page.tsx";
import { UnitPage, UnitsPage } from "./unit.page.tsx";
import { aboutEvent, fieldOf, named, procedureName } from "./words.ts";

export type CataloguePage = { readonly title: string; readonly main: Html | null; readonly before?: Child };

/** Puts a page into the layout of the site. */
export type ShowPage = (c: Context<AppEnv>, page: CataloguePage) => Response;

const pageSize = 25;

export function declareCataloguePages(routes: Routes, deps: CatalogueDeps, show: ShowPage): void {
  const { clock, organisation, catalogue, city } = deps;
  const today = () => dayOf(clock.now());
  const open = { allow: "anyone" } as const;
  const keep = keptPages({ show, madeFrom: () => [catalogue(), organisation()], today });

  routes.get(cataloguePaths.home.pattern, { ...open, record: "home.read" }, (c) =>
    keep(c, (language, t) => ({
      title: t.home.title,
      main: <HomePage t={t} language={language} deps={deps} today={today()} />,
    })),
  );

  routes.get(cataloguePaths.procedures.pattern, { ...open, record: "procedure.list" }, (c) =>
    keep(c, (language, t) => {
      const { guidance } = catalogue();
      const filter = readPageFilter(new URL(c.req.url).searchParams, organisation(), guidance);
      const wards = filter.q === undefined || filter.cursor !== undefined ? [] : findWards(organisation(), filter.q);
      return {
        title: filter.q === undefined ? t.list.title : t.list.resultsFor(filter.q),
        before: <Breadcrumbs language={language} crumbs={[homeCrumb(t)]} />,
        main: (
          <ProceduresPage
            t={t}
            language={language}
            guidance={guidance}
            filter={filter}
            page={catalogue().list(today(), { ...filter, limit: pageSize })}
            wards={wards}
          />
        ),
      };
    }),
  );

  const versionOn = (code: string, day: string) => {
    const version = catalogue().versionOn(code, day);
    if (version === undefined) throw new NotFoundError("procedure", code);
    return version;
  };

  routes.get(cataloguePaths.procedure.pattern, { ...open, record: "procedure.read" }, (c) => {
    const asked = c.req.query("on");
    const day = (asked === undefined ? undefined : readDay(asked)) ?? today();
    const version = versionOn(c.req.param("code"), day);
    const isTodays = version.id === catalogue().versionOn(version.code, today())?.id;
    return keep(c, (language, t) => {
      const field = fieldOf(catalogue().guidance, version.definition.field);
      const crumbs = [homeCrumb(t), proceduresCrumb(t)];
      if (field !== undefined) {
        crumbs.push({ text: named(field, language), href: cataloguePaths.field({ slug: field.slug }) });
      }
      return {
        title: procedureName(version.definition, language),
        before: <Breadcrumbs language={language} crumbs={crumbs} />,
        main: (
          <ProcedurePage
            t={t}
            language={language}
            deps={deps}
            version={version}
            versions={catalogue().versionsOf(version.code)}
            receivingUnitIds={catalogue().receivingUnitIds(version.code, day)}
            onDay={isTodays ? undefined : day}
          />
        ),
      };
    });
  });

  routes.get(cataloguePaths.poster.pattern, { ...open, record: "procedure.poster" }, (c) => {
    const version = versionOn(c.req.param("code"), today());
    return keep(c, (language, t) => {
      const name = procedureName(version.definition, language);
      const crumbs = [
        homeCrumb(t),
        proceduresCrumb(t),
        { text: name, href: cataloguePaths.procedure({ code: version.code }) },
      ];
      return {
        title: name,
        before: <Breadcrumbs language={language} crumbs={crumbs} />,
        main: (
          <PosterPage
            t={t}
            language={language}
            deps={deps}
            version={version}
            receivingUnitIds={catalogue().receivingUnitIds(version.code, today())}
          />
        ),
      };
    });
  });

  routes.get(cataloguePaths.lifeEvent.pattern, { ...open, record: "procedure.by-event" }, (c) => {
    const { guidance } = catalogue();
    const event = guidance.lifeEvents.find(({ slug }) => slug === c.req.param("event"));
    if (event === undefined) throw new NotFoundError("life event", c.req.param("event"));
    return keep(c, (language, t) => ({
      title: named(event, language),
      before: <Breadcrumbs language={language} crumbs={[homeCrumb(t)]} />,
      main: (
        <GroupPage
          t={t}
          language={language}
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
    }));
  });

  routes.get(cataloguePaths.field.pattern, { ...open, record: "procedure.by-field" }, (c) => {
    const { guidance } = catalogue();
    const field = guidance.fields.find(({ slug }) => slug === c.req.param("slug"));
    if (field === undefined) throw new NotFoundError("field", c.req.param("slug"));
    return keep(c, (language, t) => ({
      title: named(field, language),
      before: <Breadcrumbs language={language} crumbs={[homeCrumb(t), proceduresCrumb(t)]} />,
      main: (
        <GroupPage
          t={t}
          language={language}
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
    }));
  });

  routes.get(cataloguePaths.units.pattern, { ...open, record: "unit.list" }, (c) =>
    keep(c, (language, t) => ({
      title: t.unit.title,
      before: <Breadcrumbs language={language} crumbs={[homeCrumb(t)]} />,
      main: <UnitsPage t={t} language={language} organisation={organisation()} />,
    })),
  );

  routes.get(cataloguePaths.unit.pattern, { ...open, record: "unit.read" }, (c) => {
    const unit = organisation().byCode(c.req.param("code"));
    if (unit === undefined) throw new NotFoundError("unit", c.req.param("code"));
    return keep(c, (language, t) => {
      const inForce = catalogue().inForceOn(today());
      const above = organisation().ancestors(unit.id).toReversed();
      return {
        title: named(unit, language),
        before: (
          <Breadcrumbs language={language} crumbs={[homeCrumb(t), unitsCrumb(t), ...unitCrumbs(above, language)]} />
        ),
        main: (
          <UnitPage
            t={t}
            language={language}
            organisation={organisation()}
            unit={unit}
            received={inForce.filter(({ code }) => catalogue().isReceivedBy(code, unit.id, today()))}
            decided={inForce.filter(({ definition }) => definition.agency === unit.code)}
            cityCounter={organisation().byCode(city.cityOneStop)}
          />
        ),
      };
    });
  });

  routes.get(cataloguePaths.suggestions.pattern, { ...open, record: "procedure.suggest" }, (c) => {
    const items = suggestionsFor((c.req.query("q") ?? "").slice(0, 200), {
      catalogue: catalogue(),
      organisation: organisation(),
      today: today(),
      language: c.get("language"),
    });
    return c.json({ items }, 200, { "cache-control": "private, max-age=60", vary: "Cookie" });
  });
}

const homeCrumb = (t: CatalogueTexts): Crumb => ({ text: t.crumbs.home, href: cataloguePaths.home() });
const proceduresCrumb = (t: CatalogueTexts): Crumb => ({
  text: t.crumbs.procedures,
  href: cataloguePaths.procedures(),
});
const unitsCrumb = (t: CatalogueTexts): Crumb => ({ text: t.crumbs.units, href: cataloguePaths.units() });
const unitCrumbs = (units: readonly Unit[], language: Language): readonly Crumb[] =>
  units.map((unit) => ({ text: named(unit, language), href: cataloguePaths.unit({ code: unit.code }) }));
