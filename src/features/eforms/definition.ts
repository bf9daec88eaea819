/**
 * A form as pure data: pages of questions, which of them are asked when, and what a good answer looks like.
 * Everything else here (pages, checks, JSON Schema, papers, search text) is read from it, so a new question is a line of
 * data. The shape is JSON: it may be stored in a procedure version and sent to a browser.
 */
import type { Day, Language } from "#foundation/i18n/index.ts";

export type Words = { readonly [language in Language]: string };

/** One evaluation for server and browser, in `condition.ts`. A field that is not shown counts as not answered. */
export type Condition =
  | { readonly field: string; readonly equals: string | number }
  | { readonly field: string; readonly oneOf: readonly (string | number)[] }
  | { readonly field: string; readonly answered: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/**
 * How an answer must be kept. `sensitive` is sealed at rest: ID numbers, phones, e-mail, health, poverty, family matters
 * told in own words. `personal` names a person and may be searched by those who may. `open` says nothing about a person.
 */
export type Sensitivity = "open" | "personal" | "sensitive";

/** What the person already told us about themselves, and which is therefore not asked twice. */
export type ProfilePart = "name" | "idNumber" | "phone" | "email" | "address";

type FieldBase = {
  /** Unique in the form; the name of the answer in the contract, so it never changes once published. */
  readonly key: string;
  readonly label: Words;
  /** How to write the answer, under the question. */
  readonly help?: Words;
  /** Asked always, never needed, or needed only when the condition holds. */
  readonly required: boolean | Condition;
  readonly showWhen?: Condition;
  /** The HTML token by which browsers and assistive tools fill in known answers (WCAG 1.3.5). */
  readonly autocomplete?: string;
  readonly sensitivity: Sensitivity;
  readonly fill?: ProfilePart;
  /** Known from another answer when the condition holds: the mother is the requester. Filled in once, and may be changed. */
  readonly sameAs?: SameAs;
};

/** `birth-year`: not the answer itself, but the year that an ID number of 12 digits holds. */
export type SameAs = { readonly field: string; readonly when: Condition; readonly part?: "birth-year" };

type WrittenBase = FieldBase & {
  readonly maxLength: number;
  /** A plausible answer, for the schema's examples. Never a real person's. */
  readonly example?: string;
};

export type TextField = WrittenBase & {
  readonly kind: "text";
  /** Offered while typing; any other answer is as good. */
  readonly suggestions?: readonly string[];
  /** Stands in the box at the first visit, to be changed by those it does not fit. */
  readonly initial?: string;
  /** Left empty on a page, the answer is written from another one. */
  readonly derive?: { readonly from: string; readonly as: "day-in-words" };
};
export type TextareaField = WrittenBase & { readonly kind: "textarea" };
export type AddressField = WrittenBase & { readonly kind: "address" };
export type PhoneField = FieldBase & { readonly kind: "phone" };
export type EmailField = FieldBase & { readonly kind: "email" };

export type IdentityPaper = "id-card-12" | "old-id-card-9" | "passport";

/**
 * Who a person is by their papers. `number`: the number alone, nothing around it. `papers`: one line as the official
 * forms have it (kind, number, issuer, date of issue), in which one number must be found; the number alone is enough,
 * since the rest is fetched from the population database (Decree 309/2026 art. 2(1)).
 */
export type NationalIdField = FieldBase & {
  readonly kind: "nationalId";
  readonly writtenAs: "number" | "papers";
  readonly accepts: readonly IdentityPaper[];
  /** Answers about the same person, compared with a 12-digit number; a difference warns and never blocks. */
  readonly bornOn?: string;
  readonly gender?: string;
};

export type DateField = FieldBase & {
  readonly kind: "date";
  readonly notAfterToday?: boolean;
  readonly notBeforeToday?: boolean;
  /** Key of another date of the form that comes first (the first day before the last). */
  readonly notBefore?: string;
  readonly example?: Day;
  /** A younger person is let through with a warning; the officer decides by the law named. */
  readonly warnBelowAge?: { readonly years: number; readonly law: Words };
};

export type NumberField = FieldBase & {
  readonly kind: "number";
  readonly whole: boolean;
  readonly min: number;
  readonly max: number | "this-year";
  readonly unit?: Words;
};

export type Option = { readonly value: string; readonly label: Words };
export type SelectField = FieldBase & {
  readonly kind: "select";
  readonly options: readonly Option[];
  /** Chosen at the first visit, to be changed by those it does not fit. Never for anything a person consents to. */
  readonly initial?: string;
};

/** Uploads, by their ids. */
export type FileField = FieldBase & { readonly kind: "file"; readonly maxFiles: number };

type FieldShapes = {
  text: TextField;
  textarea: TextareaField;
  address: AddressField;
  phone: PhoneField;
  email: EmailField;
  nationalId: NationalIdField;
  date: DateField;
  number: NumberField;
  select: SelectField;
  file: FileField;
};

export type FieldKindName = keyof FieldShapes;
/** Written as a mapped type, so that the compiler knows a field and its kind's functions to belong together. */
export type FieldDefinition<Kind extends FieldKindName = FieldKindName> = {
  [One in Kind]: { readonly kind: One } & FieldShapes[One];
}[Kind];

/** One page. With `repeat` its questions are asked once per person or thing, and answered as a list under its key. */
export type FormGroup = {
  readonly key: string;
  readonly heading: Words;
  /** Why the city asks this. */
  readonly why?: Words;
  readonly showWhen?: Condition;
  readonly repeat?: { readonly min: number; readonly max: number; readonly itemName: Words };
  readonly fields: readonly FieldDefinition[];
};

export type FormDefinition = {
  /** The procedure the form belongs to. */
  readonly code: string;
  readonly groups: readonly FormGroup[];
};

export type AnswerValue = string | number | readonly string[];
export type AnswerRow = { readonly [key: string]: AnswerValue };
/** Answers by field key, and the rows of repeating groups by group key. Keys are never re-cased. */
export type Answers = { readonly [key: string]: AnswerValue | readonly AnswerRow[] };

export type { Day };

/** What is wrong with a definition, in words for the person who writes it. Empty when it is sound. */
export function definitionFaults(definition: FormDefinition): readonly string[] {
  const faults: string[] = [];
  const known = new Set<string>();
  const claim = (key: string) => {
    if (!/^[a-zA-Z][a-zA-Z0-9_-]*$/.test(key)) faults.push(`${key}: not a plain key`);
    if (known.has(key)) faults.push(`${key}: used twice`);
    known.add(key);
  };
  const askedBefore = new Set<string>();
  for (const group of definition.groups) {
    // A page needs a key for its address even when its answers lie flat; it shares no name with a field.
    claim(group.key);
    checkCondition(group.showWhen, askedBefore, `${group.key} showWhen`);
    if (group.fields.length === 0) faults.push(`${group.key}: asks nothing`);
    if (group.repeat && (group.repeat.min < 0 || group.repeat.max < group.repeat.min || group.repeat.max > 100)) {
      faults.push(`${group.key}: repeats from ${group.repeat.min} to ${group.repeat.max} times`);
    }
    // The questions of a row see their own row only; JSON Schema could say nothing else.
    const inReach = group.repeat ? new Set<string>() : askedBefore;
    for (const field of group.fields) {
      claim(field.key);
      checkCondition(field.showWhen, inReach, `${field.key} showWhen`);
      if (typeof field.required !== "boolean") checkCondition(field.required, inReach, `${field.key} required`);
      if (field.sameAs) {
        checkCondition(field.sameAs.when, inReach, `${field.key} sameAs`);
        if (!inReach.has(field.sameAs.field))
          faults.push(`${field.key} sameAs: ${field.sameAs.field} is not asked before it`);
      }
      if (field.kind === "select" && field.options.length === 0) faults.push(`${field.key}: nothing to choose from`);
      if (field.kind === "date" && field.notBefore !== undefined && !inReach.has(field.notBefore)) {
        faults.push(`${field.key} notBefore: ${field.notBefore} is not asked before it`);
      }
      inReach.add(field.key);
    }
  }
  return faults;

  function checkCondition(condition: Condition | undefined, inReach: ReadonlySet<string>, where: string): void {
    if (condition === undefined) return;
    if ("all" in condition) for (const part of condition.all) checkCondition(part, inReach, where);
    else if ("any" in condition) for (const part of condition.any) checkCondition(part, inReach, where);
    else if ("not" in condition) checkCondition(condition.not, inReach, where);
    else if (!inReach.has(condition.field)) faults.push(`${where}: ${condition.field} is not asked before it`);
  }
}
