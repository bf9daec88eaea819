import type { RuleProfile } from "#features/catalogue/index.ts";
import { finish, layClosing, recipientsSide, signatureSide } from "./closing.ts";
import { everyProfile, fill, paperForm, type TemplateOf } from "./form.ts";
import type { Letterhead } from "./letterhead.ts";
import { dayWithoutWord, instantInWords, withinSentence } from "./paper-words.ts";
import type { Signature } from "./signature-block.ts";
import { bodyStyles, openSlip, type SetPaper, setAddressee, setBlocks, setTitle } from "./slip.ts";

export type ApologyData = {
  readonly profile: RuleProfile;
  readonly head: Letterhead;
  readonly code: string;
  readonly verifyUrl: string;
  readonly addressee: string;
  /** Where the dossier was received, as it names itself within a sentence. */
  readonly unit: string;
  readonly receivedAt: Date;
  readonly procedure: string;
  readonly originalDueAt: Date;
  /** The body that caused the delay. */
  readonly responsibleAgency: string;
  readonly reason: string;
  readonly newDueAt: Date;
  readonly newPlace: string;
  readonly recipients: readonly string[];
  /** Of a leader of the competent agency, with its seal. */
  readonly signature: Signature;
};

export const apologyForm = paperForm({
  key: "apology",
  file: "apology.json",
  profiles: everyProfile,
  words: {
    subject: ["procedureLower?", "code?"],
    addressee: [],
    received: ["receivedOn", "unit?", "procedureLower", "code"],
    originalDue: ["originalDueAt"],
    reason: ["agency", "reason"],
    newDue: ["newDueAt", "newPlace"],
    regret: [],
    recipients: [],
    recipientAddressee: [],
    recipientNamed: ["name"],
    recipientFile: ["code?"],
    verify: ["address"],
    qr: ["code?"],
  },
  blocks: { addressee: "must", received: "must", originalDue: "must", reason: "must", newDue: "must", regret: "must" },
});
export type ApologyTemplate = TemplateOf<typeof apologyForm>;

/** Phiếu xin lỗi và hẹn lại ngày trả kết quả; since 2025 a letter that also asks for more time (form 04). */
export async function setApology(template: ApologyTemplate, data: ApologyData): Promise<SetPaper> {
  const t = template.texts;
  const values = { code: data.code, procedureLower: withinSentence(data.procedure), unit: data.unit };
  const slip = openSlip(template, { ...data, head: { ...data.head, subject: fill(t.subject, values) } });
  const { sheet, base, size } = slip;
  const body = bodyStyles[size];
  setTitle(slip, slip.profile.title, null, null);
  const closing = layClosing(sheet, base, [
    recipientsSide({
      heading: t.recipients,
      recipients: [
        t.recipientAddressee,
        ...data.recipients.map((name) => fill(t.recipientNamed, { name })),
        fill(t.recipientFile, values),
      ],
      qr: { text: data.verifyUrl, alt: fill(t.qr, values) },
      verify: fill(t.verify, { address: data.verifyUrl }),
    }),
    signatureSide(data.signature),
  ]);
  const sentence = (text: string) => sheet.paragraph(text, body);
  setBlocks(template.blocks, {
    addressee: () => setAddressee(slip, t.addressee, data.addressee),
    received: () => sentence(fill(t.received, { ...values, receivedOn: dayWithoutWord(data.receivedAt) })),
    originalDue: () => sentence(fill(t.originalDue, { originalDueAt: instantInWords(data.originalDueAt) })),
    reason: () => sentence(fill(t.reason, { agency: data.responsibleAgency, reason: data.reason })),
    newDue: () => sentence(fill(t.newDue, { newDueAt: instantInWords(data.newDueAt), newPlace: data.newPlace })),
    regret: () => sentence(t.regret),
  });
  return finish(slip, closing);
}
