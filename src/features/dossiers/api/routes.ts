import type { Page, Routes, Visitor } from "#features/identity/index.ts";
import {
  BadInputError,
  ForbiddenError,
  NotFoundError,
  ProofNeededError,
  TooManyRequestsError,
  TryLaterError,
} from "#foundation/errors/index.ts";
import { problemResponse, problemWords, readJson } from "#foundation/http/index.ts";
import { normaliseLine } from "#foundation/i18n/index.ts";
import { readDossierCode } from "../code.ts";
import { noWords } from "../correction.ts";
import type { MoveInput } from "../decide.ts";
import type { DossierDeps } from "../deps.ts";
import type { Dossier } from "../dossier.ts";
import { type DossierView, viewDossier } from "../dossier-view.ts";
import { type MoveDossierRefusal, moveDossier, nothingSaid } from "../move-dossier.ts";
import { isMoveName, states } from "../moves.ts";
import { answerDraft, answerPaper } from "../paper-answers.ts";
import { dossierPaths } from "../paths.ts";
import { findDossierByCode } from "../queries.ts";
import { faultInWords } from "../refusal-words.ts";
import { offeredMoves, partsNow, seen, viewDeps } from "../seen.ts";
import type { DocumentSlot } from "../slot.ts";
import { dossierTexts } from "../texts/index.ts";
import { dossierDocument, inCity, progressDocument, timelineDocument } from "./documents.ts";
import { declareReceptionApi } from "./receptions.ts";
import { isUuid, type MoveBody, readMove, readSubmission } from "./shapes.ts";

export function declareDossierApi(routes: Routes, deps: DossierDeps, added: DocumentSlot): void {
  declareReceptionApi(routes, deps);

  routes.post(dossierPaths.apiDossiers.pattern, { allow: "applicant", record: "dossier.submit" }, async (c) => {
    const visitor = c.get("visitor");
    if (visitor.kind === "anonymous" || visitor.kind === "official") throw new ForbiddenError("Only applicants submit");
    const key = c.req.header("idempotency-key") ?? "";
    if (!isUuid(key))
      throw new BadInputError("idempotencyKey", [{ path: "Idempotency-Key", code: "uuid", message: "a UUID" }], 400);
    const result = await deps.submitter.submit(visitor, key.toLowerCase(), readSubmission(await readJson(c.req.raw)));
    if (!result.ok) {
      if (result.refusal.reason === "other-body") throw new BadInputError("otherBody", [], 422);
      if (result.refusal.reason === "try-later") throw new TryLaterError(`Submission ${key} came between two writers`);
      throw new BadInputError("badInput", result.refusal.faults.map(faultInWords), 422);
    }
    const { code, submittedAt, lookupSecret, leafHash, isNew } = result.value;
    return c.json(
      {
        code,
        state: "submitted",
        submittedAt: inCity(submittedAt),
        lookupSecret,
        receipt: { leafHash },
        links: {
          self: dossierPaths.apiDossier({ code }),
          receipt: dossierPaths.apiPaper({ code, paper: "receipt" }),
          lookup: dossierPaths.apiLookup({ code }),
        },
      },
      isNew ? 201 : 200,
    );
  });

  routes.get(dossierPaths.apiDossier.pattern, { allow: "signed-in", record: "dossier.read" }, async (c) => {
    const view = await viewDossier(viewDeps(deps), await seen(deps, c.get("visitor"), c.req.param("code")));
    return c.json(await document(view, c.get("visitor")));
  });

  routes.get(dossierPaths.apiLookup.pattern, { allow: "anyone", record: "dossier.lookUp" }, async (c) => {
    const code = readDossierCode(c.req.param("code"));
    if (!deps.mayLookUp(c.get("visitor"), code ?? "")) throw new TooManyRequestsError("Look-ups are limited");
    const dossier = code === undefined ? undefined : await findDossierByCode(deps.database.db, code);
    if (dossier === undefined) throw new NotFoundError("dossier", c.req.param("code"));
    const version = deps.catalogue().getById(dossier.procedureVersionId);
    const progress = progressDocument(dossier, deps.organisation(), {
      code: version.code,
      name: version.definition.name,
    });
    const secret = c.req.header("lookup-secret");
    if (secret === undefined) return c.json(progress);
    if (!deps.secrets.fits(dossier.id, secret)) throw new ForbiddenError("The lookup secret does not fit");
    const view = await viewDossier(viewDeps(deps), dossier);
    return c.json({
      ...progress,
      timeline: view.timeline.map((entry) => timelineDocument(entry, deps.organisation())),
    });
  });

  routes.post(dossierPaths.apiMove.pattern, { allow: "signed-in", record: "dossier.move" }, async (c) => {
    const visitor = c.get("visitor");
    const move = c.req.param("move");
    if (visitor.kind === "anonymous") throw new ForbiddenError("A stranger moves nothing");
    if (!isMoveName(move)) throw new NotFoundError("move", move);
    const body = await bodyOf(c);
    const dossier = await seen(deps, visitor, c.req.param("code"));
    const result = await moveDossier(deps, visitor, dossier.id, move, {
      ...saidIn(body),
      seenEvent: body.seenEvent ?? null,
      wantsNoReceipt: false,
      supplement:
        move === "supplement"
          ? {
              ...(body.answers === undefined ? {} : { answers: body.answers }),
              ...(body.components === undefined ? {} : { components: body.components }),
            }
          : null,
    });
    if (!result.ok) return refuseMove(c, result.refusal, dossier);
    return c.json(await document(await viewDossier(viewDeps(deps), result.value.dossier), visitor));
  });

  routes.get(dossierPaths.apiPaper.pattern, { allow: "anyone", record: "dossier.paper" }, async (c) => {
    const { code, paper } = c.req.param();
    // Of a result there is something to set before anybody has sent a word: what was proposed.
    if (c.req.query("draft") === "1" && paper === "result") return answerDraft(deps, c, code, paper, nothingSaid);
    return answerPaper(deps, c, code, paper, c.req.header("lookup-secret"));
  });

  routes.post(dossierPaths.apiDraft.pattern, { allow: "official", record: "dossier.draft" }, async (c) => {
    const { code, paper } = c.req.param();
    return answerDraft(deps, c, code, paper, saidIn(await bodyOf(c)));
  });

  async function document(view: DossierView, visitor: Visitor) {
    const isOfficial = visitor.kind === "official";
    const moves = offeredMoves(deps, view, visitor);
    return dossierDocument(
      view,
      deps.organisation(),
      moves,
      isOfficial,
      await added(view.dossier, visitor),
      partsNow(deps, view),
      deps.clock.now(),
    );
  }
}

