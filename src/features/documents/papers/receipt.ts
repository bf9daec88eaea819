import type { RuleProfile } from "#features/catalogue/index.ts";
import type { Letterhead } from "./letterhead.ts";
import { instantInWords } from "./paper-words.ts";
import { type Signature, setSignature, signatureHeight } from "./signature-block.ts";
import { halves, openSlip, type SetPaper, setContacts, setLabelled, setOrigin, setTitle } from "./slip.ts";
import { fill, type ReceiptTemplate } from "./template.ts";

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
  readonly signature: Signature;
};

/** Giấy tiếp nhận hồ sơ và hẹn trả kết quả (form 01). */
export async function setReceipt(template: ReceiptTemplate, data: ReceiptData): Promise<SetPaper> {
  const profile = template.profiles[data.profile];
  const t = template.texts;
  const { sheet, base } = openSlip(template, profile, data.head, data.verifyUrl === null);
  const qr = data.verifyUrl === null ? null : { text: data.verifyUrl, alt: fill(t.qr, { code: data.code }) };
  setTitle(sheet, base, profile.title, `${t.code}: ${data.code}`, qr);

  const { applicant } = data;
  const channel = applicant.channel === null ? "" : ` (${applicant.channel})`;
  setLabelled(sheet, t.unit, data.unit);
  sheet.paragraph([{ text: `${t.receivedFrom}: ` }, { text: applicant.name, face: "bold" }, { text: channel }], {
    after: 0.8,
    leading: 1.24,
  });
  setLabelled(sheet, t.idNumber, applicant.idNumber);
  setLabelled(sheet, t.address, applicant.address);
  setContacts(sheet, t, applicant);
  if (data.owner !== null) {
    setLabelled(sheet, t.owner, [data.owner.name, data.owner.address].filter((part) => part !== null).join(", "));
  }
  setLabelled(sheet, t.content, data.content, { strong: true });

  if (data.components.length > 0) {
    sheet.paragraph(t.components, { before: 2, after: 2.5, keepWith: base * 8 });
    const count = (value: number) => (value === 0 ? "" : String(value).padStart(2, "0"));
    sheet.table(
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
      { size: base * 0.9, leading: 1.2 },
    );
    sheet.y += 4;
  }
  setLabelled(sheet, t.setCount, fill(t.set, { count: String(data.setCount).padStart(2, "0") }));
  setLabelled(sheet, t.duration, data.duration);
  setLabelled(sheet, t.receivedAt, instantInWords(data.receivedAt));
  setLabelled(sheet, t.dueAt, instantInWords(data.dueAt), { strong: true });
  setLabelled(sheet, t.resultAt, data.resultAt);
  sheet.paragraph(t.early, { face: "italic", size: base * 0.92, before: 2 });

  const { left, right } = halves(sheet);
  const byHand: Signature = { authority: [t.submitterSigns], note: t.byHand, marks: [], name: applicant.name };
  const heights = [signatureHeight(sheet, data.signature, right.width, base)];
  if (data.isSignedByHand) heights.push(signatureHeight(sheet, byHand, left.width, base));
  const height = Math.max(...heights);
  sheet.y += base * 0.7;
  sheet.need(height);
  const top = sheet.y;
  if (data.isSignedByHand) setSignature(sheet, byHand, { ...left, y: top }, base);
  else if (data.verifyUrl !== null)
    sheet.block(fill(t.lookup, { address: data.verifyUrl }), { ...left, y: top }, { size: base * 0.85 });
  const signatures = setSignature(sheet, data.signature, { ...right, y: top }, base);
  sheet.y = top + height;
  setOrigin(sheet, base, template, profile);
  return { pdf: await sheet.finish(), signatures };
}
