/**
 * What each move changes. Pure: the dossier, its steps, the time and the calendar are handed in, the changed fields
 * come back. Who may move is `access.ts`; writing it down is `move-dossier.ts`.
 */
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import { questionOf, withAnswered, withAsked } from "./consultation.ts";
import { correctionOf, type Recorded, type Words } from "./correction.ts";
import type { Digitised } from "./digitisation/digitisation.ts";
import { type Dossier, type DossierStep, heldByNobody, type LeadersDecision, type Progress } from "./dossier.ts";
import type { HandOver } from "./history.ts";
import { type Apology, type LateCause, rescheduledTo } from "./lateness.ts";
import type { StartedPart } from "./linked.ts";
import { type DossierState, leadsFrom, type MoveName } from "./moves.ts";
import { moveOfStep, receivingStep } from "./steps.ts";

/** One thing that is missing or wrong. It points at a published component or a legal basis (63/2010 art. 21(2)). */
export type SupplementFault = {
  readonly componentKey?: string;
  readonly legalBasis?: string;
  readonly message: string;
};

export type MoveInput = {
  readonly note: string | null;
  readonly faults: readonly SupplementFault[];
  /** The colleague who shall have it; null: whoever of the role is free, and on the way back whoever had it before. */
  readonly assigneeId: string | null;
  /** What the specialist proposes the result should say. */
  readonly proposal: string | null;
  readonly handedTo: string | null;
  /** What the proposal asks the leader for: to grant it, or to refuse it after appraisal (61/2018/NĐ-CP art. 19(8)). */
  readonly outcome: Outcome;
  /** The new day of an apology, YYYY-MM-DD, and why the result is late. */
  readonly newDueOn: string | null;
  readonly cause: LateCause | null;
  /** Codes of the units asked for their opinion, and the day by which they answer. */
  readonly unitCodes: readonly string[];
  readonly answerBy: string | null;
  /** When, where and with whom something was verified (61/2018/NĐ-CP art. 19(3)); what was found is the note. */
  readonly verification: Verification | null;
  /** What becomes of the fees and papers of a dossier that is stopped. */
  readonly settlement: Settlement | null;
  /** The number of the event that is corrected, and what shall stand in its place; the reason is the note. */
  readonly corrects: number | null;
  readonly corrected: Words;
  /** How papers stand with digitisation, of those that are not as presumed; what it may say is in `digitisation.ts`. */
  readonly digitisation: readonly Digitised[];
};

export type Outcome = "grant" | "refuse";
export type Verification = { readonly on: string; readonly place: string; readonly participants: string };
/** Whole đồng; `papers` names what is given back, one to a line. */
export type Settlement = { readonly paid: number; readonly refundable: number; readonly papers: string };

/** The calendar of the receiving unit, as the rules of a dossier ask it. */
export type DossierCalendar = {
  /** By when an online submission must get its first answer: 8 working hours. */
  readonly firstAnswerBy: (submittedAt: Date) => Date;
  /** The legal limit of this procedure version from a start. */
  readonly dueFrom: (start: Date) => Date;
  /** The step's own share of the limit. */
  readonly stepDueFrom: (start: Date, hours: number) => Date;
  /** Moves a due date on by the working time that lay between two instants. */
  readonly dueAfterPause: (dueAt: Date, pausedAt: Date, resumedAt: Date) => Date;
  /** The last moment at which papers may be asked for after acceptance: 3 working days (61/2018 art. 19(4)). */
  readonly supplementUntil: (acceptedAt: Date) => Date;
  /** By when a received dossier is passed on: the same day, or next morning after 15:00 (61/2018 art. 18(2)). */
  readonly transferBy: (receivedAt: Date) => Date;
  /** The end of that day, YYYY-MM-DD; null when it is no working day, or no day at all. */
  readonly endOfWorkingDay: (day: string) => Date | null;
};

