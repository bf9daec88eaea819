import type { ProcedureVersion } from "#features/catalogue/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import { processOf } from "#features/processes/index.ts";
import type { DossierStep } from "./dossier.ts";

const remembered = new WeakMap<Organisation, Map<string, readonly DossierStep[]>>();

/** The steps of a version as one receiving unit's dossiers walk them. The same answer is asked at each submission. */
export function stepsOf(
  version: ProcedureVersion,
  receivingUnitId: number,
  organisation: Organisation,
): readonly DossierStep[] {
  let byKey = remembered.get(organisation);
  if (byKey === undefined) {
    byKey = new Map();
    remembered.set(organisation, byKey);
  }
  const key = `${version.id}:${receivingUnitId}`;
  const known = byKey.get(key);
  if (known !== undefined) return known;
  const steps = processOf(version.definition).map((step, no) => {
    const unit = organisation.resolveStepUnit(receivingUnitId, step.agency);
    if (unit === undefined)
      throw new Error(
        `Step ${no + 1} of ${version.code}: no unit ${step.agency} for receiving unit ${receivingUnitId}`,
      );
    return { no, name: step.name, role: step.role, hours: step.hours, unitId: unit.id };
  });
  byKey.set(key, steps);
  return steps;
}
