import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { describedBy, Field, FieldError, FieldGroup, fieldId, hasError, type Question } from "#ui/field/field.tsx";
import { uiTexts } from "#ui/texts/index.ts";

export type Choice = {
  readonly value: string;
  readonly label: Child;
  readonly hint?: Child;
  /** Questions that only make sense when this is chosen. Always on the page without JavaScript. */
  readonly follows?: Child;
};

export type RadiosProps = Question & {
  readonly choices: readonly Choice[];
  readonly value?: string | undefined;
  /** For two or three short words side by side, such as Có and Không. */
  readonly inline?: boolean | undefined;
};

export function Radios(props: RadiosProps) {
  return <Marks {...props} type="radio" chosen={props.value === undefined ? [] : [props.value]} />;
}

export type CheckboxesProps = Question & {
  readonly choices: readonly Choice[];
  readonly values?: readonly string[] | undefined;
};

export function Checkboxes(props: CheckboxesProps) {
  return <Marks {...props} type="checkbox" chosen={props.values ?? []} />;
}

type MarksProps = Question & {
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly type: "radio" | "checkbox";
  readonly inline?: boolean | undefined;
};

function Marks({ choices, chosen, type, inline, ...question }: MarksProps) {
  const id = question.id ?? fieldId(question.name);
  return (
    <FieldGroup question={question}>
      <div class={inline ? "choices choices-inline" : "choices"}>
        {choices.map((choice, at) => {
          // The first box carries the field's own id, where the error summary leads.
          const boxId = at === 0 ? id : `${id}-${at + 1}`;
          return (
            <>
              <div class="choice">
                <input
                  class="choice-box"
                  type={type}
                  id={boxId}
                  name={question.name}
                  value={choice.value}
                  checked={chosen.includes(choice.value)}
                  aria-describedby={choice.hint ? `${boxId}-hint-of` : undefined}
                  data-then={choice.follows ? `${boxId}-then` : undefined}
                />
                <label class="choice-label" for={boxId}>
                  {choice.label}
                </label>
                {choice.hint && (
                  <div class="choice-hint" id={`${boxId}-hint-of`}>
                    {choice.hint}
                  </div>
                )}
              </div>
              {choice.follows && (
                <div class="choice-then" id={`${boxId}-then`}>
                  {choice.follows}
                </div>
              )}
            </>
          );
        })}
      </div>
    </FieldGroup>
  );
}

export type CheckboxProps = {
  readonly name: string;
  readonly label: Child;
  readonly language: Question["language"];
  readonly id?: string | undefined;
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly error?: Child;
};

/** One statement to agree to. */
export function Checkbox({ name, label, id = fieldId(name), value = "on", checked, error, language }: CheckboxProps) {
  return (
    <div class={hasError(error) ? "field is-wrong" : "field"} data-field={name}>
      {hasError(error) && <FieldError id={`${id}-error`} error={error} language={language} />}
      <div class="choice">
        <input
          class="choice-box"
          type="checkbox"
          id={id}
          name={name}
          value={value}
          checked={checked}
          aria-describedby={describedBy(id, { hint: undefined, error })}
          aria-invalid={hasError(error) ? "true" : undefined}
        />
        <label class="choice-label" for={id}>
          {label}
        </label>
      </div>
    </div>
  );
}

export type Option = { readonly value: string; readonly text: string; readonly disabled?: boolean | undefined };
export type OptionGroup = { readonly label: string; readonly options: readonly Option[] };

export type SelectProps = Question & {
  readonly options: readonly (Option | OptionGroup)[];
  readonly value?: string | undefined;
  /** The words of the empty first line; false leaves it out. */
  readonly empty?: string | false | undefined;
  readonly autocomplete?: string | undefined;
};

/** For more than seven choices; fewer are radios, which show everything at once. */
export function Select(props: SelectProps) {
  const { name, options, value, empty, language } = props;
  const id = props.id ?? fieldId(name);
  const line = (option: Option) => (
    <option value={option.value} selected={option.value === value} disabled={option.disabled}>
      {option.text}
    </option>
  );
  return (
    <Field question={props}>
      <select
        class="input select"
        id={id}
        name={name}
        autocomplete={props.autocomplete}
        aria-describedby={describedBy(id, props)}
        aria-invalid={hasError(props.error) ? "true" : undefined}
      >
        {empty !== false && <option value="">{empty ?? uiTexts(language).choose}</option>}
        {options.map((option) =>
          "options" in option ? <optgroup label={option.label}>{option.options.map(line)}</optgroup> : line(option),
        )}
      </select>
    </Field>
  );
}
