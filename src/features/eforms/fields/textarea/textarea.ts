import type { FieldKind } from "../field-kind.ts";
import { boxText } from "../field-kind.ts";
import { asText, checkWritten, writtenSchema } from "../written.ts";

/** Words in several lines: reasons, descriptions, lists the official form leaves open. */
export const textareaKind: FieldKind<"textarea", string> = {
  read: (_field, boxes, name) => boxText(boxes, name),
  check: (field, value) => checkWritten(value, field.maxLength, "many"),
  typed: (_field, value) => asText(value),
  plainText: (_field, value) => asText(value),
  schema: (field) => writtenSchema(field.maxLength),
  example: (field) => field.example ?? "Nội dung như trình bày trong giấy tờ kèm theo.",
};
