/** How a dossier is told to those who answer for the whole: how late, which, where, and what keeps it there. */
import {
  type DirectionList,
  dossierPaths,
  dossierTexts,
  isDossierState,
  type ListedDossier,
  stateTone,
  stepsOf,
} from "#features/dossiers/index.ts";
import { unitName } from "#features/organisation/index.ts";
import { formatElapsed, formatInstant, type Language } from "#foundation/i18n/index.ts";
import type { ListedItem } from "#ui/dossier-list/dossier-list.tsx";
import type { SupervisionDeps } from "../deps.ts";
import { supervisionTexts } from "../texts/index.ts";

export type Telling = {
  readonly deps: SupervisionDeps;
  readonly language: Language;
  readonly list: DirectionList;
  /** As of when; the same minute the figures are of. */
  readonly now: Date;
};

const dayMs = 24 * 3_600_000;

export function listedItem(row: ListedDossier, telling: Telling): ListedItem {
  const { deps, language } = telling;
  const organisation = deps.organisation();
  const { definition } = deps.catalogue().getById(row.procedureVersionId);
  return {
    code: row.code,
    href: dossierPaths.staff({ code: row.code }),
    procedure: language === "vi" ? definition.name : definition.nameEn,
    ...standingOf(row, telling),
    holder: row.holderUnitId === null ? "–" : unitName(organisation.getById(row.holderUnitId), language),
    reason: reasonOf(row, telling),
  };
}

type Standing = Pick<ListedItem, "tone" | "standing" | "when">;

function standingOf(row: ListedDossier, { list, language, now }: Telling): Standing {
  const t = supervisionTexts(language);
  const at = t.at;
  switch (list) {
    case "received":
    case "accepted":
    case "settled":
    case "early":
    case "onTime":
      return { ...stateOf(row, language), when: at[list](formatInstant(row.at)) };
    case "late":
      return {
        tone: "late",
        standing: t.settledLateBy(elapsed(row.dueAt, row.at, language)),
        when: at.late(formatInstant(row.at)),
      };
    case "supplement":
    case "toReturn":
    case "uncollected":
      return { ...stateOf(row, language), when: row.dueAt === null ? "" : t.dueAt(formatInstant(row.dueAt)) };
    default: {
      const when = row.state === "submitted" ? t.answerDueAt(formatInstant(row.at)) : t.dueAt(formatInstant(row.at));
      if (row.at < now) return { tone: "late", standing: t.overdueBy(elapsed(row.at, now, language)), when };
      const isSoon = row.at.getTime() - now.getTime() <= dayMs;
      return { tone: isSoon ? "soon" : "calm", standing: t.left(elapsed(now, row.at, language)), when };
    }
  }
}

function stateOf(row: ListedDossier, language: Language): Pick<Standing, "tone" | "standing"> {
  if (!isDossierState(row.state)) throw new Error(`Dossier ${row.code} is in a state nobody knows: ${row.state}`);
  return { tone: stateTone(row.state), standing: dossierTexts(language).states[row.state] };
}

function elapsed(from: Date | null, to: Date, language: Language): string {
  return formatElapsed(to.getTime() - (from ?? to).getTime(), language);
}

/** A step has hours of its own: when they are not used up, the time was lost before it. */
function reasonOf(row: ListedDossier, { deps, language, now }: Telling): string {
  const t = supervisionTexts(language);
  if (row.holderUnitId === null) return "";
  if (row.state === "submitted") return row.actBy !== null && row.actBy < now ? t.noAnswer : "";
  const version = deps.catalogue().getById(row.procedureVersionId);
  const step = stepsOf(version, row.receivingUnitId, deps.organisation())[row.step]?.name ?? "";
  if (row.state === "finished" || row.dueAt === null || row.dueAt >= now) return step;
  return row.stepDueAt !== null && row.stepDueAt < now ? t.lateHere(step) : t.lateBefore(step);
}
