import { formatFileSize } from "#foundation/i18n/index.ts";
import type { DocumentsTexts } from "./vi.ts";

export const en = {
  uploadRefusals: {
    empty: "The file is empty. Choose the file again.",
    tooLarge: (maxBytes: number) =>
      `The file is larger than ${formatFileSize(maxBytes)}. Scan it at a lower resolution or split it into several files.`,
    notAccepted: "This kind of file is not accepted. Use PDF, JPG, PNG, HEIC, DOCX or XLSX.",
    broken:
      "The file cannot be read: it is damaged or was cut off. Try to open it on your device, then upload it again.",
    hasMacros: "The office file contains program code (macros). Save it without macros, or export it as PDF.",
    unpacksTooLarge:
      "The file unpacks to something too large to open safely. Make its pictures smaller or export it as PDF.",
    missing: "There is no file. Send one file in the field “file”.",
    onlyOne: "Send one file at a time, in the field “file”.",
  },
} satisfies DocumentsTexts;
