/**
 * Are these answers fit to be sent? All faults at once, in both languages. This is the only check: it runs on every
 * submission, so it walks the definition itself instead of a compiled schema; `consistency.test.ts` proves that it and
 * the published JSON Schema refuse and accept the same answers.
 */
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import { holds, isRequired } from "./condition.ts";
import type {
  AnswerRow,
  Answers,
  AnswerValue,
  Day,
  FieldDefinition,
  FormDefinition,
  FormGroup,
  Words,
} from "./definition.ts";
import type { Problem, ProblemCode } from "./fields/field-kind.ts";
import { checkField } from "./fields/index.ts";
import { texts } from "./texts/index.ts";

/**
 * `path` leads to the answer: `childFullName`, or `members.0.fullName` within a repeating group; also the name of the
 * box it was typed in.
 */
export type AnswerFault = { readonly path: string; readonly code: ProblemCode; readonly message: Words };

/** Enough to mend a form by; a body of ten thousand unknown fields is not answered with ten thousand sentences. */
const maxFaults = 100;

type Given = { readonly [key: string]: unknown };
type Run = {
  readonly labels: ReadonlyMap<string, Words>;
  readonly faults: AnswerFault[];
  readonly today: Day;
};
type Kept = { [key: string]: AnswerValue | readonly AnswerRow[] };

