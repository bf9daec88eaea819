/**
 * The parts of a linked dossier (61/2018/NĐ-CP art. 19(6)–(7)). What follows one another is told by the steps, each part beginning
 * when the former is done. What runs beside them is asked of its agency by the acceptance itself, like an opinion with a day
 * of its own, and stands in that agency's list until it is answered; without it the result of the whole is not signed.
 */
import { type LinkedPart, linkedParts, type ProcedureVersion } from "#features/catalogue/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import type { DossierCalendar } from "./decide.ts";
import type { Dossier } from "./dossier.ts";
import type { DossierView, TimelineEntry } from "./dossier-view.ts";
import { lastProposal, type OpenedEvent } from "./history.ts";
import type { EventType } from "./moves.ts";
import { readSaid } from "./said.ts";
import { lastLeader } from "./steps.ts";

/** What an agency was given to do by the acceptance, beside the steps. */
export type StartedPart = { readonly unitId: number; readonly dueAt: Date };

export type PartState = "coming" | "running" | "waiting" | "done" | "ended";

export type Part = {
  readonly unitId: number;
  readonly task: { readonly vi: string; readonly en: string };
  readonly hours: number;
  readonly isLead: boolean;
  readonly isBeside: boolean;
  /** `waiting`: the citizen has been asked for papers; `ended`: the dossier was closed without it. */
  readonly state: PartState;
  readonly startedAt: Date | null;
  readonly dueAt: Date | null;
  readonly doneAt: Date | null;
  readonly isLate: boolean;
};

export type BesidePart = { readonly unitId: number; readonly task: string; readonly hours: number };

/** What agencies have to do beside the steps, by the units that do it for this receiving unit. */
export function partsBeside(
  version: ProcedureVersion,
  receivingUnitId: number,
  organisation: Organisation,
): readonly BesidePart[] {
  return linkedParts(version.definition)
    .filter(({ steps }) => steps === null)
    .map((part) => ({ unitId: unitOf(part, receivingUnitId, organisation), task: part.task, hours: part.hours }));
}

/** What acceptance gives to them, each with a limit of its own. */
export function partsToStart(
  version: ProcedureVersion,
  receivingUnitId: number,
  organisation: Organisation,
  calendar: Pick<DossierCalendar, "stepDueFrom">,
  acceptedAt: Date,
): readonly StartedPart[] {
  return partsBeside(version, receivingUnitId, organisation).map(({ unitId, hours }) => ({
    unitId,
    dueAt: calendar.stepDueFrom(acceptedAt, hours),
  }));
}

/** The agency that answers for the whole; null when one answers for everything anyway. */
export function leadOf(version: ProcedureVersion, receivingUnitId: number, organisation: Organisation): number | null {
  const lead = linkedParts(version.definition).find(({ isLead }) => isLead);
  return lead === undefined ? null : unitOf(lead, receivingUnitId, organisation);
}

type Told = {
  readonly type: EventType;
  readonly unitId: number | null;
  readonly number: number;
  readonly started: readonly StartedPart[];
};

/** The answer by which an agency reported its part done; what it answers after that are opinions. */
export function reportOf<Event extends Told>(events: readonly Event[], unitId: number): Event | undefined {
  const start = events.find(({ started }) => started.some((part) => part.unitId === unitId));
  if (start === undefined) return undefined;
  return events.find(
    (event) => event.type === "answerConsultation" && event.unitId === unitId && event.number > start.number,
  );
}

/** Parts beside the steps that were given out and not reported done. */
export function openParts(events: readonly Told[]): readonly StartedPart[] {
  return events.flatMap(({ started }) => started).filter(({ unitId }) => reportOf(events, unitId) === undefined);
}

/** Whether the leader has to wait before the result of the whole can be granted; what is refused needs nobody's part. */
export function waitsForParts(history: readonly OpenedEvent[]): boolean {
  if (lastProposal(history).outcome === "refuse") return false;
  return openParts(history.map((event) => ({ ...event, started: readSaid(event.said).started }))).length > 0;
}

