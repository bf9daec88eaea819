/** A dossier for whoever asks for it, with what they may do about it. */
import type { Visitor } from "#features/identity/index.ts";
import { NotFoundError } from "#foundation/errors/index.ts";
import { covers, maySee, movesFor } from "./access.ts";
import { readDossierCode } from "./code.ts";
import { correctableBy, type Recorded } from "./correction.ts";
import type { DossierDeps } from "./deps.ts";
import type { Dossier } from "./dossier.ts";
import type { DossierView } from "./dossier-view.ts";
import { type Part, partsOf } from "./linked.ts";
import { findDossierByCode } from "./queries.ts";
import { stepsOf } from "./steps.ts";

export function viewDeps(deps: DossierDeps) {
  return { db: deps.database.db, sealing: deps.sealing, catalogue: deps.catalogue, organisation: deps.organisation };
}

export function isVisible(deps: DossierDeps, visitor: Visitor, dossier: Dossier): boolean {
  const version = deps.catalogue().getById(dossier.procedureVersionId);
  return maySee(visitor, dossier, stepsOf(version, dossier.receivingUnitId, deps.organisation()), deps.organisation());
}

/** The dossier with that code if this visitor may see it; nobody learns from the answer that another's exists. */
export async function seen(deps: DossierDeps, visitor: Visitor, typed: string): Promise<Dossier> {
  const code = readDossierCode(typed);
  const dossier = code === undefined ? undefined : await findDossierByCode(deps.database.db, code);
  if (dossier === undefined || !isVisible(deps, visitor, dossier)) throw new NotFoundError("dossier", typed);
  return dossier;
}

export function offeredMoves(
  deps: DossierDeps,
  view: Pick<DossierView, "version" | "dossier" | "steps" | "arrivedAt" | "handOver" | "recorded" | "waitsForParts">,
  visitor: Visitor,
) {
  const { supplementUntil } = deps.calendarOf(view.version, view.dossier.receivingUnitId);
  const facts = {
    now: deps.clock.now(),
    supplementUntil,
    arrivedAt: view.arrivedAt,
    handOver: view.handOver,
    waitsForParts: view.waitsForParts,
    mayCorrect: correctables(deps, view, visitor).length > 0,
  };
  return movesFor(visitor, view.dossier, view.steps, deps.organisation(), facts);
}

/** The parts of a linked dossier as they stand now; null when one agency answers for everything. */
export function partsNow(deps: DossierDeps, view: DossierView): readonly Part[] | null {
  const calendar = deps.calendarOf(view.version, view.dossier.receivingUnitId);
  return partsOf(view, deps.organisation(), calendar, deps.clock.now());
}

/** What stands on record of this dossier that this visitor may set right. */
export function correctables(
  deps: DossierDeps,
  view: Pick<DossierView, "recorded">,
  visitor: Visitor,
): readonly Recorded[] {
  if (visitor.kind !== "official") return [];
  const organisation = deps.organisation();
  return correctableBy(visitor, view.recorded, (posting, unitId) => covers(organisation, posting, unitId));
}
