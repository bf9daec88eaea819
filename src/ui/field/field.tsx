import type { Language } from "#foundation/i18n/index.ts";
import { classNames } from "#foundation/jsx/html.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Icon } from "#ui/icon/icon.tsx";
import { uiTexts } from "#ui/texts/index.ts";

/** What every question has. The same names for every kind of field, so a form can be rendered from its definition. */
export type Question = {
  readonly name: string;
  readonly label: Child;
  readonly language: Language;
  readonly id?: string | undefined;
  readonly hint?: Child;
  /** One sentence on why the city needs this. */
  readonly why?: Child;
  readonly error?: Child;
  /** Marked "không bắt buộc"; what is not marked has to be answered. */
  readonly optional?: boolean | undefined;
  /** The label is the heading of a page that asks one thing. */
  readonly asHeading?: boolean | undefined;
};

/** The id of the box of a field, for links from the error summary: `owner.name` has `owner-name`. */
export function fieldId(name: string): string {
  return name.replace(/[^\p{L}\p{N}_-]+/gu, "-");
}

export function hasError(error: Child): boolean {
  return error !== undefined && error !== null && error !== false && error !== "";
}

/** Ids of what a screen reader reads after the name of the box. */
export function describedBy(id: string, { hint, error }: Pick<Question, "hint" | "error">, more?: string) {
  const ids = classNames(hint !== undefined && `${id}-hint`, more, hasError(error) && `${id}-error`);
  return ids === "" ? undefined : ids;
}

function LabelText({ label, optional, language }: Pick<Question, "label" | "optional" | "language">) {
  return (
    <>
      {label}
      {optional && <span class="field-optional"> ({uiTexts(language).optional})</span>}
    </>
  );
}

function Around({ id, question, children }: { id: string; question: Question; children: Child }) {
  const { hint, why, error, language } = question;
  return (
    <>
      {hint !== undefined && hint !== null && (
        <div class="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {why && (
        <details class="field-why">
          <summary>{uiTexts(language).whyWeAsk}</summary>
          <div class="field-why-text">{why}</div>
        </details>
      )}
      {hasError(error) && <FieldError id={`${id}-error`} error={error} language={language} />}
      {children}
    </>
  );
}

export function FieldError({ id, error, language }: { id: string; error: Child; language: Language }) {
  return (
    <p class="field-error" id={id}>
      <Icon name="warning" />
      <span>
        <span class="hidden-text">{uiTexts(language).error}: </span>
        {error}
      </span>
    </p>
  );
}

/** One box with its label. */
export function Field({ question, children }: { readonly question: Question; readonly children: Child }) {
  const id = question.id ?? fieldId(question.name);
  const label = (
    <label class={classNames("field-label", question.asHeading && "field-label-heading")} for={id}>
      <LabelText {...question} />
    </label>
  );
  return (
    <div class={classNames("field", hasError(question.error) && "is-wrong")} data-field={question.name}>
      {question.asHeading ? <h1 class="field-heading">{label}</h1> : label}
      <Around id={id} question={question}>
        {children}
      </Around>
    </div>
  );
}

/** Several boxes that answer one question: radios, a date in three parts. */
export function FieldGroup({ question, children, role }: { question: Question; children: Child; role?: "radiogroup" }) {
  const id = question.id ?? fieldId(question.name);
  const text = <LabelText {...question} />;
  return (
    <div class={classNames("field", hasError(question.error) && "is-wrong")} data-field={question.name}>
      <fieldset aria-describedby={describedBy(id, question)} role={role}>
        <legend class={classNames("field-label", question.asHeading && "field-label-heading")}>
          {question.asHeading ? <h1 class="field-heading">{text}</h1> : text}
        </legend>
        <Around id={id} question={question}>
          {children}
        </Around>
      </fieldset>
    </div>
  );
}

/** Questions that belong together under one heading. */
export function Fieldset({ legend, children, hint }: { legend: Child; children: Child; hint?: Child }) {
  return (
    <fieldset class="fieldset">
      <legend class="fieldset-legend">
        <h2>{legend}</h2>
      </legend>
      {hint && <p class="quiet">{hint}</p>}
      {children}
    </fieldset>
  );
}
