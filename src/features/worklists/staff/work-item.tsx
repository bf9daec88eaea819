/** A dossier as a row of work: when and why, whose, where it is, and the one thing to do next. */
import { dossierPaths, dossierTexts, stepsOf } from "#features/dossiers/index.ts";
import { unitName } from "#features/organisation/index.ts";
import { formatInstant, type Language } from "#foundation/i18n/index.ts";
import type { WorkItem } from "#ui/worklist/worklist.tsx";
import type { WorklistDeps } from "../deps.ts";
import type { WorkRow } from "../queries.ts";
import { urgencyOf } from "../queue.ts";
import { whyOf } from "../why.ts";
import { workTexts } from "./texts.ts";
import { timeWords, whyTexts } from "./why-texts.ts";

const tones = { overdue: "late", "due-soon": "soon", waiting: "soon", "in-time": "good" } as const;

export function workItem(deps: WorklistDeps, row: WorkRow, language: Language, now: Date): WorkItem {
  const t = workTexts(language);
  const words = dossierTexts(language);
  const organisation = deps.organisation();
  const steps = stepsOf(deps.catalogue().getById(row.procedureVersionId), row.receivingUnitId, organisation);
  const step = steps[row.step];
  const href = dossierPaths.staff({ code: row.code });
  const why = whyOf(row, now);
  return {
    code: row.code,
    href,
    tone: tones[urgencyOf(row, now)],
    timeLeft: timeWords(why.time, language),
    due: formatInstant(row.actBy),
    person: row.ownerName,
    procedure: procedureName(deps, row.procedureVersionId, language),
    step: `${t.step(row.step + 1, steps.length)}: ${step?.name ?? ""}`,
    holder: row.lateUnits ? (
      <strong>{row.lateUnits.map((id) => unitName(organisation.getById(id), language)).join(", ")}</strong>
    ) : why.happened === null ? (
      unitName(organisation.getById(row.holderUnitId), language)
    ) : (
      <strong>{whyTexts(language).happened[why.happened]}</strong>
    ),
    action: { text: actionOf(row, words.moves, t.open), href: `${href}#xu-ly` },
  };
}

/** The one move by which this row goes on, read from its state and role. */
function actionOf(row: WorkRow, moves: ReturnType<typeof dossierTexts>["moves"], open: string): string {
  if (row.state === "submitted") return moves.accept;
  if (row.state === "awaitingSupplement") return open;
  switch (row.holderRole) {
    case "specialist":
      return moves.proposeResult;
    case "leader":
      return moves.approve;
    case "return":
      return moves.returnResult;
    case "head_of_office":
      return moves.assign;
    default:
      return moves.handOver;
  }
}

export function procedureName(deps: WorklistDeps, versionId: number, language: Language): string {
  const { definition } = deps.catalogue().getById(versionId);
  return language === "vi" ? definition.name : definition.nameEn;
}
