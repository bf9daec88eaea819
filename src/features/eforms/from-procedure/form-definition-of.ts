/** The field list published with a procedure, as a form: every key kept, each group of questions one page. */
import type { FormField } from "#features/catalogue/index.ts";
import type { FieldDefinition, FormDefinition, FormGroup, IdentityPaper, NationalIdField } from "../definition.ts";
import { groupKey, pageOf } from "./groups.ts";
import {
  ages,
  autocompleteOf,
  dateOrder,
  dependent,
  exampleOf,
  fillOf,
  helpOf,
  holderKeys,
  initialChoices,
  isPast,
  isToCome,
  rangeOf,
  sameAsRequester,
  sensitivityOf,
  unitOf,
} from "./questions.ts";
import { ethnicities, nationalities, relations } from "./suggestions.ts";

export type PublishedForm = { readonly code: string; readonly name: string; readonly formFields: readonly FormField[] };

/** Questions under one heading come together on one page, also where the paper form returns to a heading later. */
export function formDefinitionOf(procedure: PublishedForm): FormDefinition {
  const keys = new Set(procedure.formFields.map((field) => field.key));
  const withForeigners = procedure.name.includes("yếu tố nước ngoài") || procedure.name.includes("nước ngoài");
  const byHeading = new Map<string, FieldDefinition[]>();
  for (const field of procedure.formFields) {
    const questions = byHeading.get(field.group) ?? [];
    questions.push(question(field, keys, withForeigners));
    byHeading.set(field.group, questions);
  }
  return { code: procedure.code, groups: [...byHeading].map(([heading, fields]) => page(heading, fields)) };
}

function page(heading: string, fields: readonly FieldDefinition[]): FormGroup {
  return { key: groupKey(heading), ...pageOf(heading), fields };
}

function question(field: FormField, keys: ReadonlySet<string>, withForeigners: boolean): FieldDefinition {
  const { key, label, type } = field;
  const depends = dependent[key];
  const shown = depends && keys.has(depends.on) ? depends.when : undefined;
  const help = helpOf(key, type, label);
  const fill = fillOf(key);
  const autocomplete = autocompleteOf(fill, key);
  const same = sameAsRequester(key);
  const isSame = same && keys.has(same.field) && keys.has("requesterRelation");
  const base = {
    key,
    label: { vi: label, en: field.labelEn },
    // What is asked only after a certain answer is needed then.
    required: shown !== undefined || field.required,
    sensitivity: sensitivityOf(key, type),
    ...(shown ? { showWhen: shown } : {}),
    ...(help ? { help } : {}),
    ...(fill ? { fill } : {}),
    ...(isSame ? { sameAs: same } : {}),
    ...(autocomplete ? { autocomplete } : {}),
  };
  const example = exampleOf(key, label);
  const exemplified = example === undefined ? {} : { example };

  switch (type) {
    case "textarea":
      return { kind: "textarea", ...base, maxLength: 4000 };
    case "address":
      return { kind: "address", ...base, maxLength: 300 };
    case "phone":
    case "email":
      return { kind: type, ...base };
    case "select": {
      const initial = initialChoices[key];
      const options = field.options ?? [];
      return {
        kind: "select",
        ...base,
        options: options.map((one) => ({ value: one.value, label: { vi: one.label, en: one.labelEn } })),
        ...(options.some(({ value }) => value === initial) && initial !== undefined ? { initial } : {}),
      };
    }
    case "number": {
      const unit = unitOf(label);
      return { kind: "number", ...base, ...rangeOf(key), ...(unit ? { unit } : {}) };
    }
    case "date": {
      const before = dateOrder[key];
      const age = ages[key];
      return {
        kind: "date",
        ...base,
        ...(isPast(key, label) ? { notAfterToday: true } : {}),
        ...(isToCome(key) ? { notBeforeToday: true } : {}),
        ...(before !== undefined && keys.has(before) ? { notBefore: before } : {}),
        ...(age ? { warnBelowAge: age } : {}),
        // Of one age with the example of an ID number.
        ...(/Birth(?:Date)?$/.test(key) && !key.startsWith("child") ? { example: "1990-05-01" } : {}),
      };
    }
    case "national_id":
      return nationalId(base, keys);
    case "file":
      // The papers of the same name are in the list of components and required there; one file is not asked for twice.
      return { kind: "file", ...base, required: false, maxFiles: 10 };
    case "text": {
      const suggestions = suggestionsOf(key);
      return {
        kind: "text",
        ...base,
        ...exemplified,
        maxLength: 200,
        ...(suggestions ? { suggestions } : {}),
        ...(/Nationality$/.test(key) && !withForeigners ? { initial: "Việt Nam" } : {}),
        ...(key === "childBirthDateWords" && keys.has("childBirthDate")
          ? { derive: { from: "childBirthDate", as: "day-in-words" } }
          : {}),
      };
    }
  }
}

type Base = Omit<NationalIdField, "kind" | "writtenAs" | "accepts">;

function nationalId(base: Base, keys: ReadonlySet<string>): NationalIdField {
  const label = base.label.vi;
  const asPapers = label.startsWith("Giấy tờ tùy thân");
  const accepts: IdentityPaper[] = ["id-card-12"];
  if (!label.includes("định danh")) accepts.push("old-id-card-9");
  if (asPapers || label.includes("Hộ chiếu")) accepts.push("passport");
  const holder = holderKeys(base.key);
  return {
    kind: "nationalId",
    ...base,
    writtenAs: asPapers ? "papers" : "number",
    accepts,
    ...(keys.has(holder.bornOn) ? { bornOn: holder.bornOn } : {}),
    ...(keys.has(holder.gender) ? { gender: holder.gender } : {}),
  };
}

function suggestionsOf(key: string): readonly string[] | undefined {
  if (/ethnicity$/i.test(key)) return ethnicities;
  if (/Nationality$/.test(key)) return nationalities;
  if (/relation$/i.test(key)) return relations;
  return undefined;
}