/** A move that demands nothing may come without a body. */
async function bodyOf(c: Page): Promise<MoveBody> {
  const isEmpty = c.req.raw.body === null || c.req.header("content-length") === "0";
  return readMove(isEmpty ? {} : await readJson(c.req.raw));
}

function saidIn(body: MoveBody): MoveInput {
  return {
    note: body.note ?? null,
    faults: (body.faults ?? []).map(({ componentKey, legalBasis, message }) => ({
      message,
      ...(componentKey === undefined ? {} : { componentKey }),
      ...(legalBasis === undefined ? {} : { legalBasis }),
    })),
    assigneeId: body.assigneeId ?? null,
    proposal: body.proposal ?? null,
    handedTo: body.handedTo ?? null,
    outcome: body.outcome ?? "grant",
    newDueOn: body.newDueOn ?? null,
    cause: body.cause ?? null,
    unitCodes: body.unitCodes ?? [],
    answerBy: body.answerBy ?? null,
    verification: body.verification ?? null,
    settlement: body.settlement ?? null,
    corrects: body.corrects ?? null,
    corrected: { ...noWords, ...body.corrected },
    digitisation: (body.digitisation ?? []).map(({ of, state, source }) => ({
      of,
      state,
      source: normaliseLine(source ?? "").toWellFormed() || null,
    })),
  };
}

export function refuseMove(c: Page, refusal: MoveDossierRefusal, dossier: Pick<Dossier, "code">): Response {
  if (refusal.reason === "not-visible") throw new NotFoundError("dossier", dossier.code);
  if (refusal.reason === "not-theirs" || refusal.reason === "held-by-another") throw new ForbiddenError(refusal.reason);
  if (refusal.reason === "proof-needed") throw new ProofNeededError();
  if (refusal.reason === "input") {
    throw new BadInputError(
      "badInput",
      refusal.faults.map((need) => faultInWords({ ...need, path: `/${need.path}`, message: "" })),
    );
  }
  if (refusal.reason === "content") throw new BadInputError("badInput", refusal.faults.map(faultInWords));
  if (refusal.reason === "unknown-assignee") {
    throw new BadInputError("badInput", [faultInWords({ path: "/assigneeId", code: "unknownAssignee", message: "" })]);
  }
  const state = refusal.state;
  const words = problemWords("conflict");
  return problemResponse({
    type: `/problems/${refusal.reason}`,
    title: words.title,
    status: 409,
    detail: `${dossierTexts("vi").refusals[refusal.reason]} / ${dossierTexts("en").refusals[refusal.reason]}`,
    requestId: c.get("requestId"),
    state,
    nationalStatus: states[state].nationalStatus,
  });
}
