/** What a kind of field must be able to do. Each lives in a folder of its own and stands in the list of `index.ts`. */
import type { Language } from "#foundation/i18n/index.ts";
import type { AnswerValue, Day, FieldDefinition, FieldKindName } from "../definition.ts";

export type ProblemCode =
  | "required"
  | "unknownField"
  | "type"
  | "empty"
  | "tooLong"
  | "date"
  | "dateTooEarly"
  | "dateTooLate"
  | "dateBeforeOther"
  | "number"
  | "wholeNumber"
  | "tooSmall"
  | "tooLarge"
  | "option"
  | "phone"
  | "email"
  | "idNumber"
  | "identityPaper"
  | "upload"
  | "tooManyFiles"
  | "tooFewRows"
  | "tooManyRows";

/** What is wrong with an answer; `bound` is the limit it broke. Words are made from it only when somebody reads them. */
export type Problem = { readonly problem: ProblemCode; readonly bound?: string | number };

/** An answer in the one form in which it is kept, or what is wrong with it. */
export type Checked<Value extends AnswerValue = AnswerValue> = { readonly value: Value } | Problem;

export type JsonSchema = { readonly [keyword: string]: unknown };

/** What a page's form sent: `URLSearchParams` and `FormData` both fit. */
export type Boxes = { readonly get: (name: string) => unknown; readonly getAll: (name: string) => readonly unknown[] };

export type FieldKind<Kind extends FieldKindName, Value extends AnswerValue = AnswerValue> = {
  /** What a page sent; undefined when it was left empty. What cannot be understood is kept as typed, to be shown again. */
  readonly read: (field: FieldDefinition<Kind>, boxes: Boxes, name: string) => AnswerValue | undefined;
  readonly check: (field: FieldDefinition<Kind>, value: unknown, today: Day) => Checked<Value>;
  /** What stands in the box when the page is shown again, also for an answer that was wrong. */
  readonly typed: (field: FieldDefinition<Kind>, value: AnswerValue) => string;
  /** For papers, search and the check-answers page. */
  readonly plainText: (field: FieldDefinition<Kind>, value: AnswerValue, language: Language) => string;
  /** The same rule as `check`, for programs; without title and description. */
  readonly schema: (field: FieldDefinition<Kind>, today: Day) => JsonSchema;
  readonly example: (field: FieldDefinition<Kind>, today: Day) => Value | undefined;
};

/** The text of one box, or undefined when it is missing or blank. */
export function boxText(boxes: Boxes, name: string): string | undefined {
  const sent = boxes.get(name);
  return typeof sent === "string" && sent.trim() !== "" ? sent : undefined;
}
