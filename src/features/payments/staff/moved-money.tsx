/** What came in and what goes back, row by row, each with what may be done about it. */
import { formatInstant } from "#foundation/i18n/index.ts";
import { Details } from "#ui/details/details.tsx";
import { StatusTag } from "#ui/status-tag/status-tag.tsx";
import { refundState } from "../api/documents.ts";
import type { Refund } from "../finance.ts";
import { MoneyItem } from "../parts.tsx";
import { paymentPaths } from "../paths.ts";
import { paymentTexts } from "../texts/index.ts";
import type { FeesProps } from "./fees.page.tsx";
import { PayoutForm, RefundForm, ReversalForm } from "./forms.tsx";

export function PaymentItems({ view, money, language, names, mayReverse, failed }: FeesProps) {
  const t = paymentTexts(language);
  const { code } = view.dossier;
  const reversals = new Map(money.payments.map((row) => [row.reverses, row]));
  return (
    <ul class="money-list">
      {money.payments
        .filter(({ reverses }) => reverses === null)
        .map((payment) => {
          const reversal = reversals.get(payment.id);
          return (
            <MoneyItem title={t.methods[payment.method]} amount={payment.amount} isVoid={reversal !== undefined}>
              <p class="quiet">
                {formatInstant(payment.recordedAt)} · {names.get(payment.recordedBy)}
                {payment.reference !== null && (
                  <>
                    {" "}
                    · <span class="code">{payment.reference}</span>
                  </>
                )}
              </p>
              {payment.payer !== null && (
                <p>
                  {t.payer}: <span class="name">{payment.payer}</span>
                </p>
              )}
              {reversal === undefined ? (
                <p>
                  <a href={paymentPaths.deskReceipt({ code, payment: payment.id })}>{t.printReceipt}</a>
                </p>
              ) : (
                <p class="money-reason">
                  <StatusTag tone="late">{t.reversed}</StatusTag> {formatInstant(reversal.recordedAt)},{" "}
                  {names.get(reversal.recordedBy)}: {reversal.reason}
                </p>
              )}
              {reversal === undefined && mayReverse(payment.id) && (
                <Details summary={t.reverse} open={failed?.form === `reversal:${payment.id}`}>
                  <ReversalForm code={code} language={language} failed={failed} paymentId={payment.id} />
                </Details>
              )}
            </MoneyItem>
          );
        })}
    </ul>
  );
}

/** Nothing at all until there is something to give back. */
export function RefundsPart(props: FeesProps) {
  const { view, money, language, may, failed } = props;
  const t = paymentTexts(language);
  const { refundable } = money.finance;
  const mayAsk = may("askRefund") && refundable > 0;
  if (money.refunds.length === 0 && !mayAsk) return null;
  return (
    <section class="sheet">
      <h2>{t.refunds}</h2>
      {money.refunds.length > 0 && (
        <ul class="money-list">
          {money.refunds.map((refund) => (
            <RefundItem {...props} refund={refund} />
          ))}
        </ul>
      )}
      {mayAsk && (
        <Details summary={t.askRefund} open={failed?.form === "refund"}>
          <RefundForm code={view.dossier.code} language={language} failed={failed} refundable={refundable} />
        </Details>
      )}
    </section>
  );
}

const tones = { asked: "soon", approved: "calm", declined: "late", paidOut: "good" } as const;

function RefundItem({ refund, view, language, names, may, failed }: FeesProps & { readonly refund: Refund }) {
  const t = paymentTexts(language);
  const { approval, payout } = refund;
  const state = refundState(refund);
  const decider = approval === null ? undefined : names.get(approval.decidedBy);
  return (
    <MoneyItem title={t.methods[refund.method]} amount={refund.amount} isVoid={state === "declined"}>
      <p>
        <StatusTag tone={tones[state]}>{t.refundStates[state]}</StatusTag>
      </p>
      <p class="quiet">
        {formatInstant(refund.askedAt)} · {names.get(refund.askedBy)}
      </p>
      <p class="money-reason">{refund.reason}</p>
      {approval !== null && decider !== undefined && (
        <p class="money-reason">
          {formatInstant(approval.decidedAt)}, {approval.isApproved ? t.approvedBy(decider) : t.declinedBy(decider)}
          {approval.reason !== null && `: ${approval.reason}`}
        </p>
      )}
      {payout !== null && (
        <p class="quiet">
          {t.refundStates.paidOut}: {formatInstant(payout.paidAt)} · {names.get(payout.paidBy)}
          {payout.reference !== null && (
            <>
              {" "}
              · <span class="code">{payout.reference}</span>
            </>
          )}
        </p>
      )}
      {state === "approved" && may("payOut") && (
        <PayoutForm
          code={view.dossier.code}
          language={language}
          failed={failed}
          refundId={refund.id}
          isTransfer={refund.method === "transfer"}
        />
      )}
    </MoneyItem>
  );
}
