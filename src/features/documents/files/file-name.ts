import { type FileKind, type MediaType, mediaTypes } from "./file-kind.ts";

const longestName = 120;

/** A name that is safe to show and to save under: no folders, no control or bidirectional marks, the ending it deserves. */
export function fileName(given: string | undefined, mediaType: MediaType): string {
  const ending = endingOf(mediaType);
  const last = (given ?? "").normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const plain = last
    // Control marks, invisible marks, and those that turn the reading direction: "gpj.exe" must not read "exe.jpg".
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, "")
    .replace(/[<>:"|?*]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/\.[A-Za-z0-9]{1,5}$/, "")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const stem = Array.from(plain).slice(0, longestName).join("").trim();
  return `${stem === "" ? "tep-tin" : stem}.${ending}`;
}

function endingOf(mediaType: MediaType): FileKind {
  for (const [kind, type] of Object.entries(mediaTypes)) if (type === mediaType) return kind as FileKind;
  return "pdf";
}
