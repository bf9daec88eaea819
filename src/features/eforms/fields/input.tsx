/** The boxes of each kind. Files have none here: they are added on the page of attachments. */
import type { Html } from "#foundation/jsx/html.ts";
import type { FieldKindName } from "../definition.ts";
import { AddressFieldInput } from "./address/input.tsx";
import { DateFieldInput } from "./date/input.tsx";
import { EmailFieldInput } from "./email/input.tsx";
import type { FieldInputProps } from "./field-input.ts";
import { NationalIdFieldInput } from "./national-id/input.tsx";
import { NumberFieldInput } from "./number/input.tsx";
import { PhoneFieldInput } from "./phone/input.tsx";
import { SelectFieldInput } from "./select/input.tsx";
import { TextFieldInput } from "./text/input.tsx";
import { TextareaFieldInput } from "./textarea/input.tsx";

const inputs: { readonly [Kind in FieldKindName]: (props: FieldInputProps<Kind>) => Html | null } = {
  text: TextFieldInput,
  textarea: TextareaFieldInput,
  address: AddressFieldInput,
  phone: PhoneFieldInput,
  email: EmailFieldInput,
  nationalId: NationalIdFieldInput,
  date: DateFieldInput,
  number: NumberFieldInput,
  select: SelectFieldInput,
  file: () => null,
};

export function FieldInput<Kind extends FieldKindName>(props: FieldInputProps<Kind>): Html | null {
  return inputs[props.field.kind](props);
}
