import type { Language } from "#foundation/i18n/index.ts";
import { Details } from "#ui/details/details.tsx";
import { StatusTag, type Tone } from "#ui/status-tag/status-tag.tsx";
import type { Completeness, ProcedureDefinition } from "../procedure.ts";
import type { Source } from "../read-procedures.ts";
import { type GroupSureness, surenessOf } from "../sureness.ts";
import type { CatalogueTexts } from "../texts/index.ts";
import { Section } from "./section.tsx";
import { StackedTable } from "./stacked-table.tsx";
import { vietnameseOn } from "./words.ts";

const tones = { full: "good", substantial: "calm", partial: "soon", basic: "soon" } as const satisfies Record<
  Completeness,
  Tone
>;

/** "2020-10" as people write it. */
function monthInWords(asOf: string): string {
  const [year, month] = asOf.split("-");
  return month === undefined ? asOf : `${month}/${year}`;
}

type SurenessProps = {
  readonly t: CatalogueTexts;
  readonly language: Language;
  readonly definition: ProcedureDefinition;
  readonly sources: ReadonlyMap<string, Source>;
};

/** How sure the data is and where each group is from, in plain words. */
export function SurenessPart({ t, language, definition, sources }: SurenessProps) {
  const { completeness, groups, doubtful } = surenessOf(definition);
  const { columns } = t.sureness;
  const { word, text } = t.sureness.completeness[completeness];
  return (
    <Section id="sureness" title={t.procedure.sureness}>
      <p>
        <StatusTag tone={tones[completeness]}>{word}</StatusTag>
      </p>
      <p>{text}</p>
      {doubtful.length === 0 ? null : (
        <p>{t.sureness.doubtful(doubtful.map((group) => t.sureness.groups[group].toLowerCase()).join("; "))}</p>
      )}
      <p class="quiet">{t.sureness.asOf(monthInWords(definition.asOf))}</p>
      {definition.note === null ? null : <p lang={vietnameseOn(language)}>{definition.note}</p>}
      <Details summary={t.sureness.details}>
        <StackedTable
          caption={t.procedure.sureness}
          columns={[{ head: columns.group }, { head: columns.status }, { head: columns.sources }]}
          rows={groups.map((group) => [
            t.sureness.groups[group.group],
            t.sureness.statuses[group.status],
            <Sources group={group} sources={sources} language={language} />,
          ])}
        />
      </Details>
    </Section>
  );
}

type SourcesProps = {
  readonly group: GroupSureness;
  readonly sources: ReadonlyMap<string, Source>;
  readonly language: Language;
};

function Sources({ group, sources, language }: SourcesProps) {
  const known = group.sourceIds.map((id) => sources.get(id)).filter((source) => source !== undefined);
  return (
    <div lang={vietnameseOn(language)}>
      {known.map(({ title, ref }) => (
        <p class="source">
          {title}
          {ref === "-" ? null : <span class="source-place">{ref}</span>}
        </p>
      ))}
      {group.note === null ? null : <p class="source">{group.note}</p>}
    </div>
  );
}
