/** What one payment was for: the lines of its receipt, which add up to it to the last đồng. Pure. */
import type { ChargeKind } from "./charge.ts";
import { livePayments, type Payment } from "./finance.ts";
import type { Money } from "./money.ts";

export type ReceiptLine = {
  readonly name: string;
  /** Null: more than was owed; it will be given back. */
  readonly kind: ChargeKind | null;
  readonly amount: number;
};

/** Payments cover the charges in the order in which both came; what is left of the last one is over. */
export function receiptLines(
  { standing, payments }: Pick<Money, "standing" | "payments">,
  payment: Payment,
  overName: string,
): readonly ReceiptLine[] {
  const live = livePayments(payments);
  const earlier = live.slice(0, Math.max(0, live.indexOf(payment)));
  let covered = earlier.reduce((sum, one) => sum + one.amount, 0);
  let left = payment.amount;
  const lines: ReceiptLine[] = [];
  for (const { name, kind, due } of standing) {
    const open = Math.max(0, due - covered);
    covered = Math.max(0, covered - due);
    const amount = Math.min(open, left);
    left -= amount;
    if (amount > 0) lines.push({ name, kind, amount });
  }
  if (left > 0) lines.push({ name: overName, kind: null, amount: left });
  return lines;
}
