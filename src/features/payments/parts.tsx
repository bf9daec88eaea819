/** Parts that the desk and the citizen's pages share. */
import { formatMoney, type Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Figure, Figures } from "#ui/figure/figure.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { Qr } from "#ui/qr/qr.tsx";
import { StatusTag, type Tone } from "#ui/status-tag/status-tag.tsx";
import { SummaryList } from "#ui/summary-list/summary-list.tsx";
import type { StandingCharge } from "./charge.ts";
import type { Finance, FinanceStatus } from "./finance.ts";
import { paymentTexts } from "./texts/index.ts";
import type { TransferOffer } from "./transfer-offer.ts";

const tones = {
  notSet: "calm",
  nothingDue: "still",
  due: "soon",
  partlyPaid: "soon",
  paid: "good",
  exempt: "good",
  refunded: "still",
} as const satisfies Record<FinanceStatus, Tone>;

export function FinanceTag({ status, language }: { readonly status: FinanceStatus; readonly language: Language }) {
  return <StatusTag tone={tones[status]}>{paymentTexts(language).statuses[status]}</StatusTag>;
}

export function MoneyFigures({
  finance,
  language,
  forApplicant = false,
}: {
  readonly finance: Finance;
  readonly language: Language;
  readonly forApplicant?: boolean;
}) {
  const t = paymentTexts(language);
  const { due, paid, refunded, outstanding, over } = finance;
  return (
    <Figures>
      <Figure name={t.due} value={formatMoney(due)} />
      <Figure name={forApplicant ? t.paidByYou : t.paid} value={formatMoney(paid)} />
      {refunded > 0 && <Figure name={t.refunded} value={formatMoney(refunded)} />}
      <Figure name={t.outstanding} value={formatMoney(outstanding)} tone={outstanding > 0 ? "soon" : undefined} />
      {over > 0 && <Figure name={t.over} value={formatMoney(over)} tone="late" />}
    </Figures>
  );
}

export type MoneyItemProps = {
  readonly title: Child;
  readonly amount: number;
  /** The amount no longer counts. */
  readonly isVoid?: boolean;
  readonly children?: Child;
};

/** One sum: what for at the start, how much at the end, the rest below. */
export function MoneyItem({ title, amount, isVoid = false, children }: MoneyItemProps) {
  return (
    <li class="money-item">
      <p class="money-what">{title}</p>
      <p class="money-sum">{isVoid ? <s>{formatMoney(amount)}</s> : formatMoney(amount)}</p>
      {children && <div class="money-more">{children}</div>}
    </li>
  );
}

export function ChargeFacts({ charge, language }: { readonly charge: StandingCharge; readonly language: Language }) {
  const t = paymentTexts(language);
  const { relief, set } = charge;
  return (
    <>
      <p class="quiet">
        {t.kinds[charge.kind]}
        {charge.quantity > 1 && ` · ${formatMoney(charge.unitAmount)} ${t.copies(String(charge.quantity))}`}
        {" · "}
        {t.timings[charge.timing]}
        {" · "}
        {charge.legalBasis ?? t.byVersion}
      </p>
      {relief !== null && (
        <p>
          {t.reliefs[relief.kind]} {formatMoney(relief.amount)}: {t.reliefStates[relief.state]}
        </p>
      )}
      {set?.reason && (
        <p class="money-reason">
          {t.reason}: {set.reason}
        </p>
      )}
      {set?.approval?.reason && (
        <p class="money-reason">
          {t.approvalReason}: {set.approval.reason}
        </p>
      )}
    </>
  );
}

/** Account, amount and content of a transfer, and the code that fills them in. */
export function TransferPart({ offer, language }: { readonly offer: TransferOffer; readonly language: Language }) {
  const t = paymentTexts(language);
  return (
    <div class="transfer">
      {offer.isSample && (
        <Notice language={language} kind="warning">
          {t.sampleAccount}
        </Notice>
      )}
      <div class="transfer-body">
        <div class="transfer-qr">
          <Qr text={offer.vietQr} what={t.qrOf} language={language} />
          <p class="transfer-mark">VietQR</p>
        </div>
        <SummaryList
          language={language}
          rows={[
            { key: t.bank, value: language === "vi" ? offer.bankName : offer.bankNameEn },
            { key: t.accountNumber, value: <span class="code">{offer.accountNumber}</span> },
            { key: t.accountName, value: offer.accountName },
            { key: t.amount, value: formatMoney(offer.amount) },
            { key: t.purpose, value: <span class="code">{offer.purpose}</span> },
          ]}
        />
      </div>
    </div>
  );
}
