/** The list of kinds. A new one is a folder and a line here. */
import type { Language } from "#foundation/i18n/index.ts";
import type { AnswerValue, Day, FieldDefinition, FieldKindName } from "../definition.ts";
import { addressKind } from "./address/address.ts";
import { dateKind } from "./date/date.ts";
import { emailKind } from "./email/email.ts";
import type { Boxes, Checked, FieldKind, JsonSchema } from "./field-kind.ts";
import { fileKind } from "./file/file.ts";
import { nationalIdKind } from "./national-id/national-id.ts";
import { numberKind } from "./number/number.ts";
import { phoneKind } from "./phone/phone.ts";
import { selectKind } from "./select/select.ts";
import { textKind } from "./text/text.ts";
import { textareaKind } from "./textarea/textarea.ts";

const kinds: { readonly [Kind in FieldKindName]: FieldKind<Kind> } = {
  text: textKind,
  textarea: textareaKind,
  address: addressKind,
  phone: phoneKind,
  email: emailKind,
  nationalId: nationalIdKind,
  date: dateKind,
  number: numberKind,
  select: selectKind,
  file: fileKind,
};

export function readField<Kind extends FieldKindName>(
  field: FieldDefinition<Kind>,
  boxes: Boxes,
  name: string,
): AnswerValue | undefined {
  return kinds[field.kind].read(field, boxes, name);
}

export function checkField<Kind extends FieldKindName>(
  field: FieldDefinition<Kind>,
  value: unknown,
  today: Day,
): Checked {
  return kinds[field.kind].check(field, value, today);
}

export function typedAnswer<Kind extends FieldKindName>(field: FieldDefinition<Kind>, value: AnswerValue): string {
  return kinds[field.kind].typed(field, value);
}

export function answerText<Kind extends FieldKindName>(
  field: FieldDefinition<Kind>,
  value: AnswerValue,
  language: Language,
): string {
  return kinds[field.kind].plainText(field, value, language);
}

export function fieldSchema<Kind extends FieldKindName>(field: FieldDefinition<Kind>, today: Day): JsonSchema {
  return kinds[field.kind].schema(field, today);
}

export function exampleAnswer<Kind extends FieldKindName>(
  field: FieldDefinition<Kind>,
  today: Day,
): AnswerValue | undefined {
  return kinds[field.kind].example(field, today);
}
