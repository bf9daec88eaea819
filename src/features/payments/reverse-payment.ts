import type { Official } from "#features/identity/index.ts";
import type { InputFault } from "#foundation/errors/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import { longestReason } from "./charge.ts";
import { isOpen, livePayments, type Payment } from "./finance.ts";
import { type Done, type HandlingRefusal, handleMoney, type MoneyDeps, readRepeat } from "./handle-money.ts";
import { cancelReversed } from "./keep-receipts.ts";
import { mayHandle } from "./may.ts";
import { insertPayment } from "./queries.ts";

export type ReversePaymentRefusal =
  | HandlingRefusal
  | { readonly reason: "unknown-payment" }
  | { readonly reason: "other-body" }
  | { readonly reason: "already-reversed" }
  /** What was wrongly written down is taken back on the same day by the same hand, later by a leader only. */
  | { readonly reason: "needs-leader" }
  /** Part of this money was given back or is promised. */
  | { readonly reason: "given-back" }
  | { readonly reason: "input"; readonly faults: readonly InputFault[] };

/** Takes back, as a whole, a payment that was written down by mistake. The money itself is given back by a refund. */
export async function reversePayment(
  deps: MoneyDeps,
  by: Official,
  dossierId: string,
  id: string,
  paymentId: string,
  reason: string | null,
): Promise<Result<Done, ReversePaymentRefusal>> {
  return handleMoney<Done, ReversePaymentRefusal>(deps, by, "reversePayment", dossierId, async (at) => {
    const { tx, dossier, money, now } = at;
    const repeat = await readRepeat(
      at,
      "payment",
      id,
      money.payments,
      (row) => row.recordedBy === by.accountId && row.reverses === paymentId && row.reason === reason,
    );
    if (repeat === "repeated") return accepted({ isNew: false });
    if (repeat === "other-body") return refused({ reason: "other-body" });
    const payment = money.payments.find((row) => row.id === paymentId && row.reverses === null);
    if (payment === undefined) return refused({ reason: "unknown-payment" });
    if (!livePayments(money.payments).includes(payment)) return refused({ reason: "already-reversed" });
    if (!isReversibleBy(deps, by, payment, dossier.receivingUnitId, now)) return refused({ reason: "needs-leader" });
    if (reason === null)
      return refused({ reason: "input", faults: [{ path: "reason", code: "missing", message: "" }] });
    if (reason.length > longestReason)
      return refused({ reason: "input", faults: [{ path: "reason", code: "tooLong", message: "" }] });
    const promised = money.refunds.filter((refund) => refund.payout !== null || isOpen(refund));
    const given = promised.reduce((sum, refund) => sum + refund.amount, 0);
    if (money.finance.paid - payment.amount < given) return refused({ reason: "given-back" });
    const isNew = await insertPayment(tx, {
      id,
      dossierId,
      method: payment.method,
      amount: payment.amount,
      paidAt: payment.paidAt,
      recordedAt: now,
      recordedBy: by.accountId,
      unitId: dossier.receivingUnitId,
      reference: payment.reference,
      reverses: payment.id,
      sealed: at.seal("payment", id, { reason }),
    });
    if (!isNew) return refused({ reason: "other-body" });
    await cancelReversed(deps.receipts, at, by, payment);
    return accepted({ isNew });
  });
}

/** Its own recorder on the same day, or a leader of the unit of record. */
export function isReversibleBy(
  { dayOf, organisation }: Pick<MoneyDeps, "dayOf" | "organisation">,
  by: Official,
  payment: Payment,
  receivingUnitId: number,
  now: Date,
): boolean {
  if (payment.recordedBy === by.accountId && dayOf(payment.recordedAt) === dayOf(now)) return true;
  return mayHandle(by, "approve", receivingUnitId, organisation());
}
