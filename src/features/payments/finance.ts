/**
 * How a dossier stands with money: one of four statuses that never mix (business, finance, delivery, synchronisation;
 * one-stop-rules §12). Computed from what was set, paid and given back, never stored. Pure.
 */
import type { DossierState } from "#features/dossiers/index.ts";
import { sumOf } from "./amount.ts";
import type { Approval, StandingCharge } from "./charge.ts";

export const financeStatuses = ["notSet", "nothingDue", "due", "partlyPaid", "paid", "exempt", "refunded"] as const;
export type FinanceStatus = (typeof financeStatuses)[number];

export const methods = ["cash", "transfer"] as const;
export type Method = (typeof methods)[number];

export type Payment = {
  readonly id: string;
  readonly method: Method;
  readonly amount: number;
  readonly paidAt: Date;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly unitId: number;
  readonly reference: string | null;
  /** The payment this row takes back, whole: a payment is never changed. */
  readonly reverses: string | null;
  readonly payer: string | null;
  readonly reason: string | null;
};

export type Refund = {
  readonly id: string;
  readonly method: Method;
  readonly amount: number;
  readonly askedAt: Date;
  readonly askedBy: string;
  readonly unitId: number;
  readonly reason: string | null;
  readonly approval: Approval | null;
  readonly payout: Payout | null;
};
export type Payout = {
  readonly paidAt: Date;
  readonly paidBy: string;
  readonly unitId: number;
  readonly reference: string | null;
};

export type Finance = {
  readonly status: FinanceStatus;
  /** What the dossier owes in all. */
  readonly due: number;
  /** What came in, less what was taken back as wrongly recorded. */
  readonly paid: number;
  /** What was given back. */
  readonly refunded: number;
  /** Still to be paid. */
  readonly outstanding: number;
  /** Kept beyond what is owed; of this a refund may be asked. */
  readonly over: number;
  /** Of `over`, what no refund that is under way has claimed yet. */
  readonly refundable: number;
};

export type FinanceFacts = {
  readonly state: DossierState;
  readonly needsSetting: boolean;
  readonly standing: readonly StandingCharge[];
  readonly payments: readonly Payment[];
  readonly refunds: readonly Refund[];
};

/** A dossier that ended without a result owes nothing more; what it paid may be given back. Each state is decided on. */
const owes = {
  submitted: true,
  accepted: true,
  inProgress: true,
  awaitingSupplement: true,
  withdrawalRequested: true,
  finished: true,
  returned: true,
  refused: false,
  recalled: false,
  withdrawn: false,
  stopped: false,
} as const satisfies Record<DossierState, boolean>;

export function isOwed(state: DossierState): boolean {
  return owes[state];
}

export function financeOf({ state, needsSetting, standing, payments, refunds }: FinanceFacts): Finance {
  const owed = isOwed(state);
  const due = owed ? sumOf(standing.map((charge) => charge.due)) : 0;
  const paid = sumOf(payments.map(({ reverses, amount }) => (reverses === null ? amount : -amount)));
  const refunded = sumOf(refunds.flatMap(({ payout, amount }) => (payout === null ? [] : [amount])));
  const claimed = sumOf(refunds.flatMap((refund) => (isOpen(refund) ? [refund.amount] : [])));
  const kept = paid - refunded;
  const over = Math.max(0, kept - due);
  return {
    status: statusOf({ owed, needsSetting, standing, due, kept, refunded }),
    due,
    paid,
    refunded,
    outstanding: Math.max(0, due - kept),
    over,
    refundable: Math.max(0, over - claimed),
  };
}

/** Asked for and neither declined nor paid out yet. */
export function isOpen({ approval, payout }: Refund): boolean {
  return payout === null && (approval === null || approval.isApproved);
}

/** Payments that were not taken back. */
export function livePayments(payments: readonly Payment[]): readonly Payment[] {
  const reversed = new Set(payments.map(({ reverses }) => reverses));
  return payments.filter(({ id, reverses }) => reverses === null && !reversed.has(id));
}

function statusOf(facts: {
  owed: boolean;
  needsSetting: boolean;
  standing: readonly StandingCharge[];
  due: number;
  kept: number;
  refunded: number;
}): FinanceStatus {
  const { owed, needsSetting, standing, due, kept, refunded } = facts;
  if (due > 0) {
    if (kept >= due) return "paid";
    return kept > 0 ? "partlyPaid" : "due";
  }
  if (kept > 0) return "paid";
  if (refunded > 0) return "refunded";
  if (owed && needsSetting) return "notSet";
  return owed && standing.some(({ gross }) => gross > 0) ? "exempt" : "nothingDue";
}
