import type { FieldKind } from "../field-kind.ts";
import { boxText } from "../field-kind.ts";
import { asText, checkWritten, writtenSchema } from "../written.ts";

/**
 * An address on one line, from house number to province. Not taken apart: levels of government change (three until
 * 30/06/2025, two since), addresses abroad have their own, and the official forms have one line.
 */
export const addressKind: FieldKind<"address", string> = {
  read: (_field, boxes, name) => boxText(boxes, name),
  check: (field, value) => checkWritten(value, field.maxLength, "one"),
  typed: (_field, value) => asText(value),
  plainText: (_field, value) => asText(value),
  schema: (field) => writtenSchema(field.maxLength),
  example: (field) => field.example ?? "Số 12 phố Tống Duy Tân, phường Lam Sơn, thành phố Thanh Hóa, tỉnh Thanh Hóa",
};
