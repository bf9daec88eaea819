import { PhoneInput } from "#ui/text-input/text-input.tsx";
import { type FieldInputProps, questionOf } from "../field-input.ts";

export function PhoneFieldInput(props: FieldInputProps<"phone">) {
  const { field, typed } = props;
  return <PhoneInput {...questionOf(props)} value={typed} autocomplete={field.autocomplete ?? "off"} />;
}
