/**
 * What becomes of a submitted dossier until the made city stands still. Each move is decided by the program's own rules
 * (`decide`), on its own calendar; only who comes when, and how long people take, is made up here. Pure.
 */

import { instantWorked, workedUpTo } from "#features/calendar/counting.ts";
import { countWorkingMinutes, type WorkingCalendar } from "#features/calendar/index.ts";
import type { ProcedureVersion } from "#features/catalogue/index.ts";
import { decide, type MoveFacts, type MoveInput } from "#features/dossiers/decide.ts";
import type { Dossier, DossierStep } from "#features/dossiers/dossier.ts";
import { type EventPayload, toSet } from "#features/dossiers/event.ts";
import {
  type DossierCalendar,
  type DossierState,
  type MoveName,
  moveOfStep,
  nothingSaid,
} from "#features/dossiers/index.ts";
import type { Random } from "./random.ts";

/** Everything that a life depends on and that does not change during it. */
export type Circumstances = {
  readonly version: ProcedureVersion;
  readonly steps: readonly DossierStep[];
  readonly calendar: DossierCalendar;
  readonly working: WorkingCalendar;
  /** Who works in that role at that unit. */
  readonly officialsAt: (role: string, unitId: number) => readonly string[];
  readonly until: Date;
};

export type LifeEvent = {
  readonly number: number;
  readonly type: MoveName;
  readonly at: Date;
  readonly actorId: string;
  readonly unitId: number | null;
  readonly role: string;
  readonly state: DossierState;
  readonly dueAt: Date | null;
  readonly fromUnitId: number | null;
  readonly fromActBy: Date | null;
  readonly payload: EventPayload;
};

export type Life = { readonly dossier: Dossier; readonly events: readonly LifeEvent[] };

type Step = { readonly move: MoveName; readonly afterHours: number; readonly said?: Partial<MoveInput> };

/** Shares of all dossiers that something befalls, as a city would report them. */
const shares = {
  recalled: 0.004,
  refused: 0.015,
  supplementBefore: 0.08,
  supplementAfter: 0.015,
  neverSupplemented: 0.12,
  withdrawn: 0.004,
  sentBack: 0.1,
  slow: 0.12,
  stuck: 0.006,
  collectedLate: 0.1,
  named: 0.3,
} as const;

/** Lives a dossier from its submission on. */
export function live(submitted: Dossier, around: Circumstances, random: Random): Life {
  const fate = fateOf(random);
  const events: LifeEvent[] = [];
  let dossier = submitted;
  let at = submitted.submittedAt;
  let paused: MoveFacts["pausedFrom"] = null;
  let previousActorId: string | null = null;
  for (;;) {
    const next = nextStep(dossier, around, fate, events, random);
    if (next === null) break;
    const happensAt = later(around.working, at, next.afterHours, next.move === "recall");
    if (happensAt > around.until) break;
    const byApplicant = next.move === "recall" || next.move === "supplement" || next.move === "withdraw";
    const role = byApplicant ? "applicant" : (dossier.holderRole ?? "");
    const unitId = byApplicant ? null : dossier.holderUnitId;
    const actorId = byApplicant
      ? (dossier.submittedBy ?? "")
      : (dossier.assigneeId ?? random.pick(around.officialsAt(role, unitId ?? 0)));
    const input = { ...nothingSaid, ...next.said };
    const { definition } = around.version;
    const decided = decide(next.move, dossier, input, {
      now: happensAt,
      actorId,
      steps: around.steps,
      calendar: around.calendar,
      supplementPolicy: around.version.supplementPolicy,
      componentKeys: definition.components.map((component) => component.componentKey),
      legalBasis: definition.legalBasis.map((source) => source.number),
      previousActorId,
      pausedFrom: paused,
      handOver: null,
      arrivedAt: dossier.acceptedAt,
      withdrawnFrom: null,
      draftedApology: null,
      unitIdOf: () => undefined,
      answersFor: null,
      toStart: [],
      waitsForParts: false,
      correctable: [],
    });
    if (!decided.ok) {
      throw new Error(
        `${next.move} of a made dossier in ${dossier.state} was refused: ${JSON.stringify(decided.refusal)}`,
      );
    }
    if (next.move === "requestSupplement") paused = { state: dossier.state, at: happensAt, dueAt: dossier.dueAt };
    else if (!byApplicant) previousActorId = actorId;
    const number = dossier.eventCount + 1;
    const { holderUnitId: fromUnitId, actBy: fromActBy } = dossier;
    dossier = { ...dossier, ...decided.value, eventCount: number };
    events.push({
      number,
      type: next.move,
      at: happensAt,
      actorId,
      unitId,
      role,
      state: dossier.state,
      dueAt: dossier.dueAt,
      fromUnitId,
      fromActBy,
      payload: { set: toSet(decided.value), said: said(next.move, input, decided.value.dueAt, around.working) },
    });
    at = happensAt;
  }
  return { dossier, events };
}

