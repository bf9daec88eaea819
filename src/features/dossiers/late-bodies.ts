/**
 * Bodies that were asked for their opinion and missed their day. They are reported to the head of the unit that received the
 * dossier (61/2018/NĐ-CP art. 19(5)), and named to the applicant, whose own clock runs on.
 */
import type { Official, Role } from "#features/identity/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import { covers } from "./access.ts";
import type { Dossier } from "./dossier.ts";
import type { DossierView, TimelineEntry } from "./dossier-view.ts";
import { openParts } from "./linked.ts";

export type LateBody = { readonly unitId: number; readonly dueAt: Date };

/** The one that has been late longest comes first. Once the decision is signed nobody waits for an opinion any more. */
export function lateBodies({ dossier, timeline }: Pick<DossierView, "dossier" | "timeline">, now: Date) {
  if (!isWaitedFor(dossier)) return [];
  const parts = new Set(openParts(timeline).map(({ unitId }) => unitId));
  const late = (dossier.consultedUnits ?? []).flatMap((unitId): readonly LateBody[] => {
    // A unit has one open question at a time: the newest.
    // What it owes as its part of a linked dossier is told with the parts.
    if (parts.has(unitId)) return [];
    const asked = timeline.findLast((entry) => entry.asked?.unitIds.includes(unitId))?.asked;
    return asked != null && asked.dueAt < now ? [{ unitId, dueAt: asked.dueAt }] : [];
  });
  return late.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/** Of an answer that came after its day: when it was due. Null for one that came in time, and for every other event. */
export function missedDay(
  events: readonly Pick<TimelineEntry, "number" | "type" | "at" | "unitId" | "asked" | "started">[],
  answer: (typeof events)[number],
): Date | null {
  const { number, type, at, unitId } = answer;
  if (type !== "answerConsultation" || unitId === null) return null;
  const due = events.findLast((one) => one.number < number && dueIn(one, unitId) !== null);
  const dueAt = due === undefined ? null : dueIn(due, unitId);
  return dueAt !== null && dueAt < at ? dueAt : null;
}

/** By when an event asked a unit to answer: for its opinion, or for its part of a linked dossier. */
function dueIn({ asked, started }: Pick<TimelineEntry, "asked" | "started">, unitId: number): Date | null {
  if (asked?.unitIds.includes(unitId)) return asked.dueAt;
  return started.find((part) => part.unitId === unitId)?.dueAt ?? null;
}

function isWaitedFor({ holderUnitId, finishedAt }: Dossier): boolean {
  return holderUnitId !== null && finishedAt === null;
}

const heads: readonly Role[] = ["head_of_office", "leader"];

/** The receiving units at whose head this official stands, or over whose work they preside. */
export function receivingUnitsHeadedBy(official: Official, organisation: Organisation): readonly number[] {
  return organisation.units
    .filter(({ id, agencyId }) => agencyId !== null && official.postings.some((posting) => isHeadOf(posting, id)))
    .map(({ id }) => id);

  function isHeadOf(posting: Official["postings"][number], unitId: number): boolean {
    if (posting.role === "director") return organisation.isWithin(unitId, posting.unitId);
    return heads.includes(posting.role) && covers(organisation, posting, unitId);
  }
}
