import { NumberInput } from "#ui/text-input/text-input.tsx";
import { type FieldInputProps, questionOf } from "../field-input.ts";

export function NumberFieldInput(props: FieldInputProps<"number">) {
  const { field, typed, language } = props;
  return <NumberInput {...questionOf(props)} value={typed} suffix={field.unit?.[language]} />;
}