export type MoveFacts = {
  readonly now: Date;
  readonly actorId: string;
  readonly steps: readonly DossierStep[];
  readonly calendar: DossierCalendar;
  readonly supplementPolicy: "reset" | "pause";
  readonly componentKeys: readonly string[];
  readonly legalBasis: readonly string[];
  /** Who handed it on to this step, while still posted there: to send a dossier back to the same person. */
  readonly previousActorId: string | null;
  /** The hand-over that nobody has taken yet. */
  readonly handOver: HandOver | null;
  /** State before, and instant of, the supplement request that is open now. */
  readonly pausedFrom: { readonly state: DossierState; readonly at: Date; readonly dueAt: Date | null } | null;
  /** When the full papers last came in after acceptance: from then the three days for asking again are counted. */
  readonly arrivedAt: Date | null;
  /** State before the withdrawal that waits for its decision. */
  readonly withdrawnFrom: DossierState | null;
  /** The apology a colleague drafted and no leader has signed yet. */
  readonly draftedApology: Apology | null;
  readonly unitIdOf: (code: string) => number | undefined;
  /** The unit whose opinion this official gives. */
  readonly answersFor: number | null;
  /** What acceptance gives to other agencies beside the steps. */
  readonly toStart: readonly StartedPart[];
  /** Whether one of them still owes its part of what is to be granted. */
  readonly waitsForParts: boolean;
  /** What stands on record and this official may set right. */
  readonly correctable: readonly Recorded[];
};

export type MoveRefusal =
  | { readonly reason: "not-legal-now"; readonly state: DossierState }
  | { readonly reason: "wrong-step"; readonly state: DossierState; readonly instead: MoveName | null }
  | { readonly reason: "too-late"; readonly state: DossierState }
  | { readonly reason: "supplement-only-once"; readonly state: DossierState }
  | { readonly reason: "rescheduled-only-once"; readonly state: DossierState }
  | { readonly reason: "leader-is-asked"; readonly state: DossierState }
  | { readonly reason: "parts-are-open"; readonly state: DossierState }
  | { readonly reason: "input"; readonly faults: readonly InputNeed[] };

export type InputNeed = {
  readonly path: string;
  readonly code:
    | "missing"
    | "unknownComponent"
    | "unknownLegalBasis"
    | "tooLong"
    | "nobodyToName"
    | "notAWorkingDay"
    | "notLater"
    | "unknownUnit"
    | "alreadyAsked"
    | "notAnAmount"
    | "notCorrectable"
    | "unchanged"
    | "noFile"
    | "notReused";
};

export const recallMinutes = 10;
const longestNote = 4000;
const mostFaults = 50;

type Decision = Result<Partial<Progress>, MoveRefusal>;

export function decide(move: MoveName, dossier: Dossier, input: MoveInput, facts: MoveFacts): Decision {
  if (!leadsFrom(move, dossier.state)) return refused({ reason: "not-legal-now", state: dossier.state });
  const tooLong = lengthFaults(input);
  if (tooLong.length > 0) return refused({ reason: "input", faults: tooLong });
  const decision = rules[move](dossier, input, facts);
  const namesInVain = input.assigneeId !== null && receivingStep(move, dossier.step, facts.steps) === undefined;
  if (decision.ok && namesInVain) {
    return refused({ reason: "input", faults: [{ path: "assigneeId", code: "nobodyToName" }] });
  }
  return decision;
}

/** What no paper and no history has room for. */
export function lengthFaults(input: MoveInput): readonly InputNeed[] {
  const { note, proposal, handedTo, faults, verification, settlement, corrected } = input;
  const texts: readonly (readonly [path: string, text: string | null | undefined])[] = [
    ["note", note],
    ["proposal", proposal],
    ["handedTo", handedTo],
    ["verification/on", verification?.on],
    ["verification/place", verification?.place],
    ["verification/participants", verification?.participants],
    ["settlement/papers", settlement?.papers],
    ["corrected/note", corrected.note],
    ["corrected/handedTo", corrected.handedTo],
    ["corrected/verification/on", corrected.verification?.on],
    ["corrected/verification/place", corrected.verification?.place],
    ["corrected/verification/participants", corrected.verification?.participants],
    ...faults.map(({ message }, at) => [`faults/${at}/message`, message] as const),
  ];
  const tooLong = texts.flatMap(([path, text]) => ((text?.length ?? 0) > longestNote ? [path] : []));
  if (faults.length > mostFaults) tooLong.push("faults");
  return tooLong.map((path) => ({ path, code: "tooLong" }));
}

