/** Builders for tests. */

import type { Charge } from "./charge.ts";
import { kindOfFee } from "./charge.ts";
import type { Payment, Refund } from "./finance.ts";

const at = new Date("2026-11-23T02:00:00Z");

export function aCharge(said: Partial<Charge> = {}): Charge {
  const feeIndex = said.feeIndex === undefined ? 0 : said.feeIndex;
  const name = said.name ?? "Lệ phí đăng ký";
  const unitAmount = said.unitAmount ?? 100_000;
  const quantity = said.quantity ?? 1;
  return {
    id: "charge",
    kind: kindOfFee(name),
    legalBasis: feeIndex === null ? "226/2016/TT-BTC" : null,
    relief: null,
    reliefAmount: 0,
    reliefNeedsApproval: false,
    timing: "advance",
    isWithdrawn: false,
    replaces: null,
    setBy: "official",
    unitId: 1,
    setAt: at,
    reason: null,
    approval: null,
    ...said,
    feeIndex,
    name,
    unitAmount,
    quantity,
    gross: unitAmount * quantity,
  };
}

export function aPayment(said: Partial<Payment> = {}): Payment {
  return {
    id: "payment",
    method: "cash",
    amount: 100_000,
    paidAt: at,
    recordedAt: at,
    recordedBy: "official",
    unitId: 1,
    reference: null,
    reverses: null,
    payer: null,
    reason: null,
    ...said,
  };
}

export function aRefund(said: Partial<Refund> = {}): Refund {
  return {
    id: "refund",
    method: "cash",
    amount: 100_000,
    askedAt: at,
    askedBy: "official",
    unitId: 1,
    reason: "Nộp thừa",
    approval: null,
    payout: null,
    ...said,
  };
}

export const approved = { isApproved: true, decidedBy: "leader", unitId: 1, decidedAt: at, reason: null } as const;
export const declined = { ...approved, isApproved: false, reason: "Không đủ căn cứ" } as const;
export const paidOut = { paidAt: at, paidBy: "official", unitId: 1, reference: null } as const;
