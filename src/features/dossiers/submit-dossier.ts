/**
 * Hands a dossier to the city. The client made its id before the first try, so the same id and body always gives the
 * same answer and nothing is ever doubled; the answer is given only after the whole dossier is durable.
 */
import { hash } from "node:crypto";
import type { Pool } from "pg";
import {
  type Catalogue,
  type Component,
  componentsToUpload,
  type ProcedureVersion,
} from "#features/catalogue/index.ts";
import type { Applicant } from "#features/identity/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import type { InputFault } from "#foundation/errors/index.ts";
import { searchText } from "#foundation/i18n/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import type { Sealing } from "#foundation/sealing/index.ts";
import { type Batcher, batcher } from "./batch.ts";
import { dossierCode } from "./code.ts";
import type { CodeBlocks } from "./code-blocks.ts";
import {
  contentHash,
  type Party,
  payloadPlace,
  type SubmittedComponent,
  type Submitter,
  sealContent,
  writeContent,
} from "./content.ts";
import { type ChannelName, channels } from "./dossier.ts";
import { canonicalJson, commitmentOf, leafHash, packPayload, saltBytes, toSet } from "./event.ts";
import type { LookupSecrets } from "./lookup-secret.ts";
import { stepsOf } from "./steps.ts";
import {
  findSubmissions,
  findTakenUploads,
  insertSubmissions,
  type KnownSubmission,
  type NewSubmission,
} from "./submission.queries.ts";

/** What a client sends: `POST /api/v1/dossiers`, and the form at its end. */
export type Submission = {
  readonly procedureCode: string;
  readonly unitCode: string;
  readonly owner: Party;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly components: readonly SubmittedComponent[];
  readonly resultChannel: ChannelName;
  /** For whom the submitter acts, when that is neither the owner nor the submitter. */
  readonly represented?: string;
};

export type Submitted = {
  readonly id: string;
  readonly isNew: boolean;
  readonly code: string;
  readonly submittedAt: Date;
  readonly lookupSecret: string;
  readonly leafHash: string;
};

export type SubmissionRefusal =
  /** The id was used for something else. */
  | { readonly reason: "other-body" }
  | { readonly reason: "input"; readonly faults: readonly InputFault[] }
  /** Neither added nor refused: another writer came between. Nothing was written, and sent again it settles. */
  | { readonly reason: "try-later" };

export type CheckAnswers = (
  version: ProcedureVersion,
  answers: Readonly<Record<string, unknown>>,
) => Result<Readonly<Record<string, unknown>>, readonly InputFault[]>;

export type SubmissionDeps = {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly sealing: Sealing;
  readonly codes: CodeBlocks;
  readonly secrets: LookupSecrets;
  readonly catalogue: () => Catalogue;
  readonly organisation: () => Organisation;
  readonly dayOf: (instant: Date) => string;
  readonly firstAnswerBy: (receivingUnitId: number, submittedAt: Date) => Date;
  /** The answers as they are kept (NFC, phones as ten digits), or every fault. */
  readonly checkAnswers: CheckAnswers;
  /** Who uploaded each of these files, for those that exist whole. */
  readonly uploadersOf: (uploadIds: readonly string[]) => Promise<ReadonlyMap<string, string | null>>;
};

/** Who hands a submission in: an applicant by their account, or an official for a person who stands before them. */
export type Sender = {
  /** Who is signed in; the files are their uploads. */
  readonly accountId: string;
  /** The account that follows the dossier; none when it came over the desk. */
  readonly submittedBy: string | null;
  readonly submitter: Submitter;
  readonly channel: ChannelName;
  readonly role: "applicant" | "reception";
  /** The desk that received it. */
  readonly unitId: number | null;
  /** What is missing is told on a paper in the same breath, so it may be missing. */
  readonly mayBeIncomplete: boolean;
};

export type SubmitDossier = {
  /** `request`: all that was asked, when that is more than the submission; a retry is known by it. */
  readonly receive: (
    from: Sender,
    id: string,
    submission: Submission,
    request: unknown,
  ) => Promise<Result<Submitted, SubmissionRefusal>>;
  readonly submit: (by: Applicant, id: string, submission: Submission) => Promise<Result<Submitted, SubmissionRefusal>>;
  /** Everything that was begun is written: before the program ends. */
  readonly drained: () => Promise<void>;
};

