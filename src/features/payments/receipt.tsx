/** The slip of one payment, on a page made to be printed. */
import type { DossierView } from "#features/dossiers/index.ts";
import { type Organisation, unitName } from "#features/organisation/index.ts";
import { formatInstant, formatMoney, type Language } from "#foundation/i18n/index.ts";
import { Code } from "#ui/confirmation/confirmation.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { SummaryList } from "#ui/summary-list/summary-list.tsx";
import type { Payment } from "./finance.ts";
import type { Money } from "./money.ts";
import { paymentTexts } from "./texts/index.ts";

export type ReceiptProps = {
  readonly view: DossierView;
  readonly money: Money;
  readonly payment: Payment;
  readonly organisation: Organisation;
  readonly language: Language;
  /** Who took it, for officials. */
  readonly officialName: string | null;
};

export function ReceiptMain({ view, money, payment, organisation, language, officialName }: ReceiptProps) {
  const t = paymentTexts(language);
  const { dossier, version } = view;
  const isReversed = money.payments.some(({ reverses }) => reverses === payment.id);
  const charges = money.standing.filter(({ due }) => due > 0);
  return (
    <div class="money">
      {isReversed && (
        <Notice language={language} kind="problem">
          {t.receiptReversed}
        </Notice>
      )}
      <div class="receipt-slip">
        <h1>{t.receipt}</h1>
        <p class="receipt-sum">{isReversed ? <s>{formatMoney(payment.amount)}</s> : formatMoney(payment.amount)}</p>
        <SummaryList
          language={language}
          rows={[
            { key: t.dossier, value: <Code code={dossier.code} /> },
            { key: t.procedure, value: language === "vi" ? version.definition.name : version.definition.nameEn },
            { key: t.payer, value: <span class="name">{payment.payer ?? view.ownerName}</span> },
            ...(charges.length === 0 ? [] : [{ key: t.paidFor, value: charges.map(({ name }) => name).join("; ") }]),
            { key: t.method, value: t.methods[payment.method] },
            ...(payment.reference === null
              ? []
              : [{ key: t.reference, value: <span class="code">{payment.reference}</span> }]),
            { key: t.when, value: formatInstant(payment.paidAt) },
            { key: t.unit, value: unitName(organisation.getById(payment.unitId), language) },
            ...(officialName === null ? [] : [{ key: t.official, value: officialName }]),
            { key: t.paymentId, value: <span class="money-reason">{payment.id}</span> },
          ]}
        />
        <p class="quiet">{t.receiptOf}</p>
      </div>
      <p class="no-print">{t.print}</p>
    </div>
  );
}
