/** Who answers for which part of a linked dossier, by when, and who is late: the same for the applicant and at the desk. */
import { type Organisation, unitName } from "#features/organisation/index.ts";
import { formatInstant, formatInstantWithWeekday, formatNumber, type Language } from "#foundation/i18n/index.ts";
import { Notice } from "#ui/notice/notice.tsx";
import { StatusTag, type Tone } from "#ui/status-tag/status-tag.tsx";
import type { DossierView, TimelineEntry } from "./dossier-view.ts";
import { type Part, type PartState, reportOf } from "./linked.ts";
import { linkedTexts } from "./linked-texts.ts";
import { dossierTexts } from "./texts/index.ts";

type LinkedPartsProps = {
  readonly parts: readonly Part[] | null;
  readonly view: Pick<DossierView, "dossier" | "waitsForParts">;
  readonly reader: "applicant" | "official";
  readonly organisation: Organisation;
  readonly language: Language;
};

const tones = {
  coming: "still",
  running: "calm",
  waiting: "soon",
  done: "good",
  ended: "still",
} as const satisfies Record<PartState, Tone>;

export function LinkedParts({ parts, view, reader, organisation, language }: LinkedPartsProps) {
  if (parts === null) return null;
  const t = linkedTexts(language);
  const { dueAt } = view.dossier;
  const nameOf = (unitId: number) => unitName(organisation.getById(unitId), language);
  const late = parts.filter(({ isLate, state }) => isLate && state === "running");
  return (
    <section class="linked">
      <h2>{t.title}</h2>
      {late.length > 0 && (
        <Notice language={language} kind="warning" title={t.lateTitle}>
          <ul>
            {late.map((part) => (
              <li>
                {t.lateLine(
                  nameOf(part.unitId),
                  part.dueAt === null ? "" : formatInstantWithWeekday(part.dueAt, language),
                )}
              </li>
            ))}
          </ul>
          {reader === "applicant" && <p>{t.lateForApplicant}</p>}
        </Notice>
      )}
      <ol class="linked-parts">
        {parts.map((part) => (
          <li class="linked-part">
            <p class="linked-task">
              <strong>{part.task[language]}</strong>{" "}
              <StatusTag tone={part.isLate ? "late" : tones[part.state]}>{stateWords(part, language)}</StatusTag>
            </p>
            <p class="quiet">
              {[
                nameOf(part.unitId),
                ...(part.isLead ? [t.lead] : []),
                ...(part.isBeside ? [t.beside] : []),
                t.limit(formatNumber(part.hours, language, Number.isInteger(part.hours) ? 0 : 1)),
              ].join(" · ")}
            </p>
            {part.dueAt !== null && part.state !== "coming" && part.state !== "waiting" && (
              <p class="quiet">
                {[
                  t.dueAt(formatInstant(part.dueAt)),
                  ...(part.doneAt ? [t.doneAt(formatInstant(part.doneAt))] : []),
                ].join(", ")}
              </p>
            )}
          </li>
        ))}
      </ol>
      {dueAt !== null && view.dossier.finishedAt === null && (
        <p>{t.whole(formatInstantWithWeekday(dueAt, language))}</p>
      )}
      {reader === "official" && view.waitsForParts && <p>{t.waits}</p>}
    </section>
  );
}

function stateWords(part: Part, language: Language): string {
  const t = linkedTexts(language);
  if (!part.isLate) return t.states[part.state];
  return part.state === "done" ? t.doneLate : t.late;
}

/** What happened, by name; an answer by which an agency reports its part is no opinion. */
export function eventWords(timeline: readonly TimelineEntry[], entry: TimelineEntry, language: Language): string {
  const { type, unitId } = entry;
  const isReport =
    type === "answerConsultation" && unitId !== null && reportOf(timeline, unitId)?.number === entry.number;
  return isReport ? linkedTexts(language).reported : dossierTexts(language).events[type];
}
