/** Makes one move of a dossier: who may, what changes, what is said, which paper is issued; one transaction, one event. */
import type { WorkingCalendar } from "#features/calendar/index.ts";
import type { Catalogue, ProcedureVersion } from "#features/catalogue/index.ts";
import { deleteDraftOfDossier } from "#features/eforms/index.ts";
import { type Applicant, type Official, provedLately } from "#features/identity/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import type { Database, Db } from "#foundation/db/index.ts";
import type { InputFault } from "#foundation/errors/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import type { Sealing, SealingKey } from "#foundation/sealing/index.ts";
import { consultedUnitOf, covers, deskOf, mayMove, maySee } from "./access.ts";
import { isPostedAt } from "./colleagues.ts";
import { questionOf } from "./consultation.ts";
import {
  contentHash,
  type DossierContent,
  openContent,
  payloadPlace,
  type SubmittedComponent,
  sealContent,
  writeContent,
} from "./content.ts";
import { correctableBy, correctionOf, noWords } from "./correction.ts";
import {
  apologyIn,
  type DossierCalendar,
  decide,
  type MoveFacts,
  type MoveInput,
  type MoveRefusal,
  type Outcome,
} from "./decide.ts";
import { countsOf, digitisationOf, digitisedBy } from "./digitisation/digitisation.ts";
import { keepDigitisation } from "./digitisation/queries.ts";
import { channels, type Dossier, type DossierStep } from "./dossier.ts";
import { commitmentOf, packPayload, saltBytes, toSet } from "./event.ts";
import {
  draftedApology,
  lastArrival,
  lastProposal,
  type OpenedEvent,
  openHandOver,
  openHistory,
  recorded,
  stateBefore,
  whoHandedOn,
} from "./history.ts";
import { mayGoWithoutReceipt } from "./immediate.ts";
import { type Apology, rescheduledTo } from "./lateness.ts";
import { partsToStart, waitsForParts } from "./linked.ts";
import { isSigned, type MoveName, type MovePaperKind, moves } from "./moves.ts";
import {
  findNewestContent,
  findWrappedKey,
  getDossierForUpdate,
  insertConsultations,
  insertContent,
  insertDossierUploads,
  insertEvent,
  listEvents,
  markConsultationAnswered,
  tellListeners,
  updateProgress,
} from "./queries.ts";
import { type AskedUnits, saidWith } from "./said.ts";
import { receivingStep, stepsOf } from "./steps.ts";
import { type CheckAnswers, checkComponents } from "./submit-dossier.ts";

/** What a paper needs to be set, numbered and, where the law wants it, signed. */
export type PaperOrder = {
  readonly kind: MovePaperKind;
  readonly dossier: Dossier;
  readonly version: ProcedureVersion;
  readonly content: DossierContent;
  readonly key: SealingKey;
  readonly at: Date;
  readonly by: Official;
  /** The unit that issues it. */
  readonly unitId: number;
  readonly input: MoveInput;
  /** What the specialist proposed the result should say. */
  readonly proposal: string | null;
  /** What a leader signs: the new date and why; null with every other paper. */
  readonly apology: Apology | null;
  /** Who is asked for an opinion, and by when; null with every other paper. */
  readonly asked: AskedUnits | null;
  /** When the applicant asked for what is decided now; null when nobody did. */
  readonly askedAt: Date | null;
  /** The dossier as it stood before this move: its due date, its state, its step. */
  readonly before: Dossier;
  readonly steps: readonly DossierStep[];
};
export type IssuedPaper = { readonly id: string; readonly number: string; readonly sha256: string };

export type MoveDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly sealing: Sealing;
  readonly catalogue: () => Catalogue;
  readonly organisation: () => Organisation;
  readonly calendarOf: (version: ProcedureVersion, receivingUnitId: number) => DossierCalendar;
  readonly checkAnswers: CheckAnswers;
  readonly uploadersOf: (uploadIds: readonly string[]) => Promise<ReadonlyMap<string, string | null>>;
  readonly workingCalendarOf: (receivingUnitId: number) => WorkingCalendar;
  /** Sets, signs and stores the paper; its row joins the transaction, its file is durable before. */
  readonly issuePaper: (tx: Db, order: PaperOrder) => Promise<IssuedPaper>;
};

/** A supplement brings new answers and papers; what is left out stays as it was. */
export type Supplement = {
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly components?: readonly SubmittedComponent[];
};

