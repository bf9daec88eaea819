/** Which unit handles a dossier: to it the decision is counted, and its head sees the dossier from the first day. */
import type { Catalogue } from "#features/catalogue/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import type { Db } from "#foundation/db/index.ts";
import type { DossierStep } from "./dossier.ts";
import { insertHandlingUnits } from "./handling-unit.queries.ts";
import { stepsOf } from "./steps.ts";

/** What a unit received of one version of a procedure goes one way through the city. */
export type Way = { readonly procedureVersionId: number; readonly receivingUnitId: number };

/**
 * Where the last specialist works, who proposes the result; without one, where it is signed. A part of a ward stands for
 * its ward: a body with a code of its own answers for its figures, an official's desk does not.
 */
export function handlingUnitOf(
  steps: readonly DossierStep[],
  receivingUnitId: number,
  organisation: Organisation,
): number {
  const step = steps.findLast(({ role }) => role === "specialist") ?? steps.findLast(({ role }) => role === "leader");
  return organisation.bodyOf(step?.unitId ?? receivingUnitId).id;
}

/** Keeps the handling unit of ways met for the first time; of the others what was kept stays. */
export async function keepHandlingUnits(
  db: Db,
  ways: readonly Way[],
  catalogue: Catalogue,
  organisation: Organisation,
): Promise<void> {
  await insertHandlingUnits(
    db,
    ways.map((way) => {
      const version = catalogue.getById(way.procedureVersionId);
      const steps = stepsOf(version, way.receivingUnitId, organisation);
      return { ...way, unitId: handlingUnitOf(steps, way.receivingUnitId, organisation) };
    }),
  );
}
