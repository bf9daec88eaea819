/** The procedures a list can be narrowed to, in the order of the language; put in order once a day and not at every look. */
import type { Catalogue } from "#features/catalogue/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import type { WorklistDeps } from "../deps.ts";

type Option = { readonly value: string; readonly text: string };

type Kept = { readonly day: string; readonly options: readonly Option[] };

const kept = new WeakMap<Catalogue, Map<Language, Kept>>();

export function procedureOptions(deps: WorklistDeps, language: Language): readonly Option[] {
  const catalogue = deps.catalogue();
  const today = deps.today();
  const ofCatalogue = kept.get(catalogue) ?? new Map<Language, Kept>();
  kept.set(catalogue, ofCatalogue);
  const known = ofCatalogue.get(language);
  if (known?.day === today) return known.options;
  const { compare } = new Intl.Collator(language);
  const options = catalogue
    .inForceOn(today)
    .map(({ code, definition }) => ({ value: code, text: language === "vi" ? definition.name : definition.nameEn }))
    .sort((a, b) => compare(a.text, b.text));
  ofCatalogue.set(language, { day: today, options });
  return options;
}