export type MoveRequest = MoveInput & {
  readonly supplement: Supplement | null;
  /** The number of the last event the person saw; a page that is out of date must not decide. Null: whatever it is now. */
  readonly seenEvent: number | null;
  /** Accepting what is answered at once: the person was asked and wants no slip (61/2018/NĐ-CP art. 17(4)). */
  readonly wantsNoReceipt: boolean;
};

/** A move made by nothing but the press of a button. */
export const nothingSaid: MoveRequest = {
  note: null,
  faults: [],
  assigneeId: null,
  proposal: null,
  handedTo: null,
  outcome: "grant",
  newDueOn: null,
  cause: null,
  unitCodes: [],
  answerBy: null,
  verification: null,
  settlement: null,
  corrects: null,
  corrected: noWords,
  digitisation: [],
  supplement: null,
  seenEvent: null,
  wantsNoReceipt: false,
};

export type MoveDossierRefusal =
  | MoveRefusal
  | { readonly reason: "not-theirs" }
  | { readonly reason: "not-visible" }
  | { readonly reason: "held-by-another"; readonly state: Dossier["state"] }
  | { readonly reason: "moved-on"; readonly state: Dossier["state"] }
  /** It is theirs to sign, once they have proved anew who they are. */
  | { readonly reason: "proof-needed"; readonly state: Dossier["state"] }
  | { readonly reason: "unknown-assignee" }
  | { readonly reason: "content"; readonly faults: readonly InputFault[] };

export type Moved = { readonly dossier: Dossier; readonly paper: IssuedPaper | null };

