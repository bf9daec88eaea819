import type { RuleProfile } from "#features/catalogue/index.ts";
import { finish, layClosing, penSide, signatureSide } from "./closing.ts";
import { everyProfile, fill, paperForm, type TemplateOf } from "./form.ts";
import type { Letterhead } from "./letterhead.ts";
import { dayInWords, instantInWords } from "./paper-words.ts";
import type { SlipSignature } from "./signature-block.ts";
import { joinNamed, openSlip, type SetPaper, setBlocks, setLabelled, setTitle } from "./slip.ts";

export type ResultReceiptData = {
  readonly profile: RuleProfile;
  readonly head: Letterhead;
  readonly code: string;
  readonly verifyUrl: string;
  readonly unit: string;
  readonly procedure: string;
  readonly owner: string;
  readonly giver: { readonly name: string; readonly phone: string | null };
  readonly receiver: {
    readonly name: string;
    readonly phone: string | null;
    readonly idNumber: string | null;
    /** "theo Giấy ủy quyền ngày …"; null for the owner. */
    readonly authorisation: string | null;
  };
  readonly result: {
    readonly kind: string;
    readonly number: string | null;
    readonly issuedOn: Date | null;
    readonly abstract: string | null;
    readonly count: string;
  };
  /** Shown at intake, given back now (61/2018 art. 20). */
  readonly originals: readonly string[];
  readonly returnedAt: Date;
  readonly channel: string;
  readonly parcelNo: string | null;
  readonly isSignedByHand: boolean;
  readonly signature: SlipSignature;
};

export const resultReceiptForm = paperForm({
  key: "resultReceipt",
  file: "result-receipt.json",
  profiles: everyProfile,
  words: {
    code: [],
    unit: [],
    procedure: [],
    owner: [],
    giver: [],
    receiver: [],
    phone: [],
    idNumber: [],
    result: [],
    number: [],
    issuedOn: [],
    abstract: [],
    count: [],
    originals: [],
    channel: [],
    parcelNo: [],
    returnedAt: [],
    checked: [],
    receiverSigns: [],
    giverSigns: [],
    byHand: [],
    qr: ["code?"],
  },
  blocks: {
    unit: "must",
    procedure: "must",
    owner: "must",
    giver: "must",
    receiver: "must",
    result: "must",
    originals: "must",
    channel: "must",
    returnedAt: "must",
    checked: "may",
  },
});
export type ResultReceiptTemplate = TemplateOf<typeof resultReceiptForm>;

/** Giấy biên nhận trả kết quả: who gave which result to whom, and when (61/2018 arts 6(2)(b), 20). */
export async function setResultReceipt(template: ResultReceiptTemplate, data: ResultReceiptData): Promise<SetPaper> {
  const t = template.texts;
  const slip = openSlip(template, data);
  const { sheet, base } = slip;
  const { giver, receiver, result } = data;
  const phone = (number: string | null) => (number === null ? null : `${t.phone}: ${number}`);
  setTitle(slip, slip.profile.title, `${t.code}: ${data.code}`, {
    text: data.verifyUrl,
    alt: fill(t.qr, { code: data.code }),
  });
  const closing = layClosing(sheet, base, [
    data.isSignedByHand ? penSide(t.receiverSigns, t.byHand, receiver.name) : null,
    signatureSide({ ...data.signature, authority: [t.giverSigns] }),
  ]);
  setBlocks(template.blocks, {
    unit: () => setLabelled(slip, t.unit, data.unit),
    procedure: () => setLabelled(slip, t.procedure, data.procedure, { strong: true }),
    owner: () => setLabelled(slip, t.owner, data.owner, { strong: true }),
    giver: () => setLabelled(slip, t.giver, joinNamed(giver.name, phone(giver.phone))),
    receiver() {
      setLabelled(slip, t.receiver, joinNamed(receiver.name, phone(receiver.phone), receiver.authorisation));
      setLabelled(slip, t.idNumber, receiver.idNumber);
    },
    result() {
      setLabelled(slip, t.result, result.kind, { strong: true });
      setLabelled(slip, t.number, result.number);
      setLabelled(slip, t.issuedOn, result.issuedOn && dayInWords(result.issuedOn));
      setLabelled(slip, t.abstract, result.abstract);
      setLabelled(slip, t.count, result.count);
    },
    originals: () => setLabelled(slip, t.originals, data.originals.join("; ")),
    channel() {
      setLabelled(slip, t.channel, data.channel);
      setLabelled(slip, t.parcelNo, data.parcelNo);
    },
    returnedAt: () => setLabelled(slip, t.returnedAt, instantInWords(data.returnedAt), { strong: true }),
    checked: () => sheet.paragraph(t.checked, { face: "italic", size: base * 0.92, before: 2, align: "justify" }),
  });
  return finish(slip, closing);
}
