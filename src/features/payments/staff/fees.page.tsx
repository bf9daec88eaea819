/** The money of one dossier at the desk: what is owed, what was taken, what is given back, and what waits for a leader. */
import type { DossierView } from "#features/dossiers/index.ts";
import { formatInstant, type Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Code } from "#ui/confirmation/confirmation.tsx";
import { Details } from "#ui/details/details.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import type { StandingCharge } from "../charge.ts";
import { isOwed } from "../finance.ts";
import type { MoneyAct } from "../may.ts";
import type { Money } from "../money.ts";
import { ChargeFacts, FinanceTag, MoneyFigures, MoneyItem, TransferPart } from "../parts.tsx";
import { paymentTexts } from "../texts/index.ts";
import type { TransferOffer } from "../transfer-offer.ts";
import { ChargeForm, chargeFormName, WithdrawForm } from "./charge-form.tsx";
import { ApprovalForm, type Failed, PaymentForm, summaryOf } from "./forms.tsx";
import { PaymentItems, RefundsPart } from "./moved-money.tsx";

export type FeesProps = {
  readonly view: DossierView;
  readonly money: Money;
  readonly offer: TransferOffer | null;
  readonly language: Language;
  readonly names: ReadonlyMap<string, string>;
  readonly may: (act: MoneyAct) => boolean;
  readonly accountId: string;
  /** Which payments this person may take back now. */
  readonly mayReverse: (paymentId: string) => boolean;
  readonly notice: { readonly kind: "success" | "problem"; readonly text: string } | null;
  readonly failed: Failed | undefined;
};

export function FeesMain(props: FeesProps) {
  const { view, money, language, notice, failed } = props;
  const t = paymentTexts(language);
  const { definition } = view.version;
  const acts = (["setCharge", "recordPayment", "approve"] as const).filter(props.may);
  return (
    <div class="money">
      {failed !== undefined && failed.faults.length > 0 && (
        <ErrorSummary language={language} faults={summaryOf(failed, prefixOf(failed.form), language)} />
      )}
      <p class="dossier-code">
        <Code code={view.dossier.code} /> <FinanceTag status={money.finance.status} language={language} />
      </p>
      <h1>{t.title}</h1>
      <p class="lead">
        <span class="name">{view.ownerName}</span> · {language === "vi" ? definition.name : definition.nameEn}
      </p>
      {notice !== null && (failed === undefined || failed.faults.length === 0) && (
        <Notice language={language} kind={notice.kind} isNews>
          {notice.text}
        </Notice>
      )}
      {(!money.needsSetting || money.finance.paid > 0) && <MoneyFigures finance={money.finance} language={language} />}
      {acts.length === 0 && <p>{t.nothingForYou}</p>}
      <Waiting {...props} />
      <div class="money-columns">
        <Charges {...props} />
        <div class="money-column">
          <Taking {...props} />
          <RefundsPart {...props} />
        </div>
      </div>
    </div>
  );
}

function Charges(props: FeesProps) {
  const { view, money, language, may, failed } = props;
  const t = paymentTexts(language);
  const maySet = may("setCharge") && isOwed(view.dossier.state);
  const form = { code: view.dossier.code, language, failed, money, legalBasis: view.version.definition.legalBasis };
  const isFirst = money.needsSetting;
  return (
    <section class="sheet">
      <h2>{t.charges}</h2>
      {money.needsSetting ? <p>{t.toBeSet}</p> : money.standing.length === 0 && <p>{t.noCharges}</p>}
      {money.standing.length > 0 && (
        <ul class="money-list">
          {money.standing.map((charge) => (
            <MoneyItem title={charge.name} amount={charge.due}>
              <ChargeFacts charge={charge} language={language} />
              {maySet && (
                <Details summary={forWhat(t.correct, charge.name)} open={failed?.form === chargeFormName(charge).form}>
                  <ChargeForm {...form} charge={charge} />
                </Details>
              )}
              {maySet && charge.id !== null && mayWithdraw(charge, money) && (
                <Details summary={forWhat(t.withdraw, charge.name)} open={failed?.form === `withdraw:${charge.id}`}>
                  <WithdrawForm code={form.code} language={language} failed={failed} chargeId={charge.id} />
                </Details>
              )}
            </MoneyItem>
          ))}
        </ul>
      )}
      {maySet &&
        (isFirst ? (
          <ChargeForm {...form} />
        ) : (
          <Details summary={t.setCharge} open={failed?.form === "charge"}>
            <ChargeForm {...form} />
          </Details>
        ))}
    </section>
  );
}

