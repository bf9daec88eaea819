/** What happened with the money of a dossier, for the timelines that people read beside the dossier's own events. */
import { type Organisation, unitName } from "#features/organisation/index.ts";
import { formatMoney, type Language } from "#foundation/i18n/index.ts";
import type { Moment } from "#ui/timeline/timeline.tsx";
import type { Charge } from "./charge.ts";
import type { Money } from "./money.ts";
import { paymentTexts } from "./texts/index.ts";

export type Reader = {
  readonly language: Language;
  readonly organisation: Organisation;
  /** Names of officials, for officials; null for everybody else, who see the unit. */
  readonly names: ReadonlyMap<string, string> | null;
};

export function happenings(money: Money, reader: Reader): readonly Moment[] {
  const { happenings: t, methods } = paymentTexts(reader.language);
  const by = (unitId: number, accountId: string) => {
    const unit = unitName(reader.organisation.getById(unitId), reader.language);
    const name = reader.names?.get(accountId);
    return name === undefined ? unit : `${name} · ${unit}`;
  };
  const moments: Moment[] = [];
  for (const charge of money.charges) {
    moments.push({
      at: charge.setAt,
      title: chargeTitle(charge, reader.language),
      by: by(charge.unitId, charge.setBy),
      detail: charge.reason ?? undefined,
    });
    const { approval } = charge;
    if (approval === null) continue;
    moments.push({
      at: approval.decidedAt,
      title: approval.isApproved ? t.approved(charge.name) : t.declined(charge.name),
      by: by(approval.unitId, approval.decidedBy),
      detail: approval.reason ?? undefined,
      tone: approval.isApproved ? "good" : "late",
    });
  }
  for (const payment of money.payments) {
    const amount = formatMoney(payment.amount);
    moments.push({
      at: payment.recordedAt,
      title: payment.reverses === null ? t.payment(amount, methods[payment.method]) : t.reversal(amount),
      by: by(payment.unitId, payment.recordedBy),
      detail: payment.reason ?? undefined,
      tone: payment.reverses === null ? "good" : "late",
    });
  }
  for (const refund of money.refunds) {
    const amount = formatMoney(refund.amount);
    const { approval, payout } = refund;
    moments.push({
      at: refund.askedAt,
      title: t.refundAsked(amount),
      by: by(refund.unitId, refund.askedBy),
      detail: refund.reason ?? undefined,
    });
    if (approval !== null)
      moments.push({
        at: approval.decidedAt,
        title: approval.isApproved ? t.refundApproved(amount) : t.refundDeclined(amount),
        by: by(approval.unitId, approval.decidedBy),
        detail: approval.reason ?? undefined,
        tone: approval.isApproved ? "good" : "late",
      });
    if (payout !== null)
      moments.push({ at: payout.paidAt, title: t.payout(amount), by: by(payout.unitId, payout.paidBy), tone: "good" });
  }
  return moments;
}

function chargeTitle(charge: Charge, language: Language): string {
  const t = paymentTexts(language);
  if (charge.isWithdrawn) return t.happenings.withdrawn(charge.name);
  const relief = charge.relief === null ? "" : ` (${t.reliefs[charge.relief]} ${formatMoney(charge.reliefAmount)})`;
  const amount = `${formatMoney(charge.gross)}${relief}`;
  return charge.replaces === null
    ? t.happenings.charge(charge.name, amount)
    : t.happenings.corrected(charge.name, amount);
}
