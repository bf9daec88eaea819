/** A paper as it would be issued if this official made their move now: to be read before it is signed. Nothing is kept. */
import type { Official } from "#features/identity/index.ts";
import type { MoveInput } from "./decide.ts";
import type { DossierDeps } from "./deps.ts";
import type { DossierView } from "./dossier-view.ts";
import type { PaperKind } from "./move-dossier.ts";
import { unitOf } from "./move-dossier.ts";
import { type Move, type MoveName, moves } from "./moves.ts";
import { lastLeader } from "./steps.ts";

/** Papers that say what an official writes. A receipt only says what is on record. */
export type DraftKind = Exclude<PaperKind, "receipt">;

export function isDraftKind(kind: string): kind is DraftKind {
  return kind === "result" || kind === "supplementRequest" || kind === "refusal";
}

/** The move that would issue this paper, or put it into words for somebody else to sign. */
export function moveBehind(kind: DraftKind, offered: readonly MoveName[]): MoveName | undefined {
  return offered.find((name) => {
    const { issues, prepares }: Move = moves[name];
    return issues === kind || prepares === kind;
  });
}

/** `said`: what stands in the form so far. Null when it is not for this official now, or there is nothing to set it from. */
export async function draftPaper(
  deps: Pick<DossierDeps, "setDraft" | "organisation" | "clock">,
  view: DossierView,
  offered: readonly MoveName[],
  by: Official,
  kind: DraftKind,
  said: MoveInput,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { dossier, version, content, steps } = view;
  const move = moveBehind(kind, offered);
  const isSigner = move !== undefined && moves[move].issues === kind;
  const unitId = kind === "result" ? lastLeader(steps)?.unitId : unitOf(by, dossier, deps.organisation());
  if (move === undefined || content === null || unitId === undefined || unitId === null) return null;
  const proposed = view.timeline.findLast((entry) => entry.type === "proposeResult")?.proposal ?? null;
  return deps.setDraft(
    {
      kind,
      dossier,
      version,
      content,
      at: deps.clock.now(),
      by,
      unitId,
      input: said,
      // Who signs reads what was proposed; who proposes, what they are about to propose.
      proposal: isSigner ? proposed : (said.proposal ?? proposed),
    },
    isSigner,
  );
}
