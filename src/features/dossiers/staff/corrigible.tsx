/** What was said with an event, struck through where it was corrected, and the way to correct it. */
import { formatInstant, type Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Corrected, CorrectionShown } from "../corrected.tsx";
import { correctionTexts } from "../correction-texts.ts";
import type { TimelineEntry } from "../dossier-view.ts";
import { dossierPaths } from "../paths.ts";
import { dossierTexts } from "../texts/index.ts";

/** Nothing at all when nothing was said. */
export function corrigible(
  said: Child,
  {
    code,
    entry,
    mayCorrect,
    language,
  }: {
    readonly code: string;
    readonly entry: TimelineEntry;
    readonly mayCorrect: boolean;
    readonly language: Language;
  },
): Child {
  const words = entry.correction === null ? said : <CorrectionShown entry={entry} language={language} />;
  if (words === undefined) return undefined;
  const t = correctionTexts(language);
  const what = dossierTexts(language).events[entry.correction?.type ?? entry.type];
  return (
    <>
      <Corrected entry={entry} language={language}>
        {words}
      </Corrected>
      {mayCorrect && (
        <p>
          <a
            href={dossierPaths.staffCorrection({ code, event: String(entry.number) })}
            aria-label={t.correctThis(what, formatInstant(entry.at))}
          >
            {t.correct}
          </a>
        </p>
      )}
    </>
  );
}