/** As `moveDossier` writes it down, but for the papers, of which there are none, and the content of a supplement. */
function said(move: MoveName, input: MoveInput, dueAt: Date | null | undefined, working: WorkingCalendar) {
  return {
    ...(input.note ? { note: input.note } : {}),
    ...(move === "requestSupplement" ? { faults: input.faults } : {}),
    ...(move === "proposeResult" ? { proposal: input.proposal } : {}),
    ...(dueAt ? { calendarVersion: working.versionId } : {}),
    ...(move === "returnResult" && input.handedTo ? { handedTo: input.handedTo } : {}),
  };
}

/** Working hours later, to the second; a recall comes minutes after, at any time of day. */
function later(working: WorkingCalendar, at: Date, hours: number, anyTime: boolean): Date {
  const ms = Math.max(1000, Math.round(hours * 3600) * 1000);
  if (anyTime) return new Date(at.getTime() + ms);
  return new Date(instantWorked(working, workedUpTo(working, at.getTime()) + ms));
}

type Fate = {
  readonly ends: "recalled" | "refused" | "withdrawn" | "returned";
  readonly supplement: "before" | "after" | null;
  readonly answersSupplement: boolean;
  readonly isSentBack: boolean;
  /** Time taken as a share of the hours of each step. */
  readonly pace: number;
  /** The step at which it lies forgotten for weeks. */
  readonly stuckAt: number | null;
};

function fateOf(random: Random): Fate {
  const befalls = (share: number) => random.chance(share);
  const ends = befalls(shares.recalled)
    ? "recalled"
    : befalls(shares.refused)
      ? "refused"
      : befalls(shares.withdrawn)
        ? "withdrawn"
        : "returned";
  const isStuck = befalls(shares.stuck);
  return {
    ends,
    supplement: befalls(shares.supplementBefore) ? "before" : befalls(shares.supplementAfter) ? "after" : null,
    answersSupplement: !befalls(shares.neverSupplemented),
    isSentBack: befalls(shares.sentBack),
    pace: befalls(shares.slow) ? random.between(0.9, 2.2) : random.between(0.35, 0.9),
    stuckAt: isStuck ? Math.floor(random.between(1, 4)) : null,
  };
}

function nextStep(
  dossier: Dossier,
  around: Circumstances,
  fate: Fate,
  before: readonly LifeEvent[],
  random: Random,
): Step | null {
  switch (dossier.state) {
    case "submitted":
      // Of what is being handled a leader would have to decide; the made city's people change their minds before.
      if (fate.ends === "withdrawn") return { move: "withdraw", afterHours: random.between(0.5, 20) };
      return firstAnswer(dossier, around, fate, random);
    case "awaitingSupplement":
      if (fate.answersSupplement) return { move: "supplement", afterHours: random.between(2, 90) };
      if (dossier.acceptedAt !== null) return null;
      return { move: "withdraw", afterHours: random.between(160, 480) };
    case "accepted":
    case "inProgress":
      return onwards(dossier, around, fate, before, random);
    case "finished":
      return handedBack(dossier, around, random);
    default:
      return null;
  }
}

