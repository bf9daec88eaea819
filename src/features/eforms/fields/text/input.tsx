import { NameInput, TextInput } from "#ui/text-input/text-input.tsx";
import { type FieldInputProps, questionOf } from "../field-input.ts";

/** The server refuses what is too long; the box only keeps a slip of the clipboard from becoming a page of text. */
const roomToSpare = 50;

export function TextFieldInput(props: FieldInputProps<"text">) {
  const { field, typed } = props;
  const box = {
    ...questionOf(props),
    value: typed,
    maxlength: field.maxLength + roomToSpare,
    suggestions: field.suggestions,
    autocomplete: field.autocomplete ?? "off",
  };
  return /FullName$|^name$/.test(field.key) ? <NameInput {...box} /> : <TextInput {...box} />;
}
