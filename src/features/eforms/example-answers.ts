/** One whole set of answers that passes: published with the schema, and where tests and benches begin. */
import { holds } from "./condition.ts";
import { dayInWords } from "./day-in-words.ts";
import type { AnswerRow, Answers, AnswerValue, Day, FieldDefinition, FormDefinition } from "./definition.ts";
import { isDay } from "./fields/date/date.ts";
import { exampleAnswer } from "./fields/index.ts";

export function exampleAnswers(definition: FormDefinition, today: Day): Answers {
  const answers: { [key: string]: AnswerValue | readonly AnswerRow[] } = {};
  for (const group of definition.groups) {
    if (group.showWhen !== undefined && !holds(group.showWhen, answers)) continue;
    if (group.repeat === undefined) {
      fill(group.fields, answers, today);
      continue;
    }
    const row: { [key: string]: AnswerValue } = {};
    fill(group.fields, row, today);
    answers[group.key] = Array.from({ length: Math.max(1, group.repeat.min) }, () => row);
  }
  return answers;
}

function fill(
  fields: readonly FieldDefinition[],
  answers: { [key: string]: AnswerValue | readonly AnswerRow[] },
  today: Day,
): void {
  for (const field of fields) {
    if (field.showWhen !== undefined && !holds(field.showWhen, answers)) continue;
    const source = field.kind === "text" && field.derive ? answers[field.derive.from] : undefined;
    const example = isDay(source) ? dayInWords(source) : exampleAnswer(field, today);
    if (example === undefined) continue;
    const first = field.kind === "date" && field.notBefore !== undefined ? answers[field.notBefore] : undefined;
    answers[field.key] = typeof first === "string" && typeof example === "string" && example < first ? first : example;
  }
}
