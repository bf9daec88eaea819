/** The path of a dossier as a line of steps: what is behind, where it is, what comes. */

import type { Organisation } from "#features/organisation/index.ts";
import { unitName } from "#features/organisation/index.ts";
import { formatInstant, type Language } from "#foundation/i18n/index.ts";
import { type Step, StepLine } from "#ui/step-line/step-line.tsx";
import type { DossierView } from "./dossier-view.ts";
import { states } from "./moves.ts";
import { dossierTexts } from "./texts/index.ts";

export function PathOfDossier({
  view,
  organisation,
  language,
  label,
}: {
  view: DossierView;
  organisation: Organisation;
  language: Language;
  label: string;
}) {
  const { dossier, steps, timeline } = view;
  const isOver = !states[dossier.state].isOpen;
  const isDone = dossier.state === "returned";
  const line: Step[] = steps.map((step) => {
    // The last time counts: a dossier may have been taken back or sent back and handed over again.
    const left = timeline.findLast(
      (entry) =>
        entry.type !== "submit" && leftStep(entry.type) && entry.role === step.role && entry.unitId === step.unitId,
    );
    const isPast = isDone || step.no < dossier.step;
    const isHere = !isOver && step.no === dossier.step;
    return {
      title: step.name,
      who: unitName(organisation.getById(step.unitId), language),
      state: isPast ? "done" : isHere ? "current" : isOver && step.no === dossier.step ? "stopped" : "coming",
      time:
        isPast && left !== undefined
          ? formatInstant(left.at)
          : isHere && dossier.stepDueAt !== null
            ? formatInstant(dossier.stepDueAt)
            : undefined,
    };
  });
  return <StepLine steps={line} language={language} label={label ?? dossierTexts(language).states[dossier.state]} />;
}

function leftStep(type: string): boolean {
  return (
    type === "handOver" ||
    type === "assign" ||
    type === "proposeResult" ||
    type === "approve" ||
    type === "returnResult"
  );
}
