import { type Unit, unitName } from "#features/organisation/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { cataloguePaths } from "../paths.ts";

/** Units as links; many of them as columns, in the order they are known by. */
export function UnitLinks({ units, language }: { readonly units: readonly Unit[]; readonly language: Language }) {
  return (
    <ul class={units.length > 3 ? "link-columns" : "link-lines"}>
      {units.map((unit) => (
        <li>
          <a href={cataloguePaths.unit({ code: unit.code })}>{unitName(unit, language)}</a>
        </li>
      ))}
    </ul>
  );
}
