/**
 * The slip of one payment, on a page made to be printed. The receipt under the finance rules (`feeReceipt`, with the amount
 * in words, numbered and signed) is a paper of `documents`; `receiptLines` is what it says was paid for.
 */
import { type DossierView, dossierPaths } from "#features/dossiers/index.ts";
import { type Organisation, unitName } from "#features/organisation/index.ts";
import { formatInstant, formatMoney, type Language } from "#foundation/i18n/index.ts";
import { Code } from "#ui/confirmation/confirmation.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { SummaryList } from "#ui/summary-list/summary-list.tsx";
import type { Payment } from "./finance.ts";
import type { IssuedReceipt } from "./keep-receipts.ts";
import type { Money } from "./money.ts";
import { receiptLines } from "./receipt-lines.ts";
import { paymentTexts } from "./texts/index.ts";

export type ReceiptProps = {
  readonly view: DossierView;
  readonly money: Money;
  readonly payment: Payment;
  readonly organisation: Organisation;
  readonly language: Language;
  /** The numbered and signed receipt; none of money taken before there were any. */
  readonly paper: IssuedReceipt | undefined;
  /** Who took it, for officials. */
  readonly officialName: string | null;
};

export function ReceiptMain({ view, money, payment, organisation, language, paper, officialName }: ReceiptProps) {
  const t = paymentTexts(language);
  const { dossier, version } = view;
  const isReversed = money.payments.some(({ reverses }) => reverses === payment.id);
  const lines = isReversed ? [] : receiptLines(money, payment, t.over);
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
            ...lines.map(({ name, kind, amount }) => ({
              key: kind === null ? name : t.kinds[kind],
              value: kind === null ? formatMoney(amount) : `${name}: ${formatMoney(amount)}`,
            })),
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
        {paper !== undefined && (
          <p>
            <a href={dossierPaths.paper({ code: dossier.code, paper: paper.id })}>{t.receiptPaper(paper.number)}</a>
            {paper.isCancelled && ` · ${t.receiptCancelled}`}
          </p>
        )}
        <p class="quiet">{t.receiptOf}</p>
      </div>
      <p class="no-print">{t.print}</p>
    </div>
  );
}
