import { sql } from "kysely";
import type { DossierState } from "#features/dossiers/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { NotFoundError } from "#foundation/errors/index.ts";
import type { Charge, ChargeKind, Relief, Timing } from "./charge.ts";
import type { Method } from "./finance.ts";

/** What money has to know of a dossier. */
export type DossierFacts = {
  readonly id: string;
  readonly code: string;
  readonly procedureVersionId: number;
  readonly receivingUnitId: number;
  readonly state: DossierState;
  readonly submittedAt: Date;
  readonly acceptedAt: Date | null;
};

const dossierColumns = sql.raw("id, code, procedure_version_id, receiving_unit_id, state, submitted_at, accepted_at");

/** Locks the dossier, so that two officials do not take the same money and a move does not come in between. */
export async function getDossierForMoney(db: Db, id: string): Promise<DossierFacts> {
  const { rows } = await sql<DossierFacts>`
    select ${dossierColumns} from dossier where id = ${id}::uuid for update`.execute(db);
  const [dossier] = rows;
  if (dossier === undefined) throw new NotFoundError("dossier", id);
  return dossier;
}

export type ApprovalRow = {
  readonly isApproved: boolean | null;
  readonly decidedBy: string | null;
  readonly decidedUnitId: number | null;
  readonly decidedAt: Date | null;
  readonly decidedSealed: Buffer | null;
};

const approvalColumns = sql.raw(
  "a.is_approved, a.decided_by, a.unit_id as decided_unit_id, a.decided_at, a.sealed as decided_sealed",
);

export type ChargeRow = Omit<Charge, "reason" | "approval"> &
  ApprovalRow & { readonly dossierId: string; readonly sealed: Buffer | null };

export async function listCharges(db: Db, dossierIds: readonly string[]): Promise<readonly ChargeRow[]> {
  const { rows } = await sql<ChargeRow>`
    select c.id, c.dossier_id, c.fee_index, c.kind, c.name, c.legal_basis, c.unit_amount, c.quantity, c.gross, c.relief, c.relief_amount,
           c.relief_needs_approval, c.timing, c.is_withdrawn, c.replaces, c.set_by, c.unit_id, c.set_at, c.sealed,
           ${approvalColumns}
    from charge c left join fee_approval a on a.charge_id = c.id
    where c.dossier_id = any(${dossierIds}::uuid[]) order by c.number`.execute(db);
  return rows;
}

export type PaymentRow = {
  readonly id: string;
  readonly dossierId: string;
  readonly method: Method;
  readonly amount: number;
  readonly paidAt: Date;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly unitId: number;
  readonly reference: string | null;
  readonly reverses: string | null;
  readonly sealed: Buffer | null;
};

const paymentColumns = sql.raw(
  "id, dossier_id, method, amount, paid_at, recorded_at, recorded_by, unit_id, reference, reverses, sealed",
);

export async function listPayments(db: Db, dossierIds: readonly string[]): Promise<readonly PaymentRow[]> {
  const { rows } = await sql<PaymentRow>`
    select ${paymentColumns} from payment where dossier_id = any(${dossierIds}::uuid[]) order by number`.execute(db);
  return rows;
}

export type RefundRow = ApprovalRow & {
  readonly id: string;
  readonly dossierId: string;
  readonly method: Method;
  readonly amount: number;
  readonly askedAt: Date;
  readonly askedBy: string;
  readonly unitId: number;
  readonly sealed: Buffer;
  readonly paidAt: Date | null;
  readonly paidBy: string | null;
  readonly paidUnitId: number | null;
  readonly paidReference: string | null;
};

