import type { RuleProfile } from "#features/catalogue/index.ts";
import { finish, layClosing, signatureSide } from "./closing.ts";
import { everyProfile, fill, paperForm, type TemplateOf } from "./form.ts";
import type { Letterhead } from "./letterhead.ts";
import { instantInWords } from "./paper-words.ts";
import type { Applicant } from "./receipt.ts";
import type { SlipSignature } from "./signature-block.ts";
import { openSlip, qrOf, type SetPaper, setBlocks, setContacts, setLabelled, setTitle } from "./slip.ts";

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
  /** `authority`: in whose name a leader decides; at the counter it is whoever receives. */
  readonly signature: SlipSignature & { readonly authority?: readonly string[] };
};

export const refusalForm = paperForm({
  key: "refusal",
  file: "refusal.json",
  profiles: everyProfile,
  words: {
    code: [],
    unit: [],
    applicant: [],
    address: [],
    phone: [],
    email: [],
    idNumber: [],
    content: [],
    submittedAt: [],
    refusal: [],
    basis: [],
    help: [],
    appeal: [],
    officialSigns: [],
    qr: ["code?"],
  },
  blocks: {
    unit: "must",
    applicant: "must",
    idNumber: "may",
    address: "must",
    contacts: "must",
    content: "must",
    submittedAt: "may",
    reason: "must",
    basis: "must",
    help: "must",
    appeal: "may",
  },
});
export type RefusalTemplate = TemplateOf<typeof refusalForm>;

/** Phiếu từ chối tiếp nhận giải quyết hồ sơ (form 03). */
export async function setRefusal(template: RefusalTemplate, data: RefusalData): Promise<SetPaper> {
  const t = template.texts;
  const slip = openSlip(template, data);
  const { sheet, base } = slip;
  const qr = qrOf(data.verifyUrl, fill(t.qr, { code: data.code }));
  setTitle(slip, slip.profile.title, `${t.code}: ${data.code}`, qr);
  const closing = layClosing(sheet, base, [
    null,
    signatureSide({ ...data.signature, authority: data.signature.authority ?? [t.officialSigns] }),
  ]);
  setBlocks(template.blocks, {
    unit: () => setLabelled(slip, t.unit, data.unit),
    applicant: () => setLabelled(slip, t.applicant, data.applicant.name, { strong: true }),
    idNumber: () => setLabelled(slip, t.idNumber, data.applicant.idNumber),
    address: () => setLabelled(slip, t.address, data.applicant.address),
    contacts: () => setContacts(slip, t, data.applicant),
    content: () => setLabelled(slip, t.content, data.content, { strong: true }),
    submittedAt: () => setLabelled(slip, t.submittedAt, instantInWords(data.submittedAt)),
    reason() {
      sheet.paragraph(t.refusal, { before: 4, after: 2, align: "justify", keepWith: base * 2 });
      sheet.paragraph(data.reason, { align: "justify", indent: base * 1.5, after: 3 });
    },
    basis: () => setLabelled(slip, t.basis, data.legalBasis.join("; ")),
    help: () => setLabelled(slip, t.help, data.help),
    appeal: () => sheet.paragraph(t.appeal, { align: "justify", before: 2 }),
  });
  return finish(slip, closing);
}