/** Null when one agency answers for everything, or when the person was erased and nothing is left to tell it from. */
export function partsOf(
  view: Pick<DossierView, "dossier" | "version" | "steps" | "timeline" | "clock" | "content">,
  organisation: Organisation,
  calendar: Pick<DossierCalendar, "stepDueFrom" | "dueAfterPause">,
  now: Date,
): readonly Part[] | null {
  const { dossier, version, timeline } = view;
  const parts = linkedParts(version.definition);
  if (parts.length === 0 || view.content === null) return null;
  return parts.map((part): Part => {
    const unitId = unitOf(part, dossier.receivingUnitId, organisation);
    const times = part.steps === null ? timesBeside(timeline, unitId) : timesOfSteps(view, part.steps);
    const dueAt = times.dueAt ?? (part.steps === null ? null : dueOfSteps(view, times.startedAt, part.hours, calendar));
    const state = stateOf(dossier, times, part.steps === null);
    const isLate =
      dueAt !== null && (times.doneAt !== null ? times.doneAt > dueAt : state === "running" && now > dueAt);
    return {
      unitId,
      task: { vi: part.task, en: part.taskEn },
      hours: part.hours,
      isLead: part.isLead,
      isBeside: part.steps === null,
      state,
      startedAt: times.startedAt,
      dueAt,
      doneAt: times.doneAt,
      isLate,
    };
  });
}

type Times = { readonly startedAt: Date | null; readonly dueAt: Date | null; readonly doneAt: Date | null };

/** The day stays as it was given: papers that the citizen is asked for stop the steps, and not what runs beside them. */
function timesBeside(timeline: readonly TimelineEntry[], unitId: number): Times {
  const start = timeline.find(({ started }) => started.some((part) => part.unitId === unitId));
  const dueAt = start?.started.find((part) => part.unitId === unitId)?.dueAt ?? null;
  return { startedAt: start?.at ?? null, dueAt, doneAt: reportOf(timeline, unitId)?.at ?? null };
}

/** Sent back into an agency's steps its part runs on; come again to the next agency, that part starts anew. */
function timesOfSteps(
  { dossier, steps, timeline }: Pick<DossierView, "dossier" | "steps" | "timeline">,
  part: NonNullable<LinkedPart["steps"]>,
): Times {
  const [from, through] = [part.from - 1, part.through - 1];
  const comesTo = (step: number): Date | null => {
    if (dossier.acceptedAt === null || dossier.step < step) return null;
    if (step === 0) return dossier.acceptedAt;
    const before = timeline.findLastIndex((entry) => entry.step < step);
    return timeline[before + 1]?.at ?? null;
  };
  const deciding = lastLeader(steps)?.no ?? steps.length - 1;
  // In time is what is decided in time, whatever day the citizen comes for it.
  const doneAt = deciding >= from && deciding <= through ? dossier.finishedAt : comesTo(through + 1);
  return { startedAt: comesTo(from), dueAt: null, doneAt };
}

/** The limit of the part from its start; papers that the citizen had to send make it begin anew or go on, as with the whole. */
function dueOfSteps(
  { version, timeline, clock }: Pick<DossierView, "version" | "timeline" | "clock">,
  startedAt: Date | null,
  hours: number,
  calendar: Pick<DossierCalendar, "stepDueFrom" | "dueAfterPause">,
): Date | null {
  if (startedAt === null) return null;
  if (version.supplementPolicy === "reset") {
    const supplement = timeline.findLast(({ type, at }) => type === "supplement" && at > startedAt);
    return calendar.stepDueFrom(supplement?.at ?? startedAt, hours);
  }
  return clock
    .filter(({ kind, from }) => kind === "paused" && from > startedAt)
    .reduce(
      (due, { from, to }) => (to === null ? due : calendar.dueAfterPause(due, from, to)),
      calendar.stepDueFrom(startedAt, hours),
    );
}

function stateOf(dossier: Dossier, { startedAt, doneAt }: Times, isBeside: boolean): PartState {
  if (doneAt !== null) return "done";
  // Refused after appraisal, nobody needs the other parts any more.
  if (dossier.holderUnitId === null || dossier.finishedAt !== null) return "ended";
  if (startedAt === null) return "coming";
  return dossier.state === "awaitingSupplement" && !isBeside ? "waiting" : "running";
}

function unitOf({ agency }: LinkedPart, receivingUnitId: number, organisation: Organisation): number {
  const unit = organisation.resolveStepUnit(receivingUnitId, agency);
  if (unit === undefined) throw new Error(`No unit ${agency} for receiving unit ${receivingUnitId}`);
  return unit.id;
}
