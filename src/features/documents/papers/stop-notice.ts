import { amountInFigures, amountInWords } from "./amount-in-words.ts";
import { finish, layClosing, recipientsSide, signatureSide } from "./closing.ts";
import { fill, paperForm, type TemplateOf } from "./form.ts";
import type { Letterhead } from "./letterhead.ts";
import { dayWithoutWord, instantInWords, withinSentence } from "./paper-words.ts";
import type { Signature } from "./signature-block.ts";
import { bodyStyles, openSlip, type SetPaper, setAddressee, setBlocks, setLabelled, setTitle } from "./slip.ts";
import { setTable } from "./table.ts";

export type StopNoticeData = {
  /** The set of 2018 knows no such notice. */
  readonly profile: "vn-2025";
  readonly head: Letterhead;
  readonly code: string;
  readonly verifyUrl: string;
  readonly addressee: string;
  readonly owner: string;
  readonly authority: string;
  readonly procedure: string;
  readonly submittedAt: Date;
  /** Who asked for it and when; null: the agency stops by itself. */
  readonly request: { readonly by: string; readonly at: Date } | null;
  /** How far the dossier had come. */
  readonly stage: string;
  readonly decision: string;
  readonly decidedBy: string;
  readonly reason: string;
  readonly legalBasis: readonly string[];
  readonly paid: bigint | number;
  readonly refundable: bigint | number;
  readonly papersReturned: readonly { readonly name: string; readonly count: number; readonly note: string | null }[];
  readonly recipients: readonly string[];
  readonly signature: Signature;
};

export const stopNoticeForm = paperForm({
  key: "stopNotice",
  file: "stop-notice.json",
  profiles: ["vn-2025"],
  words: {
    addressee: [],
    opening: ["authority", "code", "owner", "procedureLower", "submittedOn"],
    requestedBy: [],
    requested: ["name", "at"],
    stage: [],
    decision: [],
    decidedBy: [],
    reason: [],
    basis: [],
    money: [],
    nothingPaid: [],
    refunded: ["paid", "refundable", "words?"],
    notRefunded: ["paid", "words?"],
    papers: [],
    columns: { no: [], name: [], count: [], note: [] },
    noPapers: [],
    appeal: [],
    closing: [],
    recipients: [],
    recipientAddressee: [],
    recipientNamed: ["name"],
    recipientFile: ["code?"],
    verify: ["address"],
    qr: ["code?"],
  },
  blocks: {
    addressee: "must",
    opening: "must",
    requestedBy: "must",
    stage: "must",
    decision: "must",
    reason: "must",
    basis: "must",
    money: "must",
    papers: "must",
    appeal: "may",
    closing: "may",
  },
});
export type StopNoticeTemplate = TemplateOf<typeof stopNoticeForm>;

/** Thông báo dừng giải quyết hồ sơ (form 05 of 2025). */
export async function setStopNotice(template: StopNoticeTemplate, data: StopNoticeData): Promise<SetPaper> {
  const t = template.texts;
  const slip = openSlip(template, data);
  const { sheet, base } = slip;
  const body = bodyStyles[slip.size];
  setTitle(slip, slip.profile.title, null, null);
  const closing = layClosing(sheet, base, [
    recipientsSide({
      heading: t.recipients,
      recipients: [
        t.recipientAddressee,
        ...data.recipients.map((name) => fill(t.recipientNamed, { name })),
        fill(t.recipientFile, { code: data.code }),
      ],
      qr: { text: data.verifyUrl, alt: fill(t.qr, { code: data.code }) },
      verify: fill(t.verify, { address: data.verifyUrl }),
    }),
    signatureSide(data.signature),
  ]);
  const opening = {
    authority: data.authority,
    code: data.code,
    owner: data.owner,
    procedureLower: withinSentence(data.procedure),
    submittedOn: dayWithoutWord(data.submittedAt),
  };
  setBlocks(template.blocks, {
    addressee: () => setAddressee(slip, t.addressee, data.addressee),
    opening: () => sheet.paragraph(fill(t.opening, opening), body),
    requestedBy: () => setLabelled(slip, t.requestedBy, data.request && requested(data.request)),
    stage: () => setLabelled(slip, t.stage, data.stage),
    decision() {
      setLabelled(slip, t.decision, data.decision);
      setLabelled(slip, t.decidedBy, data.decidedBy);
    },
    reason: () => setLabelled(slip, t.reason, data.reason),
    basis: () => setLabelled(slip, t.basis, data.legalBasis.join("; ")),
    money: () => setLabelled(slip, t.money, money()),
    papers: () => setPapers(),
    appeal: () => sheet.paragraph(t.appeal, { ...body, before: 3 }),
    closing: () => sheet.paragraph(t.closing, body),
  });
  return finish(slip, closing);

  function requested({ by, at }: { readonly by: string; readonly at: Date }): string {
    return fill(t.requested, { name: by, at: instantInWords(at) });
  }

  function money(): string {
    if (BigInt(data.paid) === 0n) return t.nothingPaid;
    const paid = { paid: amountInFigures(data.paid), words: amountInWords(data.paid) };
    if (BigInt(data.refundable) === 0n) return fill(t.notRefunded, paid);
    return fill(t.refunded, { ...paid, refundable: amountInFigures(data.refundable) });
  }

  function setPapers(): void {
    if (data.papersReturned.length === 0) {
      setLabelled(slip, t.papers, t.noPapers);
      return;
    }
    sheet.paragraph(`${t.papers}:`, { after: 3, keepWith: base * 5 });
    setTable(
      sheet,
      [
        { title: t.columns.no, share: 8, align: "center" },
        { title: t.columns.name, share: 58 },
        { title: t.columns.count, share: 12, align: "center" },
        { title: t.columns.note, share: 22 },
      ],
      data.papersReturned.map(({ name, count, note }, at) => [String(at + 1), name, String(count), note ?? ""]),
      { style: { size: base * 0.92, leading: 1.22 } },
    );
    sheet.y += base * 0.5;
  }
}