export async function moveDossier(
  deps: MoveDeps,
  by: Applicant | Official,
  dossierId: string,
  move: MoveName,
  request: MoveRequest,
): Promise<Result<Moved, MoveDossierRefusal>> {
  const organisation = deps.organisation();
  return deps.database.db.transaction().execute(async (tx) => {
    const dossier = await getDossierForUpdate(tx, dossierId);
    const version = deps.catalogue().getById(dossier.procedureVersionId);
    const steps = stepsOf(version, dossier.receivingUnitId, organisation);
    if (!maySee(by, dossier, steps, organisation)) return refused({ reason: "not-visible" });
    const wrapped = await findWrappedKey(tx, dossierId);
    const key = wrapped === null ? null : deps.sealing.unwrap(wrapped);
    const history = openHistory(deps.sealing, key, dossierId, await listEvents(tx, dossierId));
    const handOver = openHandOver(dossier, history);
    const access = mayMove(by, move, dossier, steps, organisation, handOver);
    if (access === "not-theirs") return refused({ reason: access });
    if (access !== "yes") return refused({ reason: access, state: dossier.state });
    if (request.seenEvent !== null && request.seenEvent !== dossier.eventCount) {
      return refused({ reason: "moved-on", state: dossier.state });
    }
    if (isSigned(move) && !provedLately(by, deps.clock.now())) {
      return refused({ reason: "proof-needed", state: dossier.state });
    }
    // The person was erased: nothing more is said or done in their case.
    if (key === null) return refused({ reason: "not-legal-now", state: dossier.state });

    const now = deps.clock.now();
    const receiving = receivingStep(move, dossier.step, steps);
    const mayReceive = async (accountId: string | null): Promise<boolean> =>
      accountId !== null && receiving !== undefined && isPostedAt({ ...deps, db: tx }, accountId, receiving);
    const before = move === "sendBack" ? whoHandedOn(history, dossier.step) : null;
    const facts: MoveFacts = {
      ...factsOf(deps, dossier, version, steps, history, by, move, now),
      // Somebody who has left the office meanwhile could not take it back; then it is for whoever does the step now.
      previousActorId: (await mayReceive(before)) ? before : null,
      handOver,
    };
    const decision = decide(move, dossier, request, facts);
    if (!decision.ok) return decision;
    if (request.assigneeId !== null && !(await mayReceive(request.assigneeId))) {
      return refused({ reason: "unknown-assignee" });
    }

    const sealed = await findNewestContent(tx, dossierId);
    if (!sealed) throw new Error(`Dossier ${dossierId} has no content`);
    let content = openContent(deps.sealing, key, dossierId, sealed.version, sealed.sealed);
    const sent = { version, content, before: digitisationOf(history), given: request.digitisation };
    const digitised = digitisedBy(move, sent);
    if (!digitised.ok) return refused({ reason: "input", faults: digitised.refusal });
    const number = dossier.eventCount + 1;
    const apology = move === "apologise" || move === "proposeApology" ? apologyOf(dossier, request, facts) : null;
    const asked = move === "consult" ? askedBy(dossier, request, facts) : null;
    const correction = move === "correct" ? correctionOf(request, facts.correctable) : null;
    const said: Record<string, unknown> = {
      ...saidWith(move, request, {
        apology,
        asked,
        started: facts.toStart,
        correction: correction?.ok === true ? correction.value : null,
      }),
      ...(digitised.value === null ? {} : { digitisation: digitised.value }),
      // The version the due date was counted on, so that it can be explained after the calendar has changed.
      ...(decision.value.dueAt ? { calendarVersion: deps.workingCalendarOf(dossier.receivingUnitId).versionId } : {}),
    };
    if (move === "supplement") {
      const answered = await writeSupplement(
        deps,
        tx,
        dossier,
        version,
        key,
        sealed.version,
        content,
        request,
        by.accountId,
      );
      if (!answered.ok) return answered;
      content = answered.value.content;
      said.contentVersion = answered.value.version;
      said.contentHash = contentHash(writeContent(content));
    }

    const after: Dossier = { ...dossier, ...decision.value, eventCount: number };
    // Who takes a dossier back acts for the desk it was handed over from, where it is no longer.
    const held = move === "undoHandOver" && handOver !== null ? handOver.before : dossier;
    const desk = by.kind === "official" ? deskOf(by, move, held, steps, organisation) : null;
    const proposal = lastProposal(history);
    const kind = paperOf(move, dossier, version, request, proposal.outcome);
    let paper: IssuedPaper | null = null;
    if (kind !== null && by.kind === "official" && desk !== null) {
      paper = await deps.issuePaper(tx, {
        kind,
        dossier: after,
        version,
        content,
        key,
        at: now,
        by,
        unitId: desk.unitId,
        input: request,
        proposal: proposal.text,
        apology,
        asked,
        askedAt: move === "stop" ? (history.findLast((event) => event.type === "withdraw")?.at ?? null) : null,
        before: dossier,
        steps,
      });
      said.paper = { kind, id: paper.id, number: paper.number, sha256: paper.sha256 };
    }

    const payload = packPayload(deps.sealing.randomBytes(saltBytes), { set: toSet(decision.value), said });
    await updateProgress(tx, dossierId, decision.value, number);
    await insertEvent(
      tx,
      {
        dossierId,
        number,
        type: move,
        at: now,
        actorId: by.accountId,
        unitId: desk?.unitId ?? null,
        role: by.kind === "official" ? (desk?.role ?? "official") : "applicant",
        state: after.state,
        dueAt: after.dueAt,
        fromUnitId: dossier.holderUnitId,
        fromActBy: dossier.actBy,
        commitment: commitmentOf(payload),
      },
      deps.sealing.seal(key, payloadPlace(dossierId, number), payload),
    );
    if (digitised.value !== null && after.acceptedAt !== null) {
      const { receivingUnitId: unitId } = dossier;
      await keepDigitisation(tx, {
        dossierId,
        unitId,
        acceptedOn: dayOf(after.acceptedAt),
        ...countsOf(digitised.value),
      });
    }
    // What was being corrected is answered now, or nobody asks for it any more.
    if (dossier.state === "awaitingSupplement") await deleteDraftOfDossier(tx, dossierId);
    const given = [
      ...(asked?.unitIds.map((unitId) => ({ unitId, dueAt: new Date(asked.dueAt) })) ?? []),
      ...facts.toStart,
    ];
    if (given.length > 0) await insertConsultations(tx, dossierId, number, given);
    if (move === "answerConsultation" && facts.answersFor !== null) {
      await markConsultationAnswered(tx, dossierId, facts.answersFor, number);
    }
    await tellListeners(tx);
    return accepted({ dossier: after, paper });
  });
}

