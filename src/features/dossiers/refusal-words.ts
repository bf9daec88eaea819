/** Why a move was refused, in the words of a page. */
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
