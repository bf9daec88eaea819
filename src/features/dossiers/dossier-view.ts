/** One dossier with everything an owner or an official in charge may see, opened and put in words' reach. */

import type { Catalogue, ProcedureVersion } from "#features/catalogue/index.ts";
import { formOf } from "#features/eforms/index.ts";
import { listAccountNames } from "#features/identity/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import type { Db } from "#foundation/db/index.ts";
import type { Sealing } from "#foundation/sealing/index.ts";
import { type DossierContent, openContent } from "./content.ts";
import { type ContentChanges, changesBetween } from "./content-changes.ts";
import { firstOf, type Recorded, type Words } from "./correction.ts";
import type { Settlement, SupplementFault, Verification } from "./decide.ts";
import { changedBetween, type Digitised, digitisationIn, digitisationOf } from "./digitisation/digitisation.ts";
import type { Dossier, DossierStep } from "./dossier.ts";
import {
  draftedApology,
  type HandOver,
  lastArrival,
  openHandOver,
  openHistory,
  recorded,
  whoHandedOn,
} from "./history.ts";
import type { Apology, LateCause } from "./lateness.ts";
import { type StartedPart, waitsForParts } from "./linked.ts";
import type { DossierState, EventType } from "./moves.ts";
import { findOwnerName, findWrappedKey, listContents, listEvents } from "./queries.ts";
import { readSaid, wordsIn } from "./said.ts";
import { stepsOf } from "./steps.ts";
import type { AnsweredRequest } from "./supplement-comparison.ts";

export type TimelineEntry = {
  readonly number: number;
  readonly type: EventType;
  readonly at: Date;
  readonly unitId: number | null;
  readonly role: string;
  readonly actorName: string | null;
  /** To whom it was given by name. */
  readonly assignee: { readonly id: string; readonly name: string } | null;
  readonly state: DossierState;
  /** At which step it was after this, from 0. */
  readonly step: number;
  readonly dueAt: Date | null;
  readonly note: string | null;
  readonly faults: readonly SupplementFault[];
  readonly proposal: string | null;
  /** A proposal to refuse after appraisal. */
  readonly isRefusal: boolean;
  readonly handedTo: string | null;
  /** What a supplement changed. Names of fields are for everyone who may read the history, values for officials. */
  readonly changes: ContentChanges | null;
  readonly newDueOn: string | null;
  readonly cause: LateCause | null;
  readonly asked: { readonly unitIds: readonly number[]; readonly dueAt: Date } | null;
  /** What acceptance gave to agencies beside the steps. */
  readonly started: readonly StartedPart[];
  readonly verification: Verification | null;
  readonly settlement: Settlement | null;
  readonly paper: { readonly kind: string; readonly id: string; readonly number: string } | null;
  /** What was set right of the digitisation of papers; null with every other event. */
  readonly digitised: readonly Digitised[] | null;
  /** Of a correction: the event it names, what was recorded there at first, and the words that stand now. */
  readonly correction: { readonly of: number; readonly type: EventType; readonly words: Words } | null;
  /** The correction of this event, and why. */
  readonly correctedBy: { readonly number: number; readonly reason: string } | null;
};

/** A stretch of the citizen's clock: running, or standing while the citizen prepares a supplement. */
export type ClockInterval = { readonly from: Date; readonly to: Date | null; readonly kind: "running" | "paused" };

export type DossierView = {
  readonly dossier: Dossier;
  readonly version: ProcedureVersion;
  readonly steps: readonly DossierStep[];
  readonly ownerName: string;
  /** Of the official who has it in hand. */
  readonly assigneeName: string | null;
  /** The official to whom it goes when it is sent back. */
  readonly goesBackTo: string | null;
  /** The hand-over that nobody has taken yet. */
  readonly handOver: HandOver | null;
  /** When the full papers last came in after acceptance. */
  readonly arrivedAt: Date | null;
  /** Whether other agencies still owe their parts of what is to be granted. */
  readonly waitsForParts: boolean;
  /** The apology that waits for a leader's signature. */
  readonly draftedApology: Apology | null;
  /** How each paper stands with digitisation; empty as long as nothing was recorded. */
  readonly digitised: readonly Digitised[];
  /** What officials recorded and may still set right. */
  readonly recorded: readonly Recorded[];
  /** Null once the person was erased. */
  readonly content: DossierContent | null;
  readonly timeline: readonly TimelineEntry[];
  readonly clock: readonly ClockInterval[];
  /** The last supplement request that was answered, with what stood before and after; for officials. */
  readonly answeredRequest: AnsweredRequest | null;
};

export type ViewDeps = {
  readonly db: Db;
  readonly sealing: Sealing;
  readonly catalogue: () => Catalogue;
  readonly organisation: () => Organisation;
};

