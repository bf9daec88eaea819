/** How the papers of a dossier stand with digitisation, as officials see it. */
import type { Language } from "#foundation/i18n/index.ts";
import { Details } from "#ui/details/details.tsx";
import { StatusTag } from "#ui/status-tag/status-tag.tsx";
import type { DossierView } from "../dossier-view.ts";
import { type Digitised, theResult } from "./digitisation.ts";
import { digitisationTexts } from "./texts.ts";

export function DigitisationPart({ view, language }: { readonly view: DossierView; readonly language: Language }) {
  const t = digitisationTexts(language);
  const { digitised } = view;
  if (digitised.length === 0) {
    return view.dossier.acceptedAt === null ? null : <p class="quiet">{t.notRecorded}</p>;
  }
  const missing = digitised.filter(({ state }) => state === 0).length;
  return (
    <Details
      open={missing > 0}
      summary={
        <>
          {t.summary(digitised.length - missing, digitised.length)}{" "}
          {missing > 0 && <StatusTag tone="soon">{t.missing(missing)}</StatusTag>}
        </>
      }
    >
      <DigitisedList view={view} papers={digitised} language={language} />
    </Details>
  );
}

export function DigitisedList({
  view,
  papers,
  language,
}: {
  readonly view: Pick<DossierView, "version">;
  readonly papers: readonly Digitised[];
  readonly language: Language;
}) {
  const t = digitisationTexts(language);
  const nameOf = (of: string) =>
    of === theResult
      ? t.result
      : (view.version.definition.components.find(({ componentKey }) => componentKey === of)?.name ?? of);
  return (
    <ul>
      {papers.map(({ of, state, source }) => (
        <li>
          {nameOf(of)}: <strong>{t.states[state]}</strong>
          {source !== null && `, ${t.takenFrom(source)}`}
        </li>
      ))}
    </ul>
  );
}
