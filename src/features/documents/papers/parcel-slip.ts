import type { RuleProfile } from "#features/catalogue/index.ts";
import { groupedFigures } from "./amount-in-words.ts";
import { finish, layClosing, penSide, type Side, signatureSide } from "./closing.ts";
import { everyProfile, paperForm, type TemplateOf } from "./form.ts";
import type { Letterhead } from "./letterhead.ts";
import { instantInWords } from "./paper-words.ts";
import type { SlipSignature } from "./signature-block.ts";
import { joinNamed, openSlip, type SetPaper, setBlocks, setLabelled, setTitle } from "./slip.ts";
import { setTable } from "./table.ts";

type Correspondent = { readonly name: string; readonly address: string | null; readonly phone: string | null };

export type ParcelSlipData = {
  readonly profile: RuleProfile;
  readonly head: Letterhead;
  /** Null as long as the dossier was not accepted. */
  readonly code: string | null;
  readonly verifyUrl: string;
  readonly parcelNo: string | null;
  readonly direction: "dossier" | "result";
  readonly sender: Correspondent;
  readonly receiver: Correspondent;
  readonly procedure: string;
  readonly papers: readonly {
    readonly name: string;
    readonly originals: number;
    readonly copies: number;
    readonly note: string | null;
  }[];
  readonly fees: readonly { readonly name: string; readonly amount: bigint | number }[];
  readonly sentAt: Date;
  readonly senderSignature: SlipSignature | null;
  readonly clerk: string | null;
  readonly clerkSignature: SlipSignature | null;
};

export const parcelSlipForm = paperForm({
  key: "parcelSlip",
  file: "parcel-slip.json",
  profiles: everyProfile,
  words: {
    code: [],
    parcelNo: [],
    direction: { label: [], dossier: [], result: [] },
    sender: [],
    receiver: [],
    phone: [],
    procedure: [],
    papers: [],
    columns: { no: [], name: [], originals: [], copies: [], note: [] },
    fees: [],
    feeColumns: { name: [], amount: [] },
    total: [],
    sentAt: [],
    sealed: [],
    senderSigns: [],
    clerkSigns: [],
    byHand: [],
    qr: [],
  },
  blocks: {
    parcelNo: "must",
    direction: "must",
    sender: "must",
    receiver: "must",
    procedure: "must",
    papers: "must",
    fees: "must",
    sentAt: "must",
    sealed: "may",
  },
});
export type ParcelSlipTemplate = TemplateOf<typeof parcelSlipForm>;

/** Phiếu gửi hồ sơ (QĐ 45/2016 arts 6, 9; TT 17/2017 art. 9): what is in a parcel, counted before it is sealed. */
export async function setParcelSlip(template: ParcelSlipTemplate, data: ParcelSlipData): Promise<SetPaper> {
  const t = template.texts;
  const slip = openSlip(template, data);
  const { sheet, base } = slip;
  const style = { size: base * 0.9, leading: 1.2 } as const;
  setTitle(slip, slip.profile.title, data.code === null ? null : `${t.code}: ${data.code}`, {
    text: data.verifyUrl,
    alt: t.qr,
  });
  const closing = layClosing(sheet, base, [
    side(t.senderSigns, data.sender.name, data.senderSignature),
    side(t.clerkSigns, data.clerk, data.clerkSignature),
  ]);
  setBlocks(template.blocks, {
    parcelNo: () => setLabelled(slip, t.parcelNo, data.parcelNo, { strong: true }),
    direction: () => setLabelled(slip, t.direction.label, t.direction[data.direction]),
    sender: () => setLabelled(slip, t.sender, correspondent(data.sender)),
    receiver: () => setLabelled(slip, t.receiver, correspondent(data.receiver)),
    procedure: () => setLabelled(slip, t.procedure, data.procedure, { strong: true }),
    papers: () => setPapers(),
    fees: () => setFees(),
    sentAt: () => setLabelled(slip, t.sentAt, instantInWords(data.sentAt)),
    sealed: () => sheet.paragraph(t.sealed, { face: "italic", size: base * 0.92, before: 2 }),
  });
  return finish(slip, closing);

  function side(as: string, name: string | null, signature: SlipSignature | null): Side {
    return signature === null ? penSide(as, t.byHand, name) : signatureSide({ ...signature, authority: [as] });
  }

  function correspondent({ name, address, phone }: Correspondent): string {
    return joinNamed(name, address, phone === null ? null : `${t.phone}: ${phone}`);
  }

  function setPapers(): void {
    sheet.paragraph(t.papers, { before: 2, after: 2.5, keepWith: base * 6 });
    const count = (value: number) => (value === 0 ? "" : String(value).padStart(2, "0"));
    setTable(
      sheet,
      [
        { title: t.columns.no, share: 9, align: "center" },
        { title: t.columns.name, share: 49 },
        { title: t.columns.originals, share: 12, align: "center" },
        { title: t.columns.copies, share: 12, align: "center" },
        { title: t.columns.note, share: 18 },
      ],
      data.papers.map((paper, at) => [
        String(at + 1),
        paper.name,
        count(paper.originals),
        count(paper.copies),
        paper.note ?? "",
      ]),
      { style },
    );
    sheet.y += 4;
  }

  function setFees(): void {
    if (data.fees.length === 0) return;
    sheet.paragraph(t.fees, { before: 2, after: 2.5, keepWith: base * 4 });
    const total = data.fees.reduce((sum, fee) => sum + BigInt(fee.amount), 0n);
    setTable(
      sheet,
      [
        { title: t.feeColumns.name, share: 65 },
        { title: t.feeColumns.amount, share: 35, align: "right" },
      ],
      data.fees.map((fee) => [fee.name, groupedFigures(fee.amount)]),
      { style, totals: [t.total, groupedFigures(total)] },
    );
    sheet.y += 4;
  }
}
