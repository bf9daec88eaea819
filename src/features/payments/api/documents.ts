/** The money of a dossier as programs read it. Amounts are whole đồng. */
import { inCity } from "#features/dossiers/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import type { Approval, StandingCharge } from "../charge.ts";
import type { Payment, Refund } from "../finance.ts";
import type { Money } from "../money.ts";
import type { TransferOffer } from "../transfer-offer.ts";

export type MoneyReader = {
  readonly organisation: Organisation;
  /** Names of officials, for officials; null for the applicant. */
  readonly names: ReadonlyMap<string, string> | null;
};

/** `finance`, `charges`, `payments`, `refunds` and `transfer`: parts of the document of a dossier. */
export function moneyDocument(money: Money, transfer: TransferOffer | null, reader: MoneyReader) {
  const { status, due, paid, refunded, outstanding, over } = money.finance;
  return {
    finance: { status, due, paid, refunded, outstanding, over },
    charges: money.standing.map((charge) => chargeDocument(charge, reader)),
    payments: money.payments.map((payment) => paymentDocument(payment, reader)),
    refunds: money.refunds.map((refund) => refundDocument(refund, reader)),
    transfer,
  };
}

function chargeDocument(charge: StandingCharge, reader: MoneyReader) {
  const { id, feeIndex, kind, name, legalBasis, unitAmount, quantity, gross, relief, due, timing, set } = charge;
  return {
    id,
    feeIndex,
    kind,
    name,
    legalBasis,
    unitAmount,
    quantity,
    gross,
    relief,
    due,
    timing,
    reason: set?.reason ?? null,
    replaces: set?.replaces ?? null,
    setAt: set === null ? null : inCity(set.setAt),
    ...by(reader, "setBy", set?.setBy),
    approval: approvalDocument(set?.approval ?? null, reader),
  };
}

function paymentDocument(payment: Payment, reader: MoneyReader) {
  const { id, method, amount, paidAt, recordedAt, unitId, reference, reverses, payer, reason } = payment;
  return {
    id,
    method,
    amount,
    paidAt: inCity(paidAt),
    recordedAt: inCity(recordedAt),
    unitCode: reader.organisation.getById(unitId).code,
    reference,
    reverses,
    payer,
    reason,
    ...by(reader, "recordedBy", payment.recordedBy),
  };
}

function refundDocument(refund: Refund, reader: MoneyReader) {
  const { id, method, amount, askedAt, reason, payout } = refund;
  return {
    id,
    method,
    amount,
    state: refundState(refund),
    reason,
    askedAt: inCity(askedAt),
    ...by(reader, "askedBy", refund.askedBy),
    approval: approvalDocument(refund.approval, reader),
    paidAt: payout === null ? null : inCity(payout.paidAt),
    reference: payout?.reference ?? null,
    ...by(reader, "paidBy", payout?.paidBy),
  };
}

export type RefundState = "asked" | "approved" | "declined" | "paidOut";

export function refundState({ approval, payout }: Refund): RefundState {
  if (payout !== null) return "paidOut";
  if (approval === null) return "asked";
  return approval.isApproved ? "approved" : "declined";
}

function approvalDocument(approval: Approval | null, reader: MoneyReader) {
  if (approval === null) return null;
  const { isApproved, decidedAt, reason } = approval;
  return { isApproved, decidedAt: inCity(decidedAt), reason, ...by(reader, "decidedBy", approval.decidedBy) };
}

/** The applicant sees the unit that acted, never an official's name, as in the timeline. */
function by<const Name extends string>({ names }: MoneyReader, field: Name, accountId: string | undefined) {
  if (names === null) return {};
  return { [field]: accountId === undefined ? null : (names.get(accountId) ?? null) };
}
