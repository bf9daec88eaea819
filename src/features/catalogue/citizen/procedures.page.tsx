import type { Language } from "#foundation/i18n/index.ts";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { type ActiveFilter, FilterBar, FilterSelect } from "#ui/filter-bar/filter-bar.tsx";
import { LinkList } from "#ui/link-list/link-list.tsx";
import { Pagination } from "#ui/pagination/pagination.tsx";
import { SearchBox } from "#ui/search-box/search-box.tsx";
import type { ProcedureFilter, ProcedurePage } from "../catalogue.ts";
import type { Guidance } from "../guidance.ts";
import { cataloguePaths } from "../paths.ts";
import type { FoundUnit } from "../search/unit-search.ts";
import type { CatalogueTexts } from "../texts/index.ts";
import { ProcedureList } from "./procedure-list.tsx";
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

/** What the address of a list says; the filter itself holds the field by its name. */
type Query = {
  readonly q: string | undefined;
  readonly field: string | undefined;
  readonly level: string | undefined;
  readonly onlineLevel: number | undefined;
};

export function ProceduresPage({ t, language, guidance, filter, page, wards }: ProceduresPageProps) {
  const { q = "" } = filter;
  const field = guidance.fields.find(({ name }) => name === filter.field);
  const query: Query = { q: filter.q, field: field?.slug, level: filter.level, onlineLevel: filter.onlineLevel };
  const active = activeFilters(t, language, filter, field, query);
  return (
    <>
      <h1>{q === "" ? t.list.title : t.list.resultsFor(q)}</h1>
      <SearchBox
        language={language}
        id="q"
        action={cataloguePaths.procedures()}
        name="q"
        label={t.home.searchLabel}
        hint={q === "" ? t.home.searchHint : undefined}
        value={q}
        suggestHref={cataloguePaths.suggestions()}
      />
      <FilterBar
        language={language}
        label={t.list.filters}
        action={cataloguePaths.procedures()}
        hidden={q === "" ? [] : [{ name: "q", value: q }]}
        active={active}
        clearHref={cataloguePaths.procedures({}, { q })}
      >
        <FilterSelect
          name="field"
          label={t.list.field}
          value={field?.slug}
          options={[
            { value: "", text: t.list.anyField },
            ...guidance.fields.map((one) => ({ value: one.slug, text: named(one, language) })),
          ]}
        />
        <FilterSelect
          name="level"
          label={t.list.level}
          value={filter.level}
          options={[
            { value: "", text: t.list.anyLevel },
            ...(["city", "commune"] as const).map((level) => ({ value: level, text: t.levels[level] })),
          ]}
        />
        <FilterSelect
          name="onlineLevel"
          label={t.list.onlineLevel}
          value={filter.onlineLevel === undefined ? undefined : String(filter.onlineLevel)}
          options={[
            { value: "", text: t.list.anyOnlineLevel },
            ...([3, 4] as const).map((level) => ({ value: String(level), text: t.onlineLevels[level] })),
          ]}
        />
      </FilterBar>
      {wards.length === 0 ? null : (
        <section aria-labelledby="found-wards">
          <h2 id="found-wards">{t.list.wardsFound}</h2>
          <LinkList
            items={wards.map(({ unit, nowPartOf }) => ({
              href: cataloguePaths.unit({ code: unit.code }),
              title: named(unit, language),
              detail: nowPartOf === null ? t.unit.procedures : t.list.nowPartOf(nowPartOf),
            }))}
          />
        </section>
      )}
      {page.items.length === 0 ? (
        <EmptyState title={active.length > 0 || q === "" ? t.list.nothingFiltered : t.list.nothing(q)}>
          <ul>
            {t.list.nothingHelp.map((help) => (
              <li>{help}</li>
            ))}
          </ul>
        </EmptyState>
      ) : (
        <section aria-labelledby="count">
          <h2 id="count">{t.list.count(page.total)}</h2>
          <ProcedureList t={t} language={language} versions={page.items} />
        </section>
      )}
      <Pagination
        language={language}
        nextHref={
          page.nextCursor === null ? undefined : cataloguePaths.procedures({}, { ...query, cursor: page.nextCursor })
        }
      />
    </>
  );
}

function activeFilters(
  t: CatalogueTexts,
  language: Language,
  { level, onlineLevel }: ProcedureFilter,
  field: Guidance["fields"][number] | undefined,
  query: Query,
): readonly ActiveFilter[] {
  const without = (name: keyof Query) => cataloguePaths.procedures({}, { ...query, [name]: undefined });
  return [
    ...(field === undefined
      ? []
      : [{ name: t.list.field, value: named(field, language), removeHref: without("field") }]),
    ...(level === undefined ? [] : [{ name: t.list.level, value: t.levels[level], removeHref: without("level") }]),
    ...(onlineLevel === undefined
      ? []
      : [{ name: t.list.onlineLevel, value: t.onlineLevels[onlineLevel], removeHref: without("onlineLevel") }]),
  ];
}
