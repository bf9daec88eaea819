/** Do the parts of a linked procedure make a whole? Asked before it is published. Pure. */
import { linkedParts, type ProcedureDefinition } from "#features/catalogue/index.ts";
import type { Organisation } from "#features/organisation/index.ts";

export type LinkedFault =
  | { readonly reason: "lead-has-no-part"; readonly agency: string }
  | { readonly reason: "linked-without-basis"; readonly basis: string }
  | { readonly reason: "parts-leave-steps-out"; readonly through: number; readonly steps: number }
  | { readonly reason: "part-without-steps"; readonly part: number }
  | { readonly reason: "part-longer-than-the-whole"; readonly part: number; readonly limit: number }
  | { readonly reason: "part-beside-another-of-its-agency"; readonly part: number; readonly agency: string }
  | { readonly reason: "part-unit-cannot-be-found"; readonly part: number; readonly agency: string };

const reasons: ReadonlySet<string> = new Set<LinkedFault["reason"]>([
  "lead-has-no-part",
  "linked-without-basis",
  "parts-leave-steps-out",
  "part-without-steps",
  "part-longer-than-the-whole",
  "part-beside-another-of-its-agency",
  "part-unit-cannot-be-found",
]);

export function isLinkedFault(fault: { readonly reason: string }): fault is LinkedFault {
  return reasons.has(fault.reason);
}

export function linkedFaults(
  definition: Pick<ProcedureDefinition, "internalProcess" | "deadline" | "legalBasis" | "linked">,
  organisation: Organisation,
  receivingUnitIds: readonly number[],
): readonly LinkedFault[] {
  const { linked, internalProcess, legalBasis, deadline } = definition;
  if (linked === undefined) return [];
  const faults: LinkedFault[] = [];
  const parts = linkedParts(definition);
  if (!parts.some(({ isLead }) => isLead)) faults.push({ reason: "lead-has-no-part", agency: linked.lead });
  if (!legalBasis.some(({ number }) => number === linked.basis)) {
    faults.push({ reason: "linked-without-basis", basis: linked.basis });
  }
  const through = parts.findLast(({ steps }) => steps !== null)?.steps?.through ?? 0;
  if (through !== internalProcess.length) {
    faults.push({ reason: "parts-leave-steps-out", through, steps: internalProcess.length });
  }
  const agencies = new Set(internalProcess.map(({ agency }) => agency));
  parts.forEach(({ agency, hours, steps }, at) => {
    const part = at + 1;
    if (steps !== null && steps.through < steps.from) faults.push({ reason: "part-without-steps", part });
    if (hours > deadline.workingHours) {
      faults.push({ reason: "part-longer-than-the-whole", part, limit: deadline.workingHours });
    }
    // A unit answers one question about a dossier at a time, and none while it holds the dossier itself.
    const isDouble = agencies.has(agency) || parts.some((one, other) => other < at && one.agency === agency);
    if (steps === null && isDouble) faults.push({ reason: "part-beside-another-of-its-agency", part, agency });
    if (receivingUnitIds.some((unitId) => organisation.resolveStepUnit(unitId, agency) === undefined)) {
      faults.push({ reason: "part-unit-cannot-be-found", part, agency });
    }
  });
  return faults;
}

export function linkedFaultInWords(fault: LinkedFault): string {
  switch (fault.reason) {
    case "lead-has-no-part":
      return `the lead agency ${fault.agency} has no part`;
    case "linked-without-basis":
      return `${fault.basis}, by which the parts are linked, is not among the legal sources`;
    case "parts-leave-steps-out":
      return `the parts go through step ${fault.through}, the process has ${fault.steps}`;
    case "part-without-steps":
      return `part ${fault.part} has no steps`;
    case "part-longer-than-the-whole":
      return `part ${fault.part} takes more than the ${fault.limit} hours of the whole`;
    case "part-beside-another-of-its-agency":
      return `part ${fault.part} runs beside other work of ${fault.agency}`;
    case "part-unit-cannot-be-found":
      return `part ${fault.part} names ${fault.agency}, which is not found`;
  }
}
