/**
 * What becomes of the receipts of fees when money is given back. A receipt is never changed: one whose money went back whole
 * is cancelled, one of which a part went back is replaced by one for the rest. Money goes back from the newest payment on. Pure.
 */
import { livePayments, type Payment, type Refund } from "./finance.ts";

/** How much of each payment that was not taken back is still kept, after these refunds in the order they were paid out. */
export function keptOf(payments: readonly Payment[], refunds: readonly Refund[]): ReadonlyMap<string, number> {
  const live = livePayments(payments);
  const kept = new Map(live.map(({ id, amount }) => [id, amount]));
  const paidOut = refunds
    .flatMap((refund) => (refund.payout === null ? [] : [{ amount: refund.amount, at: refund.payout.paidAt }]))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { amount, at } of paidOut) {
    let left = amount;
    // What came after a refund cannot have been given back by it.
    for (const payment of live.filter(({ recordedAt }) => recordedAt <= at).toReversed()) {
      const had = kept.get(payment.id) ?? 0;
      const back = Math.min(had, left);
      kept.set(payment.id, had - back);
      left -= back;
    }
  }
  return kept;
}

export type ReceiptChange = { readonly payment: Payment; readonly kept: number };

/** The receipts that one more refund touches. */
export function receiptsTouched(
  payments: readonly Payment[],
  before: readonly Refund[],
  after: readonly Refund[],
): readonly ReceiptChange[] {
  const [had, has] = [keptOf(payments, before), keptOf(payments, after)];
  return livePayments(payments).flatMap((payment) => {
    const kept = has.get(payment.id) ?? 0;
    return kept === had.get(payment.id) ? [] : [{ payment, kept }];
  });
}
