/** Who may see a dossier and who may move it now. One policy for pages, programs and tests; default deny. */

import type { Official, Posting, Role, Visitor } from "#features/identity/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import { recallMinutes } from "./decide.ts";
import type { Dossier, DossierStep } from "./dossier.ts";
import type { HandOver } from "./history.ts";
import { mayStillApologise } from "./lateness.ts";
import { leadsFrom, type Move, type MoveName, moveNames, moves } from "./moves.ts";
import { moveOfStep } from "./steps.ts";

/** These see every dossier of the units their posting stands above, and move none. */
const overseers: readonly Role[] = ["director", "inspector", "quality"];
/** These answer for all that their unit does, so they see each dossier that passes it, at whichever step. */
const heads: readonly Role[] = ["head_of_office", "leader"];

/**
 * Whether a posting covers a unit: the unit itself or one below it of the same level of government. A leader of the
 * city does not decide for a ward, though the ward lies below the city in the tree.
 */
export function covers(organisation: Organisation, posting: Posting, unitId: number): boolean {
  if (posting.unitId === unitId) return true;
  if (!organisation.isWithin(unitId, posting.unitId)) return false;
  return organisation.getById(unitId).level === organisation.getById(posting.unitId).level;
}

/** The units whose postings cover this one: itself, and those above it of the same level of government. */
export function coveringUnits(organisation: Organisation, unitId: number): readonly number[] {
  const { level } = organisation.getById(unitId);
  const above = organisation.ancestors(unitId).filter((unit) => unit.level === level);
  return [unitId, ...above.map((unit) => unit.id)];
}

export function maySee(
  visitor: Visitor,
  dossier: Pick<Dossier, "submittedBy" | "receivingUnitId" | "consultedUnits">,
  steps: readonly DossierStep[],
  organisation: Organisation,
): boolean {
  if (visitor.kind === "anonymous") return false;
  if (visitor.kind !== "official") return dossier.submittedBy === visitor.accountId;
  return visitor.postings.some((posting) => letsSee(posting, dossier, steps, organisation));
}

/** As whom an official looks at a dossier: at whose desk it is when that is theirs, otherwise the first posting that lets them. */
export function looksAs(
  official: Official,
  dossier: Dossier,
  steps: readonly DossierStep[],
  organisation: Organisation,
): Posting | undefined {
  const { holderUnitId, holderRole } = dossier;
  const holding = official.postings.find(
    (posting) => holderUnitId !== null && posting.role === holderRole && covers(organisation, posting, holderUnitId),
  );
  return holding ?? official.postings.find((posting) => letsSee(posting, dossier, steps, organisation));
}

function letsSee(
  posting: Posting,
  dossier: Pick<Dossier, "receivingUnitId" | "consultedUnits">,
  steps: readonly DossierStep[],
  organisation: Organisation,
): boolean {
  if (overseers.includes(posting.role)) return organisation.isWithin(dossier.receivingUnitId, posting.unitId);
  return (
    covers(organisation, posting, dossier.receivingUnitId) ||
    steps.some(
      (step) =>
        (step.role === posting.role || heads.includes(posting.role)) && covers(organisation, posting, step.unitId),
    ) ||
    (dossier.consultedUnits ?? []).some((unitId) => answersFor(posting, unitId, organisation))
  );
}

/**
 * The receiving units whose dossiers may concern this official; null when that is every one of them. A narrowing for lists:
 * whether a single dossier may be opened is `maySee`. `seesBelow` are the roles that look over all below them.
 */
export function receivingUnitsInView(
  official: Official,
  organisation: Organisation,
  seesBelow: readonly Role[] = overseers,
): readonly number[] | null {
  const receiving = organisation.units.filter((unit) => unit.agencyId !== null);
  const inView = receiving.filter((candidate) =>
    official.postings.some((posting) => {
      if (seesBelow.includes(posting.role)) return organisation.isWithin(candidate.id, posting.unitId);
      // A division of the city handles what the city's one-stop unit received; a part of a ward, its own ward's.
      if (organisation.getById(posting.unitId).level === "city") return candidate.level === "city";
      return organisation.isWithin(posting.unitId, candidate.id);
    }),
  );
  const isAll = inView.length >= receiving.filter((unit) => unit.level !== "province").length;
  return isAll ? null : inView.map((unit) => unit.id);
}

export type MoveAccess = "yes" | "not-theirs" | "moved-on" | "held-by-another";

/**
 * Whether this visitor may make this move now. `not-theirs`: never for this person; `moved-on`: it would be, but the
 * dossier is elsewhere now; `held-by-another`: a colleague of the same role has it in hand.
 */
