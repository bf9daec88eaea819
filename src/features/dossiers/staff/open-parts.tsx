/** What an agency was given to do beside the steps of a linked dossier, where it reports that it is done. */
import { linkedParts } from "#features/catalogue/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import { formatInstant, type Language } from "#foundation/i18n/index.ts";
import type { DossierView } from "../dossier-view.ts";
import { openParts } from "../linked.ts";
import { linkedTexts } from "../linked-texts.ts";

type Answering = {
  readonly view: DossierView;
  /** The unit for which this official would answer now. */
  readonly answersFor: number | null;
};

/** Whether that is a part of the linked dossier: a unit has one open question at a time, its part the first. */
export function reportsPart({ view, answersFor }: Answering): boolean {
  return openParts(view.timeline).some(({ unitId }) => unitId === answersFor);
}

export function OpenPart({
  view,
  answersFor,
  language,
  organisation,
}: Answering & { readonly language: Language; readonly organisation: Organisation }) {
  const t = linkedTexts(language);
  const open = openParts(view.timeline).find(({ unitId }) => unitId === answersFor);
  const part = linkedParts(view.version.definition).find(
    ({ agency }) => organisation.resolveStepUnit(view.dossier.receivingUnitId, agency)?.id === answersFor,
  );
  if (open === undefined || part === undefined) return null;
  return (
    <figure class="proposal">
      <figcaption>{t.task}</figcaption>
      <blockquote>
        {language === "vi" ? part.task : part.taskEn}. {t.dueAt(formatInstant(open.dueAt))}.
      </blockquote>
    </figure>
  );
}
