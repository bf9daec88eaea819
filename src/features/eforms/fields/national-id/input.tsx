import { IdNumberInput, TextInput } from "#ui/text-input/text-input.tsx";
import { type FieldInputProps, questionOf } from "../field-input.ts";

/** One box in both ways of writing: figures when only a number is wanted, words when the paper is described. */
export function NationalIdFieldInput(props: FieldInputProps<"nationalId">) {
  const { field, typed } = props;
  const box = { ...questionOf(props), value: typed, autocomplete: "off" };
  if (field.writtenAs === "papers") return <TextInput {...box} maxlength={250} spellcheck={false} />;
  return field.accepts.includes("passport") ? (
    <TextInput {...box} width={12} maxlength={20} spellcheck={false} autocapitalize="characters" />
  ) : (
    <IdNumberInput {...box} />
  );
}