export function mayMove(
  visitor: Visitor,
  move: MoveName,
  dossier: Dossier,
  steps: readonly DossierStep[],
  organisation: Organisation,
  handOver: HandOver | null,
): MoveAccess {
  const { by, as }: Move = moves[move];
  if (by === "applicant") {
    const isOwn =
      visitor.kind === "official"
        ? standsInAt(move, visitor, dossier, steps, organisation) !== null
        : visitor.kind !== "anonymous" && dossier.submittedBy === visitor.accountId;
    if (!isOwn) return "not-theirs";
    return leadsFrom(move, dossier.state) ? "yes" : "moved-on";
  }
  if (visitor.kind !== "official") return "not-theirs";
  if (by === "time") return "not-theirs";
  if (by === "whoever handed it over") return mayUndo(visitor, dossier, steps, organisation, handOver);
  if (as === "consulted") {
    if (consultedUnitOf(visitor, dossier, organisation) === null) return "not-theirs";
    return leadsFrom(move, dossier.state) ? "yes" : "moved-on";
  }
  const isEverTheirs = steps.some(
    (step) => by.includes(step.role) && holds(visitor, step.role, step.unitId, organisation),
  );
  if (!isEverTheirs) return "not-theirs";
  if (as === "process") return leadsFrom(move, dossier.state) ? "yes" : "moved-on";
  if (!leadsFrom(move, dossier.state) || dossier.holderUnitId === null || dossier.holderRole === null)
    return "moved-on";
  if (move === "assign") return mayAssign(visitor, dossier, organisation) ? "yes" : "moved-on";
  if (!by.includes(dossier.holderRole)) return "moved-on";
  if (!holds(visitor, dossier.holderRole, dossier.holderUnitId, organisation)) return "moved-on";
  if (dossier.assigneeId !== null && dossier.assigneeId !== visitor.accountId) return "held-by-another";
  return "yes";
}

/** Whether an official may receive dossiers at this desk: the first step of the process is theirs. */
export function mayReceive(official: Official, steps: readonly DossierStep[], organisation: Organisation): boolean {
  const [first] = steps;
  return first?.role === "reception" && holds(official, "reception", first.unitId, organisation);
}

/** What a person without an account does by coming back to the desk; recalling is for those who sent it themselves. */
const broughtToTheDesk: readonly MoveName[] = ["supplement", "withdraw"];

/** The desk at which this official puts on record what the person who brought the dossier there wants done. */
function standsInAt(
  move: MoveName,
  official: Official,
  dossier: Pick<Dossier, "submittedBy">,
  steps: readonly DossierStep[],
  organisation: Organisation,
): { readonly unitId: number; readonly role: Role } | null {
  const [first] = steps;
  if (dossier.submittedBy !== null || first === undefined || !broughtToTheDesk.includes(move)) return null;
  return mayReceive(official, steps, organisation) ? { unitId: first.unitId, role: first.role } : null;
}

/** For which of the units that were asked this official may answer; the first of them when there are several. */
export function consultedUnitOf(
  official: Official,
  dossier: Pick<Dossier, "consultedUnits">,
  organisation: Organisation,
): number | null {
  const units = dossier.consultedUnits ?? [];
  return units.find((id) => official.postings.some((posting) => answersFor(posting, id, organisation))) ?? null;
}

/** The units in whose name this official may give an opinion when they are asked. */
export function unitsSpokenFor(official: Official, organisation: Organisation): readonly number[] {
  return organisation.units
    .filter((unit) => official.postings.some((posting) => answersFor(posting, unit.id, organisation)))
    .map((unit) => unit.id);
}

/** The receiving units whose dossiers this official may decide as a leader, whoever has them in hand. */
export function receivingUnitsLedBy(official: Official, organisation: Organisation): readonly number[] {
  const postings = official.postings.filter(({ role }) => role === "leader");
  if (postings.length === 0) return [];
  return receivingUnitsInView({ ...official, postings }, organisation, []) ?? organisation.units.map((unit) => unit.id);
}

function answersFor(posting: Posting, unitId: number, organisation: Organisation): boolean {
  return moves.answerConsultation.by.some((role) => role === posting.role) && covers(organisation, posting, unitId);
}

