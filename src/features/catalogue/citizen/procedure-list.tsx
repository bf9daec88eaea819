import type { Language } from "#foundation/i18n/index.ts";
import { LinkList } from "#ui/link-list/link-list.tsx";
import { deadlineInWords, feesInWords, isSameDay } from "../at-a-glance.ts";
import type { Guidance } from "../guidance.ts";
import { cataloguePaths } from "../paths.ts";
import type { ProcedureDefinition, ProcedureVersion } from "../procedure.ts";
import type { CatalogueTexts } from "../texts/index.ts";
import { procedureName } from "./words.ts";

type ProcedureListProps = {
  readonly t: CatalogueTexts;
  readonly language: Language;
  readonly versions: readonly ProcedureVersion[];
  readonly shortNames?: Guidance["shortNames"];
  readonly isNumbered?: boolean;
};

/** How long, how much, and who receives it: the line that tells one procedure from its neighbours. */
export function factsOf(t: CatalogueTexts, definition: ProcedureDefinition, language: Language): string {
  return [
    isSameDay(definition.deadline) ? t.sameDay : deadlineInWords(definition.deadline, language),
    feesInWords(definition, language),
    t.levels[definition.authorityLevel],
  ].join(" · ");
}

export function ProcedureList({ t, language, versions, shortNames = {}, isNumbered = false }: ProcedureListProps) {
  return (
    <LinkList
      isNumbered={isNumbered}
      items={versions.map(({ code, definition }) => ({
        href: cataloguePaths.procedure({ code }),
        title: procedureName(shortNames[code] ?? definition, language),
        detail: factsOf(t, definition, language),
      }))}
    />
  );
}
