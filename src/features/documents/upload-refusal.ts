import type { FileRefusal } from "./files/file-store.ts";
import type { DocumentsTexts } from "./texts/index.ts";

/** What a person reads when their file was not taken. */
export function uploadRefusalText(refusal: FileRefusal, t: DocumentsTexts): string {
  switch (refusal.reason) {
    case "empty":
      return t.uploadRefusals.empty;
    case "too-large":
      return t.uploadRefusals.tooLarge(refusal.maxBytes);
    case "not-accepted":
      return t.uploadRefusals.notAccepted;
    case "broken":
      return t.uploadRefusals.broken;
    case "has-macros":
      return t.uploadRefusals.hasMacros;
    case "unpacks-too-large":
      return t.uploadRefusals.unpacksTooLarge;
  }
}

export function uploadRefusalStatus(refusal: FileRefusal): 413 | 415 | 422 {
  if (refusal.reason === "too-large") return 413;
  return refusal.reason === "not-accepted" ? 415 : 422;
}