/** Two batches under way keep the disk busy without making anyone wait; more only adds latency (bench/anchors §3). */
const batchLimits = { inFlight: 2, mostItems: 200, mostWaiting: 4000 } as const;
const mostUploads = 100;
/**
 * The events themselves are what listeners read; a job only wakes them, and they then wait `gatherMs` for company. A
 * second job within that time would wake nobody. What a job missed for any reason, the next pulse finds.
 */
const tellEveryMs = 100;

type Item = {
  readonly from: Sender;
  readonly id: string;
  readonly submission: Submission;
  readonly version: ProcedureVersion;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly receivingUnitId: number;
  readonly agencyId: string;
  readonly requestHash: Buffer;
};
type Answer = Result<Submitted, SubmissionRefusal>;

export function submitDossiers(deps: SubmissionDeps): SubmitDossier {
  let toldAt = Number.NEGATIVE_INFINITY;
  const tellsListeners = () => {
    const now = performance.now();
    if (now - toldAt < tellEveryMs) return false;
    toldAt = now;
    return true;
  };
  const batches: Batcher<Item, Answer> = batcher(
    (items) => writeBatch(deps, items, tellsListeners),
    batchLimits,
    isOneRowsFault,
  );

  const send: SubmitDossier["receive"] = async (from, id, submission, request) => {
    const requestHash = hash("sha256", canonicalJson(request), "buffer");
    const prepared = prepare(deps, submission, from.mayBeIncomplete);
    if (!prepared.ok) {
      // A retry is answered like the first try, whatever the catalogue says by now.
      const known = (await findSubmissions(deps.pool, [id])).get(id);
      return known ? answerAgain(deps, from, known, requestHash) : prepared;
    }
    return batches.add({ from, id, submission, requestHash, ...prepared.value });
  };

  return {
    submit: (by, id, submission) => send(onTheirOwn(by), id, submission, submission),
    receive: send,
    drained: batches.drained,
  };
}

function onTheirOwn({ accountId, name }: Applicant): Sender {
  return {
    accountId,
    submittedBy: accountId,
    submitter: { accountId, name },
    channel: "online",
    role: "applicant",
    unitId: null,
    mayBeIncomplete: false,
  };
}

type Prepared = Pick<Item, "version" | "answers" | "receivingUnitId" | "agencyId">;

/** All faults at once that can be told without the database. */
function prepare(
  deps: SubmissionDeps,
  submission: Submission,
  mayBeIncomplete: boolean,
): Result<Prepared, SubmissionRefusal> {
  const day = deps.dayOf(deps.clock.now());
  const catalogue = deps.catalogue();
  const version = catalogue.versionOn(submission.procedureCode, day);
  if (version === undefined) return input([fault("/procedureCode", "unknownProcedure")]);
  const unit = deps.organisation().byCode(submission.unitCode);
  const faults: InputFault[] = [];
  if (unit === undefined || !catalogue.isReceivedBy(version.code, unit.id, day))
    faults.push(fault("/unitCode", "notReceivedHere"));
  const answers = checkedAnswers(deps, version, submission.answers, mayBeIncomplete);
  if (!answers.ok) faults.push(...answers.refusal);
  const ofPapers = checkComponents(version, submission.components);
  faults.push(...(mayBeIncomplete ? ofPapers.filter(({ code }) => !isLack(code)) : ofPapers));
  if (unit === undefined || !answers.ok || faults.length > 0) return input(faults);
  return accepted({ version, answers: answers.value, receivingUnitId: unit.id, agencyId: unit.agencyId ?? unit.code });
}

function checkedAnswers(
  deps: SubmissionDeps,
  version: ProcedureVersion,
  given: Submission["answers"],
  mayBeIncomplete: boolean,
): ReturnType<CheckAnswers> {
  const answers = deps.checkAnswers(version, given);
  if (answers.ok || !mayBeIncomplete) return answers;
  const wrong = answers.refusal.filter(({ code }) => !isLack(code));
  return wrong.length > 0 ? refused(wrong) : accepted(given);
}

/** A fault that says only that something is not there yet. */
function isLack(code: string): boolean {
  return code === "missingComponent" || code === "required" || code === "tooFewRows";
}

