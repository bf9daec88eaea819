/** At which desks an official receives which procedures. */
import type { ProcedureVersion } from "#features/catalogue/index.ts";
import type { Official } from "#features/identity/index.ts";
import type { Unit } from "#features/organisation/index.ts";
import { mayReceive } from "../access.ts";
import type { DossierDeps } from "../deps.ts";
import { stepsOf } from "../steps.ts";

type DeskDeps = Pick<DossierDeps, "catalogue" | "organisation" | "clock" | "dayOf">;

export function desksFor(deps: DeskDeps, official: Official, version: ProcedureVersion): readonly Unit[] {
  const organisation = deps.organisation();
  return deps
    .catalogue()
    .receivingUnitIds(version.code, deps.dayOf(deps.clock.now()))
    .filter((unitId) => mayReceive(official, stepsOf(version, unitId, organisation), organisation))
    .map((unitId) => organisation.getById(unitId));
}

/** What can be received at the desks of this official: best matches first when something was typed. */
export function receivable(deps: DeskDeps, official: Official, typed: string): readonly ProcedureVersion[] {
  const { items } = deps.catalogue().list(deps.dayOf(deps.clock.now()), { q: typed, limit: 200 });
  return items.filter((version) => desksFor(deps, official, version).length > 0);
}

/** Every unit at whose desk this official sits. */
export function ownDesks(official: Official, deps: DeskDeps): readonly number[] {
  const organisation = deps.organisation();
  const postings = official.postings.filter(({ role }) => role === "reception");
  return organisation.units
    .filter((unit) => postings.some(({ unitId }) => organisation.isWithin(unit.id, unitId)))
    .map((unit) => unit.id);
}