/** At which desk an official makes a move: the unit and role that go on record with it. */
export function deskOf(
  official: Official,
  move: MoveName,
  dossier: Dossier,
  steps: readonly DossierStep[],
  organisation: Organisation,
): { readonly unitId: number; readonly role: Role } | null {
  const { by, as }: Move = moves[move];
  if (by === "applicant") return standsInAt(move, official, dossier, steps, organisation);
  if (as === "consulted") {
    const unitId = consultedUnitOf(official, dossier, organisation);
    const posting = official.postings.find((held) => unitId !== null && answersFor(held, unitId, organisation));
    return unitId === null || posting === undefined ? null : { unitId, role: posting.role };
  }
  if (as === "process" && typeof by !== "string") {
    const step = steps.find(({ role, unitId }) => by.includes(role) && holds(official, role, unitId, organisation));
    return step === undefined ? null : { unitId: step.unitId, role: step.role };
  }
  const { holderUnitId, holderRole } = dossier;
  if (holderUnitId === null || holderRole === null) return null;
  // Whoever assigns has it in hand no more than whoever shall get it: their own place goes on record, not the holder's.
  const assigns = move === "assign" && typeof by !== "string" ? by : null;
  const head = assigns?.find((role) => holds(official, role, holderUnitId, organisation));
  if (head !== undefined) return { unitId: holderUnitId, role: head };
  const isHere = official.postings.some((posting) => covers(organisation, posting, holderUnitId));
  const unitId = isHere ? holderUnitId : official.postings[0]?.unitId;
  return unitId === undefined ? null : { unitId, role: holderRole };
}

/** Whoever may still hand it over as it was may take it back, when it was they who did. */
function mayUndo(
  official: Official,
  dossier: Dossier,
  steps: readonly DossierStep[],
  organisation: Organisation,
  handOver: HandOver | null,
): MoveAccess {
  if (handOver?.by === official.accountId && leadsFrom("undoHandOver", dossier.state)) {
    return mayMove(official, handOver.move, handOver.before, steps, organisation, null);
  }
  const isEverTheirs = moveNames.some((move) => {
    const { handsOver, by }: Move = moves[move];
    if (handsOver !== true || typeof by === "string") return false;
    return steps.some(({ role, unitId }) => by.includes(role) && holds(official, role, unitId, organisation));
  });
  return isEverTheirs ? "moved-on" : "not-theirs";
}

/** The moves to offer this visitor now, in the order of the table. */
export function movesFor(
  visitor: Visitor,
  dossier: Dossier,
  steps: readonly DossierStep[],
  organisation: Organisation,
  facts: {
    readonly now: Date;
    readonly supplementUntil: (arrivedAt: Date) => Date;
    readonly arrivedAt: Date | null;
    readonly handOver: HandOver | null;
    /** Whether anything stands on record that this visitor may set right. */
    readonly mayCorrect: boolean;
    /** Whether other agencies still owe their parts of what is to be granted. */
    readonly waitsForParts: boolean;
  },
): readonly MoveName[] {
  const ofStep = moveOfStep(steps, dossier.step);
  return moveNames.filter((move) => {
    if (mayMove(visitor, move, dossier, steps, organisation, facts.handOver) !== "yes") return false;
    switch (move) {
      case "handOver":
      case "proposeResult":
      case "returnResult":
        return move === ofStep;
      case "approve":
        return move === ofStep && !facts.waitsForParts;
      case "sendBack":
        return dossier.step > 0;
      case "requestSupplement":
        return (
          dossier.supplementCount < dossier.supplementLimit &&
          (facts.arrivedAt === null || facts.now <= facts.supplementUntil(facts.arrivedAt))
        );
      case "askSecondSupplement":
        return dossier.supplementCount >= dossier.supplementLimit && dossier.awaitsLeader === null;
      case "permitSupplement":
        return dossier.awaitsLeader === "supplement";
      case "proposeApology":
        return dossier.awaitsLeader === null && mayStillApologise(dossier, facts.now);
      case "apologise":
        return mayStillApologise(dossier, facts.now);
      case "correct":
        return facts.mayCorrect;
      case "recall":
        return facts.now.getTime() <= dossier.submittedAt.getTime() + recallMinutes * 60_000;
      default:
        return true;
    }
  });
}

function holds(official: Official, role: Role, unitId: number, organisation: Organisation): boolean {
  return official.postings.some((posting) => posting.role === role && covers(organisation, posting, unitId));
}

function mayAssign(official: Official, dossier: Dossier, organisation: Organisation): boolean {
  const { holderUnitId } = dossier;
  if (holderUnitId === null) return false;
  return (
    holds(official, "head_of_office", holderUnitId, organisation) ||
    holds(official, "leader", holderUnitId, organisation)
  );
}