function isGiven(value: unknown): value is Given {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The answers as they are kept (NFC, phones as ten digits, nothing of questions that were not asked), or every fault.
 * An answer to a question that was not asked is let go silently when it is well-formed: people change their minds.
 */
export function checkAnswers(
  definition: FormDefinition,
  given: unknown,
  today: Day,
): Result<Answers, readonly AnswerFault[]> {
  if (!isGiven(given)) return refused([fault("", "", { vi: "answers", en: "answers" }, { problem: "type" })]);
  const faults: AnswerFault[] = [];
  const kept: Kept = {};
  const labels = labelsOf(definition);
  for (const key in given) {
    if (labels.has(key) && Object.hasOwn(given, key)) continue;
    if (faults.length >= maxFaults) break;
    faults.push(unknownField("", key));
  }
  const run: Run = { labels, faults, today };
  for (const group of definition.groups) checkGroup(run, group, given, kept);
  return faults.length === 0 ? accepted(kept) : refused(faults.slice(0, maxFaults));
}

/** The faults of one page. What other pages say is used for the conditions only. */
export function checkPage(
  definition: FormDefinition,
  groupKey: string,
  given: Given,
  today: Day,
): readonly AnswerFault[] {
  const kept: Kept = {};
  const labels = labelsOf(definition);
  for (const group of definition.groups) {
    const faults: AnswerFault[] = [];
    checkGroup({ labels, faults, today }, group, given, kept);
    if (group.key === groupKey) return faults;
  }
  return [];
}

function checkGroup(run: Run, group: FormGroup, given: Given, kept: Kept): void {
  const { faults } = run;
  const asked = group.showWhen === undefined || holds(group.showWhen, kept);
  if (group.repeat === undefined) {
    checkFields(run, group.fields, given, kept, asked, "");
    return;
  }
  const rows = Object.hasOwn(given, group.key) ? given[group.key] : undefined;
  if (rows === undefined) {
    if (asked && group.repeat.min > 0) {
      faults.push(fault("", group.key, group.heading, { problem: "tooFewRows", bound: group.repeat.min }));
    }
    return;
  }
  if (!Array.isArray(rows)) {
    faults.push(fault("", group.key, group.heading, { problem: "type" }));
    return;
  }
  if (rows.length < group.repeat.min) {
    faults.push(fault("", group.key, group.heading, { problem: "tooFewRows", bound: group.repeat.min }));
  }
  if (rows.length > group.repeat.max) {
    faults.push(fault("", group.key, group.heading, { problem: "tooManyRows", bound: group.repeat.max }));
    return;
  }
  const keptRows: AnswerRow[] = [];
  for (const [index, row] of rows.entries()) {
    const path = `${group.key}.${index}.`;
    if (!isGiven(row)) {
      faults.push(fault("", `${group.key}.${index}`, group.heading, { problem: "type" }));
      continue;
    }
    const keptRow: { [key: string]: AnswerValue } = {};
    for (const key in row) {
      if (!group.fields.some((field) => field.key === key)) faults.push(unknownField(path, key));
    }
    checkFields(run, group.fields, row, keptRow, true, path);
    keptRows.push(keptRow);
  }
  if (asked) kept[group.key] = keptRows;
}

function checkFields(
  { labels, faults, today }: Run,
  fields: readonly FieldDefinition[],
  given: Given,
  kept: Kept,
  asked: boolean,
  path: string,
): void {
  for (const field of fields) {
    const value = Object.hasOwn(given, field.key) ? given[field.key] : undefined;
    const shown = asked && (field.showWhen === undefined || holds(field.showWhen, kept));
    if (value === undefined) {
      if (shown && isRequired(field.required, kept)) faults.push(missing(path, field));
      continue;
    }
    const checked = checkField(field, value, today);
    if ("problem" in checked) {
      // Blank is the commonest fault of all, and the sentence for a missing answer is the clearer one.
      const blank = checked.problem === "empty" && shown && isRequired(field.required, kept);
      faults.push(blank ? missing(path, field) : fault(path, field.key, field.label, checked));
      continue;
    }
    if (!shown) continue;
    kept[field.key] = checked.value;
    if (field.kind === "date" && field.notBefore !== undefined) {
      const other = kept[field.notBefore];
      if (typeof other === "string" && checked.value < other) {
        const inRow = fields.find((one) => one.key === field.notBefore)?.label;
        faults.push(orderFault(path, field, inRow ?? labels.get(field.notBefore) ?? field.label));
      }
    }
  }
}

function fault(path: string, key: string, label: Words, { problem, bound = "" }: Problem): AnswerFault {
  return {
    path: path + key,
    code: problem,
    message: {
      vi: texts.vi.problems[problem]({ label: label.vi, bound }),
      en: texts.en.problems[problem]({ label: label.en, bound }),
    },
  };
}

function missing(path: string, field: FieldDefinition): AnswerFault {
  return fault(path, field.key, field.label, {
    problem: "required",
    bound: field.kind === "select" ? "choice" : "words",
  });
}

function orderFault(path: string, field: FieldDefinition, other: Words): AnswerFault {
  return {
    path: path + field.key,
    code: "dateBeforeOther",
    message: {
      vi: texts.vi.problems.dateBeforeOther({ label: field.label.vi, bound: other.vi }),
      en: texts.en.problems.dateBeforeOther({ label: field.label.en, bound: other.en }),
    },
  };
}

function unknownField(path: string, key: string): AnswerFault {
  // The name comes from outside and is shown back: a glimpse of it is enough.
  const shown = key.length > 60 ? `${key.slice(0, 60)}…` : key;
  return fault(path, shown, { vi: shown, en: shown }, { problem: "unknownField" });
}

const labelsByDefinition = new WeakMap<FormDefinition, ReadonlyMap<string, Words>>();

/** What may stand at the top of an answer set, with its label. */
function labelsOf(definition: FormDefinition): ReadonlyMap<string, Words> {
  const known = labelsByDefinition.get(definition);
  if (known) return known;
  const labels = new Map<string, Words>();
  for (const group of definition.groups) {
    if (group.repeat) labels.set(group.key, group.heading);
    else for (const field of group.fields) labels.set(field.key, field.label);
  }
  labelsByDefinition.set(definition, labels);
  return labels;
}

/** What is left of a draft once the questions that are not asked, and empty answers, are taken out. Wrong ones stay. */
export function askedAnswers(definition: FormDefinition, given: Given): Given {
  const kept: { [key: string]: unknown } = {};
  for (const group of definition.groups) {
    if (group.showWhen !== undefined && !holds(group.showWhen, kept)) continue;
    if (group.repeat) {
      const rows = given[group.key];
      if (Array.isArray(rows) && rows.length > 0) kept[group.key] = rows;
      continue;
    }
    for (const field of group.fields) {
      if (!Object.hasOwn(given, field.key) || (field.showWhen !== undefined && !holds(field.showWhen, kept))) continue;
      if (given[field.key] !== undefined && given[field.key] !== "") kept[field.key] = given[field.key];
    }
  }
  return kept;
}
