/** Giving money back: asked for at the counter, decided by a leader, paid out at the counter. */
import type { Official } from "#features/identity/index.ts";
import type { InputFault } from "#foundation/errors/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import { isSum } from "./amount.ts";
import { longestReason } from "./charge.ts";
import { referencePattern } from "./check-payment.ts";
import type { Method } from "./finance.ts";
import { type Done, type HandlingRefusal, handleMoney, type MoneyDeps, readRepeat } from "./handle-money.ts";
import { correctReceipts } from "./keep-receipts.ts";
import { insertPayout, insertRefund } from "./queries.ts";

export type RefundInput = { readonly amount: number; readonly method: Method; readonly reason: string | null };

export type AskRefundRefusal =
  | HandlingRefusal
  | { readonly reason: "other-body" }
  /** Only what was kept beyond what is owed is given back. */
  | { readonly reason: "more-than-over"; readonly refundable: number }
  | { readonly reason: "input"; readonly faults: readonly InputFault[] };

export async function askRefund(
  deps: MoneyDeps,
  by: Official,
  dossierId: string,
  id: string,
  { amount, method, reason }: RefundInput,
): Promise<Result<Done, AskRefundRefusal>> {
  return handleMoney<Done, AskRefundRefusal>(deps, by, "askRefund", dossierId, async (at) => {
    const { tx, dossier, money, now } = at;
    const repeat = await readRepeat(
      at,
      "refund",
      id,
      money.refunds,
      (row) => row.askedBy === by.accountId && row.amount === amount && row.method === method && row.reason === reason,
    );
    if (repeat === "repeated") return accepted({ isNew: false });
    if (repeat === "other-body") return refused({ reason: "other-body" });
    const faults: InputFault[] = [];
    if (!isSum(amount)) faults.push({ path: "amount", code: "amount", message: "" });
    else if (amount === 0) faults.push({ path: "amount", code: "nothing", message: "" });
    if (reason === null) faults.push({ path: "reason", code: "missing", message: "" });
    else if (reason.length > longestReason) faults.push({ path: "reason", code: "tooLong", message: "" });
    if (faults.length > 0) return refused({ reason: "input", faults });
    const { refundable } = money.finance;
    if (amount > refundable) return refused({ reason: "more-than-over", refundable });
    const sealed = at.seal("refund", id, reason === null ? {} : { reason });
    if (sealed === null) throw new Error("A refund is asked for with a reason");
    const isNew = await insertRefund(tx, {
      id,
      dossierId,
      method,
      amount,
      askedAt: now,
      askedBy: by.accountId,
      unitId: dossier.receivingUnitId,
      sealed,
    });
    return isNew ? accepted({ isNew }) : refused({ reason: "other-body" });
  });
}

export type PayOutRefusal =
  | HandlingRefusal
  | { readonly reason: "unknown-refund" }
  | { readonly reason: "not-approved" }
  | { readonly reason: "already-paid-out" }
  | { readonly reason: "more-than-over"; readonly refundable: number }
  | { readonly reason: "input"; readonly faults: readonly InputFault[] };

/** Hands out what a leader approved. The refund's own id makes a repeat harmless. */
export async function payOutRefund(
  deps: MoneyDeps,
  by: Official,
  dossierId: string,
  refundId: string,
  reference: string | null,
): Promise<Result<Done, PayOutRefusal>> {
  return handleMoney<Done, PayOutRefusal>(deps, by, "payOut", dossierId, async (at) => {
    const { tx, dossier, money, now } = at;
    const refund = money.refunds.find(({ id }) => id === refundId);
    if (refund === undefined) return refused({ reason: "unknown-refund" });
    if (refund.payout !== null) {
      const isSame = refund.payout.paidBy === by.accountId && refund.payout.reference === reference;
      return isSame ? accepted({ isNew: false }) : refused({ reason: "already-paid-out" });
    }
    if (refund.approval?.isApproved !== true) return refused({ reason: "not-approved" });
    // What is owed may have grown since the leader said yes.
    if (refund.amount > money.finance.over)
      return refused({ reason: "more-than-over", refundable: money.finance.over });
    const fault = payoutFault(refund.method, reference);
    if (fault !== null) return refused({ reason: "input", faults: [{ path: "reference", code: fault, message: "" }] });
    await insertPayout(tx, {
      refundId,
      paidAt: now,
      paidBy: by.accountId,
      unitId: dossier.receivingUnitId,
      reference,
    });
    await correctReceipts(deps.receipts, at, by, refundId);
    return accepted({ isNew: true });
  });
}

function payoutFault(method: Method, reference: string | null): string | null {
  if (method === "cash") return reference === null ? null : "notForCash";
  if (reference === null) return "missing";
  return referencePattern.test(reference) ? null : "reference";
}
