import { receivingUnitsInView } from "#features/dossiers/index.ts";
import type { Official, Role } from "#features/identity/index.ts";
import type { Organisation } from "#features/organisation/index.ts";

/** Figures hold no names, so those who run the program see them too. */
const overAll: readonly Role[] = ["director", "inspector", "quality", "admin"];

/** The receiving units whose figures an official may see; null when that is all of them. */
export function unitsInView(official: Official, organisation: Organisation): readonly number[] | null {
  return receivingUnitsInView(official, organisation, overAll);
}
