/** A paper as it would be issued if this official made their move now: to be read before it is signed. Nothing is kept. */
import type { Official } from "#features/identity/index.ts";
import { deskOf } from "./access.ts";
import type { MoveInput } from "./decide.ts";
import type { DossierDeps } from "./deps.ts";
import type { DossierView } from "./dossier-view.ts";
import { type Move, type MoveName, moves } from "./moves.ts";
import { lastLeader } from "./steps.ts";

/** Papers that say what an official writes. A receipt only says what is on record. */
export type DraftKind = "result" | "supplementRequest" | "refusal";

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
  if (move === undefined || content === null) return null;
  const isSigner = moves[move].issues === kind;
  const organisation = deps.organisation();
  const unitId = kind === "result" ? lastLeader(steps)?.unitId : deskOf(by, move, dossier, steps, organisation)?.unitId;
  if (unitId === undefined) return null;
  const last = view.timeline.findLast((entry) => entry.type === "proposeResult");
  const proposed = last?.proposal ?? null;
  const isRefused = isSigner ? last?.isRefusal === true : said.outcome === "refuse";
  return deps.setDraft(
    {
      // A result that refuses is set as the refusal it will be.
      kind: kind === "result" && isRefused ? "refusal" : kind,
      dossier,
      version,
      content,
      at: deps.clock.now(),
      by,
      unitId,
      input: said,
      // Who signs reads what was proposed; who proposes, what they are about to propose.
      proposal: isSigner ? proposed : (said.proposal ?? proposed),
      apology: null,
      asked: null,
      askedAt: null,
      before: dossier,
      steps,
    },
    isSigner,
  );
}
