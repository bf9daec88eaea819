import { formatFileLimit } from "#foundation/i18n/index.ts";
import type { DocumentsTexts } from "./vi.ts";

export const en = {
  uploadRefusals: {
    empty: "The file is empty. Choose the file again.",
    tooLarge: (maxBytes: number) =>
      `The file is larger than ${formatFileLimit(maxBytes)}. Scan it at a lower resolution or split it into several files.`,
    notAccepted: "This kind of file is not accepted. Use PDF, JPG, PNG, HEIC, DOCX or XLSX.",
    broken:
      "The file cannot be read: it is damaged or was cut off. Try to open it on your device, then upload it again.",
    hasMacros: "The office file contains program code (macros). Save it without macros, or export it as PDF.",
    unpacksTooLarge:
      "The file unpacks to something too large to open safely. Make its pictures smaller or export it as PDF.",
    missing: "There is no file. Send one file in the field “file”.",
    onlyOne: "Send one file at a time, in the field “file”.",
  },
  verification: {
    title: "Check a paper",
    lead: "Scan the QR code on the paper, or send the PDF file you hold. This page tells whether the city really issued it, whether it is unchanged, and whether it is still in force.",
    verdicts: {
      valid: {
        title: "Genuine and in force",
        detail: (issuer: string) => `Issued by: ${issuer}. Its content is unchanged since it was signed.`,
      },
      replaced: {
        title: "This paper was replaced",
        detail: (issuer: string) => `Issued by: ${issuer}, and replaced by another since. Use the new one.`,
      },
      cancelled: {
        title: "This receipt was cancelled",
        detail: (issuer: string) =>
          `Issued by: ${issuer}. The money was given back or was written down by mistake; the receipt no longer counts.`,
      },
      expired: {
        title: "This paper is no longer in force",
        detail: (issuer: string) => `Issued by: ${issuer}. Its content is unchanged, but its term has ended.`,
      },
      broken: {
        title: "This paper cannot be confirmed",
        detail: (issuer: string) =>
          `The copy on record is not as it was issued. Do not rely on the paper and contact: ${issuer}.`,
      },
    },
    unknown: {
      title: "There is no paper with this code",
      detail:
        "The paper you hold was not issued by the city, or the code was misread. Scan the QR code again; if it is still not found, take the paper to the nearest one-stop office.",
    },
    unknownFile: {
      title: "This file is not one the city issued",
      detail:
        "A single changed letter, or printing and scanning, is enough to make it differ. If you hold a printed copy, scan the QR code on it.",
    },
    compare: "Compare what follows with the paper you hold.",
    kind: "Kind of paper",
    number: "Number",
    issuer: "Issued by",
    issuedAt: "Issued on",
    validUntil: "In force until the end of",
    signatures: "Digital signatures",
    signedBy: (name: string, organisation: string) => (organisation === "" ? name : `${name} (${organisation})`),
    signedAt: (instant: string) => `signed at ${instant}`,
    signatureHolds: "valid",
    signatureFails: "not valid",
    notSigned: "This paper has no digital signature",
    newer: "See the paper that replaces it",
    file: "PDF file of the paper",
    fileHint: "The file is compared and not kept.",
    check: "Check the file",
    noFile: "Choose a PDF file",
    another: "Check another paper",
  },
  templates: {
    title: "Templates of papers",
    lead: "Each paper is set from the city's template with sample data and marked MẪU (sample). This page reads the templates as they lie in the folder; papers are issued by those read at the start.",
    ahead: "There are templates newer than those in use. They come into force with the next start.",
    groups: { forms: "One-stop forms", others: "Other papers", results: "Results" },
    paper: "Paper",
    profiles: { "vn-2018": "Set of 2018", "vn-2025": "Set of 2025" },
    preview: "Preview",
    notInProfile: "None",
    version: "Version",
    versionNo: (version: number) => `version ${version}`,
    versionAhead: (inUse: number, next: number) => `version ${inUse} in use, the file is version ${next}`,
    faultsTitle: (count: number) => (count === 1 ? "The templates have a fault" : `The templates have ${count} faults`),
    faultsHint:
      "The program would not start with these files. Papers are still issued by the templates in use. Each line names the file, the paper and the place:",
  },
} satisfies DocumentsTexts;
