import type { RuleProfile } from "#features/catalogue/index.ts";
import { amountInWords, groupedFigures } from "./amount-in-words.ts";
import { finish, layClosing, penSide, signatureSide } from "./closing.ts";
import { everyProfile, fill, paperForm, type TemplateOf } from "./form.ts";
import type { Letterhead } from "./letterhead.ts";
import { instantInWords } from "./paper-words.ts";
import type { SlipSignature } from "./signature-block.ts";
import { openSlip, type SetPaper, setBlocks, setLabelled, setTitle } from "./slip.ts";
import { setTable } from "./table.ts";

export type FeeReceiptData = {
  readonly profile: RuleProfile;
  readonly head: Letterhead;
  readonly code: string;
  readonly verifyUrl: string;
  /** As the tax office registered it: form, series and number of the receipt itself. */
  readonly receiptForm: string;
  readonly receiptSeries: string;
  readonly receiptNo: string;
  /** Of three: for the file, the payer, the accounts. */
  readonly copy: "kept" | "payer" | "accounts";
  readonly unit: string;
  readonly taxCode: string | null;
  readonly payer: { readonly name: string; readonly idNumber: string | null; readonly address: string | null };
  readonly content: string;
  readonly lines: readonly {
    readonly name: string;
    /** `over`: more than was owed; it will be given back. */
    readonly kind: "fee" | "charge" | "obligation" | "over";
    readonly amount: bigint | number;
  }[];
  /** Who need not pay all of it, and why. */
  readonly exemption: { readonly amount: bigint | number; readonly reason: string } | null;
  readonly method: "cash" | "transfer" | "online";
  /** Of the bank or the gateway. */
  readonly paymentReference: string | null;
  readonly paidAt: Date;
  readonly isSignedByHand: boolean;
  readonly signature: SlipSignature;
};

export const feeReceiptForm = paperForm({
  key: "feeReceipt",
  file: "fee-receipt.json",
  profiles: everyProfile,
  words: {
    series: ["form", "series", "no"],
    copies: { kept: [], payer: [], accounts: [] },
    unit: [],
    taxCode: [],
    payer: [],
    idNumber: [],
    address: [],
    code: [],
    content: [],
    columns: { no: [], name: [], kind: [], amount: [] },
    kinds: { fee: [], charge: [], obligation: [], over: [] },
    exemption: ["reason"],
    total: [],
    words: [],
    method: [],
    methods: { cash: [], transfer: [], online: [] },
    reference: ["reference"],
    paidAt: [],
    payerSigns: [],
    collectorSigns: [],
    byHand: [],
    qr: ["code?"],
  },
  blocks: {
    series: "must",
    unit: "must",
    payer: "must",
    code: "must",
    content: "must",
    lines: "must",
    words: "must",
    method: "must",
    paidAt: "must",
  },
});
export type FeeReceiptTemplate = TemplateOf<typeof feeReceiptForm>;

/** What is owed after the exemption; never below nothing. */
export function totalOf(data: Pick<FeeReceiptData, "lines" | "exemption">): bigint {
  const sum = data.lines.reduce((total, line) => total + BigInt(line.amount), 0n);
  const total = sum - BigInt(data.exemption?.amount ?? 0);
  if (total < 0n) throw new RangeError("More is exempted than is owed");
  return total;
}

/** Biên lai thu phí, lệ phí, under the finance rules (NĐ 123/2020 arts 30–32): the amount in figures and in words. */
export async function setFeeReceipt(template: FeeReceiptTemplate, data: FeeReceiptData): Promise<SetPaper> {
  const t = template.texts;
  const slip = openSlip(template, data);
  const { sheet, base } = slip;
  const total = totalOf(data);
  setTitle(slip, slip.profile.title, t.copies[data.copy], {
    text: data.verifyUrl,
    alt: fill(t.qr, { code: data.code }),
  });
  const closing = layClosing(sheet, base, [
    data.isSignedByHand ? penSide(t.payerSigns, t.byHand, data.payer.name) : null,
    signatureSide({ ...data.signature, authority: [t.collectorSigns] }),
  ]);
  setBlocks(template.blocks, {
    series: () =>
      sheet.paragraph(fill(t.series, { form: data.receiptForm, series: data.receiptSeries, no: data.receiptNo }), {
        align: "center",
        after: 3,
        face: "bold",
      }),
    unit() {
      setLabelled(slip, t.unit, data.unit);
      setLabelled(slip, t.taxCode, data.taxCode);
    },
    payer() {
      setLabelled(slip, t.payer, data.payer.name, { strong: true });
      setLabelled(slip, t.idNumber, data.payer.idNumber);
      setLabelled(slip, t.address, data.payer.address);
    },
    code: () => setLabelled(slip, t.code, data.code),
    content: () => setLabelled(slip, t.content, data.content),
    lines: () => setLines(),
    words: () => setLabelled(slip, t.words, `${amountInWords(total)}.`, { strong: true }),
    method: () =>
      setLabelled(slip, t.method, t.methods[data.method], {
        after: data.paymentReference === null ? null : fill(t.reference, { reference: data.paymentReference }),
      }),
    paidAt: () => setLabelled(slip, t.paidAt, instantInWords(data.paidAt)),
  });
  return finish(slip, closing);

  function setLines(): void {
    const { exemption } = data;
    const rows = data.lines.map((line, at) => [
      String(at + 1),
      line.name,
      t.kinds[line.kind],
      groupedFigures(line.amount),
    ]);
    if (exemption !== null) {
      const less = `\u2212${groupedFigures(exemption.amount)}`;
      rows.push(["", fill(t.exemption, { reason: exemption.reason }), "", less]);
    }
    sheet.y += 3;
    setTable(
      sheet,
      [
        { title: t.columns.no, share: 9, align: "center" },
        { title: t.columns.name, share: 47 },
        { title: t.columns.kind, share: 16, align: "center" },
        { title: t.columns.amount, share: 28, align: "right" },
      ],
      rows,
      { style: { size: base * 0.92, leading: 1.22 }, totals: ["", t.total, "", groupedFigures(total)] },
    );
    sheet.y += 5;
  }
}
