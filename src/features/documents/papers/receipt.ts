import type { RuleProfile } from "#features/catalogue/index.ts";
import { finish, layClosing, noteSide, penSide, signatureSide } from "./closing.ts";
import { everyProfile, fill, paperForm, type TemplateOf } from "./form.ts";
import type { Letterhead } from "./letterhead.ts";
import { instantInWords } from "./paper-words.ts";
import type { SlipSignature } from "./signature-block.ts";
import { joinNamed, openSlip, qrOf, type SetPaper, setBlocks, setContacts, setLabelled, setTitle } from "./slip.ts";
import { setTable } from "./table.ts";

/** Whom a slip is about, as far as the slip prints it. */
export type Applicant = {
  readonly name: string;
  /** "trực tuyến", "qua dịch vụ bưu chính công ích"; null at the counter. */
  readonly channel: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly idNumber: string | null;
};

export type ReceivedComponent = {
  readonly name: string;
  readonly original: number;
  readonly certified: number;
  readonly photocopy: number;
  readonly note: string | null;
};

export type ReceiptData = {
  readonly profile: RuleProfile;
  readonly head: Letterhead;
  readonly code: string;
  /** Where the QR leads. */
  /** Where the QR leads; null of a draft, which nobody can check. */
  readonly verifyUrl: string | null;
  readonly unit: string;
  readonly applicant: Applicant;
  /** Null when the applicant is the owner. */
  readonly owner: { readonly name: string; readonly address: string | null } | null;
  readonly content: string;
  readonly components: readonly ReceivedComponent[];
  readonly setCount: number;
  readonly duration: string;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly resultAt: string;
  /** At the counter the person signs too; sent online the official alone does. */
  readonly isSignedByHand: boolean;
  readonly signature: SlipSignature;
};

export const receiptForm = paperForm({
  key: "receipt",
  file: "receipt.json",
  profiles: everyProfile,
  words: {
    code: [],
    unit: [],
    receivedFrom: [],
    address: [],
    phone: [],
    email: [],
    idNumber: [],
    owner: [],
    content: [],
    components: [],
    columns: { no: [], name: [], original: [], certified: [], photocopy: [], note: [] },
    setCount: [],
    set: ["count"],
    duration: [],
    receivedAt: [],
    dueAt: [],
    resultAt: [],
    early: [],
    lookup: ["address"],
    submitterSigns: [],
    officialSigns: [],
    byHand: [],
    qr: ["code?"],
  },
  blocks: {
    unit: "must",
    receivedFrom: "must",
    idNumber: "may",
    address: "must",
    contacts: "must",
    owner: "must",
    content: "must",
    components: "must",
    setCount: "must",
    duration: "must",
    receivedAt: "must",
    dueAt: "must",
    resultAt: "must",
    early: "may",
  },
});
export type ReceiptTemplate = TemplateOf<typeof receiptForm>;

/** Giấy tiếp nhận hồ sơ và hẹn trả kết quả (form 01). */
export async function setReceipt(template: ReceiptTemplate, data: ReceiptData): Promise<SetPaper> {
  const t = template.texts;
  const slip = openSlip(template, data);
  const { sheet, base } = slip;
  const qr = qrOf(data.verifyUrl, fill(t.qr, { code: data.code }));
  setTitle(slip, slip.profile.title, `${t.code}: ${data.code}`, qr);
  const closing = layClosing(sheet, base, [
    data.isSignedByHand
      ? penSide(t.submitterSigns, t.byHand, data.applicant.name)
      : noteSide(data.verifyUrl === null ? "" : fill(t.lookup, { address: data.verifyUrl })),
    signatureSide({ ...data.signature, authority: [t.officialSigns] }),
  ]);
  const { applicant } = data;
  setBlocks(template.blocks, {
    unit: () => setLabelled(slip, t.unit, data.unit),
    receivedFrom: () => setLabelled(slip, t.receivedFrom, applicant.name, { strong: true, after: applicant.channel }),
    idNumber: () => setLabelled(slip, t.idNumber, applicant.idNumber),
    address: () => setLabelled(slip, t.address, applicant.address),
    contacts: () => setContacts(slip, t, applicant),
    owner: () => setLabelled(slip, t.owner, data.owner && joinNamed(data.owner.name, data.owner.address)),
    content: () => setLabelled(slip, t.content, data.content, { strong: true }),
    components: () => setComponents(),
    setCount: () => setLabelled(slip, t.setCount, fill(t.set, { count: count(data.setCount) })),
    duration: () => setLabelled(slip, t.duration, data.duration),
    receivedAt: () => setLabelled(slip, t.receivedAt, instantInWords(data.receivedAt)),
    dueAt: () => setLabelled(slip, t.dueAt, instantInWords(data.dueAt), { strong: true }),
    resultAt: () => setLabelled(slip, t.resultAt, data.resultAt),
    early: () => sheet.paragraph(t.early, { face: "italic", size: base * 0.92, before: 2 }),
  });
  return finish(slip, closing);

  function setComponents(): void {
    if (data.components.length === 0) return;
    sheet.paragraph(t.components, { before: 2, after: 2.5, keepWith: base * 8 });
    setTable(
      sheet,
      [
        { title: t.columns.no, share: 8, align: "center" },
        { title: t.columns.name, share: 46 },
        { title: t.columns.original, share: 10, align: "center" },
        { title: t.columns.certified, share: 12, align: "center" },
        { title: t.columns.photocopy, share: 10, align: "center" },
        { title: t.columns.note, share: 18 },
      ],
      data.components.map((component, at) => [
        String(at + 1),
        component.name,
        count(component.original),
        count(component.certified),
        count(component.photocopy),
        component.note ?? "",
      ]),
      { style: { size: base * 0.9, leading: 1.2 } },
    );
    sheet.y += 4;
  }
}

/** "02": small numbers with a zero before them, so that nobody adds a digit; nothing for none. */
function count(value: number): string {
  return value === 0 ? "" : String(value).padStart(2, "0");
}