export async function listRefunds(db: Db, dossierIds: readonly string[]): Promise<readonly RefundRow[]> {
  const { rows } = await sql<RefundRow>`
    select r.id, r.dossier_id, r.method, r.amount, r.asked_at, r.asked_by, r.unit_id, r.sealed, ${approvalColumns},
           p.paid_at, p.paid_by, p.unit_id as paid_unit_id, p.reference as paid_reference
    from refund r
    left join fee_approval a on a.refund_id = r.id
    left join refund_payout p on p.refund_id = r.id
    where r.dossier_id = any(${dossierIds}::uuid[]) order by r.number`.execute(db);
  return rows;
}

/** Which dossier a row with that id belongs to, of whatever kind: an id made by a client is used once. */
export async function findDossierOfRow(db: Db, table: "charge" | "payment" | "refund", id: string) {
  const row = await db.selectFrom(table).select("dossierId").where("id", "=", id).executeTakeFirst();
  return row?.dossierId;
}

/**
 * The dossier for which this transfer is already recorded at this unit. Waits for whoever is recording the same one, so
 * that one transfer is not taken for two dossiers at once.
 */
export async function findDossierOfTransfer(db: Db, unitId: number, reference: string): Promise<string | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`transfer:${unitId}:${reference}`}, 0))`.execute(db);
  const { rows } = await sql<{ code: string }>`
    select d.code from payment p join dossier d on d.id = p.dossier_id
    where p.unit_id = ${unitId} and p.reference = ${reference} and p.reverses is null
      and not exists (select from payment r where r.reverses = p.id)
    limit 1`.execute(db);
  return rows[0]?.code;
}

export type NewChargeRow = {
  readonly id: string;
  readonly dossierId: string;
  readonly feeIndex: number | null;
  readonly kind: ChargeKind;
  readonly name: string;
  readonly legalBasis: string | null;
  readonly unitAmount: number;
  readonly quantity: number;
  readonly relief: Relief | null;
  readonly reliefAmount: number;
  readonly reliefNeedsApproval: boolean;
  readonly timing: Timing;
  readonly isWithdrawn: boolean;
  readonly replaces: string | null;
  readonly setBy: string;
  readonly unitId: number;
  readonly setAt: Date;
  readonly sealed: Buffer | null;
};

/** Like the two after it: false when another dossier took the id at the same moment. */
export async function insertCharge(db: Db, charge: NewChargeRow): Promise<boolean> {
  const done = await db
    .insertInto("charge")
    .values(charge)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export async function insertPayment(db: Db, payment: PaymentRow): Promise<boolean> {
  const done = await db
    .insertInto("payment")
    .values(payment)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export type NewRefundRow = Pick<
  RefundRow,
  "id" | "dossierId" | "method" | "amount" | "askedAt" | "askedBy" | "unitId" | "sealed"
>;

export async function insertRefund(db: Db, refund: NewRefundRow): Promise<boolean> {
  const done = await db
    .insertInto("refund")
    .values(refund)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export type NewApprovalRow = {
  readonly chargeId: string | null;
  readonly refundId: string | null;
  readonly isApproved: boolean;
  readonly decidedAt: Date;
  readonly decidedBy: string;
  readonly unitId: number;
  readonly sealed: Buffer | null;
};

export async function insertApproval(db: Db, approval: NewApprovalRow): Promise<void> {
  await db.insertInto("feeApproval").values(approval).execute();
}

export type NewPayoutRow = {
  readonly refundId: string;
  readonly paidAt: Date;
  readonly paidBy: string;
  readonly unitId: number;
  readonly reference: string | null;
};

export async function insertPayout(db: Db, payout: NewPayoutRow): Promise<void> {
  await db.insertInto("refundPayout").values(payout).execute();
}

/** Dossiers that money names and that are not there: what a foreign key would refuse (docs/adr/0004). */
export async function listMoneyWithoutDossier(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct m.dossier_id as id
    from (select dossier_id from charge union all select dossier_id from payment union all select dossier_id from refund) m
    where not exists (select from dossier d where d.id = m.dossier_id)
    order by 1 limit 1000`.execute(db);
  return rows.map(({ id }) => id);
}
