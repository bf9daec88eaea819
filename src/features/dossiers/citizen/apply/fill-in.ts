/** What a person said once is not asked again: from their account and last dossier into the draft, from there into the form. */
import type { ProcedureDefinition } from "#features/catalogue/index.ts";
import type { DraftAnswers, DraftContent, FieldDefinition, FormDefinition } from "#features/eforms/index.ts";
import type { Applicant } from "#features/identity/index.ts";
import type { Party } from "../../content.ts";
import type { AboutForm } from "./about-form.ts";

/** What stands on the page about the owner at the first visit. Everything can be changed there. */
export function knownAbout(
  procedure: ProcedureDefinition,
  about: AboutForm,
  visitor: Applicant | undefined,
  lastOwner: Party | undefined,
): DraftAnswers {
  if (visitor === undefined) return {};
  const kind = visitor.kind === "citizen" ? "citizen" : "business";
  // A citizen opening a form for businesses only: their own name is not the owner's.
  if (procedure.applicants.length > 0 && !procedure.applicants.includes(kind)) return {};
  const asksKind = about.settled.ownerKind === undefined;
  const known: { [key: string]: string } = { name: visitor.name, ...(asksKind ? { ownerKind: kind } : {}) };
  if (lastOwner?.kind === kind && lastOwner.name === visitor.name) {
    known[kind === "citizen" ? "idNumber" : "bodyNumber"] = lastOwner.idNumber;
    if (lastOwner.phone !== undefined) known.phone = lastOwner.phone;
    if (lastOwner.email !== undefined) known.email = lastOwner.email;
    if (lastOwner.address !== undefined) known.address = lastOwner.address;
  }
  return known;
}

/** Answers of the form that follow from what was said about the owner; what was already answered stays. */
export function filledFromOwner(content: DraftContent, about: AboutForm, form: FormDefinition): DraftContent {
  const kind = about.settled.ownerKind ?? content.about.ownerKind;
  const answers: { [key: string]: DraftAnswers[string] } = { ...content.answers };
  for (const field of form.groups.flatMap((group) => (group.repeat ? [] : group.fields))) {
    const value = answers[field.key] === undefined ? fillFor(field, content.about, kind === "citizen") : undefined;
    if (value !== undefined) answers[field.key] = value;
  }
  return { ...content, answers };
}

function fillFor(field: FieldDefinition, about: DraftAnswers, isCitizen: boolean): DraftAnswers[string] | undefined {
  switch (field.fill) {
    case "name":
      // "Tên thương nhân" is of the business, "họ tên người yêu cầu" of a person: never the one in place of the other.
      return (field.autocomplete === "organization") === isCitizen ? undefined : about.name;
    case "idNumber":
      return isCitizen ? about.idNumber : undefined;
    case "phone":
      return about.phone;
    case "email":
      return about.email;
    case "address":
      return field.autocomplete === "street-address" ? about.address : undefined;
    default:
      return undefined;
  }
}
