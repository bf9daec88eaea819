import type { Language } from "#foundation/i18n/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import { deadlineInWords, feesInWords, isSameDay } from "../at-a-glance.ts";
import type { CatalogueDeps } from "../deps.ts";
import { cataloguePaths } from "../paths.ts";
import type { ProcedureVersion } from "../procedure.ts";
import type { CatalogueTexts } from "../texts/index.ts";
import { QrCode } from "./qr.tsx";
import { named, procedureName, vietnameseOn, whereInWords } from "./words.ts";

type PosterPageProps = {
  readonly t: CatalogueTexts;
  readonly language: Language;
  readonly deps: CatalogueDeps;
  readonly version: ProcedureVersion;
  readonly receivingUnitIds: readonly number[];
};

/** One A4 page for the board at the counter (CAT-04): what to bring, how long, how much, and the code to scan. */
export function PosterPage({ t, language, deps, version, receivingUnitIds }: PosterPageProps): Html | null {
  const { definition, code } = version;
  const address = `${deps.origin}${cataloguePaths.procedure({ code })}`;
  const required = definition.components.filter((component) => component.required);
  const others = definition.components.length - required.length;
  return (
    <div class="poster">
      <p class="no-print">
        {t.poster.printIt} <a href={cataloguePaths.procedure({ code })}>{t.poster.back}</a>
      </p>
      <article class="poster-sheet">
        <p class="poster-city">{named(deps.city, language)}</p>
        <h1>{procedureName(definition, language)}</h1>
        <dl class="at-a-glance">
          <div>
            <dt>{t.procedure.time}</dt>
            <dd>{isSameDay(definition.deadline) ? t.sameDay : deadlineInWords(definition.deadline, language)}</dd>
          </div>
          <div>
            <dt>{t.procedure.fee}</dt>
            <dd>{feesInWords(definition, language)}</dd>
          </div>
          <div>
            <dt>{t.procedure.where}</dt>
            <dd>{whereInWords(receivingUnitIds, deps.organisation(), language)}</dd>
          </div>
        </dl>
        <h2>{t.poster.required}</h2>
        <ul lang={vietnameseOn(language)}>
          {required.map(({ name }) => (
            <li>{name}</li>
          ))}
        </ul>
        {others === 0 ? null : <p>{t.poster.others(others)}</p>}
        <div class="poster-scan">
          <QrCode text={address} label={address} />
          <p>
            <b>{t.poster.scan}</b>
            <br />
            <span class="poster-address">{address}</span>
          </p>
        </div>
        <p class="quiet">
          {t.procedure.code}: <span class="code">{code}</span>
        </p>
      </article>
    </div>
  );
}
