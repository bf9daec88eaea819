import type { Language } from "#foundation/i18n/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import { deadlineInWords, feesInWords, isSameDay } from "../at-a-glance.ts";
import type { Guidance } from "../guidance.ts";
import { cataloguePaths } from "../paths.ts";
import type { ProcedureVersion } from "../procedure.ts";
import type { CatalogueTexts } from "../texts/index.ts";
import { procedureName } from "./words.ts";

type ProcedureListProps = {
  readonly t: CatalogueTexts;
  readonly language: Language;
  readonly versions: readonly ProcedureVersion[];
  readonly shortNames?: Guidance["shortNames"];
};

/** Procedures as a list one can read down: the name first, then how long, how much, and who receives it. */
export function ProcedureList({ t, language, versions, shortNames = {} }: ProcedureListProps): Html | null {
  return (
    <ul class="procedure-list">
      {versions.map(({ code, definition }) => (
        <li>
          <a href={cataloguePaths.procedure({ code })}>{procedureName(shortNames[code] ?? definition, language)}</a>
          <span class="procedure-facts">
            {isSameDay(definition.deadline) ? t.sameDay : deadlineInWords(definition.deadline, language)}
            {" · "}
            {feesInWords(definition, language)}
            {" · "}
            {t.levels[definition.authorityLevel]}
          </span>
        </li>
      ))}
    </ul>
  );
}
