import type { Official, Role } from "#features/identity/index.ts";
import type { Organisation } from "#features/organisation/index.ts";

const overAll: readonly Role[] = ["director", "inspector", "quality", "admin"];

/** The receiving units whose figures an official may see: everything below a posting that directs, else their own. */
export function unitsInView(official: Official, organisation: Organisation): readonly number[] | null {
  if (official.postings.some((posting) => overAll.includes(posting.role))) return null;
  return [...new Set(official.postings.flatMap((posting) => organisation.within(posting.unitId)))];
}
