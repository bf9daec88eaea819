/** The receipt under the finance rules that each payment gets, and what becomes of it (`feeReceipt` of documents). */
import type { Official } from "#features/identity/index.ts";
import type { Db } from "#foundation/db/index.ts";
import type { Payment } from "./finance.ts";
import type { MoneyAtHand } from "./handle-money.ts";
import type { Money } from "./money.ts";
import type { DossierFacts } from "./queries.ts";
import { type ReceiptLine, receiptLines } from "./receipt-lines.ts";
import { receiptsTouched } from "./receipts-after-refund.ts";
import { paymentTexts } from "./texts/index.ts";

/** How a receipt looks, who signs it and where it is kept is handed in. Every row joins the transaction. */
export type Receipts = {
  readonly issue: (tx: Db, order: ReceiptOrder) => Promise<void>;
  /** `occasions`: every name under which a receipt of that payment may have been issued. */
  readonly cancel: (
    tx: Db,
    cancelled: {
      readonly dossierId: string;
      readonly occasions: readonly string[];
      readonly cause: "reversal" | "refund";
      readonly at: Date;
      readonly by: Official;
    },
  ) => Promise<void>;
  /** The receipt that counts of each payment, or the last one when none does any more. */
  readonly of: (db: Db, dossierIds: readonly string[]) => Promise<ReadonlyMap<string, IssuedReceipt>>;
};

export type IssuedReceipt = { readonly id: string; readonly number: string; readonly isCancelled: boolean };

export type ReceiptOrder = {
  readonly occasion: string;
  /** Names of the receipts this one may take the place of; empty for the first of a payment. */
  readonly inPlaceOf: readonly string[];
  readonly dossier: DossierFacts;
  readonly payment: Payment;
  readonly lines: readonly ReceiptLine[];
  readonly at: Date;
  readonly by: Official;
};

/** The paper speaks Vietnamese, whoever looks at the page. */
const overName = paymentTexts("vi").over;

/** With the payment that was just written down. */
export async function issueReceipt(receipts: Receipts, at: MoneyAtHand, by: Official, payment: Payment): Promise<void> {
  const { standing, payments } = at.money;
  await receipts.issue(at.tx, {
    occasion: occasionOf(payment.id),
    inPlaceOf: [],
    dossier: at.dossier,
    payment,
    lines: receiptLines({ standing, payments: [...payments, payment] }, payment, overName),
    at: at.now,
    by,
  });
}

export async function cancelReversed(
  receipts: Receipts,
  { tx, dossier, money, now }: MoneyAtHand,
  by: Official,
  payment: Payment,
): Promise<void> {
  const occasions = occasionsOf(payment.id, money);
  await receipts.cancel(tx, { dossierId: dossier.id, occasions, cause: "reversal", at: now, by });
}

/** The refund that was just paid out. */
export async function correctReceipts(
  receipts: Receipts,
  { tx, dossier, money, now }: MoneyAtHand,
  by: Official,
  refundId: string,
): Promise<void> {
  const { payments, refunds, standing } = money;
  const payout = { paidAt: now, paidBy: by.accountId, unitId: dossier.receivingUnitId, reference: null };
  const after = refunds.map((refund) => (refund.id === refundId ? { ...refund, payout } : refund));
  for (const { payment, kept } of receiptsTouched(payments, refunds, after)) {
    const occasions = occasionsOf(payment.id, money);
    if (kept === 0) {
      await receipts.cancel(tx, { dossierId: dossier.id, occasions, cause: "refund", at: now, by });
      continue;
    }
    const rest = { ...payment, amount: kept };
    const others = payments.map((one) => (one.id === payment.id ? rest : one));
    await receipts.issue(tx, {
      occasion: occasionOf(payment.id, refundId),
      inPlaceOf: occasions,
      dossier,
      payment: rest,
      lines: receiptLines({ standing, payments: others }, rest, overName),
      at: now,
      by,
    });
  }
}

function occasionOf(paymentId: string, refundId: string | null = null): string {
  return refundId === null ? `payment ${paymentId}` : `payment ${paymentId} after ${refundId}`;
}

/** The payment a receipt was issued for; null when the text is no occasion of one. */
export function paymentOf(occasion: string): string | null {
  return /^payment ([0-9a-f-]{36})(?: after [0-9a-f-]{36})?$/.exec(occasion)?.[1] ?? null;
}

function occasionsOf(paymentId: string, { refunds }: Pick<Money, "refunds">): readonly string[] {
  return [occasionOf(paymentId), ...refunds.map(({ id }) => occasionOf(paymentId, id))];
}
