/** For the applicant: what is owed and why, how to pay it, what was paid. */
import type { DossierView } from "#features/dossiers/index.ts";
import { type Organisation, unitName } from "#features/organisation/index.ts";
import { formatDay, formatInstant, formatMoney, type Language } from "#foundation/i18n/index.ts";
import { Code } from "#ui/confirmation/confirmation.tsx";
import { StatusTag } from "#ui/status-tag/status-tag.tsx";
import { refundState } from "../api/documents.ts";
import type { Money } from "../money.ts";
import { ChargeFacts, FinanceTag, MoneyFigures, MoneyItem, TransferPart } from "../parts.tsx";
import { paymentPaths } from "../paths.ts";
import { paymentTexts } from "../texts/index.ts";
import type { TransferOffer } from "../transfer-offer.ts";

export type OwnFeesProps = {
  readonly view: DossierView;
  readonly money: Money;
  readonly offer: TransferOffer | null;
  readonly organisation: Organisation;
  readonly language: Language;
};

export function OwnFeesMain(props: OwnFeesProps) {
  const { view, money, language } = props;
  const t = paymentTexts(language);
  const { definition } = view.version;
  return (
    <div class="money money-own">
      <p class="dossier-code">
        <Code code={view.dossier.code} /> <FinanceTag status={money.finance.status} language={language} />
      </p>
      <h1>{t.title}</h1>
      <p class="lead">{language === "vi" ? definition.name : definition.nameEn}</p>
      {!money.needsSetting && <MoneyFigures finance={money.finance} language={language} forApplicant />}
      <h2>{t.charges}</h2>
      {money.standing.length > 0 ? (
        <ul class="money-list">
          {money.standing.map((charge) => (
            <MoneyItem title={charge.name} amount={charge.due}>
              <ChargeFacts charge={charge} language={language} />
            </MoneyItem>
          ))}
        </ul>
      ) : (
        <p>{money.needsSetting ? t.toBeSet : t.noCharges}</p>
      )}
      {money.needsSetting && <PublishedFees money={money} language={language} />}
      <HowToPay {...props} />
      <Paid {...props} />
    </div>
  );
}

/** What may come, until an official has chosen. */
function PublishedFees({ money, language }: { readonly money: Money; readonly language: Language }) {
  const t = paymentTexts(language);
  return (
    <ul>
      {money.fees.map((fee) => (
        <li>
          {fee.name}: {fee.amountVnd === null ? t.statuses.notSet : formatMoney(fee.amountVnd)}
          {fee.note !== null && <span class="quiet"> ({fee.note})</span>}
        </li>
      ))}
    </ul>
  );
}

function HowToPay({ view, money, offer, organisation, language }: OwnFeesProps) {
  const t = paymentTexts(language);
  const { dossier } = view;
  if (money.finance.outstanding === 0) return null;
  if (dossier.acceptedAt === null) {
    return (
      <>
        <h2>{t.howToPay}</h2>
        <p>{t.afterAcceptance}</p>
      </>
    );
  }
  return (
    <>
      <h2>{t.howToPay}</h2>
      <p>{t.atCounter(unitName(organisation.getById(dossier.receivingUnitId), language))}</p>
      {offer === null ? (
        <p>{t.noAccount}</p>
      ) : (
        <>
          <p>{t.byTransfer}</p>
          <TransferPart offer={offer} language={language} />
          <p>
            {t.byTransferTyped} {t.afterTransfer}
          </p>
        </>
      )}
    </>
  );
}

function Paid({ view, money, language }: OwnFeesProps) {
  const t = paymentTexts(language);
  const { code } = view.dossier;
  const reversed = new Set(money.payments.map(({ reverses }) => reverses));
  const payments = money.payments.filter(({ reverses }) => reverses === null);
  return (
    <>
      <h2>{t.yourPayments}</h2>
      {payments.length === 0 ? (
        <p>{t.noneOfYours}</p>
      ) : (
        <ul class="money-list">
          {payments.map((payment) => (
            <MoneyItem title={t.methods[payment.method]} amount={payment.amount} isVoid={reversed.has(payment.id)}>
              <p class="quiet">{formatInstant(payment.recordedAt)}</p>
              {reversed.has(payment.id) ? (
                <p>
                  <StatusTag tone="late">{t.reversed}</StatusTag>
                </p>
              ) : (
                <p>
                  <a href={paymentPaths.ownReceipt({ code, payment: payment.id })}>
                    {t.receiptFor(formatDay(payment.recordedAt))}
                  </a>
                </p>
              )}
            </MoneyItem>
          ))}
        </ul>
      )}
      {money.refunds.length > 0 && (
        <>
          <h2>{t.refunds}</h2>
          <ul class="money-list">
            {money.refunds.map((refund) => (
              <MoneyItem title={t.refundStates[refundState(refund)]} amount={refund.amount}>
                <p class="quiet">
                  {formatInstant(refund.payout?.paidAt ?? refund.approval?.decidedAt ?? refund.askedAt)}
                </p>
                {refund.approval?.reason && <p class="money-reason">{refund.approval.reason}</p>}
              </MoneyItem>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