const rules: Record<MoveName, (dossier: Dossier, input: MoveInput, facts: MoveFacts) => Decision> = {
  /** The dossier is full and correct: the clock starts (309/2026 art. 8(3); 61/2018 art. 17). */
  accept(dossier, _input, { now, actorId, steps, calendar, toStart }) {
    const dueAt = calendar.dueFrom(now);
    return accepted({
      state: "accepted",
      acceptedAt: now,
      originalDueAt: dueAt,
      dueAt,
      stepDueAt: firstStepDue(steps, dossier.step, now, calendar),
      assigneeId: actorId,
      actBy: dueAt,
      ...(toStart.length === 0
        ? {}
        : {
            consultedUnits: withAsked(
              dossier.consultedUnits,
              toStart.map(({ unitId }) => unitId),
            ),
          }),
    });
  },

  refuse(_dossier, input) {
    if (isBlank(input.note)) return missing("note");
    return accepted({ ...heldByNobody, state: "refused" });
  },

  /** Once (61/2018 art. 11(2)(c)), or as often as a leader permitted; within three working days (art. 19(4)). */
  requestSupplement(dossier, input, { now, calendar, componentKeys, legalBasis, arrivedAt }) {
    if (dossier.supplementCount >= dossier.supplementLimit) {
      return refused({ reason: "supplement-only-once", state: dossier.state });
    }
    if (arrivedAt !== null && now > calendar.supplementUntil(arrivedAt)) {
      return refused({ reason: "too-late", state: dossier.state });
    }
    const needs = faultsOfRequest(input.faults, componentKeys, legalBasis);
    if (needs.length > 0) return refused({ reason: "input", faults: needs });
    return accepted({
      state: "awaitingSupplement",
      supplementCount: dossier.supplementCount + 1,
      // The city's clock stands while the citizen prepares; the original date stays on record.
      dueAt: null,
      stepDueAt: null,
      actBy: now,
      awaitsLeader: null,
    });
  },

  /** Before acceptance the first answer is due anew; after it the limit starts again or goes on, by the version's policy. */
  supplement(dossier, _input, { now, steps, calendar, supplementPolicy, pausedFrom }) {
    if (dossier.acceptedAt === null || pausedFrom === null) {
      return accepted({ state: "submitted", actBy: calendar.firstAnswerBy(now) });
    }
    const dueAt =
      supplementPolicy === "pause" && pausedFrom.dueAt !== null
        ? calendar.dueAfterPause(pausedFrom.dueAt, pausedFrom.at, now)
        : calendar.dueFrom(now);
    return accepted({
      state: pausedFrom.state,
      dueAt,
      stepDueAt: stepDue(steps, dossier.step, now, calendar),
      actBy: dueAt,
    });
  },

  /** At a step that only assigns, naming the person also hands the dossier to them (61/2018 art. 19(1)). */
  assign(dossier, input, { now, steps, calendar }) {
    if (isBlank(input.assigneeId)) return missing("assigneeId");
    const receiving = receivingStep("assign", dossier.step, steps);
    if (receiving !== undefined && receiving.no !== dossier.step) {
      return accepted({ ...handedTo(receiving, dossier, now, calendar), assigneeId: input.assigneeId });
    }
    return accepted({ assigneeId: input.assigneeId });
  },

  handOver(dossier, input, { now, steps, calendar }) {
    const instead = moveOfStep(steps, dossier.step);
    const next = steps[dossier.step + 1];
    if (instead !== "handOver" || next === undefined) {
      return refused({ reason: "wrong-step", state: dossier.state, instead });
    }
    return accepted({ ...handedTo(next, dossier, now, calendar), assigneeId: input.assigneeId });
  },

  /** The dossier is where it was, its step as much or as little in time: no clock starts again. */
  undoHandOver(dossier, _input, { handOver }) {
    if (handOver === null) return refused({ reason: "not-legal-now", state: dossier.state });
    const { state, step, holderUnitId, holderRole, assigneeId, isSentBack, stepDueAt } = handOver.before;
    return accepted({ state, step, holderUnitId, holderRole, assigneeId, isSentBack, stepDueAt });
  },

  proposeResult(dossier, input, { now, steps, calendar }) {
    const instead = moveOfStep(steps, dossier.step);
    const next = steps[dossier.step + 1];
    if (instead !== "proposeResult" || next === undefined) {
      return refused({ reason: "wrong-step", state: dossier.state, instead });
    }
    if (isBlank(input.proposal)) return missing("proposal");
    return accepted({ ...handedTo(next, dossier, now, calendar), assigneeId: input.assigneeId });
  },

  sendBack(dossier, input, { now, steps, calendar, previousActorId }) {
    const previous = steps[dossier.step - 1];
    if (previous === undefined) return refused({ reason: "wrong-step", state: dossier.state, instead: null });
    if (isBlank(input.note)) return missing("note");
    const assigneeId = input.assigneeId ?? previousActorId;
    return accepted({ ...handedTo(previous, dossier, now, calendar), isSentBack: true, assigneeId });
  },

  /** The decision is signed: on time means finished ≤ due, whatever day the citizen comes for it (one-stop-rules §9). */
  approve(dossier, _input, { now, steps, calendar, waitsForParts }) {
    const instead = moveOfStep(steps, dossier.step);
    const next = steps[dossier.step + 1];
    if (instead !== "approve" || next === undefined) {
      return refused({ reason: "wrong-step", state: dossier.state, instead });
    }
    // The lead agency gives the result of the whole (61/2018 art. 19(6)).
    if (waitsForParts) return refused({ reason: "parts-are-open", state: dossier.state });
    return accepted({
      ...handedTo(next, dossier, now, calendar),
      state: "finished",
      finishedAt: now,
      awaitsLeader: null,
    });
  },

  returnResult(dossier, input, { now, steps }) {
    if (steps[dossier.step]?.role !== "return") {
      return refused({ reason: "wrong-step", state: dossier.state, instead: moveOfStep(steps, dossier.step) });
    }
    if (dossier.resultChannel !== 2 && isBlank(input.handedTo)) return missing("handedTo");
    return accepted({ ...heldByNobody, state: "returned", returnedAt: now });
  },

  /** It lies at the return desk and nobody came for it; when it is time is in `uncollected/when-to-remind.ts`. */
  remindToCollect(dossier, _input, { now, steps }) {
    if (steps[dossier.step]?.role !== "return") {
      return refused({ reason: "wrong-step", state: dossier.state, instead: moveOfStep(steps, dossier.step) });
    }
    return accepted({ remindedAt: now });
  },

  /** What papers there are is known from the content, so what is said of them is checked with it. */
  digitise() {
    return accepted({});
  },

  recall(dossier, _input, { now }) {
    if (now.getTime() > dossier.submittedAt.getTime() + recallMinutes * 60_000) {
      return refused({ reason: "too-late", state: dossier.state });
    }
    return accepted({ ...heldByNobody, state: "recalled" });
  },

  /** Nobody has begun on it: it is simply taken back. Otherwise the authority decides, and until then its clock runs on. */
  withdraw(dossier) {
    if (dossier.acceptedAt === null) return accepted({ ...heldByNobody, state: "withdrawn", dueAt: null });
    return accepted({ state: "withdrawalRequested", awaitsLeader: "withdrawal" });
  },

  stop(_dossier, input) {
    const needs = [...(isBlank(input.note) ? [need("note")] : []), ...settlementNeeds(input.settlement)];
    if (needs.length > 0) return refused({ reason: "input", faults: needs });
    return accepted({ ...heldByNobody, state: "stopped", dueAt: null });
  },

  declineWithdrawal(dossier, input, { withdrawnFrom }) {
    if (withdrawnFrom === null) return refused({ reason: "not-legal-now", state: dossier.state });
    if (isBlank(input.note)) return missing("note");
    return accepted({ state: withdrawnFrom, awaitsLeader: null });
  },

  recordVerification(_dossier, { note, verification }) {
    const needs = [
      ...(isBlank(note) ? [need("note")] : []),
      ...(["on", "place", "participants"] as const)
        .filter((part) => isBlank(verification?.[part]))
        .map((part) => need(`verification/${part}`)),
    ];
    return needs.length > 0 ? refused({ reason: "input", faults: needs }) : accepted({});
  },

  consult(dossier, input, { now, calendar, unitIdOf }) {
    const question = questionOf(dossier, { ...input, text: input.note }, unitIdOf, calendar, now);
    if (!question.ok) return question;
    return accepted({ consultedUnits: withAsked(dossier.consultedUnits, question.value.unitIds) });
  },

  answerConsultation(dossier, input, { answersFor }) {
    if (answersFor === null) return refused({ reason: "not-legal-now", state: dossier.state });
    if (isBlank(input.note)) return missing("note");
    return accepted({ consultedUnits: withAnswered(dossier.consultedUnits, answersFor) });
  },

  /** A second supplement is against the rule; a leader answers for the exception, and it is seen (forms §2). */
  askSecondSupplement(dossier, input) {
    if (dossier.supplementCount < dossier.supplementLimit) {
      return refused({ reason: "not-legal-now", state: dossier.state });
    }
    return asksLeader("supplement", dossier, input);
  },

  permitSupplement(dossier, input) {
    if (dossier.awaitsLeader !== "supplement") return refused({ reason: "not-legal-now", state: dossier.state });
    if (isBlank(input.note)) return missing("note");
    return accepted({ supplementLimit: dossier.supplementCount + 1, awaitsLeader: null });
  },

  proposeApology(dossier, input, { now, calendar }) {
    const apology = rescheduledTo(dossier, apologyIn(input), calendar, now);
    return apology.ok ? asksLeader("apology", dossier, input) : apology;
  },

  apologise(dossier, input, { now, calendar, draftedApology }) {
    const apology = rescheduledTo(dossier, apologyIn(input, draftedApology), calendar, now);
    if (!apology.ok) return apology;
    const { dueAt } = apology.value;
    const awaitsLeader = dossier.awaitsLeader === "apology" ? null : dossier.awaitsLeader;
    return accepted({ dueAt, actBy: dueAt, rescheduledCount: dossier.rescheduledCount + 1, awaitsLeader });
  },

  giveGuidance(_dossier, input) {
    return isBlank(input.note) ? missing("note") : accepted({});
  },

  correct(_dossier, input, { correctable }) {
    const correction = correctionOf(input, correctable);
    return correction.ok ? accepted({}) : refused({ reason: "input", faults: correction.refusal });
  },
};

