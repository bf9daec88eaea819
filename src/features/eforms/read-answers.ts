/** What a page's form sent, as answers. Nothing is refused here: wrong input is kept as typed, to be shown again. */

import { holds } from "./condition.ts";
import { dayInWords } from "./day-in-words.ts";
import type { AnswerRow, AnswerValue, FieldDefinition, FormDefinition, FormGroup } from "./definition.ts";
import { isDay } from "./fields/date/date.ts";
import type { Boxes } from "./fields/field-kind.ts";
import { checkField, readField } from "./fields/index.ts";
import { identityNumberIn, readCitizenNumber } from "./fields/national-id/national-id.ts";

export type DraftAnswers = { readonly [key: string]: AnswerValue | readonly AnswerRow[] };

/** A box never holds more than this of a text, whatever a program sends in a page's name. */
const maxKeptLength = 20_000;

/**
 * The answers of one page: every question of it, `undefined` where it was left empty, so that an answer taken back is
 * taken out of the draft. Files are not among them; they have a page of their own.
 */
export function readPage(group: FormGroup, boxes: Boxes): { readonly [key: string]: DraftAnswers[string] | undefined } {
  if (group.repeat) {
    const rows: AnswerRow[] = [];
    for (let index = 0; index < group.repeat.max; index++) {
      const row = readFields(group, boxes, `${group.key}.${index}.`);
      if (row !== undefined) rows.push(row);
    }
    return { [group.key]: rows.length === 0 ? undefined : rows };
  }
  const read = readFields(group, boxes, "") ?? {};
  return Object.fromEntries(
    group.fields.filter((field) => field.kind !== "file").map((field) => [field.key, read[field.key]]),
  );
}

function readFields(group: FormGroup, boxes: Boxes, prefix: string): AnswerRow | undefined {
  const row: { [key: string]: AnswerValue } = {};
  for (const field of group.fields) {
    if (field.kind === "file") continue;
    const value = readField(field, boxes, prefix + field.key);
    if (value === undefined) continue;
    const capped = typeof value === "string" && value.length > maxKeptLength ? value.slice(0, maxKeptLength) : value;
    // In the one form in which it will be kept, so that what is shown for checking is what is sent. Wrong days stay too.
    const checked = checkField(field, capped, "9999-12-31");
    row[field.key] = "value" in checked ? checked.value : capped;
  }
  for (const field of group.fields) {
    if (field.kind !== "text" || field.derive === undefined || row[field.key] !== undefined) continue;
    const source = row[field.derive.from];
    if (isDay(source)) row[field.key] = dayInWords(source);
  }
  return Object.keys(row).length === 0 ? undefined : row;
}

/**
 * The answers of one page, with those that were written from another answer following it when it changes. What a person
 * wrote themselves stays as they wrote it.
 */
export function withRewrittenAnswers(
  group: FormGroup,
  before: DraftAnswers,
  read: ReturnType<typeof readPage>,
): ReturnType<typeof readPage> {
  if (group.repeat) return read;
  const rewritten = { ...read };
  for (const field of group.fields) {
    if (field.kind !== "text" || field.derive === undefined) continue;
    const [was, is] = [before[field.derive.from], read[field.derive.from]];
    if (isDay(was) && isDay(is) && was !== is && read[field.key] === dayInWords(was)) {
      rewritten[field.key] = dayInWords(is);
    }
  }
  return rewritten;
}

/** Answers that follow from others and were not given yet. */
export function withKnownAnswers(definition: FormDefinition, answers: DraftAnswers): DraftAnswers {
  const known: { [key: string]: DraftAnswers[string] } = { ...answers };
  const fields = definition.groups.flatMap(({ repeat, fields }) => (repeat ? [] : fields));
  for (const { key, sameAs } of fields) {
    if (sameAs === undefined || known[key] !== undefined || !holds(sameAs.when, known)) continue;
    const source = fields.find((field) => field.key === sameAs.field);
    const given = known[sameAs.field];
    const same = sameAs.part === "birth-year" ? birthYearIn(source, given) : given;
    if (same !== undefined) known[key] = same;
  }
  return known;
}

/** The year of birth within an ID number of 12 digits; older papers do not tell it. */
function birthYearIn(field: FieldDefinition | undefined, answer: unknown): number | undefined {
  if (field?.kind !== "nationalId") return undefined;
  return readCitizenNumber(identityNumberIn(field, answer) ?? "")?.birthYear;
}

/** Answers that were sent, to be changed page by page; what the form does not ask is left out. */
export function sentAnswers(definition: FormDefinition, given: { readonly [key: string]: unknown }): DraftAnswers {
  const answers: { [key: string]: DraftAnswers[string] } = {};
  for (const group of definition.groups) {
    if (group.repeat) {
      const rows = given[group.key];
      if (Array.isArray(rows)) answers[group.key] = rows.map((row) => answersTo(group, row));
    } else Object.assign(answers, answersTo(group, given));
  }
  return answers;
}

function answersTo({ fields }: FormGroup, given: unknown): AnswerRow {
  const row: { [key: string]: AnswerValue } = {};
  if (typeof given !== "object" || given === null) return row;
  for (const { key } of fields) {
    const value: unknown = Object.hasOwn(given, key) ? Reflect.get(given, key) : undefined;
    if (typeof value === "string" || typeof value === "number") row[key] = value;
    else if (Array.isArray(value)) row[key] = value.filter((one) => typeof one === "string");
  }
  return row;
}

/** What stands in the boxes when a page is opened for the first time. */
export function withInitialAnswers(group: FormGroup, answers: DraftAnswers): DraftAnswers {
  const initial: { [key: string]: AnswerValue } = {};
  for (const field of group.fields) {
    if (
      (field.kind === "text" || field.kind === "select") &&
      field.initial !== undefined &&
      answers[field.key] === undefined
    ) {
      initial[field.key] = field.initial;
    }
  }
  return { ...answers, ...initial };
}
