/** Who reads what was said of a unit, and who copies slips of paper. Default deny. */
import { covers, type Dossier } from "#features/dossiers/index.ts";
import type { Official, Role } from "#features/identity/index.ts";
import type { Organisation, Unit } from "#features/organisation/index.ts";

/** Whoever works where the slips are handed out. */
export const copiers: readonly Role[] = ["reception", "return"];
const ofUnit: readonly Role[] = [...copiers, "head_of_office", "leader"];
const overseers: readonly Role[] = ["director", "inspector", "quality"];
export const evaluationReaders: readonly Role[] = [...ofUnit, ...overseers];

/** The receiving units of which this official may read, in the order of the organisation. */
export function unitsRead(official: Official, organisation: Organisation): readonly Unit[] {
  const receiving = organisation.units.filter(({ agencyId, level }) => agencyId !== null && level !== "province");
  return receiving.filter(({ id }) =>
    official.postings.some((posting) =>
      overseers.includes(posting.role)
        ? organisation.isWithin(id, posting.unitId)
        : ofUnit.includes(posting.role) &&
          (covers(organisation, posting, id) || organisation.isWithin(posting.unitId, id)),
    ),
  );
}

export function mayCopy(
  official: Official,
  dossier: Pick<Dossier, "receivingUnitId">,
  organisation: Organisation,
): boolean {
  return official.postings.some(
    (posting) =>
      copiers.includes(posting.role) &&
      (covers(organisation, posting, dossier.receivingUnitId) ||
        organisation.isWithin(posting.unitId, dossier.receivingUnitId)),
  );
}
