/**
 * An official enters a dossier for a person who stands before them, or for what the post brought. The same checks and the
 * same statement as a submission online; what follows of it on the spot (form 01, 02 or 03) is the same move as at a desk.
 */
import type { Official } from "#features/identity/index.ts";
import type { InputFault } from "#foundation/errors/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import { mayReceive } from "./access.ts";
import { faultsOfRequest, type SupplementFault } from "./decide.ts";
import type { DossierDeps } from "./deps.ts";
import type { Dossier } from "./dossier.ts";
import { hasImmediateResult } from "./immediate.ts";
import { type IssuedPaper, type MoveDossierRefusal, moveDossier, nothingSaid } from "./move-dossier.ts";
import { findDossierByCode } from "./queries.ts";
import { stepsOf } from "./steps.ts";
import type { Submission, SubmissionRefusal } from "./submit-dossier.ts";

export type DeskOutcome =
  /** Full and correct: the clock starts, form 01 is issued; at the counter of an immediate result only when asked for. */
  | { readonly move: "accept"; readonly wantsReceipt: boolean }
  /** Incomplete: form 02, once and complete. */
  | { readonly move: "requestSupplement"; readonly faults: readonly SupplementFault[] }
  | { readonly move: "refuse"; readonly note: string };

export type Reception = Submission & {
  readonly channel: "counter" | "post";
  /** Who brought it, when that is not the owner. */
  readonly submitter?: { readonly name: string; readonly idNumber?: string };
  readonly outcome: DeskOutcome;
};

export type Received = { readonly dossier: Dossier; readonly isNew: boolean; readonly paper: IssuedPaper | null };
export type ReceptionRefusal = SubmissionRefusal | MoveDossierRefusal;

/** The same id and body answers the same dossier again, so a second press of the button doubles nothing. */
export async function receiveAtDesk(
  deps: DossierDeps,
  by: Official,
  id: string,
  reception: Reception,
): Promise<Result<Received, ReceptionRefusal>> {
  const { channel, submitter, outcome, ...submission } = reception;
  const organisation = deps.organisation();
  const unit = organisation.byCode(submission.unitCode);
  const day = deps.dayOf(deps.clock.now());
  const version = deps.catalogue().versionOn(submission.procedureCode, day);
  if (version !== undefined && unit !== undefined && deps.catalogue().isReceivedBy(version.code, unit.id, day)) {
    if (!mayReceive(by, stepsOf(version, unit.id, organisation), organisation)) {
      return refused({ reason: "not-theirs" });
    }
    const needs = needsOf(outcome, version.definition);
    if (needs.length > 0) return refused({ reason: "input", faults: needs });
  }

  const { owner } = submission;
  const sent = await deps.submitter.receive(
    {
      accountId: by.accountId,
      submittedBy: null,
      submitter: { accountId: null, ...(submitter ?? { name: owner.name, idNumber: owner.idNumber }) },
      channel,
      role: "reception",
      unitId: unit?.id ?? null,
      mayBeIncomplete: outcome.move !== "accept",
    },
    id,
    submission,
    reception,
  );
  if (!sent.ok) return sent;

  const present = async () => {
    const dossier = await findDossierByCode(deps.database.db, sent.value.code);
    if (dossier === undefined) throw new Error(`${sent.value.code} was received and is not there`);
    return dossier;
  };
  const moved = await moveDossier(deps, by, id, outcome.move, {
    ...nothingSaid,
    note: outcome.move === "refuse" ? outcome.note : null,
    faults: outcome.move === "requestSupplement" ? outcome.faults : [],
    wantsNoReceipt: outcome.move === "accept" && !outcome.wantsReceipt,
  });
  if (!moved.ok) {
    const dossier = await present();
    // The other of two presses has done it already; what stands there now is the answer to this one too. Which of them
    // wrote it first is another matter than which moved it first.
    if (dossier.state !== "submitted") return accepted({ dossier, isNew: sent.value.isNew, paper: null });
    return moved;
  }
  const { paper } = moved.value;
  // Who waits for a result of today waits for nobody to press "hand over".
  if (
    outcome.move === "accept" &&
    hasImmediateResult(deps.catalogue().getById(moved.value.dossier.procedureVersionId))
  ) {
    const handed = await moveDossier(deps, by, id, "handOver", nothingSaid);
    // A colleague was quicker; the dossier is where they brought it.
    return accepted({ dossier: handed.ok ? handed.value.dossier : await present(), isNew: sent.value.isNew, paper });
  }
  return accepted({ dossier: moved.value.dossier, isNew: sent.value.isNew, paper });
}

/** What the paper lacks is told before anything is written: a dossier without its form 02 would hang. */
function needsOf(
  outcome: DeskOutcome,
  {
    components,
    legalBasis,
  }: {
    readonly components: readonly { readonly componentKey: string }[];
    readonly legalBasis: readonly { readonly number: string }[];
  },
): readonly InputFault[] {
  if (outcome.move === "refuse") {
    return outcome.note.trim() === "" ? [{ path: "/outcome/note", code: "missing", message: "" }] : [];
  }
  if (outcome.move === "accept") return [];
  return faultsOfRequest(
    outcome.faults,
    components.map(({ componentKey }) => componentKey),
    legalBasis.map(({ number }) => number),
  ).map(({ path, code }) => ({ path: `/outcome/${path}`, code, message: "" }));
}
