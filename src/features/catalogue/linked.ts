/** The parts of a linked procedure, each with its agency and its own limit (61/2018/NĐ-CP art. 19(6)–(7)). Pure. */
import type { ProcedureDefinition } from "./procedure.ts";

export type LinkedPart = {
  readonly agency: string;
  readonly task: string;
  readonly taskEn: string;
  /** Office hours. */
  readonly hours: number;
  readonly isLead: boolean;
  /** From and through which step, from 1; null of a part that runs beside the steps from acceptance on. */
  readonly steps: { readonly from: number; readonly through: number } | null;
};

/** In the order of the city's data; none when one agency answers for everything. */
export function linkedParts({
  linked,
  internalProcess,
}: Pick<ProcedureDefinition, "linked" | "internalProcess">): readonly LinkedPart[] {
  if (linked === undefined) return [];
  let before = 0;
  return linked.parts.map((part): LinkedPart => {
    const { agency, task, taskEn } = part;
    const isLead = agency === linked.lead;
    if ("hours" in part) return { agency, task, taskEn, isLead, hours: part.hours, steps: null };
    // What the steps of an agency may take is its limit: there is no second figure that could say something else.
    const hours = internalProcess.slice(before, part.throughStep).reduce((sum, step) => sum + step.hours, 0);
    const steps = { from: before + 1, through: part.throughStep };
    before = part.throughStep;
    return { agency, task, taskEn, isLead, hours, steps };
  });
}
