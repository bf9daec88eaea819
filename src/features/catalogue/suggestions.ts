/** What the search box offers while somebody types: procedures first, then a life event or a ward of that name. */
import type { Organisation } from "#features/organisation/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { deadlineInWords, feesInWords, isSameDay } from "./at-a-glance.ts";
import type { Catalogue } from "./catalogue.ts";
import { cataloguePaths } from "./paths.ts";
import { findWards } from "./search/unit-search.ts";
import { catalogueTexts } from "./texts/index.ts";

/** The shape the search box reads. */
export type Suggestion = { readonly href: string; readonly text: string; readonly detail: string };

const mostProcedures = 6;
const mostWards = 2;

export function suggestionsFor(
  q: string,
  {
    catalogue,
    organisation,
    today,
    language,
  }: {
    readonly catalogue: Catalogue;
    readonly organisation: Organisation;
    readonly today: string;
    readonly language: Language;
  },
): readonly Suggestion[] {
  if (q.trim().length < 2) return [];
  const t = catalogueTexts(language);
  const procedures = catalogue.list(today, { q, limit: mostProcedures }).items.map(
    ({ code, definition }): Suggestion => ({
      href: cataloguePaths.procedure({ code }),
      text: language === "vi" ? definition.name : definition.nameEn,
      detail: [
        isSameDay(definition.deadline) ? t.sameDay : deadlineInWords(definition.deadline, language),
        feesInWords(definition, language),
        t.levels[definition.authorityLevel],
      ].join(" · "),
    }),
  );
  const found = findWards(organisation, q, mostWards);
  const wards = found.map(
    ({ unit, nowPartOf }): Suggestion => ({
      href: cataloguePaths.unit({ code: unit.code }),
      text: language === "vi" ? unit.name : unit.nameEn,
      detail: nowPartOf === null ? t.unit.procedures : t.list.nowPartOf(nowPartOf),
    }),
  );
  return found[0]?.isWholeName ? [...wards, ...procedures] : [...procedures, ...wards];
}
