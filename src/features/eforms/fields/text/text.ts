import type { FieldKind } from "../field-kind.ts";
import { boxText } from "../field-kind.ts";
import { asText, checkWritten, writtenSchema } from "../written.ts";

/** One line of words: names, numbers of papers, places of issue. */
export const textKind: FieldKind<"text", string> = {
  read: (_field, boxes, name) => boxText(boxes, name),
  check: (field, value) => checkWritten(value, field.maxLength, "one"),
  typed: (_field, value) => asText(value),
  plainText: (_field, value) => asText(value),
  schema: (field) => writtenSchema(field.maxLength),
  example: (field) => field.example ?? field.suggestions?.[0] ?? "Theo giấy tờ kèm theo",
};