/** The same words stand at each charge; those who hear them alone hear which one. */
function forWhat(words: string, name: string): Child {
  return (
    <>
      {words}
      <span class="hidden-text"> {name}</span>
    </>
  );
}

/** The same as the rule says; here only so that nobody is offered what would be refused. */
function mayWithdraw(charge: StandingCharge, { standing }: Money): boolean {
  return charge.feeIndex === null || charge.gross === 0 || standing.filter((one) => one.feeIndex !== null).length > 1;
}

function Taking(props: FeesProps) {
  const { view, money, offer, language, may, failed } = props;
  const t = paymentTexts(language);
  const { dossier } = view;
  const mayTake = may("recordPayment");
  const { outstanding } = money.finance;
  const isCashClosed = !isOwed(dossier.state);
  const form = <PaymentForm code={dossier.code} language={language} failed={failed} outstanding={outstanding} />;
  return (
    <section class="sheet">
      <h2>{t.payments}</h2>
      {money.payments.length === 0 ? <p>{t.noPayments}</p> : <PaymentItems {...props} />}
      {mayTake && isCashClosed && <p>{t.closedNoCash}</p>}
      {mayTake && !isCashClosed && dossier.acceptedAt === null && <p>{t.notYet}</p>}
      {mayTake &&
        (outstanding > 0 && dossier.acceptedAt !== null ? (
          form
        ) : (
          <Details summary={t.take} open={failed?.form === "payment"}>
            {form}
          </Details>
        ))}
      {mayTake && offer !== null && (
        <Details summary={t.showQr}>
          <TransferPart offer={offer} language={language} />
        </Details>
      )}
    </section>
  );
}

/** What a leader has to decide, on top of everything else. */
function Waiting(props: FeesProps) {
  const { view, money, language, may, accountId, names, failed } = props;
  const t = paymentTexts(language);
  if (!may("approve")) return null;
  const reliefs = money.standing.flatMap(({ set, relief }) => (relief?.state === "awaiting" && set ? [set] : []));
  const refunds = money.refunds.filter(({ approval }) => approval === null);
  if (reliefs.length + refunds.length === 0) return null;
  const item = (id: string, title: string, amount: number, askedBy: string, at: Date, reason: string | null): Child => (
    <MoneyItem title={title} amount={amount}>
      <p class="quiet">
        {names.get(askedBy)} · {formatInstant(at)}
      </p>
      <p class="money-reason">{reason}</p>
      {askedBy === accountId ? (
        <p>{t.ownRequest}</p>
      ) : (
        <ApprovalForm code={view.dossier.code} language={language} failed={failed} subjectId={id} />
      )}
    </MoneyItem>
  );
  return (
    <section class="sheet money-waiting">
      <h2>{t.toApprove}</h2>
      <ul class="money-list">
        {reliefs.map(({ id, relief, name, reliefAmount, setBy, setAt, reason }) =>
          item(id, `${relief === null ? "" : t.reliefs[relief]}: ${name}`, reliefAmount, setBy, setAt, reason),
        )}
        {refunds.map(({ id, amount, method, askedBy, askedAt, reason }) =>
          item(id, t.refundBy(t.methods[method]), amount, askedBy, askedAt, reason),
        )}
      </ul>
    </section>
  );
}

/** Where the boxes of a form begin their ids. */
function prefixOf(form: string): string {
  const [kind = "", what] = form.split(":");
  const begins: Readonly<Record<string, string>> = {
    charge: what === undefined ? "khoan" : "sua",
    withdraw: "bo",
    payment: "thu",
    reversal: "huy",
    refund: "hoan",
    payout: "tra",
    approval: "duyet",
  };
  return what === undefined ? (begins[kind] ?? kind) : `${begins[kind] ?? kind}-${what}`;
}
