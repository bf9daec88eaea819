/** The way of a dossier: its steps, what leads out of each, and where. */
import type { ProcedureVersion } from "#features/catalogue/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import { processOf } from "#features/processes/index.ts";
import type { DossierStep } from "./dossier.ts";
import type { MoveName } from "./moves.ts";

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

/**
 * The move by which a dossier leaves a step: the last specialist proposes, the last leader decides, the last step
 * gives the result back, every other hands over.
 */
export function moveOfStep(steps: readonly DossierStep[], step: number): MoveName | null {
  const present = steps[step];
  if (present === undefined) return null;
  if (present.role === "specialist" && lastOf(steps, "specialist") === step) return "proposeResult";
  if (present.role === "leader" && lastLeader(steps) === present) return "approve";
  if (present.role === "return") return "returnResult";
  return "handOver";
}

/** The step at which the result is decided and signed. */
export function lastLeader(steps: readonly DossierStep[]): DossierStep | undefined {
  return steps[lastOf(steps, "leader")];
}

function lastOf(steps: readonly DossierStep[], role: DossierStep["role"]): number {
  return steps.findLastIndex((step) => step.role === role);
}

/** The step at which somebody may be named to have the dossier by this move; none when it is given to nobody by name. */
export function receivingStep(move: MoveName, step: number, steps: readonly DossierStep[]): DossierStep | undefined {
  const [present, next] = [steps[step], steps[step + 1]];
  switch (move) {
    case "assign":
      // At a step that only assigns, naming the person also hands the dossier to them.
      return present?.role === "head_of_office" && next?.role === "specialist" ? next : present;
    case "handOver":
    case "proposeResult":
      return next;
    case "sendBack":
      return steps[step - 1];
    default:
      return undefined;
  }
}
