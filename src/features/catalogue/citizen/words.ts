/** Words of the city and its procedures in the reader's language. What is published exists in Vietnamese only. */
import { type Organisation, unitName } from "#features/organisation/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import type { Field, Guidance, LifeEvent } from "../guidance.ts";
import type { ProcedureDefinition, ProcessStep } from "../procedure.ts";
import { catalogueTexts } from "../texts/index.ts";

export function procedureName(definition: Pick<ProcedureDefinition, "name" | "nameEn">, language: Language): string {
  return language === "vi" ? definition.name : definition.nameEn;
}

export function fieldOf(guidance: Guidance, name: string): Field | undefined {
  return guidance.fields.find((field) => field.name === name);
}

export function named(thing: { readonly name: string; readonly nameEn: string }, language: Language): string {
  return language === "vi" ? thing.name : thing.nameEn;
}

export function aboutEvent(event: LifeEvent, language: Language): string {
  return language === "vi" ? event.about : event.aboutEn;
}

/** The lang attribute for text that stays Vietnamese on an English page, so that a screen reader says it right. */
export function vietnameseOn(language: Language): "vi" | undefined {
  return language === "vi" ? undefined : "vi";
}

/** Who decides: an office by its name; a commune role by the commune's committee, which answers for it. */
export function agencyName(definition: ProcedureDefinition, organisation: Organisation, language: Language): string {
  const office = organisation.byCode(definition.agency);
  return office === undefined ? catalogueTexts(language).procedure.agencyOfWard : unitName(office, language);
}

export function stepAgencyName(
  step: Pick<ProcessStep, "agency">,
  organisation: Organisation,
  language: Language,
): string | null {
  const office = organisation.byCode(step.agency);
  return office === undefined ? null : unitName(office, language);
}

/** Where it is handed in, in few words: one unit by its name, many by what they are. */
export function whereInWords(unitIds: readonly number[], organisation: Organisation, language: Language): string {
  const [first] = unitIds;
  if (unitIds.length === 1 && first !== undefined) return unitName(organisation.getById(first), language);
  return catalogueTexts(language).procedure.receivedByWards(unitIds.length);
}
