/** Papers of a dossier as answers: those that were issued, and drafts of those that would be. */
import type { Page } from "#features/identity/index.ts";
import { BadInputError, ForbiddenError, NotFoundError } from "#foundation/errors/index.ts";
import { isUuid } from "./api/shapes.ts";
import { readDossierCode } from "./code.ts";
import { lengthFaults, type MoveInput } from "./decide.ts";
import type { DossierDeps } from "./deps.ts";
import { viewDossier } from "./dossier-view.ts";
import { draftPaper, isDraftKind, moveBehind } from "./draft-paper.ts";
import { isForApplicant, isPaperKind } from "./moves.ts";
import { controlSlipNow } from "./order-paper.ts";
import { findDossierByCode } from "./queries.ts";
import { faultInWords } from "./refusal-words.ts";
import { isVisible, offeredMoves, seen, viewDeps } from "./seen.ts";

/** A paper of a dossier for its owner, an official in charge, or whoever holds the lookup secret. */
export async function answerPaper(
  deps: DossierDeps,
  c: Page,
  typedCode: string,
  kind: string,
  secret: string | undefined,
): Promise<Response> {
  const visitor = c.get("visitor");
  const code = readDossierCode(typedCode);
  const dossier = code === undefined ? undefined : await findDossierByCode(deps.database.db, code);
  const mayRead =
    dossier !== undefined &&
    (isVisible(deps, visitor, dossier) || (secret !== undefined && deps.secrets.fits(dossier.id, secret)));
  const isNamed = isPaperKind(kind) || isUuid(kind);
  if (dossier === undefined || !mayRead || !isNamed) throw new NotFoundError("paper", `${typedCode}/${kind}`);
  const isOfficial = visitor.kind === "official";
  // The history goes on, so its slip is told as of now; what was issued earlier is asked for by its id.
  if (kind === "controlSlip") {
    return pdfAnswer(await controlSlipNow(deps, dossier, isOfficial), `${dossier.code}-${kind}.pdf`);
  }
  const paper = await deps.readPaper(dossier.id, kind);
  if (paper !== null) {
    // A control slip that was issued names officials, and letters between offices are theirs.
    const isTheirs = isOfficial || (isForApplicant(paper.kind) && paper.kind !== "controlSlip");
    if (!isTheirs) throw new NotFoundError("paper", `${dossier.code}/${kind}`);
    return pdfAnswer(paper.pdf, `${dossier.code}-${paper.kind}.pdf`);
  }
  if (kind !== "receipt") throw new NotFoundError("paper", `${dossier.code}/${kind}`);
  // Before acceptance there is no form 01 yet; what exists is the acknowledgement of arrival.
  const view = await viewDossier(viewDeps(deps), dossier);
  return pdfAnswer(await deps.acknowledgement(view, deps.secrets.secretOf(dossier.id)), `${dossier.code}-${kind}.pdf`);
}

/** What would be issued, for the official whose move it is; `said` is what stands in their form so far. */
export async function answerDraft(
  deps: DossierDeps,
  c: Page,
  typedCode: string,
  kind: string,
  said: MoveInput,
): Promise<Response> {
  const visitor = c.get("visitor");
  const dossier = await seen(deps, visitor, typedCode);
  if (!isDraftKind(kind)) throw new NotFoundError("draft", `${dossier.code}/${kind}`);
  const tooLong = lengthFaults(said);
  if (tooLong.length > 0) {
    throw new BadInputError(
      "badInput",
      tooLong.map(({ path, code }) => faultInWords({ path: `/${path}`, code, message: "" })),
    );
  }
  const view = await viewDossier(viewDeps(deps), dossier);
  const offered = offeredMoves(deps, view, visitor);
  if (visitor.kind !== "official" || moveBehind(kind, offered) === undefined)
    throw new ForbiddenError("A draft is for the official whose move it is");
  const pdf = await draftPaper(deps, view, offered, visitor, kind, said);
  if (pdf === null) throw new NotFoundError("draft", `${dossier.code}/${kind}`);
  // Looked at beside the decision, in a frame of our own page.
  return pdfAnswer(pdf, `${dossier.code}-${kind}-du-thao.pdf`, "script-src 'none'; frame-ancestors 'self'");
}

function pdfAnswer(pdf: Uint8Array<ArrayBuffer>, name: string, policy?: string): Response {
  return new Response(pdf, {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${name}"`,
      "cache-control": "private, no-store",
      ...(policy === undefined ? {} : { "content-security-policy": policy }),
    },
  });
}
