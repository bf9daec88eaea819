/**
 * What each move changes. Pure: the dossier, its steps, the time and the calendar are handed in, the changed fields
 * come back. Who may move is `access.ts`; writing it down is `move-dossier.ts`.
 */
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import { type Dossier, type DossierStep, heldByNobody, type Progress } from "./dossier.ts";
import type { HandOver } from "./history.ts";
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
};

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
};

export type MoveRefusal =
  | { readonly reason: "not-legal-now"; readonly state: DossierState }
  | { readonly reason: "wrong-step"; readonly state: DossierState; readonly instead: MoveName | null }
  | { readonly reason: "too-late"; readonly state: DossierState }
  | { readonly reason: "supplement-only-once"; readonly state: DossierState }
  | { readonly reason: "input"; readonly faults: readonly InputNeed[] };

export type InputNeed = {
  readonly path: string;
  readonly code: "missing" | "unknownComponent" | "unknownLegalBasis" | "tooLong" | "nobodyToName";
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
export function lengthFaults({ note, proposal, handedTo, faults }: MoveInput): readonly InputNeed[] {
  const texts: readonly (readonly [path: string, text: string | null])[] = [
    ["note", note],
    ["proposal", proposal],
    ["handedTo", handedTo],
    ...faults.map(({ message }, at) => [`faults/${at}/message`, message] as const),
  ];
  const tooLong = texts.flatMap(([path, text]) => ((text?.length ?? 0) > longestNote ? [path] : []));
  if (faults.length > mostFaults) tooLong.push("faults");
  return tooLong.map((path) => ({ path, code: "tooLong" }));
}

const rules: Record<MoveName, (dossier: Dossier, input: MoveInput, facts: MoveFacts) => Decision> = {
  /** The dossier is full and correct: the clock starts (309/2026 art. 8(3); 61/2018 art. 17). */
  accept(dossier, _input, { now, actorId, steps, calendar }) {
    const dueAt = calendar.dueFrom(now);
    return accepted({
      state: "accepted",
      acceptedAt: now,
      originalDueAt: dueAt,
      dueAt,
      stepDueAt: stepDue(steps, dossier.step, now, calendar),
      assigneeId: actorId,
      actBy: dueAt,
    });
  },

  refuse(_dossier, input) {
    if (isBlank(input.note)) return missing("note");
    return accepted({ ...heldByNobody, state: "refused" });
  },

  /** Once only (61/2018 art. 11(2)(c)); after acceptance within three working days (art. 19(4)). */
  requestSupplement(dossier, input, { now, calendar, componentKeys, legalBasis }) {
    if (dossier.supplementCount > 0) return refused({ reason: "supplement-only-once", state: dossier.state });
    if (dossier.acceptedAt !== null && now > calendar.supplementUntil(dossier.acceptedAt)) {
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
  approve(dossier, _input, { now, steps, calendar }) {
    const instead = moveOfStep(steps, dossier.step);
    const next = steps[dossier.step + 1];
    if (instead !== "approve" || next === undefined) {
      return refused({ reason: "wrong-step", state: dossier.state, instead });
    }
    return accepted({ ...handedTo(next, dossier, now, calendar), state: "finished", finishedAt: now });
  },

  returnResult(dossier, input, { now, steps }) {
    if (steps[dossier.step]?.role !== "return") {
      return refused({ reason: "wrong-step", state: dossier.state, instead: moveOfStep(steps, dossier.step) });
    }
    if (dossier.resultChannel !== 2 && isBlank(input.handedTo)) return missing("handedTo");
    return accepted({ ...heldByNobody, state: "returned", returnedAt: now });
  },

  recall(dossier, _input, { now }) {
    if (now.getTime() > dossier.submittedAt.getTime() + recallMinutes * 60_000) {
      return refused({ reason: "too-late", state: dossier.state });
    }
    return accepted({ ...heldByNobody, state: "recalled" });
  },

  withdraw() {
    return accepted({ ...heldByNobody, state: "withdrawn", dueAt: null });
  },
};

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

function stepDue(steps: readonly DossierStep[], step: number, now: Date, calendar: DossierCalendar): Date | null {
  const present = steps[step];
  return present === undefined ? null : calendar.stepDueFrom(now, present.hours);
}

function faultsOfRequest(
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

function missing(path: string): Decision {
  return refused({ reason: "input", faults: [{ path, code: "missing" }] });
}

function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === "";
}
