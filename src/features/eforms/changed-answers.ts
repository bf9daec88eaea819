/** What differs between two sets of answers to the same form, question by question. Pure. */
import type { AnswerValue, FieldDefinition, FormDefinition, FormGroup } from "./definition.ts";
import { type DraftAnswers, sentAnswers } from "./read-answers.ts";

/** `path` as in a fault: `childFullName`, or `members.0.fullName`. An answer that is not there is left out. */
export type AnswerChange = {
  readonly path: string;
  readonly group: FormGroup;
  readonly field: FieldDefinition;
  /** Of a repeating group: which one, from 0. */
  readonly row?: number;
  readonly before?: AnswerValue;
  readonly after?: AnswerValue;
};

type Given = { readonly [key: string]: unknown };

export function changedAnswers(definition: FormDefinition, before: Given, after: Given): readonly AnswerChange[] {
  const [was, is] = [sentAnswers(definition, before), sentAnswers(definition, after)];
  return definition.groups.flatMap((group) => {
    if (!group.repeat) return changesIn(group, was, is, "");
    const [rowsBefore, rowsAfter] = [rowsOf(was[group.key]), rowsOf(is[group.key])];
    return Array.from({ length: Math.max(rowsBefore.length, rowsAfter.length) }, (_, row) =>
      changesIn(group, rowsBefore[row] ?? {}, rowsAfter[row] ?? {}, `${group.key}.${row}.`).map((change) => ({
        ...change,
        row,
      })),
    ).flat();
  });
}

function changesIn(group: FormGroup, was: DraftAnswers, is: DraftAnswers, prefix: string): readonly AnswerChange[] {
  return group.fields.flatMap((field): readonly AnswerChange[] => {
    const [before, after] = [answerIn(was[field.key]), answerIn(is[field.key])];
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    return [
      {
        path: prefix + field.key,
        group,
        field,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      },
    ];
  });
}

function rowsOf(given: DraftAnswers[string] | undefined): readonly DraftAnswers[] {
  return Array.isArray(given) ? given.filter((row) => typeof row === "object") : [];
}

/** An answer of one question; an empty one is none. */
function answerIn(given: DraftAnswers[string] | undefined): AnswerValue | undefined {
  if (typeof given === "string") return given === "" ? undefined : given;
  if (typeof given === "number" || given === undefined) return given;
  const files = given.filter((one) => typeof one === "string");
  return files.length === 0 ? undefined : files;
}