function factsOf(
  deps: MoveDeps,
  dossier: Dossier,
  version: ProcedureVersion,
  steps: readonly DossierStep[],
  history: readonly OpenedEvent[],
  by: Applicant | Official,
  move: MoveName,
  now: Date,
): Omit<MoveFacts, "previousActorId" | "handOver"> {
  const request = history.findLast((event) => event.type === "requestSupplement");
  const before = request && history.find((event) => event.number === request.number - 1);
  const organisation = deps.organisation();
  return {
    now,
    actorId: by.accountId,
    steps,
    calendar: deps.calendarOf(version, dossier.receivingUnitId),
    supplementPolicy: version.supplementPolicy,
    componentKeys: version.definition.components.map((component) => component.componentKey),
    legalBasis: version.definition.legalBasis.map((source) => source.number),
    pausedFrom: request && before ? { state: before.state, at: request.at, dueAt: before.dueAt } : null,
    arrivedAt: lastArrival(dossier.acceptedAt, history),
    withdrawnFrom: stateBefore(
      history,
      history.findLast((event) => event.type === "withdraw"),
    ),
    draftedApology: draftedApology(dossier, history),
    unitIdOf: (code) => organisation.byCode(code)?.id,
    toStart:
      move === "accept"
        ? partsToStart(
            version,
            dossier.receivingUnitId,
            organisation,
            deps.calendarOf(version, dossier.receivingUnitId),
            now,
          )
        : [],
    waitsForParts: waitsForParts(history),
    answersFor: by.kind === "official" ? consultedUnitOf(by, dossier, organisation) : null,
    correctable:
      by.kind === "official"
        ? correctableBy(by, recorded(history), (posting, unitId) => covers(organisation, posting, unitId))
        : [],
  };
}

async function writeSupplement(
  deps: MoveDeps,
  tx: Db,
  dossier: Dossier,
  version: ProcedureVersion,
  key: SealingKey,
  newest: number,
  before: DossierContent,
  request: MoveRequest,
  accountId: string,
): Promise<Result<{ content: DossierContent; version: number }, MoveDossierRefusal>> {
  const answered = deps.checkAnswers(version, request.supplement?.answers ?? before.answers);
  const changed = new Map(before.components.map((component) => [component.componentKey, component]));
  for (const component of request.supplement?.components ?? []) changed.set(component.componentKey, component);
  const components = [...changed.values()].filter(({ uploadIds }) => uploadIds.length > 0);
  const faults = [...(answered.ok ? [] : answered.refusal), ...checkComponents(version, components)];
  const had = new Set(before.components.flatMap((component) => component.uploadIds));
  const added = components.flatMap((component) => component.uploadIds).filter((uploadId) => !had.has(uploadId));
  const uploaders = added.length === 0 ? new Map<string, string | null>() : await deps.uploadersOf(added);
  for (const uploadId of added) {
    if (uploaders.get(uploadId) !== accountId)
      faults.push({ path: "/components", code: "unknownUpload", message: uploadId });
  }
  if (!answered.ok || faults.length > 0) return refused({ reason: "content", faults });
  const content = { ...before, answers: answered.value, components };
  await insertContent(
    tx,
    dossier.id,
    newest + 1,
    sealContent(deps.sealing, key, dossier.id, newest + 1, writeContent(content)),
  );
  await insertDossierUploads(tx, dossier.id, added);
  return accepted({ content, version: newest + 1 });
}

/** A refusal after appraisal is the result (61/2018/NĐ-CP art. 19(8)); the notice of stopping is a form of 2025. */
function paperOf(
  move: MoveName,
  dossier: Dossier,
  version: ProcedureVersion,
  { wantsNoReceipt }: MoveRequest,
  proposed: Outcome,
): MovePaperKind | null {
  if (move === "accept" && wantsNoReceipt && mayGoWithoutReceipt(dossier, version)) return null;
  if (move === "approve" && proposed === "refuse") return "refusal";
  if (move === "stop" && version.ruleProfile === "vn-2018") return null;
  // What is downloaded changes no hands: the account has it, and the history says since when.
  if (move === "returnResult" && dossier.resultChannel === channels.online) return null;
  return moves[move].issues;
}

function apologyOf(dossier: Dossier, input: MoveInput, facts: MoveFacts): Apology | null {
  const rescheduled = rescheduledTo(dossier, apologyIn(input, facts.draftedApology), facts.calendar, facts.now);
  if (!rescheduled.ok) return null;
  const { reason, cause, newDueOn } = rescheduled.value;
  return { reason, cause, newDueOn };
}

function askedBy(dossier: Dossier, input: MoveInput, facts: MoveFacts): AskedUnits | null {
  const question = questionOf(dossier, { ...input, text: input.note }, facts.unitIdOf, facts.calendar, facts.now);
  return question.ok ? { unitIds: question.value.unitIds, dueAt: question.value.dueAt.toISOString() } : null;
}
