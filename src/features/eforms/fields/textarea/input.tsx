import { Textarea } from "#ui/text-input/text-input.tsx";
import { type FieldInputProps, questionOf } from "../field-input.ts";

export function TextareaFieldInput(props: FieldInputProps<"textarea">) {
  return <Textarea {...questionOf(props)} value={props.typed} rows={4} maxlength={props.field.maxLength} />;
}
