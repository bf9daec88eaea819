/** Can a dossier walk through this process from the counter and back, within the limit? Asked before it is published. Pure. */
import type { ProcedureDefinition } from "#features/catalogue/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import { isLinkedFault, type LinkedFault, linkedFaultInWords, linkedFaults } from "./linked-soundness.ts";
import { processOf } from "./process.ts";

export type ProcessFault =
  | { readonly reason: "no-steps" }
  | { readonly reason: "does-not-start-at-reception"; readonly role: string }
  | { readonly reason: "does-not-end-with-return"; readonly role: string }
  | { readonly reason: "nobody-decides" }
  | { readonly reason: "hours-do-not-add-up"; readonly planned: number; readonly limit: number }
  | { readonly reason: "step-without-hours"; readonly step: number }
  | { readonly reason: "step-after-return"; readonly step: number }
  | { readonly reason: "step-repeats-the-one-before"; readonly step: number }
  | { readonly reason: "result-returned-elsewhere"; readonly agency: string }
  | { readonly reason: "no-receiving-unit" }
  | { readonly reason: "unit-cannot-be-found"; readonly step: number; readonly agency: string; readonly from: string }
  | LinkedFault;

export function processFaults(
  definition: Pick<ProcedureDefinition, "internalProcess" | "deadline" | "legalBasis" | "linked">,
  organisation: Organisation,
  receivingUnitIds: readonly number[],
): readonly ProcessFault[] {
  const process = processOf(definition);
  const first = process[0];
  const last = process.at(-1);
  if (first === undefined || last === undefined) return [{ reason: "no-steps" }];
  const faults: ProcessFault[] = [];

  if (first.role !== "reception") faults.push({ reason: "does-not-start-at-reception", role: first.role });
  if (last.role !== "return") faults.push({ reason: "does-not-end-with-return", role: last.role });
  // Somebody with the power to sign must stand in it, or it could never give a result.
  if (!process.some(({ role }) => role === "leader")) faults.push({ reason: "nobody-decides" });

  const planned = process.reduce((sum, { hours }) => sum + hours, 0);
  if (planned !== definition.deadline.workingHours) {
    faults.push({ reason: "hours-do-not-add-up", planned, limit: definition.deadline.workingHours });
  }

  for (const step of process) {
    if (!(step.hours > 0)) faults.push({ reason: "step-without-hours", step: step.no });
    // After the result is returned nobody is left to do a step: it would wait for ever.
    if (step.role === "return" && step !== last) faults.push({ reason: "step-after-return", step: step.no + 1 });
    const before = process[step.no - 2];
    if (before !== undefined && before.role === step.role && before.agency === step.agency) {
      faults.push({ reason: "step-repeats-the-one-before", step: step.no });
    }
  }

  if (receivingUnitIds.length === 0) faults.push({ reason: "no-receiving-unit" });
  for (const unitId of receivingUnitIds) {
    // The result goes back to where the citizen handed in (Decree 61/2018 art. 19(7)).
    const counter = organisation.resolveStepUnit(unitId, first.agency);
    const returnedAt = organisation.resolveStepUnit(unitId, last.agency);
    if (counter !== undefined && returnedAt !== undefined && counter.id !== returnedAt.id) {
      faults.push({ reason: "result-returned-elsewhere", agency: last.agency });
    }
    for (const step of process) {
      if (organisation.resolveStepUnit(unitId, step.agency) === undefined) {
        const from = organisation.byId(unitId)?.code ?? String(unitId);
        faults.push({ reason: "unit-cannot-be-found", step: step.no, agency: step.agency, from });
      }
    }
  }
  return [...faults, ...linkedFaults(definition, organisation, receivingUnitIds)];
}

/** For whoever writes the city's data: what is wrong, in words. */
export function faultInWords(fault: ProcessFault): string {
  if (isLinkedFault(fault)) return linkedFaultInWords(fault);
  switch (fault.reason) {
    case "no-steps":
      return "the process has no steps";
    case "does-not-start-at-reception":
      return `the first step is of ${fault.role}, not of reception`;
    case "does-not-end-with-return":
      return `the last step is of ${fault.role}, not of return`;
    case "nobody-decides":
      return "no step is of a leader, so nobody decides";
    case "hours-do-not-add-up":
      return `the steps take ${fault.planned} hours, the limit is ${fault.limit}`;
    case "step-without-hours":
      return `step ${fault.step} has no hours`;
    case "step-after-return":
      return `step ${fault.step} comes after the result was returned`;
    case "step-repeats-the-one-before":
      return `step ${fault.step} is the same role at the same unit as the step before`;
    case "result-returned-elsewhere":
      return `the result is returned at ${fault.agency}, not where the dossier was received`;
    case "no-receiving-unit":
      return "no unit receives it";
    case "unit-cannot-be-found":
      return `step ${fault.step} names ${fault.agency}, which is not found from ${fault.from}`;
  }
}
