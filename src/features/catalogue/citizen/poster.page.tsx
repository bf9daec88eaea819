import type { Language } from "#foundation/i18n/index.ts";
import { Qr } from "#ui/qr/qr.tsx";
import { SummaryList } from "#ui/summary-list/summary-list.tsx";
import { deadlineInWords, feesInWords, isSameDay } from "../at-a-glance.ts";
import type { CatalogueDeps } from "../deps.ts";
import { cataloguePaths } from "../paths.ts";
import type { ProcedureVersion } from "../procedure.ts";
import type { CatalogueTexts } from "../texts/index.ts";
import { named, procedureName, vietnameseOn, whereInWords } from "./words.ts";

type PosterPageProps = {
  readonly t: CatalogueTexts;
  readonly language: Language;
  readonly deps: CatalogueDeps;
  readonly version: ProcedureVersion;
  readonly receivingUnitIds: readonly number[];
};

/** One A4 page for the board at the counter (CAT-04): what to bring, how long, how much, and the code to scan. */
export function PosterPage({ t, language, deps, version, receivingUnitIds }: PosterPageProps) {
  const { definition, code } = version;
  const address = `${deps.origin}${cataloguePaths.procedure({ code })}`;
  const required = definition.components.filter((component) => component.required);
  const others = definition.components.length - required.length;
  return (
    <>
      <p class="no-print">{t.poster.printIt}</p>
      <article class="sheet poster">
        <p class="poster-city">{named(deps.city, language)}</p>
        <h1>{procedureName(definition, language)}</h1>
        <SummaryList
          language={language}
          rows={[
            {
              key: t.procedure.time,
              value: isSameDay(definition.deadline) ? t.sameDay : deadlineInWords(definition.deadline, language),
            },
            { key: t.procedure.fee, value: feesInWords(definition, language) },
            { key: t.procedure.where, value: whereInWords(receivingUnitIds, deps.organisation(), language) },
          ]}
        />
        <h2>{t.poster.required}</h2>
        <ul lang={vietnameseOn(language)}>
          {required.map(({ name }) => (
            <li>{name}</li>
          ))}
        </ul>
        {others === 0 ? null : <p>{t.poster.others(others)}</p>}
        <div class="poster-scan">
          <Qr language={language} text={address} what={address} />
          <p>
            <b>{t.poster.scan}</b>
            <span class="poster-address">{address}</span>
          </p>
        </div>
        <p class="quiet">
          {t.procedure.code}: <span class="code">{code}</span>
        </p>
      </article>
    </>
  );
}