export async function viewDossier(
  { db, sealing, catalogue, organisation }: ViewDeps,
  dossier: Dossier,
): Promise<DossierView> {
  const version = catalogue().getById(dossier.procedureVersionId);
  const [wrapped, sealed, events, ownerName] = await Promise.all([
    findWrappedKey(db, dossier.id),
    listContents(db, dossier.id),
    listEvents(db, dossier.id),
    findOwnerName(db, dossier.id),
  ]);
  const key = wrapped === null ? null : sealing.unwrap(wrapped);
  const history = openHistory(sealing, key, dossier.id, events);
  const names = await listAccountNames(
    db,
    history.flatMap(({ actorId, role, after: { assigneeId } }) =>
      [role === "applicant" ? null : actorId, assigneeId].filter((id) => id !== null),
    ),
  );
  const contents = sealed.map(({ version: number, sealed }) => ({
    number,
    content: key === null ? null : openContent(sealing, key, dossier.id, number, sealed),
  }));
  const contentOf = (number: unknown) => contents.find((one) => one.number === number)?.content ?? null;
  const form = formOf(version.definition);
  const corrections = history.map(({ number, type, said }) => {
    const { corrects, note } = readSaid(said);
    return { number, type, corrects, note };
  });
  const timeline = history.map((event, at): TimelineEntry => {
    const { said, set } = event;
    // Who accepts a dossier or takes it back has it; that is not worth a word. Any other name was chosen by somebody.
    const assigneeId = event.type === "accept" || event.type === "undoHandOver" ? null : textOf(set.assigneeId);
    return {
      number: event.number,
      type: event.type,
      at: event.at,
      unitId: event.unitId,
      role: event.role,
      actorName: event.actorId === null ? null : (names.get(event.actorId) ?? null),
      assignee: assigneeId === null ? null : { id: assigneeId, name: names.get(assigneeId) ?? "" },
      state: event.state,
      step: event.after.step,
      dueAt: event.dueAt,
      ...readSaid(said),
      faults: Array.isArray(said.faults) ? (said.faults as readonly SupplementFault[]) : [],
      changes: event.type === "supplement" ? changesOf(said.contentVersion) : null,
      paper: (said.paper as TimelineEntry["paper"]) ?? null,
      digitised:
        event.type === "digitise"
          ? changedBetween(digitisationIn(said) ?? [], digitisationOf(history.slice(0, at)))
          : null,
      correction: correctionIn(event),
      correctedBy: correctedBy(event.number),
    };
  });
  const { assigneeId } = dossier;

  function correctionIn({ number, said }: (typeof history)[number]): TimelineEntry["correction"] {
    const correction = corrections.find((one) => one.number === number);
    const first = firstOf(corrections, correction);
    if (first === undefined || correction === undefined || correction.corrects === null) return null;
    return { of: correction.corrects, type: first.type, words: wordsIn(said) };
  }

  function correctedBy(number: number): TimelineEntry["correctedBy"] {
    const correction = corrections.find(({ corrects }) => corrects === number);
    return correction === undefined ? null : { number: correction.number, reason: correction.note ?? "" };
  }

  function changesOf(number: unknown): ContentChanges | null {
    const [before, after] = [typeof number === "number" ? contentOf(number - 1) : null, contentOf(number)];
    return before === null || after === null ? null : changesBetween(form, before, after);
  }

  return {
    dossier,
    version,
    steps: stepsOf(version, dossier.receivingUnitId, organisation()),
    ownerName,
    assigneeName: assigneeId === null ? null : (names.get(assigneeId) ?? null),
    goesBackTo: whoHandedOn(history, dossier.step),
    handOver: openHandOver(dossier, history),
    arrivedAt: lastArrival(dossier.acceptedAt, history),
    waitsForParts: waitsForParts(history),
    draftedApology: draftedApology(dossier, history),
    digitised: digitisationOf(history),
    recorded: recorded(history),
    content: contents.at(-1)?.content ?? null,
    timeline,
    clock: clockIntervals(timeline),
    answeredRequest: lastAnswered(),
  };

  function lastAnswered(): AnsweredRequest | null {
    const answered = history.findLast((event) => event.type === "supplement");
    const asked = history.findLast(
      (event) => event.type === "requestSupplement" && event.number < (answered?.number ?? 0),
    );
    if (answered === undefined || asked === undefined) return null;
    const { contentVersion } = answered.said;
    const [before, after] = [
      typeof contentVersion === "number" ? contentOf(contentVersion - 1) : null,
      contentOf(contentVersion),
    ];
    const faults = timeline.find(({ number }) => number === asked.number)?.faults ?? [];
    if (before === null || after === null || faults.length === 0) return null;
    return {
      askedAt: asked.at,
      answeredAt: answered.at,
      faults,
      before,
      after,
      changes: changesBetween(form, before, after),
    };
  }
}

/** The intervals of the clock, as the events tell them. Nothing runs before acceptance or after the decision. */
export function clockIntervals(
  events: readonly Pick<TimelineEntry, "type" | "at" | "state">[],
): readonly ClockInterval[] {
  const intervals: { from: Date; to: Date | null; kind: "running" | "paused" }[] = [];
  let isAccepted = false;
  for (const event of events) {
    const open = intervals.at(-1);
    // While a withdrawal waits for its decision everything stays as it was, the clock too.
    if (event.state === "withdrawalRequested") continue;
    const kind = kindAfter(event.state, isAccepted || event.type === "accept");
    if (event.type === "accept") isAccepted = true;
    if (open !== undefined && open.to === null) {
      if (open.kind === kind) continue;
      open.to = event.at;
    }
    if (kind !== null) intervals.push({ from: event.at, to: null, kind });
  }
  return intervals;
}

function kindAfter(state: DossierState, isAccepted: boolean): "running" | "paused" | null {
  if (!isAccepted) return null;
  if (state === "accepted" || state === "inProgress") return "running";
  return state === "awaitingSupplement" ? "paused" : null;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