/** How much was paid must be said, be it nothing; no more of it can be given back. */
function settlementNeeds(settlement: Settlement | null): readonly InputNeed[] {
  if (settlement === null) return [need("settlement/paid")];
  const isAmount = (amount: number) => Number.isSafeInteger(amount) && amount >= 0;
  if (!isAmount(settlement.paid)) return [{ path: "settlement/paid", code: "notAnAmount" }];
  const isRefundable = isAmount(settlement.refundable) && settlement.refundable <= settlement.paid;
  return isRefundable ? [] : [{ path: "settlement/refundable", code: "notAnAmount" }];
}

/** What the leader changed in the draft of a colleague; the rest stays as it was drafted. */
export function apologyIn(input: MoveInput, draft: Apology | null = null) {
  return {
    reason: input.note ?? draft?.reason ?? null,
    cause: input.cause ?? draft?.cause ?? null,
    newDueOn: input.newDueOn ?? draft?.newDueOn ?? null,
  };
}

/** One question at a time: a leader who is asked two things at once would answer one and lose the other. */
function asksLeader(what: LeadersDecision, dossier: Dossier, input: MoveInput): Decision {
  if (dossier.awaitsLeader !== null) return refused({ reason: "leader-is-asked", state: dossier.state });
  if (isBlank(input.note)) return missing("note");
  return accepted({ awaitsLeader: what });
}

