/** Says in words when a question is asked, for readers without JavaScript, who see all questions of a page. */
import type { Language } from "#foundation/i18n/index.ts";
import type { Condition, FieldDefinition } from "../definition.ts";
import { texts } from "../texts/index.ts";

/** Undefined for conditions too intricate for a sentence; their questions are marked as optional by nothing else. */
export function askedWhen(
  condition: Condition,
  fields: readonly FieldDefinition[],
  language: Language,
): string | undefined {
  if (!("equals" in condition || "oneOf" in condition)) return undefined;
  const asked = fields.find((field) => field.key === condition.field);
  if (asked?.kind !== "select") return undefined;
  const values = "equals" in condition ? [condition.equals] : condition.oneOf;
  const answers = asked.options
    .filter((option) => values.includes(option.value))
    .map((option) => option.label[language]);
  const t = texts[language].page;
  return t.onlyWhen(asked.label[language], t.or(answers));
}

/** The answers a page's conditions ask about that were given on other pages: all that the browser must be told. */
export function answersElsewhere(
  fields: readonly FieldDefinition[],
  answers: { readonly [key: string]: unknown },
): { readonly [key: string]: unknown } {
  const here = new Set(fields.map((field) => field.key));
  const elsewhere: { [key: string]: unknown } = {};
  const collect = (condition: Condition | undefined): void => {
    if (condition === undefined) return;
    if ("all" in condition) for (const part of condition.all) collect(part);
    else if ("any" in condition) for (const part of condition.any) collect(part);
    else if ("not" in condition) collect(condition.not);
    else if (!here.has(condition.field) && answers[condition.field] !== undefined) {
      elsewhere[condition.field] = answers[condition.field];
    }
  };
  for (const field of fields) collect(field.showWhen);
  return elsewhere;
}
