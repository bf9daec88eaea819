/** The money of a dossier, opened and counted: what pages, programs and rules are given. */
import type { Catalogue, Fee } from "#features/catalogue/index.ts";
import { findWrappedKey } from "#features/dossiers/index.ts";
import type { Db } from "#foundation/db/index.ts";
import type { Sealing, SealingKey } from "#foundation/sealing/index.ts";
import { type Approval, type Charge, needsSetting, type StandingCharge, standingCharges } from "./charge.ts";
import { type Finance, financeOf, type Payment, type Refund } from "./finance.ts";
import {
  type ApprovalRow,
  type ChargeRow,
  type DossierFacts,
  listCharges,
  listPayments,
  listRefunds,
  type PaymentRow,
  type RefundRow,
} from "./queries.ts";

export type Money = {
  readonly finance: Finance;
  readonly fees: readonly Fee[];
  readonly needsSetting: boolean;
  readonly standing: readonly StandingCharge[];
  readonly charges: readonly Charge[];
  readonly payments: readonly Payment[];
  readonly refunds: readonly Refund[];
};

/** What was said with a row. Sealed, since reasons tell of poverty and illness and a payer is somebody's name. */
export type Words = { readonly reason?: string; readonly payer?: string };

type MoneyDeps = { readonly db: Db; readonly sealing: Sealing; readonly catalogue: () => Catalogue };

export async function moneyOf(
  { db, sealing, catalogue }: MoneyDeps,
  dossier: Pick<DossierFacts, "id" | "procedureVersionId" | "state">,
): Promise<Money> {
  const [wrapped, charges, payments, refunds] = await Promise.all([
    findWrappedKey(db, dossier.id),
    listCharges(db, [dossier.id]),
    listPayments(db, [dossier.id]),
    listRefunds(db, [dossier.id]),
  ]);
  const key = wrapped === null ? null : sealing.unwrap(wrapped);
  const { definition } = catalogue().getById(dossier.procedureVersionId);
  return countMoney(definition.fees, dossier.state, {
    charges: charges.map((row) => openCharge(sealing, key, row)),
    payments: payments.map((row) => openPayment(sealing, key, row)),
    refunds: refunds.map((row) => openRefund(sealing, key, row)),
  });
}

export function countMoney(
  fees: readonly Fee[],
  state: DossierFacts["state"],
  rows: Pick<Money, "charges" | "payments" | "refunds">,
): Money {
  const standing = standingCharges(fees, rows.charges);
  const needs = needsSetting(fees, rows.charges);
  const { payments, refunds } = rows;
  return {
    ...rows,
    fees,
    needsSetting: needs,
    standing,
    finance: financeOf({ state, needsSetting: needs, standing, payments, refunds }),
  };
}

/** Where a sealed value lies, so that none can be moved to another row. */
export function wordsPlace(dossierId: string, kind: "charge" | "payment" | "refund" | "approval", id: string): string {
  return `dossier:${dossierId}:${kind}:${id}`;
}

/** Null when nothing was said. */
export function sealWords(sealing: Sealing, key: SealingKey, place: string, words: Words): Buffer | null {
  return Object.keys(words).length === 0 ? null : sealing.seal(key, place, JSON.stringify(words));
}

function openWords(sealing: Sealing, key: SealingKey | null, place: string, sealed: Buffer | null): Words {
  return key === null || sealed === null ? {} : JSON.parse(sealing.openText(key, place, sealed));
}

export function openCharge(sealing: Sealing, key: SealingKey | null, row: ChargeRow): Charge {
  const { reason = null } = openWords(sealing, key, wordsPlace(row.dossierId, "charge", row.id), row.sealed);
  return { ...row, reason, approval: openApproval(sealing, key, row, row) };
}

export function openPayment(sealing: Sealing, key: SealingKey | null, row: PaymentRow): Payment {
  const { reason = null, payer = null } = openWords(
    sealing,
    key,
    wordsPlace(row.dossierId, "payment", row.id),
    row.sealed,
  );
  return { ...row, reason, payer };
}

export function openRefund(sealing: Sealing, key: SealingKey | null, row: RefundRow): Refund {
  const { reason = null } = openWords(sealing, key, wordsPlace(row.dossierId, "refund", row.id), row.sealed);
  const { paidAt, paidBy, paidUnitId, paidReference } = row;
  return {
    ...row,
    reason,
    approval: openApproval(sealing, key, row, row),
    payout:
      paidAt === null || paidBy === null || paidUnitId === null
        ? null
        : { paidAt, paidBy, unitId: paidUnitId, reference: paidReference },
  };
}

function openApproval(
  sealing: Sealing,
  key: SealingKey | null,
  { id, dossierId }: { readonly id: string; readonly dossierId: string },
  row: ApprovalRow,
): Approval | null {
  const { isApproved, decidedBy, decidedAt, decidedUnitId, decidedSealed } = row;
  if (isApproved === null || decidedBy === null || decidedAt === null || decidedUnitId === null) return null;
  const { reason = null } = openWords(sealing, key, wordsPlace(dossierId, "approval", id), decidedSealed);
  return { isApproved, decidedBy, decidedAt, unitId: decidedUnitId, reason };
}
