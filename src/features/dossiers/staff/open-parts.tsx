/** What an agency was given to do beside the steps of a linked dossier, where it reports that it is done. */
import { linkedParts } from "#features/catalogue/index.ts";
import { type Organisation, unitName } from "#features/organisation/index.ts";
import { formatInstant, type Language } from "#foundation/i18n/index.ts";
import type { DossierView } from "../dossier-view.ts";
import { openParts } from "../linked.ts";
import { linkedTexts } from "../linked-texts.ts";

/** Whether what is answered now is a part of the linked dossier: a unit has one open question at a time, its part the first. */
export function reportsPart({ timeline, dossier }: DossierView): boolean {
  const parts = new Set(openParts(timeline).map(({ unitId }) => unitId));
  const open = dossier.consultedUnits ?? [];
  return open.length > 0 && open.every((unitId) => parts.has(unitId));
}

export function OpenParts({
  view,
  language,
  organisation,
}: {
  readonly view: DossierView;
  readonly language: Language;
  readonly organisation: Organisation;
}) {
  const t = linkedTexts(language);
  const open = new Map(openParts(view.timeline).map(({ unitId, dueAt }) => [unitId, dueAt]));
  const { receivingUnitId } = view.dossier;
  return (
    <>
      {linkedParts(view.version.definition).map(({ agency, task, taskEn }) => {
        const unit = organisation.resolveStepUnit(receivingUnitId, agency);
        const dueAt = unit && open.get(unit.id);
        if (unit === undefined || dueAt === undefined) return null;
        return (
          <figure class="proposal">
            <figcaption>
              {t.task}: {unitName(unit, language)}
            </figcaption>
            <blockquote>
              {language === "vi" ? task : taskEn}. {t.dueAt(formatInstant(dueAt))}.
            </blockquote>
          </figure>
        );
      })}
    </>
  );
}
