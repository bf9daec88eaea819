import type { RuleProfile } from "#features/catalogue/index.ts";
import type { Letterhead } from "./letterhead.ts";
import { instantInWords } from "./paper-words.ts";
import type { Applicant } from "./receipt.ts";
import { type Signature, setSignature, signatureHeight } from "./signature-block.ts";
import { halves, openSlip, type SetPaper, setContacts, setLabelled, setOrigin, setTitle } from "./slip.ts";
import { fill, type RefusalTemplate } from "./template.ts";

export type RefusalData = {
  readonly profile: RuleProfile;
  readonly head: Letterhead;
  readonly code: string;
  /** Where the QR leads; null of a draft, which nobody can check. */
  readonly verifyUrl: string | null;
  readonly unit: string;
  readonly applicant: Applicant;
  readonly content: string;
  readonly submittedAt: Date;
  readonly reason: string;
  readonly legalBasis: readonly string[];
  readonly help: string;
  readonly signature: Signature;
};

/** Phiếu từ chối tiếp nhận giải quyết hồ sơ (form 03). */
export async function setRefusal(template: RefusalTemplate, data: RefusalData): Promise<SetPaper> {
  const profile = template.profiles[data.profile];
  const t = template.texts;
  const { sheet, base } = openSlip(template, profile, data.head, data.verifyUrl === null);
  const qr = data.verifyUrl === null ? null : { text: data.verifyUrl, alt: fill(t.qr, { code: data.code }) };
  setTitle(sheet, base, profile.title, `${t.code}: ${data.code}`, qr);

  setLabelled(sheet, t.unit, data.unit);
  setLabelled(sheet, t.applicant, data.applicant.name, { strong: true });
  setLabelled(sheet, t.idNumber, data.applicant.idNumber);
  setLabelled(sheet, t.address, data.applicant.address);
  setContacts(sheet, t, data.applicant);
  setLabelled(sheet, t.content, data.content, { strong: true });
  setLabelled(sheet, t.submittedAt, instantInWords(data.submittedAt));
  sheet.paragraph(t.refusal, { before: 4, after: 2, align: "justify", keepWith: base * 2 });
  sheet.paragraph(data.reason, { align: "justify", indent: base * 1.5, after: 3 });
  setLabelled(sheet, t.basis, data.legalBasis.join("; "));
  setLabelled(sheet, t.help, data.help);
  sheet.paragraph(t.appeal, { align: "justify", before: 2 });

  const { right } = halves(sheet);
  const height = signatureHeight(sheet, data.signature, right.width, base);
  sheet.y += base * 0.7;
  sheet.need(height);
  const signatures = setSignature(sheet, data.signature, { ...right, y: sheet.y }, base);
  sheet.y += height;
  setOrigin(sheet, base, template, profile);
  return { pdf: await sheet.finish(), signatures };
}