function firstAnswer(dossier: Dossier, around: Circumstances, fate: Fate, random: Random): Step {
  if (fate.ends === "recalled" && dossier.supplementCount === 0)
    return { move: "recall", afterHours: random.between(0.01, 0.15) };
  const afterHours = random.chance(0.04) ? random.between(8, 20) : random.between(0.1, 7.5);
  if (fate.supplement === "before" && dossier.supplementCount === 0) {
    return { move: "requestSupplement", afterHours, said: { faults: faultsOf(around) } };
  }
  if (fate.ends === "refused")
    return { move: "refuse", afterHours, said: { note: "Hồ sơ không thuộc phạm vi giải quyết." } };
  return { move: "accept", afterHours };
}

function onwards(
  dossier: Dossier,
  { version, steps, calendar, working, officialsAt }: Circumstances,
  fate: Fate,
  before: readonly LifeEvent[],
  random: Random,
): Step {
  const present = steps[dossier.step];
  const next = steps[dossier.step + 1];
  if (present === undefined || next === undefined)
    throw new Error(`Step ${dossier.step} of ${version.code} leads nowhere`);
  const forgotten = fate.stuckAt === dossier.step ? random.between(60, 400) : 0;
  const afterHours = present.hours * fate.pace * random.between(0.6, 1.4) + forgotten;
  const last = before.at(-1);
  if (
    fate.supplement === "after" &&
    dossier.supplementCount === 0 &&
    dossier.state === "inProgress" &&
    present.role === "specialist" &&
    dossier.acceptedAt !== null &&
    last !== undefined
  ) {
    const left = countWorkingMinutes(working, last.at, calendar.supplementUntil(dossier.acceptedAt)) / 60;
    if (left > 1) return { move: "requestSupplement", afterHours: left / 2, said: { faults: faultsOf({ version }) } };
  }
  const wasSentBack = before.some((event) => event.type === "sendBack");
  const canSendBack = present.role === "leader" || (present.role === "head_of_office" && dossier.step > 1);
  if (fate.isSentBack && !wasSentBack && canSendBack && dossier.state === "inProgress") {
    return { move: "sendBack", afterHours, said: { note: "Cần kiểm tra lại thông tin trong hồ sơ." } };
  }
  const colleague = () => random.pick(officialsAt(next.role, next.unitId));
  if (present.role === "head_of_office" && next.role === "specialist") {
    return { move: "assign", afterHours, said: { assigneeId: colleague() } };
  }
  const move = moveOfStep(steps, dossier.step) ?? "handOver";
  if (move === "proposeResult")
    return { move, afterHours, said: { proposal: "Hồ sơ đủ điều kiện, đề nghị ký kết quả." } };
  if (move === "handOver" && random.chance(shares.named))
    return { move, afterHours, said: { assigneeId: colleague() } };
  return { move, afterHours };
}

function handedBack(dossier: Dossier, { steps }: Circumstances, random: Random): Step {
  const present = steps[dossier.step];
  if (present?.role !== "return") return { move: "handOver", afterHours: random.between(0.2, 2) };
  const afterHours =
    dossier.resultChannel === 2
      ? random.between(0.1, 6)
      : random.chance(shares.collectedLate)
        ? random.between(80, 480)
        : random.between(1, 80);
  return { move: "returnResult", afterHours, said: { handedTo: "Người nộp hồ sơ" } };
}

/** Something to ask for: a published component, or the law when the procedure has none. */
function faultsOf({ version }: Pick<Circumstances, "version">): MoveInput["faults"] {
  const { components, legalBasis } = version.definition;
  const componentKey = components.find((component) => component.kind === "document")?.componentKey;
  const message = "Bản chụp mờ, đề nghị gửi lại bản rõ.";
  if (componentKey !== undefined) return [{ componentKey, message }];
  const law = legalBasis[0]?.number;
  return law === undefined ? [] : [{ legalBasis: law, message }];
}
