/** Why a move was refused, in the words of a page. */
import type { InputFault } from "#foundation/errors/index.ts";
import type { MoveDossierRefusal } from "./move-dossier.ts";
import { dossierTexts } from "./texts/index.ts";

export function refusalWords(refusal: MoveDossierRefusal, language: "vi" | "en"): string {
  const t = dossierTexts(language);
  const faults: Readonly<Record<string, string>> = t.faults;
  switch (refusal.reason) {
    case "input":
      return refusal.faults.map((need) => faults[need.code] ?? need.code).join(". ");
    case "content":
      return refusal.faults.map((fault) => faults[fault.code] ?? fault.message).join(". ");
    case "unknown-assignee":
      return t.faults.unknownAssignee;
    case "not-visible":
      return t.refusals["not-theirs"];
    default:
      return t.refusals[refusal.reason];
  }
}

/** Faults in both languages: programs show what fits their own users. */
export function faultInWords(fault: InputFault): InputFault {
  const vi: Readonly<Record<string, string>> = dossierTexts("vi").faults;
  const en: Readonly<Record<string, string>> = dossierTexts("en").faults;
  const first = vi[fault.code];
  if (first === undefined) return fault;
  const detail = fault.message === "" || fault.message === fault.code ? "" : ` (${fault.message})`;
  return { ...fault, message: `${first}${detail} / ${en[fault.code]}` };
}