export function checkComponents(version: ProcedureVersion, sent: readonly SubmittedComponent[]): readonly InputFault[] {
  const faults: InputFault[] = [];
  const { known, required } = componentsOf(version);
  const seen = new Set<string>();
  const uploadIds = new Set<string>();
  let uploads = 0;
  sent.forEach((component, index) => {
    const path = `/components/${index}`;
    if (!known.has(component.componentKey)) faults.push(fault(`${path}/componentKey`, "unknownComponent"));
    if (seen.has(component.componentKey)) faults.push(fault(`${path}/componentKey`, "sentTwice"));
    seen.add(component.componentKey);
    uploads += component.uploadIds.length;
    for (const uploadId of component.uploadIds) uploadIds.add(uploadId);
  });
  if (uploadIds.size !== uploads) faults.push(fault("/components", "uploadSentTwice"));
  if (uploads > mostUploads) faults.push(fault("/components", "tooManyUploads"));
  for (const needed of required) {
    const given = sent.find((component) => component.componentKey === needed.componentKey);
    if (given === undefined || given.uploadIds.length === 0) {
      faults.push({ path: "/components", code: "missingComponent", message: `${needed.componentKey}: ${needed.name}` });
    }
  }
  return faults;
}

type KnownComponents = { readonly known: ReadonlySet<string>; readonly required: readonly Component[] };
// A version never changes, so what it asks for is read from it once.
const componentsByVersion = new WeakMap<ProcedureVersion, KnownComponents>();

function componentsOf(version: ProcedureVersion): KnownComponents {
  let components = componentsByVersion.get(version);
  if (components === undefined) {
    const { definition } = version;
    components = {
      known: new Set(definition.components.map((component) => component.componentKey)),
      required: componentsToUpload(definition),
    };
    componentsByVersion.set(version, components);
  }
  return components;
}

async function writeBatch(
  deps: SubmissionDeps,
  items: readonly Item[],
  tellsListeners: () => boolean,
): Promise<readonly Answer[]> {
  const now = deps.clock.now();
  const day = deps.dayOf(now);
  // Asked for together: units whose block is used up refill it side by side.
  const numbers = await Promise.all(items.map((item) => deps.codes.next(item.receivingUnitId, day)));
  const rows = items.map((item, at) => {
    const number = numbers[at];
    if (number === undefined) throw new Error("A submission got no number");
    return makeRow(deps, item, number, now, day);
  });
  const added = await insertOrLeave(deps.pool, rows, tellsListeners());
  const left = items.filter((item) => !added.has(item.id));
  const answersOfLeft = left.length === 0 ? new Map<string, Answer>() : await answerLeft(deps, left);

  return rows.map(
    (row) =>
      answersOfLeft.get(row.id) ??
      accepted({
        id: row.id,
        isNew: true,
        code: row.code,
        submittedAt: now,
        lookupSecret: deps.secrets.secretOf(row.id),
        leafHash: leafOf(deps, row.code, now, row.commitment, row),
      }),
  );
}

/** A file that another dossier claimed in the same moment leaves a lone submission unadded; a batch is tried one by one. */
async function insertOrLeave(
  pool: Pool,
  rows: readonly NewSubmission[],
  tellsListeners: boolean,
): Promise<ReadonlySet<string>> {
  try {
    return await insertSubmissions(pool, rows, tellsListeners);
  } catch (error) {
    if (rows.length === 1 && isUploadTaken(error)) return new Set();
    throw error;
  }
}

/** What was not added was sent before, or names files that are not its own to send. */
async function answerLeft(deps: SubmissionDeps, items: readonly Item[]): Promise<ReadonlyMap<string, Answer>> {
  const uploadIds = items.flatMap((item) => uploadsOf(item));
  const ids = items.map((item) => item.id);
  const [known, uploaders, taken] = await Promise.all([
    findSubmissions(deps.pool, ids),
    uploadIds.length === 0 ? new Map<string, string | null>() : deps.uploadersOf(uploadIds),
    findTakenUploads(deps.pool, uploadIds),
  ]);
  const answers = new Map<string, Answer>();
  for (const item of items) {
    const earlier = known.get(item.id);
    const faults = earlier === undefined ? checkUploads(item, uploaders, taken) : [];
    if (earlier) answers.set(item.id, answerAgain(deps, item.from, earlier, item.requestHash));
    else if (faults.length > 0) answers.set(item.id, input(faults));
    // Its files became fit between the two looks; sent again it goes through.
    else answers.set(item.id, refused({ reason: "try-later" }));
  }
  return answers;
}

function uploadsOf(item: Item): readonly string[] {
  return item.submission.components.flatMap((component) => component.uploadIds);
}

