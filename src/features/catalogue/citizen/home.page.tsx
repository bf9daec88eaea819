import { unitName } from "#features/organisation/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import type { CatalogueDeps } from "../deps.ts";
import { cataloguePaths } from "../paths.ts";
import type { CatalogueTexts } from "../texts/index.ts";
import { ProcedureList } from "./procedure-list.tsx";
import { SearchForm } from "./search-form.tsx";
import { aboutEvent, named } from "./words.ts";

type HomePageProps = {
  readonly t: CatalogueTexts;
  readonly language: Language;
  readonly deps: CatalogueDeps;
  readonly today: string;
};

export function HomePage({ t, language, deps, today }: HomePageProps): Html | null {
  const catalogue = deps.catalogue();
  const { guidance } = catalogue;
  const inForce = catalogue.inForceOn(today);
  const mostAsked = guidance.mostAsked
    .map((code) => catalogue.versionOn(code, today))
    .filter((version) => version !== undefined);
  const countOf = new Map<string, number>();
  for (const { definition } of inForce) countOf.set(definition.field, (countOf.get(definition.field) ?? 0) + 1);
  const wards = deps.organisation().units.filter(({ kind }) => kind === "ward" || kind === "commune");
  return (
    <div class="home">
      <section class="home-search" aria-labelledby="home-heading">
        <h1 id="home-heading">{t.home.heading}</h1>
        <SearchForm t={t} isLarge />
      </section>
      <div class="home-first">
        <section aria-labelledby="most-asked">
          <h2 id="most-asked">{t.home.mostAsked}</h2>
          <ProcedureList t={t} language={language} versions={mostAsked} shortNames={guidance.shortNames} />
          <p>
            <a href={cataloguePaths.procedures()}>{t.home.allProcedures(inForce.length)}</a>
          </p>
        </section>
        <section class="home-follow" aria-labelledby="follow">
          <h2 id="follow">{t.home.follow}</h2>
          <p>{t.home.followLead}</p>
          <form action={deps.links.lookUp.action} method="get">
            <label for="dossier-code">{t.home.followLabel}</label>
            <p id="dossier-code-hint" class="quiet">
              {t.home.followHint}
            </p>
            <input
              id="dossier-code"
              name={deps.links.lookUp.parameter}
              class="code-input"
              maxlength={60}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck="false"
              aria-describedby="dossier-code-hint"
            />
            <button type="submit" class="button button-secondary">
              {t.home.followButton}
            </button>
          </form>
        </section>
      </div>
      <section aria-labelledby="life-events">
        <h2 id="life-events">{t.home.lifeEvents}</h2>
        <ul class="event-list">
          {guidance.lifeEvents.map((event) => (
            <li>
              <a href={cataloguePaths.lifeEvent({ event: event.slug })}>{named(event, language)}</a>
              <span class="quiet">{aboutEvent(event, language)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="fields">
        <h2 id="fields">{t.home.fields}</h2>
        <ul class="field-list">
          {guidance.fields.map((field) => (
            <li>
              <a href={cataloguePaths.field({ slug: field.slug })}>{named(field, language)}</a>{" "}
              <span class="quiet">{t.home.proceduresCount(countOf.get(field.name) ?? 0)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="wards">
        <h2 id="wards">{t.home.units}</h2>
        <p>{t.home.unitsLead}</p>
        <ul class="unit-columns">
          {wards.map((unit) => (
            <li>
              <a href={cataloguePaths.unit({ code: unit.code })}>{unitName(unit, language)}</a>
            </li>
          ))}
        </ul>
      </section>
      <p class="quiet">{language === "vi" ? guidance.compiledBy : guidance.compiledByEn}</p>
    </div>
  );
}
