import { covers } from "#features/dossiers/index.ts";
import type { Official, Role } from "#features/identity/index.ts";
import type { Organisation } from "#features/organisation/index.ts";

/**
 * The units whose figures an official may see: dossiers that one of them received, handles or holds. Null when that is
 * every unit of the city.
 */
export type Scope = readonly number[] | null;

/** Figures hold no names, so those who run the program see them too. */
const overAll: readonly Role[] = ["director", "inspector", "quality", "admin"];

/** Overseers see all below them; others their own body, and below it what is of the same level of government. */
export function scopeOf(official: Official, organisation: Organisation): Scope {
  const inScope = organisation.units.filter(({ id }) =>
    official.postings.some((posting) => {
      if (overAll.includes(posting.role)) return organisation.isWithin(id, posting.unitId);
      // A desk of a ward is no body of its own: who leads there leads the ward.
      return covers(organisation, { ...posting, unitId: organisation.bodyOf(posting.unitId).id }, id);
    }),
  );
  const isAll = inScope.length >= organisation.units.filter(({ level }) => level !== "province").length;
  return isAll ? null : inScope.map(({ id }) => id);
}
