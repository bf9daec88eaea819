import type { RuleProfile } from "#features/catalogue/index.ts";
import { finish, layClosing, signatureSide } from "./closing.ts";
import { everyProfile, fill, paperForm, type TemplateOf } from "./form.ts";
import type { Letterhead } from "./letterhead.ts";
import { instantInWords } from "./paper-words.ts";
import type { Applicant } from "./receipt.ts";
import type { SlipSignature } from "./signature-block.ts";
import { openSlip, qrOf, type SetPaper, setBlocks, setContacts, setLabelled, setTitle } from "./slip.ts";
import { setTable } from "./table.ts";

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
  readonly signature: SlipSignature;
};

export const supplementRequestForm = paperForm({
  key: "supplementRequest",
  file: "supplement-request.json",
  profiles: everyProfile,
  words: {
    code: [],
    unit: [],
    applicant: [],
    address: [],
    phone: [],
    email: [],
    content: [],
    ask: [],
    columns: { no: [], what: [], fault: [], basis: [] },
    reason: [],
    answerBy: [],
    once: [],
    help: [],
    officialSigns: [],
    qr: ["code?"],
  },
  blocks: {
    unit: "must",
    applicant: "must",
    address: "must",
    contacts: "must",
    content: "must",
    faults: "must",
    reason: "must",
    answerBy: "must",
    once: "may",
    help: "must",
  },
});
export type SupplementRequestTemplate = TemplateOf<typeof supplementRequestForm>;

/** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (form 02). */
export async function setSupplementRequest(
  template: SupplementRequestTemplate,
  data: SupplementRequestData,
): Promise<SetPaper> {
  const t = template.texts;
  const slip = openSlip(template, data);
  const { sheet, base } = slip;
  const qr = qrOf(data.verifyUrl, fill(t.qr, { code: data.code }));
  setTitle(slip, slip.profile.title, `${t.code}: ${data.code}`, qr);
  const closing = layClosing(sheet, base, [null, signatureSide({ ...data.signature, authority: [t.officialSigns] })]);
  setBlocks(template.blocks, {
    unit: () => setLabelled(slip, t.unit, data.unit),
    applicant: () => setLabelled(slip, t.applicant, data.applicant.name, { strong: true }),
    address: () => setLabelled(slip, t.address, data.applicant.address),
    contacts: () => setContacts(slip, t, data.applicant),
    content: () => setLabelled(slip, t.content, data.content, { strong: true }),
    faults: () => setFaults(),
    reason: () => setLabelled(slip, t.reason, data.reason),
    answerBy: () => setLabelled(slip, t.answerBy, data.answerBy && instantInWords(data.answerBy), { strong: true }),
    once: () => sheet.paragraph(t.once, { align: "justify", after: 2 }),
    help: () => setLabelled(slip, t.help, data.help),
  });
  return finish(slip, closing);

  function setFaults(): void {
    sheet.paragraph(t.ask, { before: 2, after: 2.5, keepWith: base * 6 });
    setTable(
      sheet,
      [
        { title: t.columns.no, share: 9, align: "center" },
        { title: t.columns.what, share: 33 },
        { title: t.columns.fault, share: 34 },
        { title: t.columns.basis, share: 24 },
      ],
      data.faults.map((fault, at) => [String(at + 1), fault.what, fault.fault, fault.basis ?? ""]),
      { style: { size: base * 0.9, leading: 1.2 } },
    );
    sheet.y += 4;
  }
}
