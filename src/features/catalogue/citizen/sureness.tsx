import type { Language } from "#foundation/i18n/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import type { ProcedureDefinition } from "../procedure.ts";
import type { Source } from "../read-procedures.ts";
import { type GroupSureness, surenessOf } from "../sureness.ts";
import type { CatalogueTexts } from "../texts/index.ts";
import { vietnameseOn } from "./words.ts";

/** "2020-10" as people write it. */
function monthInWords(asOf: string): string {
  const [year, month] = asOf.split("-");
  return month === undefined ? asOf : `${month}/${year}`;
}

type SurenessProps = {
  readonly id: string;
  readonly t: CatalogueTexts;
  readonly language: Language;
  readonly definition: ProcedureDefinition;
  readonly sources: ReadonlyMap<string, Source>;
};

/** How sure the data is and where each group is from, in plain words. */
export function SurenessSection({ id, t, language, definition, sources }: SurenessProps): Html | null {
  const { completeness, groups, doubtful } = surenessOf(definition);
  const { columns } = t.sureness;
  return (
    <section class="procedure-part" aria-labelledby={id}>
      <h2 id={id} tabindex="-1">
        {t.procedure.sureness}
      </h2>
      <p class={`sureness sureness-${completeness}`}>{t.sureness.completeness[completeness]}</p>
      {doubtful.length === 0 ? null : (
        <p>{t.sureness.doubtful(doubtful.map((group) => t.sureness.groups[group].toLowerCase()).join("; "))}</p>
      )}
      <p class="quiet">{t.sureness.asOf(monthInWords(definition.asOf))}</p>
      {definition.note === null ? null : <p lang={vietnameseOn(language)}>{definition.note}</p>}
      <details class="no-print">
        <summary>{t.sureness.details}</summary>
        <table class="stacked-table">
          <caption class="hidden-text">{t.procedure.sureness}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.group}</th>
              <th scope="col">{columns.status}</th>
              <th scope="col">{columns.sources}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr>
                <th scope="row">{t.sureness.groups[group.group]}</th>
                <td data-label={columns.status}>{t.sureness.statuses[group.status]}</td>
                <td data-label={columns.sources} lang={vietnameseOn(language)}>
                  <Sources group={group} sources={sources} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function Sources({ group, sources }: { readonly group: GroupSureness; readonly sources: ReadonlyMap<string, Source> }) {
  const known = group.sourceIds.map((id) => sources.get(id)).filter((source) => source !== undefined);
  return (
    <>
      {known.map(({ title, ref }) => (
        <span class="source">
          {title}
          {ref === "-" ? null : <small class="source-place">{ref}</small>}
        </span>
      ))}
      {group.note === null ? null : <span class="source">{group.note}</span>}
    </>
  );
}
