/** Who sends results home and takes them over: the return desks. Default deny. */
import { covers } from "#features/dossiers/index.ts";
import type { Official, Role } from "#features/identity/index.ts";
import type { Organisation, Unit } from "#features/organisation/index.ts";

export const returnDesk: readonly Role[] = ["return"];
/** Who may ask for these pages at all: at small units one person receives and returns. What they see is that of their desk. */
export const counters: readonly Role[] = ["reception", "return"];

/** The units whose return desk an official holds, in the order of the organisation. */
export function desksOf(official: Official, organisation: Organisation): readonly Unit[] {
  const held = new Set(official.postings.filter(({ role }) => role === "return").map(({ unitId }) => unitId));
  return organisation.units.filter(({ id }) => held.has(id));
}

/** What lies at a desk: its own unit and those below it of the same level. */
export function unitsAtDesk(desk: Unit, organisation: Organisation): readonly number[] {
  return organisation.units
    .filter(({ id }) => covers(organisation, { unitId: desk.id, role: "return" }, id))
    .map(({ id }) => id);
}

export function mayReturnAt(official: Official, unitId: number, organisation: Organisation): boolean {
  return official.postings.some((posting) => posting.role === "return" && covers(organisation, posting, unitId));
}
