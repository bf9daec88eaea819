/** The internal process of a procedure version: who does what, in how many office hours (CAT-06). Pure. */
import type { ProcedureDefinition, ProcessRole } from "#features/catalogue/index.ts";

export type Step = {
  /** From 1, in the order of work. */
  readonly no: number;
  readonly name: string;
  readonly role: ProcessRole;
  readonly hours: number;
  /** An office (TP-TUPHAP) or a commune role (XA-TPHT); `resolveStepUnit` of the organisation finds the unit. */
  readonly agency: string;
};

export type Process = readonly Step[];

export function processOf(definition: Pick<ProcedureDefinition, "internalProcess">): Process {
  return definition.internalProcess.map((step, at) => ({ no: at + 1, ...step }));
}

export function stepAt(process: Process, no: number): Step | undefined {
  return process[no - 1];
}

export function firstStep(process: Process): Step {
  const step = process[0];
  if (step === undefined) throw new Error("A process has at least one step");
  return step;
}

export function nextStep(process: Process, no: number): Step | undefined {
  return process[no];
}

export function previousStep(process: Process, no: number): Step | undefined {
  return no < 2 ? undefined : process[no - 2];
}

export function isLastStep(process: Process, no: number): boolean {
  return no === process.length;
}

/** Office hours planned from the start of the process to the end of this step: the plan the clock is held against. */
export function plannedHoursThrough(process: Process, no: number): number {
  return process.slice(0, no).reduce((sum, step) => sum + step.hours, 0);
}
