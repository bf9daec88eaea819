/** A form as JSON Schema 2020-12, as the catalogue publishes it for programs. ASCII patterns and no `format`: read alike everywhere. */
import type { Condition, Day, FieldDefinition, FormDefinition, FormGroup } from "./definition.ts";
import { exampleAnswers } from "./example-answers.ts";
import type { JsonSchema } from "./fields/field-kind.ts";
import { fieldSchema } from "./fields/index.ts";

type Shape = { [keyword: string]: unknown };

export function compileJsonSchema(definition: FormDefinition, today: Day): JsonSchema {
  const properties: Shape = {};
  const required: string[] = [];
  const rules: Shape[] = [];
  const asked = new Map<string, Condition>();
  for (const group of definition.groups) {
    if (group.repeat) {
      properties[group.key] = rowsSchema(group, today);
      if (group.repeat.min > 0) demand(group.key, true, group.showWhen);
      continue;
    }
    for (const field of group.fields) {
      properties[field.key] = describedField(field, today);
      const shown = both(group.showWhen, field.showWhen);
      if (shown) asked.set(field.key, withAskedOnly(shown, asked));
      demand(field.key, field.required, shown);
    }
  }
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: definition.code,
    type: "object",
    properties,
    ...(required.length > 0 ? { required } : {}),
    ...(rules.length > 0 ? { allOf: rules } : {}),
    additionalProperties: false,
    examples: [exampleAnswers(definition, today)],
  };

  function demand(key: string, needed: boolean | Condition, shown: Condition | undefined): void {
    if (needed === false) return;
    const condition = both(shown, needed === true ? undefined : needed);
    if (condition === undefined) required.push(key);
    else rules.push(requiredWhen(withAskedOnly(condition, asked), key));
  }
}

function describedField(field: FieldDefinition, today: Day): Shape {
  const options =
    field.kind === "select"
      ? `: ${field.options.map((option) => `${option.value} = ${option.label.vi}`).join("; ")}`
      : "";
  return { title: field.label.vi, description: `${field.label.en}${options}`, ...fieldSchema(field, today) };
}

function rowsSchema(group: FormGroup, today: Day): Shape {
  const properties: Shape = {};
  const required: string[] = [];
  const rules: Shape[] = [];
  const asked = new Map<string, Condition>();
  for (const field of group.fields) {
    properties[field.key] = describedField(field, today);
    if (field.showWhen) asked.set(field.key, withAskedOnly(field.showWhen, asked));
    if (field.required === false) continue;
    const condition = both(field.showWhen, field.required === true ? undefined : field.required);
    if (condition === undefined) required.push(field.key);
    else rules.push(requiredWhen(withAskedOnly(condition, asked), field.key));
  }
  return {
    title: group.heading.vi,
    description: group.heading.en,
    type: "array",
    minItems: group.repeat?.min ?? 0,
    maxItems: group.repeat?.max ?? 0,
    items: {
      type: "object",
      properties,
      ...(required.length > 0 ? { required } : {}),
      ...(rules.length > 0 ? { allOf: rules } : {}),
      additionalProperties: false,
    },
  };
}

function requiredWhen(condition: Condition, key: string): Shape {
  // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema, in a value nobody awaits.
  return { if: conditionSchema(condition), then: having(key) };
}

/** The key is named among the properties too: strict validators ask for that. */
function having(key: string): Shape {
  return { type: "object", properties: { [key]: true }, required: [key] };
}

function both(one: Condition | undefined, other: Condition | undefined): Condition | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return { all: [one, other] };
}

/** A question that was not asked counts as not answered, so each part of a condition also demands that it was asked. */
function withAskedOnly(condition: Condition, asked: ReadonlyMap<string, Condition>): Condition {
  if ("all" in condition) return { all: condition.all.map((part) => withAskedOnly(part, asked)) };
  if ("any" in condition) return { any: condition.any.map((part) => withAskedOnly(part, asked)) };
  if ("not" in condition) return { not: withAskedOnly(condition.not, asked) };
  const when = asked.get(condition.field);
  if (when === undefined) return condition;
  return "answered" in condition && !condition.answered
    ? { any: [condition, { not: when }] }
    : { all: [condition, when] };
}

function conditionSchema(condition: Condition): Shape {
  if ("all" in condition) return { allOf: condition.all.map(conditionSchema) };
  if ("any" in condition) return { anyOf: condition.any.map(conditionSchema) };
  if ("not" in condition) return { not: conditionSchema(condition.not) };
  if ("answered" in condition) {
    const answered = having(condition.field);
    return condition.answered ? answered : { not: answered };
  }
  const values = "equals" in condition ? [condition.equals] : [...condition.oneOf];
  return { type: "object", properties: { [condition.field]: { enum: values } }, required: [condition.field] };
}
