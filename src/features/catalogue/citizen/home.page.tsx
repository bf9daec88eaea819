import type { Language } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { Details } from "#ui/details/details.tsx";
import { LinkList } from "#ui/link-list/link-list.tsx";
import { SearchBox } from "#ui/search-box/search-box.tsx";
import { TextInput } from "#ui/text-input/text-input.tsx";
import type { CatalogueDeps } from "../deps.ts";
import { cataloguePaths } from "../paths.ts";
import type { CatalogueTexts } from "../texts/index.ts";
import { ProcedureList } from "./procedure-list.tsx";
import { UnitLinks } from "./unit-links.tsx";
import { aboutEvent, named } from "./words.ts";

type HomePageProps = {
  readonly t: CatalogueTexts;
  readonly language: Language;
  readonly deps: CatalogueDeps;
  readonly today: string;
};

export function HomePage({ t, language, deps, today }: HomePageProps) {
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
    <>
      <h1>{t.home.heading(named(deps.city, language))}</h1>
      <SearchBox
        language={language}
        isLarge
        id="q"
        action={cataloguePaths.procedures()}
        name="q"
        label={t.home.question}
        hint={t.home.searchHint}
        suggestHref={cataloguePaths.suggestions()}
      />
      <div class="home-first">
        <section aria-labelledby="most-asked">
          <h2 id="most-asked">{t.home.mostAsked}</h2>
          <ProcedureList t={t} language={language} versions={mostAsked} shortNames={guidance.shortNames} isNumbered />
          <p>
            <a href={cataloguePaths.procedures()}>{t.home.allProcedures(inForce.length)}</a>
          </p>
        </section>
        <section class="sheet home-follow" aria-labelledby="follow">
          <h2 id="follow">{t.home.follow}</h2>
          <p>{t.home.followLead}</p>
          <form action={deps.links.lookUp.action} method="get">
            <TextInput
              language={language}
              id="dossier-code"
              name={deps.links.lookUp.parameter}
              label={t.home.followLabel}
              hint={t.home.followHint}
              maxlength={60}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
            />
            <Button kind="secondary">{t.home.followButton}</Button>
          </form>
        </section>
      </div>
      <section class="section" aria-labelledby="life-events">
        <h2 id="life-events">{t.home.lifeEvents}</h2>
        <div class="home-events">
          <LinkList
            items={guidance.lifeEvents.map((event) => ({
              href: cataloguePaths.lifeEvent({ event: event.slug }),
              title: named(event, language),
              detail: aboutEvent(event, language),
            }))}
          />
        </div>
      </section>
      <section class="section" aria-labelledby="fields">
        <h2 id="fields">{t.home.fields}</h2>
        <ul class="link-columns link-columns-wide">
          {guidance.fields.map((field) => (
            <li>
              <a href={cataloguePaths.field({ slug: field.slug })}>{named(field, language)}</a>{" "}
              <span class="quiet">
                {countOf.get(field.name) ?? 0}
                <span class="hidden-text"> {t.home.procedures}</span>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section class="section" aria-labelledby="wards">
        <h2 id="wards">{t.home.units}</h2>
        <p>{t.home.unitsLead}</p>
        <Details summary={t.home.chooseUnit}>
          <UnitLinks units={wards} language={language} />
        </Details>
      </section>
      <div class="section quiet">
        <p>{language === "vi" ? deps.city.asOfNote : deps.city.asOfNoteEn}</p>
        <p>{language === "vi" ? guidance.compiledBy : guidance.compiledByEn}</p>
      </div>
    </>
  );
}
