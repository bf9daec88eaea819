import { Radios, Select } from "#ui/choices/choices.tsx";
import { type FieldInputProps, questionOf } from "../field-input.ts";

/** Few answers are all seen at once; two or three short ones stand side by side. */
const mostRadios = 7;
const longestInline = 12;

export function SelectFieldInput(props: FieldInputProps<"select">) {
  const { field, typed, language } = props;
  const question = { ...questionOf(props), value: typed === "" ? undefined : typed };
  if (field.options.length > mostRadios) {
    const options = field.options.map((option) => ({ value: option.value, text: option.label[language] }));
    return <Select {...question} options={options} />;
  }
  const choices = field.options.map((option) => ({ value: option.value, label: option.label[language] }));
  const inline = choices.length <= 3 && choices.every((choice) => choice.label.length <= longestInline);
  return <Radios {...question} choices={choices} inline={inline} />;
}
