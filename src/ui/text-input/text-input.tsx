import { classNames } from "#foundation/jsx/html.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { describedBy, Field, fieldId, hasError, type Question } from "#ui/field/field.tsx";
import { uiTexts } from "#ui/texts/index.ts";

/** About how many characters the answer has: the width of the box says what is expected. */
export type InputWidth = 2 | 4 | 8 | 12 | 20 | "full";

export type TextInputProps = Question & {
  readonly value?: string | number | undefined;
  readonly type?: "text" | "tel" | "email" | "search" | "url" | "password" | "date" | undefined;
  readonly inputmode?: "text" | "numeric" | "decimal" | "tel" | "email" | "search" | undefined;
  readonly autocomplete?: string | undefined;
  readonly autocapitalize?: "none" | "words" | "characters" | "sentences" | undefined;
  readonly width?: InputWidth | undefined;
  readonly maxlength?: number | undefined;
  readonly prefix?: Child;
  readonly suffix?: Child;
  readonly spellcheck?: boolean | undefined;
  /** Known answers to choose from or to overrule. */
  readonly suggestions?: readonly string[] | undefined;
};

/** A box for one line. Bare: the server checks, after sending, never while typing. */
export function TextInput(props: TextInputProps) {
  const { name, value, type = "text", width = "full", prefix, suffix, suggestions } = props;
  const id = props.id ?? fieldId(name);
  const box = (
    <input
      class={classNames("input", width !== "full" && `input-${width}`)}
      id={id}
      name={name}
      type={type}
      value={value}
      inputmode={props.inputmode}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      maxlength={props.maxlength}
      spellcheck={props.spellcheck === undefined ? undefined : props.spellcheck ? "true" : "false"}
      list={suggestions ? `${id}-list` : undefined}
      aria-describedby={describedBy(id, props)}
      aria-invalid={hasError(props.error) ? "true" : undefined}
    />
  );
  return (
    <Field question={props}>
      {prefix || suffix ? (
        <div class="input-with">
          {prefix && (
            <span class="input-affix" aria-hidden="true">
              {prefix}
            </span>
          )}
          {box}
          {suffix && (
            <span class="input-affix" aria-hidden="true">
              {suffix}
            </span>
          )}
        </div>
      ) : (
        box
      )}
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option value={suggestion} />
          ))}
        </datalist>
      )}
    </Field>
  );
}

type Preset = Omit<TextInputProps, "type" | "inputmode" | "spellcheck">;

/** Ten digits, +84 accepted; a text box, because a phone number is not a quantity. */
export function PhoneInput(props: Preset) {
  return <TextInput type="tel" autocomplete="tel" width={12} maxlength={20} {...props} />;
}

export function EmailInput(props: Preset) {
  return <TextInput type="email" autocomplete="email" spellcheck={false} autocapitalize="none" {...props} />;
}

/** Twelve digits of the citizen identity number; keyboards of phones show figures. */
export function IdNumberInput(props: Preset) {
  return <TextInput inputmode="numeric" spellcheck={false} width={12} maxlength={20} autocomplete="off" {...props} />;
}

export function NumberInput(props: Preset) {
  return <TextInput inputmode="decimal" spellcheck={false} width={8} autocomplete="off" {...props} />;
}

export function MoneyInput(props: Preset) {
  return <TextInput inputmode="numeric" spellcheck={false} width={12} autocomplete="off" suffix="₫" {...props} />;
}

/** A full name in one box: Vietnamese names are not taken apart. */
export function NameInput(props: Preset) {
  return <TextInput autocomplete="name" autocapitalize="words" spellcheck={false} {...props} />;
}

/** An address on one line, from the house number to the province. */
export function AddressInput(props: Preset) {
  return <TextInput autocomplete="street-address" autocapitalize="words" spellcheck={false} {...props} />;
}

/** A day in one box as it is spoken and written: 24/11/2026. For days people know by heart or copy from a paper. */
export function DayInput(props: Preset) {
  return (
    <TextInput
      inputmode="numeric"
      spellcheck={false}
      width={12}
      autocomplete="off"
      maxlength={20}
      {...props}
      hint={props.hint ?? uiTexts(props.language).dayExample}
    />
  );
}

export type TextareaProps = Question & {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxlength?: number | undefined;
  readonly autocomplete?: string | undefined;
  /** The letter that brings the keyboard to it from anywhere on the page, with the browser's own modifier. */
  readonly accesskey?: string | undefined;
};

/** A box for several lines. With a limit it says the limit before, and what is left while typing (enhance). */
export function Textarea(props: TextareaProps) {
  const { name, value = "", rows = 5, maxlength, language } = props;
  const id = props.id ?? fieldId(name);
  const counted = maxlength !== undefined;
  return (
    <Field question={props}>
      <textarea
        class="input textarea"
        id={id}
        name={name}
        rows={rows}
        autocomplete={props.autocomplete}
        accesskey={props.accesskey}
        data-enhance={counted ? "count" : undefined}
        data-limit={maxlength}
        data-left={counted ? uiTexts(language).charactersLeft(1).replace("1", "#") : undefined}
        data-over={counted ? uiTexts(language).charactersLeft(-2).replace("2", "#") : undefined}
        aria-describedby={describedBy(id, props, counted ? `${id}-count` : undefined)}
        aria-invalid={hasError(props.error) ? "true" : undefined}
      >
        {/* Browsers drop the first line feed of a textarea, so an answer that starts with one needs another. */}
        {value.startsWith("\n") ? `\n${value}` : value}
      </textarea>
      {counted && (
        <p class="field-hint textarea-count" id={`${id}-count`}>
          {uiTexts(language).atMostCharacters(maxlength)}
        </p>
      )}
    </Field>
  );
}
