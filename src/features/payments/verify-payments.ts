/** Whether the money of dossiers is what the rules allow: the part of `motcua verify` that knows payments. */

import type { Catalogue, Fee } from "#features/catalogue/index.ts";
import { findWrappedKey } from "#features/dossiers/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { SealBrokenError, type Sealing } from "#foundation/sealing/index.ts";
import { sumOf } from "./amount.ts";
import type { Charge } from "./charge.ts";
import { grantsExemption, kindOfFee } from "./charge.ts";
import { countMoney, type Money, openCharge, openPayment, openRefund } from "./money.ts";
import { type DossierFacts, listCharges, listMoneyWithoutDossier, listPayments, listRefunds } from "./queries.ts";

type VerifyDeps = { readonly db: Db; readonly sealing: Sealing; readonly catalogue: () => Catalogue };
type Verified = Pick<DossierFacts, "id" | "code" | "procedureVersionId" | "state">;

/** The faults of a page of dossiers, each with the code of its dossier. */
export async function verifyPayments(
  { db, sealing, catalogue }: VerifyDeps,
  dossiers: readonly Verified[],
): Promise<readonly { readonly code: string; readonly fault: string }[]> {
  const ids = dossiers.map(({ id }) => id);
  const [charges, payments, refunds] = await Promise.all([
    listCharges(db, ids),
    listPayments(db, ids),
    listRefunds(db, ids),
  ]);
  const touched = new Set([...charges, ...payments, ...refunds].map(({ dossierId }) => dossierId));
  const faults: { code: string; fault: string }[] = [];
  for (const { id, code, procedureVersionId, state } of dossiers.filter((dossier) => touched.has(dossier.id))) {
    const wrapped = await findWrappedKey(db, id);
    const key = wrapped === null ? null : sealing.unwrap(wrapped);
    const own = <Row extends { readonly dossierId: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.dossierId === id);
    try {
      const { fees } = catalogue().getById(procedureVersionId).definition;
      const money = countMoney(fees, state, {
        charges: own(charges).map((row) => openCharge(sealing, key, row)),
        payments: own(payments).map((row) => openPayment(sealing, key, row)),
        refunds: own(refunds).map((row) => openRefund(sealing, key, row)),
      });
      for (const fault of faultsOf(money)) faults.push({ code, fault });
    } catch (error) {
      if (!(error instanceof SealBrokenError)) throw error;
      faults.push({ code, fault: "what was said about its money does not open" });
    }
  }
  return faults;
}

/** Rows of money that name a dossier which is not there. */
export async function verifyNoMoneyIsLost(db: Db): Promise<readonly string[]> {
  return (await listMoneyWithoutDossier(db)).map((id) => `money names dossier ${id}, which is not there`);
}

/** What the tables' own constraints cannot see. */
export function faultsOf(money: Money): readonly string[] {
  const { charges, payments, refunds, finance, fees, standing } = money;
  const faults: string[] = [];
  const byId = new Map(charges.map((charge) => [charge.id, charge]));
  for (const charge of charges) {
    faults.push(...ofVersion(charge, charge.feeIndex === null ? undefined : fees[charge.feeIndex]));
    if (charge.replaces !== null && !byId.has(charge.replaces))
      faults.push(`charge ${charge.id} corrects one of another dossier`);
    if (charge.approval !== null && !charge.reliefNeedsApproval)
      faults.push(`charge ${charge.id} was approved though nothing had to be`);
    if (charge.approval?.decidedBy === charge.setBy)
      faults.push(`charge ${charge.id} was approved by who asked for it`);
  }
  const published = standing.flatMap(({ feeIndex }) => (feeIndex === null ? [] : [feeIndex]));
  if (new Set(published).size < published.length) faults.push("a published fee is owed twice");

  const reversed = new Set(payments.map(({ reverses }) => reverses));
  for (const { id, reverses } of payments)
    if (reverses !== null && reversed.has(id)) faults.push(`the reversal ${id} was itself reversed`);
  for (const refund of refunds) {
    if (refund.payout !== null && refund.approval?.isApproved !== true)
      faults.push(`refund ${refund.id} was paid out without approval`);
    if (refund.approval?.decidedBy === refund.askedBy)
      faults.push(`refund ${refund.id} was approved by who asked for it`);
  }
  const paidOut = sumOf(refunds.flatMap(({ payout, amount }) => (payout === null ? [] : [amount])));
  if (paidOut > finance.paid) faults.push(`${paidOut} was given back, only ${finance.paid} was paid`);
  return faults;
}

function ofVersion(charge: Charge, fee: Fee | undefined): readonly string[] {
  if (charge.feeIndex === null) return [];
  if (fee === undefined) return [`charge ${charge.id} is of a fee its version does not have`];
  const faults: string[] = [];
  if (fee.amountVnd !== null && fee.amountVnd !== charge.unitAmount)
    faults.push(`charge ${charge.id} asks ${charge.unitAmount}, its version ${fee.amountVnd}`);
  if (charge.name !== fee.name || charge.kind !== kindOfFee(fee.name))
    faults.push(`charge ${charge.id} is named otherwise than the fee of its version`);
  const isGranted = charge.relief === "exempt" && grantsExemption(fee);
  if (charge.relief !== null && !charge.reliefNeedsApproval && !isGranted)
    faults.push(`charge ${charge.id} was relieved beyond its version without a leader`);
  return faults;
}
