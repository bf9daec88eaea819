import type { FieldKind } from "../field-kind.ts";
import { boxText } from "../field-kind.ts";
import { asText } from "../written.ts";

/** One of a few. */
export const selectKind: FieldKind<"select", string> = {
  read: (_field, boxes, name) => boxText(boxes, name),
  check(field, value) {
    if (typeof value !== "string") return { problem: "type" };
    for (const option of field.options) if (option.value === value) return { value };
    return { problem: "option" };
  },
  typed: (_field, value) => asText(value),
  plainText: (field, value, language) =>
    field.options.find((option) => option.value === value)?.label[language] ?? asText(value),
  schema: (field) => ({ type: "string", enum: field.options.map((option) => option.value) }),
  example: (field) => field.options[0]?.value,
};