function handedTo(next: DossierStep, dossier: Dossier, now: Date, calendar: DossierCalendar): Partial<Progress> {
  return {
    state: dossier.state === "finished" ? "finished" : "inProgress",
    step: next.no,
    holderUnitId: next.unitId,
    holderRole: next.role,
    assigneeId: null,
    isSentBack: false,
    stepDueAt: calendar.stepDueFrom(now, next.hours),
  };
}

/** A dossier that belongs to another unit is passed on the same day, whatever the step may take (61/2018 art. 18(2)). */
function firstStepDue(steps: readonly DossierStep[], step: number, now: Date, calendar: DossierCalendar): Date | null {
  const due = stepDue(steps, step, now, calendar);
  const [present, next] = [steps[step], steps[step + 1]];
  if (due === null || present === undefined || next === undefined || next.unitId === present.unitId) return due;
  const transfer = calendar.transferBy(now);
  return new Date(Math.min(transfer.getTime(), due.getTime()));
}

function stepDue(steps: readonly DossierStep[], step: number, now: Date, calendar: DossierCalendar): Date | null {
  const present = steps[step];
  return present === undefined ? null : calendar.stepDueFrom(now, present.hours);
}

export function faultsOfRequest(
  faults: readonly SupplementFault[],
  componentKeys: readonly string[],
  legalBasis: readonly string[],
): readonly InputNeed[] {
  if (faults.length === 0) return [{ path: "faults", code: "missing" }];
  return faults.flatMap((fault, index): readonly InputNeed[] => {
    const path = `faults/${index}`;
    const needs: InputNeed[] = [];
    if (isBlank(fault.message)) needs.push({ path: `${path}/message`, code: "missing" });
    if (fault.componentKey !== undefined) {
      if (!componentKeys.includes(fault.componentKey))
        needs.push({ path: `${path}/componentKey`, code: "unknownComponent" });
    } else if (fault.legalBasis === undefined) {
      needs.push({ path: `${path}/componentKey`, code: "missing" });
    } else if (!legalBasis.includes(fault.legalBasis)) {
      needs.push({ path: `${path}/legalBasis`, code: "unknownLegalBasis" });
    }
    return needs;
  });
}

function need(path: string): InputNeed {
  return { path, code: "missing" };
}

function missing(path: string): Decision {
  return refused({ reason: "input", faults: [need(path)] });
}

function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === "";
}
