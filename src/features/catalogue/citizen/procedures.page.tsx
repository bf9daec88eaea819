import type { Language } from "#foundation/i18n/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import type { ProcedureFilter, ProcedurePage } from "../catalogue.ts";
import type { Guidance } from "../guidance.ts";
import { cataloguePaths } from "../paths.ts";
import type { FoundUnit } from "../search/unit-search.ts";
import type { CatalogueTexts } from "../texts/index.ts";
import { ProcedureList } from "./procedure-list.tsx";
import { SearchForm } from "./search-form.tsx";
import { named } from "./words.ts";

type ProceduresPageProps = {
  readonly t: CatalogueTexts;
  readonly language: Language;
  readonly guidance: Guidance;
  readonly filter: ProcedureFilter;
  readonly page: ProcedurePage;
  /** Wards whose name was typed: somebody may look for a place, not for a procedure. */
  readonly wards: readonly FoundUnit[];
};

export function ProceduresPage({ t, language, guidance, filter, page, wards }: ProceduresPageProps): Html | null {
  const { q = "", field, level, onlineLevel } = filter;
  const isFiltered = field !== undefined || level !== undefined || onlineLevel !== undefined;
  const fieldSlug = guidance.fields.find(({ name }) => name === field)?.slug;
  const next =
    page.nextCursor === null
      ? null
      : cataloguePaths.procedures({}, { q, field: fieldSlug, level, onlineLevel, cursor: page.nextCursor });
  return (
    <div class="procedures">
      <h1>{q === "" ? t.list.title : t.list.resultsFor(q)}</h1>
      <SearchForm t={t} q={q} />
      <form class="list-filters" action={cataloguePaths.procedures()} method="get" aria-label={t.list.filters}>
        {q === "" ? null : <input type="hidden" name="q" value={q} />}
        <div class="list-filter">
          <label for="field">{t.list.field}</label>
          <select id="field" name="field">
            <option value="">{t.list.anyField}</option>
            {guidance.fields.map(({ slug, name, nameEn }) => (
              <option value={slug} selected={name === field}>
                {named({ name, nameEn }, language)}
              </option>
            ))}
          </select>
        </div>
        <div class="list-filter">
          <label for="level">{t.list.level}</label>
          <select id="level" name="level">
            <option value="">{t.list.anyLevel}</option>
            {(["city", "commune"] as const).map((one) => (
              <option value={one} selected={one === level}>
                {t.levels[one]}
              </option>
            ))}
          </select>
        </div>
        <div class="list-filter">
          <label for="onlineLevel">{t.list.onlineLevel}</label>
          <select id="onlineLevel" name="onlineLevel">
            <option value="">{t.list.anyOnlineLevel}</option>
            {([3, 4] as const).map((one) => (
              <option value={one} selected={one === onlineLevel}>
                {t.onlineLevels[one]}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="button button-secondary">
          {t.list.apply}
        </button>
        {isFiltered ? <a href={cataloguePaths.procedures({}, { q })}>{t.list.clear}</a> : null}
      </form>
      <p role="status" class="list-count">
        {t.list.count(page.total)}
      </p>
      {wards.length === 0 ? null : (
        <ul class="found-wards">
          {wards.map(({ unit, nowPartOf }) => (
            <li>
              <a href={cataloguePaths.unit({ code: unit.code })}>{named(unit, language)}</a>
              {nowPartOf === null ? null : <span class="quiet"> → {nowPartOf}</span>}
            </li>
          ))}
        </ul>
      )}
      {page.items.length === 0 ? (
        <div class="nothing-found">
          <p>{q === "" || (page.total === 0 && isFiltered) ? t.list.nothingFiltered : t.list.nothing(q)}</p>
          <ul>
            {t.list.nothingHelp.map((help) => (
              <li>{help}</li>
            ))}
          </ul>
        </div>
      ) : (
        <ProcedureList t={t} language={language} versions={page.items} />
      )}
      {next === null ? null : (
        <p>
          <a class="button button-secondary" rel="next" href={next}>
            {t.list.next}
          </a>
        </p>
      )}
    </div>
  );
}
