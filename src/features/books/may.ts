/** Who reads the register of a unit and who closes it. Default deny. */
import { covers } from "#features/dossiers/index.ts";
import type { Official, Posting, Role } from "#features/identity/index.ts";
import type { Organisation, Unit } from "#features/organisation/index.ts";

/** TT 01/2018/TT-VPCP art. 10(2): closed and signed by the head. */
export const bookClosers: readonly Role[] = ["head_of_office", "leader"];
/** The desks of the unit and whoever keeps its archive. */
const keepers: readonly Role[] = ["reception", "return", "clerk", ...bookClosers];
const overseers: readonly Role[] = ["director", "inspector"];
export const registerReaders: readonly Role[] = [...keepers, ...overseers];

export function booksOf(official: Official, organisation: Organisation): readonly Unit[] {
  return organisation.units.filter(
    (unit) =>
      keepsBook(unit) &&
      official.postings.some((posting) =>
        overseers.includes(posting.role)
          ? organisation.isWithin(unit.id, posting.unitId)
          : keepers.includes(posting.role) && isOfUnit(posting, unit.id, organisation),
      ),
  );
}

export function mayClose(official: Official, unitId: number, organisation: Organisation): boolean {
  return official.postings.some(
    (posting) => bookClosers.includes(posting.role) && isOfUnit(posting, unitId, organisation),
  );
}

/** Those that receive dossiers: the city's one-stop unit, and wards as a whole. */
function keepsBook({ kind, level }: Unit): boolean {
  return kind === "ward" || kind === "commune" || (kind === "one_stop" && level === "city");
}

/** Posted at the unit, above it at the same level, or in a part of it. */
function isOfUnit(posting: Posting, unitId: number, organisation: Organisation): boolean {
  return covers(organisation, posting, unitId) || organisation.isWithin(posting.unitId, unitId);
}
