import { EmailInput } from "#ui/text-input/text-input.tsx";
import { type FieldInputProps, questionOf } from "../field-input.ts";

export function EmailFieldInput(props: FieldInputProps<"email">) {
  const { field, typed } = props;
  return <EmailInput {...questionOf(props)} value={typed} autocomplete={field.autocomplete ?? "off"} />;
}
