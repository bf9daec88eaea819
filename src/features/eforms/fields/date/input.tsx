import { DayInput } from "#ui/text-input/text-input.tsx";
import { type FieldInputProps, questionOf } from "../field-input.ts";

/** One box, as a day is spoken and written: it is filled in by one movement, and read back by screen readers as one. */
export function DateFieldInput(props: FieldInputProps<"date">) {
  const { field, typed } = props;
  return <DayInput {...questionOf(props)} value={typed} autocomplete={field.autocomplete ?? "off"} />;
}
