/** Words on record that were corrected, and the correction: for whoever may read them. */
import type { Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { areNone, type Words } from "./correction.ts";
import { correctionTexts } from "./correction-texts.ts";
import type { TimelineEntry } from "./dossier-view.ts";
import { dossierTexts } from "./texts/index.ts";

/** The old words, struck through, and why. */
export function Corrected({
  entry: { correctedBy },
  language,
  children,
}: {
  readonly entry: Pick<TimelineEntry, "correctedBy">;
  readonly language: Language;
  readonly children: Child;
}) {
  if (correctedBy === null) return <>{children}</>;
  const t = correctionTexts(language);
  return (
    <>
      <span class="hidden-text">{t.stood}: </span>
      <del class="corrected">{children}</del>
      <p>
        {t.wasCorrected}: {correctedBy.reason}
      </p>
    </>
  );
}

/** The event that corrects: of what, why, and the words that stand now. */
export function CorrectionShown({
  entry: { correction, note },
  language,
}: {
  readonly entry: Pick<TimelineEntry, "correction" | "note">;
  readonly language: Language;
}) {
  if (correction === null) return null;
  const t = correctionTexts(language);
  return (
    <>
      <p class="quiet">{t.correctionOf(dossierTexts(language).events[correction.type])}</p>
      {areNone(correction.words) ? <p>{t.takenAway}</p> : <WordsShown words={correction.words} language={language} />}
      {note !== null && (
        <p>
          {t.reason}: {note}
        </p>
      )}
    </>
  );
}

/** The words of an event or of its correction, one under the other. */
export function WordsShown({ words, language }: { readonly words: Words; readonly language: Language }) {
  const { handedTo, verification, note } = words;
  if (areNone(words)) return <p>{correctionTexts(language).nothing}</p>;
  return (
    <>
      {handedTo !== null && <p>{handedTo}</p>}
      {verification !== null && (
        <p>
          {verification.on} · {verification.place} · {verification.participants}
        </p>
      )}
      {note !== null && <p>{note}</p>}
    </>
  );
}
