import type { Official } from "#features/identity/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import { checkPayment, type PaymentFault, type PaymentInput } from "./check-payment.ts";
import { type Done, type HandlingRefusal, handleMoney, type MoneyDeps, readRepeat } from "./handle-money.ts";
import { issueReceipt } from "./keep-receipts.ts";
import { findDossierOfTransfer, insertPayment } from "./queries.ts";

export type RecordPaymentRefusal =
  | HandlingRefusal
  | PaymentFault
  | { readonly reason: "other-body" }
  /** The same transfer is already written down, for the dossier of that code. */
  | { readonly reason: "transfer-taken"; readonly code: string };

/** Writes down money that was taken at the counter or has come to the unit's account. */
export async function recordPayment(
  deps: MoneyDeps,
  by: Official,
  dossierId: string,
  id: string,
  input: PaymentInput,
): Promise<Result<Done, RecordPaymentRefusal>> {
  return handleMoney<Done, RecordPaymentRefusal>(deps, by, "recordPayment", dossierId, async (at) => {
    const { tx, dossier, money, now } = at;
    const { method, amount, reference, payer } = input;
    const repeat = await readRepeat(
      at,
      "payment",
      id,
      money.payments,
      (row) =>
        row.recordedBy === by.accountId &&
        row.reverses === null &&
        row.method === method &&
        row.amount === amount &&
        row.reference === reference &&
        row.payer === payer &&
        (input.paidAt === null || row.paidAt.getTime() === input.paidAt.getTime()),
    );
    if (repeat === "repeated") return accepted({ isNew: false });
    if (repeat === "other-body") return refused({ reason: "other-body" });
    const fault = checkPayment(input, { dossier, finance: money.finance, now });
    if (fault !== null) return refused(fault);
    if (reference !== null) {
      const taken = await findDossierOfTransfer(tx, dossier.receivingUnitId, reference);
      if (taken !== undefined) return refused({ reason: "transfer-taken", code: taken });
    }
    const payment = {
      id,
      dossierId,
      method,
      amount,
      paidAt: input.paidAt ?? now,
      recordedAt: now,
      recordedBy: by.accountId,
      unitId: dossier.receivingUnitId,
      reference,
      reverses: null,
    };
    const sealed = at.seal("payment", id, payer === null ? {} : { payer });
    if (!(await insertPayment(tx, { ...payment, sealed }))) return refused({ reason: "other-body" });
    await issueReceipt(deps.receipts, at, by, { ...payment, payer, reason: null });
    return accepted({ isNew: true });
  });
}
