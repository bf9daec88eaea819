/** Opens a draft for whoever asks: by their account, or by the key their browser holds. */
import type { Context } from "hono";
import { claimDraft, type Draft, type DraftHolder, openDraft, saveDraft } from "#features/eforms/index.ts";
import type { AppEnv, Applicant } from "#features/identity/index.ts";
import type { Unit } from "#features/organisation/index.ts";
import { NotFoundError, SignInNeededError } from "#foundation/errors/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import { accepted, refused } from "#foundation/result/index.ts";
import { isUuid } from "../../api/shapes.ts";
import { openContent, type Party } from "../../content.ts";
import { findNewestContent, findWrappedKey, listOwnDossiers } from "../../queries.ts";
import { type Application, applicationOf } from "./application.ts";
import type { ApplyDeps } from "./deps.ts";
import { type DraftCookie, draftCookie } from "./draft-cookie.ts";
import type { Journey } from "./journey.ts";
import { applyPaths } from "./paths.ts";
import { applyTexts } from "./texts/index.ts";

export type Opened = Journey & {
  readonly draft: Draft;
  readonly holder: DraftHolder;
  /** Of a draft without an account. */
  readonly secret: string | undefined;
  /** The form has been published anew since the draft was begun. */
  readonly isNewVersion: boolean;
};

export function applicantOf(c: Context<AppEnv>): Applicant | undefined {
  const visitor = c.get("visitor");
  return visitor.kind === "citizen" || visitor.kind === "business" ? visitor : undefined;
}

export function draftDepsOf({ database, sealing, clock }: ApplyDeps) {
  return { db: database.db, sealing, clock };
}

export function cookieOf(deps: ApplyDeps): DraftCookie {
  return draftCookie(deps.isSecure);
}

export function receivingUnits({ catalogue, organisation }: ApplyDeps, code: string, today: string): readonly Unit[] {
  return catalogue()
    .receivingUnitIds(code, today)
    .map((id) => organisation().getById(id));
}

/** Throws what the visitor should meet: sign in, or nothing here. A person who signed in meanwhile takes the draft along. */
export async function openApplication(deps: ApplyDeps, c: Context<AppEnv>, id: string): Promise<Opened> {
  const applicant = applicantOf(c);
  const secret = isUuid(id) ? cookieOf(deps).read(c, id) : undefined;
  if (!isUuid(id)) throw new NotFoundError("draft", id);
  if (applicant !== undefined && secret !== undefined) {
    const claimed = await claimDraft(draftDepsOf(deps), secret, applicant.accountId, id);
    cookieOf(deps).clear(c);
    if (claimed) return openedDraft(deps, c, claimed, { accountId: applicant.accountId }, undefined);
  }
  const holder = applicant === undefined ? { secret } : { accountId: applicant.accountId };
  const draft = await openDraft(draftDepsOf(deps), holder, id);
  if (draft !== undefined) return openedDraft(deps, c, draft, holder, applicant === undefined ? secret : undefined);
  // Whose it may be is not told; most who come here were signed out meanwhile.
  if (c.get("visitor").kind === "anonymous") throw new SignInNeededError();
  throw new NotFoundError("draft", id);
}

export function openedDraft(
  deps: ApplyDeps,
  c: Context<AppEnv>,
  draft: Draft,
  holder: DraftHolder,
  secret: string | undefined,
): Opened {
  const application = applicationFor(deps, draft);
  const at = { draft: draft.id };
  return {
    draft,
    application,
    holder,
    secret,
    isNewVersion: application.version.id !== draft.procedureVersionId,
    savedAt: draft.savedAt,
    asked: new Map(),
    links: {
      page(page) {
        if (page.of === "files") return applyPaths.files(at);
        return applyPaths[page.of]({ ...at, page: page.group.key });
      },
      parts: applyPaths.draft(at),
      partsTitle: applyTexts(c.get("language")).tasks.heading,
      check: applyPaths.check(at),
    },
    async save(part, seen, change) {
      const saved = await saveDraft(draftDepsOf(deps), holder, draft.id, part, seen, change);
      if (saved.ok) return accepted(openedDraft(deps, c, saved.value, holder, secret));
      const { refusal } = saved;
      if (refusal.reason === "gone") return refused(refusal);
      return refused({ reason: refusal.reason, journey: openedDraft(deps, c, refusal.draft, holder, secret) });
    },
  };
}

/** A draft is always shown by the form in force: what would be refused when sent is better mended before. */
function applicationFor(deps: ApplyDeps, draft: Draft): Application {
  const today = dayOf(deps.clock.now());
  const begunWith = deps.catalogue().getById(draft.procedureVersionId);
  const version = deps.catalogue().versionOn(begunWith.code, today) ?? begunWith;
  return applicationOf(version, receivingUnits(deps, version.code, today), draft.content, today);
}

/** Who the owner of the person's last dossier was, so that numbers are typed once in a life. */
export async function lastOwnerOf({ database, sealing }: ApplyDeps, accountId: string): Promise<Party | undefined> {
  const [last] = await listOwnDossiers(database.db, accountId, null, 1);
  if (last === undefined) return undefined;
  const [wrapped, content] = await Promise.all([
    findWrappedKey(database.db, last.id),
    findNewestContent(database.db, last.id),
  ]);
  if (wrapped === null || !content) return undefined;
  return openContent(sealing, sealing.unwrap(wrapped), last.id, content.version, content.sealed).owner;
}