function checkUploads(
  item: Item,
  uploaders: ReadonlyMap<string, string | null>,
  taken: ReadonlyMap<string, string>,
): readonly InputFault[] {
  return item.submission.components.flatMap((component, at) =>
    component.uploadIds.flatMap((uploadId, index) => {
      const path = `/components/${at}/uploadIds/${index}`;
      // Another person's upload is answered like one that does not exist.
      if (uploaders.get(uploadId) !== item.from.accountId) return [fault(path, "unknownUpload")];
      const holder = taken.get(uploadId);
      return holder !== undefined && holder !== item.id ? [fault(path, "uploadTaken")] : [];
    }),
  );
}

function makeRow(deps: SubmissionDeps, item: Item, number: number, now: Date, day: string): NewSubmission {
  const { sealing } = deps;
  const { id, from, submission, version } = item;
  const steps = stepsOf(version, item.receivingUnitId, deps.organisation());
  const first = steps[0];
  if (first === undefined) throw new Error(`Procedure ${version.code} has no first step`);
  const content = writeContent({
    owner: submission.owner,
    submitter: from.submitter,
    represented: submission.represented ?? null,
    answers: item.answers,
    components: submission.components,
  });
  const { key, wrapped } = sealing.newDossierKey();
  const actBy = deps.firstAnswerBy(item.receivingUnitId, now);
  const payload = packPayload(sealing.randomBytes(saltBytes), {
    set: toSet({ state: "submitted", step: 0, holderUnitId: first.unitId, holderRole: first.role, actBy }),
    said: { contentVersion: 1, contentHash: contentHash(content) },
  });
  const sentBy = from.submitter.name;
  const names = sentBy === submission.owner.name ? sentBy : `${submission.owner.name} ${sentBy}`;
  return {
    id,
    code: dossierCode(item.agencyId, day, number),
    procedureVersionId: version.id,
    receivingUnitId: item.receivingUnitId,
    channel: channels[from.channel],
    resultChannel: channels[submission.resultChannel],
    submittedBy: from.submittedBy,
    holderUnitId: first.unitId,
    holderRole: first.role,
    submittedAt: now.toISOString(),
    actBy: actBy.toISOString(),
    requestHash: item.requestHash,
    wrappedKey: wrapped,
    content: sealContent(sealing, key, id, 1, content),
    ownerName: submission.owner.name,
    searchWords: searchText(names),
    idIndex: sealing.blindIndex("id-number", submission.owner.idNumber),
    phoneIndex: submission.owner.phone === undefined ? null : sealing.blindIndex("phone", submission.owner.phone),
    actorId: from.accountId,
    actorUnitId: from.unitId,
    actorRole: from.role,
    commitment: commitmentOf(payload),
    payload: sealing.seal(key, payloadPlace(id, 1), payload),
    uploadIds: uploadsOf(item),
  };
}

function leafOf(
  deps: SubmissionDeps,
  code: string,
  at: Date,
  commitment: Buffer,
  { actorRole: role, actorUnitId: unitId }: { readonly actorRole: string; readonly actorUnitId: number | null },
): string {
  const unitCode = unitId === null ? null : deps.organisation().getById(unitId).code;
  return leafHash({ code, number: 1, type: "submit", unitId, role, at, commitment }, unitCode).toString("hex");
}

function answerAgain(deps: SubmissionDeps, from: Sender, known: KnownSubmission, requestHash: Buffer): Answer {
  // Another account's dossier is not admitted to exist; the id is simply not usable.
  if (known.actorId !== from.accountId || !known.requestHash.equals(requestHash))
    return refused({ reason: "other-body" });
  return accepted({
    id: known.id,
    isNew: false,
    code: known.code,
    submittedAt: known.submittedAt,
    lookupSecret: deps.secrets.secretOf(known.id),
    leafHash: leafOf(deps, known.code, known.submittedAt, known.commitment, known),
  });
}

function isUploadTaken(error: unknown): boolean {
  return error instanceof Error && "constraint" in error && error.constraint === "dossier_upload_pkey";
}

/** Broken constraints are a row's own; a lost connection or a full disk is nobody's. */
function isOneRowsFault(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^2[23]/.test(String(error.code));
}

function input(faults: readonly InputFault[]): { readonly ok: false; readonly refusal: SubmissionRefusal } {
  return refused({ reason: "input", faults });
}

function fault(path: string, code: string): InputFault {
  return { path, code, message: code };
}
