import { AddressInput } from "#ui/text-input/text-input.tsx";
import { type FieldInputProps, questionOf } from "../field-input.ts";

export function AddressFieldInput(props: FieldInputProps<"address">) {
  const { field, typed } = props;
  return <AddressInput {...questionOf(props)} value={typed} autocomplete={field.autocomplete ?? "off"} />;
}
