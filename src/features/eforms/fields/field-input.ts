/** What every kind's boxes are given on a page. */
import type { Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import type { Question } from "#ui/field/field.tsx";
import type { FieldDefinition, FieldKindName } from "../definition.ts";

export type FieldInputProps<Kind extends FieldKindName = FieldKindName> = {
  readonly field: FieldDefinition<Kind>;
  /** Of the box: the key, or `children.0.childName` within a repeating group. */
  readonly name: string;
  /** What stands in it, as typed before. */
  readonly typed: string;
  readonly language: Language;
  readonly error?: Child;
};

export function questionOf({ field, name, language, error }: FieldInputProps): Question {
  return {
    name,
    label: field.label[language],
    language,
    hint: field.help?.[language],
    error,
    optional: field.required === false,
  };
}
