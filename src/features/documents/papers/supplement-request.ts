import type { RuleProfile } from "#features/catalogue/index.ts";
import type { Letterhead } from "./letterhead.ts";
import { instantInWords } from "./paper-words.ts";
import type { Applicant } from "./receipt.ts";
import { type Signature, setSignature, signatureHeight } from "./signature-block.ts";
import { halves, openSlip, type SetPaper, setContacts, setLabelled, setOrigin, setTitle } from "./slip.ts";
import { fill, type SupplementRequestTemplate } from "./template.ts";

export type SupplementRequestData = {
  readonly profile: RuleProfile;
  readonly head: Letterhead;
  readonly code: string;
  /** Where the QR leads; null of a draft, which nobody can check. */
  readonly verifyUrl: string | null;
  readonly unit: string;
  readonly applicant: Applicant;
  readonly content: string;
  /** Everything at once: the law allows one request. */
  readonly faults: readonly { readonly what: string; readonly fault: string; readonly basis: string | null }[];
  readonly reason: string | null;
  readonly answerBy: Date | null;
  /** Office, person and phone to ask. */
  readonly help: string;
  readonly signature: Signature;
};

/** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (form 02). */
export async function setSupplementRequest(
  template: SupplementRequestTemplate,
  data: SupplementRequestData,
): Promise<SetPaper> {
  const profile = template.profiles[data.profile];
  const t = template.texts;
  const { sheet, base } = openSlip(template, profile, data.head, data.verifyUrl === null);
  const qr = data.verifyUrl === null ? null : { text: data.verifyUrl, alt: fill(t.qr, { code: data.code }) };
  setTitle(sheet, base, profile.title, `${t.code}: ${data.code}`, qr);

  setLabelled(sheet, t.unit, data.unit);
  setLabelled(sheet, t.applicant, data.applicant.name, { strong: true });
  setLabelled(sheet, t.address, data.applicant.address);
  setContacts(sheet, t, data.applicant);
  setLabelled(sheet, t.content, data.content, { strong: true });
  sheet.paragraph(t.ask, { before: 2, after: 2.5, keepWith: base * 6 });
  sheet.table(
    [
      { title: t.columns.no, share: 9, align: "center" },
      { title: t.columns.what, share: 33 },
      { title: t.columns.fault, share: 34 },
      { title: t.columns.basis, share: 24 },
    ],
    data.faults.map((fault, at) => [String(at + 1), fault.what, fault.fault, fault.basis ?? ""]),
    { size: base * 0.9, leading: 1.2 },
  );
  sheet.y += 4;
  setLabelled(sheet, t.reason, data.reason);
  if (data.answerBy !== null) setLabelled(sheet, t.answerBy, instantInWords(data.answerBy), { strong: true });
  sheet.paragraph(t.once, { align: "justify", after: 2 });
  setLabelled(sheet, t.help, data.help);

  const { right } = halves(sheet);
  const height = signatureHeight(sheet, data.signature, right.width, base);
  sheet.y += base * 0.7;
  sheet.need(height);
  const signatures = setSignature(sheet, data.signature, { ...right, y: sheet.y }, base);
  sheet.y += height;
  setOrigin(sheet, base, template, profile);
  return { pdf: await sheet.finish(), signatures };
}
