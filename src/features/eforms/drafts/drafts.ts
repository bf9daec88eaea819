/** What a person can do with a draft: begin, go on with, save, take along into their account, throw away. */
import { createHash, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import type { Clock } from "#foundation/clock/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import type { Sealing, SealingKey } from "#foundation/sealing/index.ts";
import { type Draft, type DraftContent, type DraftPart, draftDays, emptyDraft, seenMark, uploadsOf } from "./draft.ts";
import {
  countDrafts,
  type DraftRow,
  deleteDraft,
  deleteForgottenDraftOfDossier,
  findDraft,
  findDraftForUpdate,
  findDraftOfDossier,
  insertDraft,
  listDraftRows,
  setDraftAccount,
  updateDraft,
} from "./queries.ts";

export type DraftDeps = { readonly db: Db; readonly sealing: Sealing; readonly clock: Clock };

/** Who may open a draft: the account it belongs to, or whoever holds its link. */
export type DraftHolder = { readonly accountId?: string | undefined; readonly secret?: string | undefined };

export type StartedDraft = { readonly draft: Draft; readonly secret: string | null };

/** Room for a family's year; more is a program gone wrong. */
const mostDraftsPerAccount = 50;

export type StartRefusal = { readonly reason: "too-many-drafts" };

/** Begins a draft. Without an account a secret is given out, once: it is the link to go on later. */
export async function startDraft(
  { db, sealing, clock }: DraftDeps,
  accountId: string | null,
  procedureVersionId: number,
  content: Partial<DraftContent> = {},
): Promise<Result<StartedDraft, StartRefusal>> {
  if (accountId !== null && (await countDrafts(db, accountId)) >= mostDraftsPerAccount) {
    return refused({ reason: "too-many-drafts" });
  }
  const secret = accountId === null ? randomBytes(24).toString("base64url") : null;
  const begun: DraftContent = { ...emptyDraft, ...content };
  const row: DraftRow = {
    ...newRow(sealing, begun, clock.now()),
    procedureVersionId,
    accountId,
    dossierId: null,
    resumeSecretHash: secret === null ? null : hashOf(secret),
  };
  await insertDraft(db, row);
  return accepted({ draft: { ...row, content: begun }, secret });
}

/** The draft, or undefined when there is none, it has expired, or it is somebody else's: the three are not told apart. */
export async function openDraft(deps: DraftDeps, holder: DraftHolder, id: string): Promise<Draft | undefined> {
  const row = await findDraft(deps.db, id, deps.clock.now());
  const isOfNewDossier = row !== undefined && row.dossierId === null;
  return isOfNewDossier && mayOpen(row, holder) ? unsealed(deps.sealing, row) : undefined;
}

export type SaveRefusal =
  /** Expired or thrown away meanwhile. */
  | { readonly reason: "gone" }
  /** What this page was filled in upon has been changed elsewhere since; here is what it says now. */
  | { readonly reason: "saved-elsewhere"; readonly draft: Draft };

/**
 * Saves one part. `seen` is the mark of that part as it was shown; null saves over whatever is there, for a person who
 * has been told and decided so. A save that changes nothing is no conflict.
 */
export async function saveDraft(
  deps: DraftDeps,
  holder: DraftHolder,
  id: string,
  part: DraftPart,
  seen: string | null,
  change: DraftChange,
): Promise<Result<Draft, SaveRefusal>> {
  return deps.db.transaction().execute(async (tx) => {
    const row = await findDraftForUpdate(tx, id, deps.clock.now());
    if (row === undefined || !mayOpen(row, holder)) return refused({ reason: "gone" });
    return saveLocked({ ...deps, db: tx }, row, part, seen, change);
  });
}

export type DraftChange = (content: DraftContent) => DraftContent;

async function saveLocked(
  { db, sealing, clock }: DraftDeps,
  row: DraftRow,
  part: DraftPart,
  seen: string | null,
  change: DraftChange,
): Promise<Result<Draft, SaveRefusal>> {
  const now = clock.now();
  const draft = unsealed(sealing, row);
  const content = change(draft.content);
  const present = seenMark(draft.content, part);
  if (seen !== null && seen !== present && seenMark(content, part) !== present) {
    return refused({ reason: "saved-elsewhere", draft });
  }
  const saved = { savedAt: now, expiresAt: expiryOf(now) };
  await updateDraft(db, row.id, {
    sealed: sealContent(sealing, sealing.unwrap(row.wrappedKey), row.id, content),
    uploadIds: uploadsOf(content),
    ...saved,
  });
  return accepted({ ...draft, ...saved, content });
}

/** What an applicant has changed so far of a dossier they sent; undefined while that is nothing. */
export async function openDraftOfDossier(
  { db, sealing, clock }: DraftDeps,
  accountId: string,
  dossierId: string,
): Promise<Draft | undefined> {
  const row = await findDraftOfDossier(db, dossierId, clock.now());
  return row !== undefined && mayOpen(row, { accountId }) ? unsealed(sealing, row) : undefined;
}

/** The first save begins the draft, from what was sent; two at once begin one. */
export async function saveDraftOfDossier(
  deps: DraftDeps,
  accountId: string,
  sent: { readonly dossierId: string; readonly procedureVersionId: number; readonly content: DraftContent },
  part: DraftPart,
  seen: string | null,
  change: DraftChange,
): Promise<Result<Draft, SaveRefusal>> {
  const { dossierId, procedureVersionId, content } = sent;
  const { sealing, clock } = deps;
  return deps.db.transaction().execute(async (tx) => {
    const now = clock.now();
    await deleteForgottenDraftOfDossier(tx, dossierId, now);
    await insertDraft(tx, {
      ...newRow(sealing, content, now),
      procedureVersionId,
      accountId,
      dossierId,
      resumeSecretHash: null,
    });
    const begun = await findDraftOfDossier(tx, dossierId, now);
    const row = begun && (await findDraftForUpdate(tx, begun.id, now));
    if (row === undefined || !mayOpen(row, { accountId })) return refused({ reason: "gone" });
    return saveLocked({ ...deps, db: tx }, row, part, seen, change);
  });
}

function newRow(sealing: Sealing, content: DraftContent, now: Date) {
  const id = randomUUID();
  const { key, wrapped } = sealing.newDossierKey();
  return {
    id,
    wrappedKey: wrapped,
    sealed: sealContent(sealing, key, id, content),
    createdAt: now,
    savedAt: now,
    expiresAt: expiryOf(now),
  };
}

/** Whoever began without an account and signed in takes the draft along; the link ends. */
export async function claimDraft(
  { db, sealing, clock }: DraftDeps,
  secret: string,
  accountId: string,
  id: string,
): Promise<Draft | undefined> {
  return db.transaction().execute(async (tx) => {
    const row = await findDraftForUpdate(tx, id, clock.now());
    if (row === undefined || !mayOpen(row, { secret })) return undefined;
    await setDraftAccount(tx, id, accountId);
    return unsealed(sealing, { ...row, accountId });
  });
}

export async function listDrafts({ db, sealing, clock }: DraftDeps, accountId: string): Promise<readonly Draft[]> {
  const rows = await listDraftRows(db, accountId, clock.now());
  return rows.map((row) => unsealed(sealing, row));
}

/** Throws the draft away, with the key that could open it. */
export async function discardDraft(deps: DraftDeps, holder: DraftHolder, id: string): Promise<boolean> {
  return deps.db.transaction().execute(async (tx) => {
    const row = await findDraftForUpdate(tx, id, deps.clock.now());
    if (row === undefined || !mayOpen(row, holder)) return false;
    await deleteDraft(tx, id);
    return true;
  });
}

function mayOpen(row: DraftRow, { accountId, secret }: DraftHolder): boolean {
  if (row.accountId !== null) return row.accountId === accountId;
  return secret !== undefined && row.resumeSecretHash !== null && timingSafeEqual(hashOf(secret), row.resumeSecretHash);
}

function hashOf(secret: string): Buffer {
  return createHash("sha256").update(`draft ${secret}`).digest();
}

function expiryOf(now: Date): Date {
  return new Date(now.getTime() + draftDays * 24 * 60 * 60 * 1000);
}

const place = (id: string) => `draft:${id}`;

function sealContent(sealing: Sealing, key: SealingKey, id: string, content: DraftContent): Buffer {
  return sealing.seal(key, place(id), JSON.stringify(content));
}

function unsealed(sealing: Sealing, row: DraftRow): Draft {
  const { id, procedureVersionId, accountId, dossierId, createdAt, savedAt, expiresAt } = row;
  // We sealed this ourselves and the seal was just checked.
  const content: DraftContent = JSON.parse(sealing.openText(sealing.unwrap(row.wrappedKey), place(id), row.sealed));
  return { id, procedureVersionId, accountId, dossierId, createdAt, savedAt, expiresAt, content };
}
