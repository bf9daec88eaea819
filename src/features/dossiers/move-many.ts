/**
 * Makes one move of several dossiers. Each goes the very way of a single one, in a transaction of its own: one that is
 * refused holds up no other, and when the program dies in between, each is moved once or stands as it stood.
 */
import type { Official } from "#features/identity/index.ts";
import { isDatabaseGone } from "#foundation/db/index.ts";
import { readDossierCode } from "./code.ts";
import { findMoveAt, listDossiersByCode } from "./many.queries.ts";
import { type MoveDeps, type MoveDossierRefusal, type Moved, moveDossier, nothingSaid } from "./move-dossier.ts";
import { type Move, type MoveName, moveNames, moves } from "./moves.ts";

export const mostAtOnce = 200;

/** What asks for nothing of each dossier alone: no more than the press, or to whom it is given. */
export function isForMany(name: MoveName): boolean {
  const { by, demands }: Move = moves[name];
  return by !== "applicant" && by !== "time" && demands.every((demand) => demand === "assignee");
}

export const movesForMany: readonly MoveName[] = moveNames.filter(isForMany);

export type OneOfMany = {
  readonly code: string;
  /** The number of the last event the person saw of it; null: whatever it is now. */
  readonly seenEvent: number | null;
};

export type OutcomeOfOne =
  | { readonly kind: "done"; readonly moved: Moved }
  /** A second press: this very official made this very move of what they saw. */
  | { readonly kind: "done-before" }
  | { readonly kind: "refused"; readonly refusal: MoveDossierRefusal }
  /** There is none that this official may see. */
  | { readonly kind: "unknown" }
  /** Our fault; it stands as it stood. */
  | { readonly kind: "failed" }
  /** The database is gone: what comes after it would only wait in vain. */
  | { readonly kind: "not-tried" };

export type ResultOfOne = { readonly code: string; readonly outcome: OutcomeOfOne };

export type ManyRequest = {
  readonly items: readonly OneOfMany[];
  readonly note: string | null;
  readonly assigneeId: string | null;
};

export async function moveMany(
  deps: MoveDeps,
  by: Official,
  move: MoveName,
  { items, note, assigneeId }: ManyRequest,
  onFailure: (error: unknown, code: string) => void,
): Promise<readonly ResultOfOne[]> {
  if (!isForMany(move)) throw new Error(`${move} is no move for many`);
  const once = eachOnce(items);
  if (once.length > mostAtOnce) throw new Error(`${once.length} dossiers are too many at once`);
  const found = await listDossiersByCode(
    deps.database.db,
    once.map(({ code }) => code),
  );
  const ids = new Map(found.map(({ code, id }) => [code, id]));
  const results: ResultOfOne[] = [];
  let isGone = false;
  // One after the other: papers are set and signed by this very process, and nobody else should wait for all of them.
  for (const { code, seenEvent } of once) results.push({ code, outcome: await one(code, seenEvent) });
  return results;

  async function one(code: string, seenEvent: number | null): Promise<OutcomeOfOne> {
    if (isGone) return { kind: "not-tried" };
    const dossierId = ids.get(code);
    if (dossierId === undefined) return { kind: "unknown" };
    try {
      const result = await moveDossier(deps, by, dossierId, move, { ...nothingSaid, note, assigneeId, seenEvent });
      if (result.ok) return { kind: "done", moved: result.value };
      if (result.refusal.reason === "not-visible") return { kind: "unknown" };
      const isBefore = seenEvent !== null && (await wasDoneBefore(dossierId, seenEvent));
      return isBefore ? { kind: "done-before" } : { kind: "refused", refusal: result.refusal };
    } catch (error) {
      // Where a request ends with an error, here one of its dossiers does: the others are somebody else's matter.
      onFailure(error, code);
      isGone = isDatabaseGone(error);
      return { kind: "failed" };
    }
  }

  async function wasDoneBefore(dossierId: string, seenEvent: number): Promise<boolean> {
    const next = await findMoveAt(deps.database.db, dossierId, seenEvent + 1);
    return (
      next?.type === move &&
      next.actorId === by.accountId &&
      (moves[move].demands.length === 0 || next.assigneeId === assigneeId)
    );
  }
}

/** Each dossier once, in the order they were named, by its code as it is kept. */
function eachOnce(items: readonly OneOfMany[]): readonly OneOfMany[] {
  const byCode = new Map<string, OneOfMany>();
  for (const item of items) {
    const code = readDossierCode(item.code) ?? item.code;
    if (!byCode.has(code)) byCode.set(code, { ...item, code });
  }
  return [...byCode.values()];
}
