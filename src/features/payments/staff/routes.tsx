import { type Dossier, type DossierView, dossierPaths, seen, viewDeps, viewDossier } from "#features/dossiers/index.ts";
import type { Official, Page, Routes } from "#features/identity/index.ts";
import type { InputFault } from "#foundation/errors/index.ts";
import { NotFoundError } from "#foundation/errors/index.ts";
import { readForm } from "#foundation/http/index.ts";
import { type Result, refused } from "#foundation/result/index.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import { namesIn, official } from "../api/routes.ts";
import { said, saidReference } from "../api/shapes.ts";
import { decideApproval } from "../decide-approval.ts";
import type { PaymentDeps } from "../deps.ts";
import { livePayments } from "../finance.ts";
import type { Done } from "../handle-money.ts";
import { mayHandle, moneyActs } from "../may.ts";
import { type Money, moneyOf } from "../money.ts";
import { paymentPaths } from "../paths.ts";
import { ReceiptMain } from "../receipt.tsx";
import { recordPayment } from "../record-payment.ts";
import { askRefund, payOutRefund } from "../refund-money.ts";
import { type MoneyRefusal, refusalStatus, refusalWords } from "../refusal.ts";
import { isReversibleBy, reversePayment } from "../reverse-payment.ts";
import { setCharge } from "../set-charge.ts";
import type { ShowPage } from "../show.ts";
import { type PaymentTexts, paymentTexts } from "../texts/index.ts";
import { transferOffer } from "../transfer-offer.ts";
import { FeesMain } from "./fees.page.tsx";
import type { Failed } from "./forms.tsx";
import { chargeFormFault, idOf, readChargeForm, readPaymentForm, readRefundForm } from "./read-form.ts";

type DoneWhat = keyof PaymentTexts["done"];
type Attempt = (by: Official, dossier: Dossier, form: URLSearchParams) => Promise<Result<Done, MoneyRefusal>>;

export function declareDeskMoneyPages(routes: Routes, deps: PaymentDeps, show: ShowPage): void {
  routes.get(paymentPaths.desk.pattern, { allow: "official", record: "payment.read" }, async (c) => {
    const t = paymentTexts(c.get("language"));
    const done: Readonly<Record<string, string>> = t.done;
    const text = done[c.req.query("xong") ?? ""];
    const notice = text === undefined ? null : { kind: "success" as const, text };
    return feesPage(c, await deskView(c, c.req.param("code")), notice, undefined, 200);
  });

  routes.post(paymentPaths.deskCharge.pattern, { allow: moneyActs.setCharge, record: "charge.set" }, (c) =>
    attempt(
      c,
      c.req.param("code"),
      "charge",
      (form) => form.get("form") ?? "charge",
      (by, dossier, form) => {
        const fault = chargeFormFault(form);
        if (fault !== null) return Promise.resolve(refused({ reason: "input", faults: [fault] }));
        return setCharge(deps, by, dossier.id, idOf(form), readChargeForm(form));
      },
    ),
  );

  routes.post(paymentPaths.deskPayment.pattern, { allow: moneyActs.recordPayment, record: "payment.record" }, (c) =>
    attempt(
      c,
      c.req.param("code"),
      "payment",
      () => "payment",
      (by, dossier, form) => {
        const { input, fault } = readPaymentForm(form, deps.clock.now());
        if (fault !== null) return Promise.resolve(refused({ reason: "input", faults: [fault] }));
        return recordPayment(deps, by, dossier.id, idOf(form), input);
      },
    ),
  );

  routes.post(
    paymentPaths.deskReversal.pattern,
    { allow: moneyActs.reversePayment, record: "payment.reverse" },
    (c) => {
      const payment = c.req.param("payment");
      return attempt(
        c,
        c.req.param("code"),
        "reversal",
        () => `reversal:${payment}`,
        (by, dossier, form) => reversePayment(deps, by, dossier.id, idOf(form), payment, said(form.get("reason"))),
      );
    },
  );

  routes.post(paymentPaths.deskRefund.pattern, { allow: moneyActs.askRefund, record: "refund.ask" }, (c) =>
    attempt(
      c,
      c.req.param("code"),
      "refund",
      () => "refund",
      (by, dossier, form) => askRefund(deps, by, dossier.id, idOf(form), readRefundForm(form)),
    ),
  );

  routes.post(paymentPaths.deskPayout.pattern, { allow: moneyActs.payOut, record: "refund.payOut" }, (c) => {
    const refund = c.req.param("refund");
    return attempt(
      c,
      c.req.param("code"),
      "payout",
      () => `payout:${refund}`,
      (by, dossier, form) => payOutRefund(deps, by, dossier.id, refund, saidReference(form.get("reference"))),
    );
  });

  routes.post(paymentPaths.deskApproval.pattern, { allow: moneyActs.approve, record: "payment.approve" }, (c) => {
    const subject = c.req.param("subject");
    return attempt(
      c,
      c.req.param("code"),
      "approval",
      () => `approval:${subject}`,
      (by, dossier, form) =>
        decideApproval(deps, by, dossier.id, subject, {
          isApproved: form.get("approve") === "yes",
          reason: said(form.get("reason")),
        }),
    );
  });

  routes.get(paymentPaths.deskReceipt.pattern, { allow: "official", record: "payment.receipt" }, async (c) => {
    const language = c.get("language");
    const view = await deskView(c, c.req.param("code"));
    const money = await moneyIn(view);
    const payment = money.payments.find(({ id, reverses }) => id === c.req.param("payment") && reverses === null);
    if (payment === undefined) throw new NotFoundError("payment", c.req.param("payment"));
    const names = await namesIn(deps, money);
    return show(c, {
      title: paymentTexts(language).receipt,
      isPrivate: true,
      before: <BackLink href={paymentPaths.desk({ code: view.dossier.code })} language={language} />,
      main: (
        <ReceiptMain
          view={view}
          money={money}
          payment={payment}
          paper={(await deps.receipts.of(deps.database.db, [view.dossier.id])).get(payment.id)}
          organisation={deps.organisation()}
          language={language}
          officialName={names.get(payment.recordedBy) ?? null}
        />
      ),
    });
  });

  const moneyIn = (view: DossierView) => moneyOf({ ...deps, db: deps.database.db }, view.dossier);

  async function deskView(c: Page, code: string): Promise<DossierView> {
    return viewDossier(viewDeps(deps.dossiers), await seen(deps.dossiers, c.get("visitor"), code));
  }

  /** Does what a form asks for. Done: the page again, saying so. Refused: the page with what was typed and what is wrong. */
  async function attempt(
    c: Page,
    code: string,
    what: DoneWhat,
    nameOf: (form: URLSearchParams) => string,
    act: Attempt,
  ): Promise<Response> {
    const by = official(c.get("visitor"));
    const form = await readForm(c.req.raw);
    const dossier = await seen(deps.dossiers, by, code);
    const done = await act(by, dossier, form);
    if (done.ok) return c.redirect(paymentPaths.desk({ code: dossier.code }, { xong: what }), 303);
    const { refusal } = done;
    const notice = { kind: "problem" as const, text: refusalWords(refusal, c.get("language")) };
    const faults: readonly InputFault[] = refusal.reason === "input" ? refusal.faults : [];
    const failed = { form: nameOf(form), typed: form, faults };
    return feesPage(c, await deskView(c, dossier.code), notice, failed, refusalStatus[refusal.reason]);
  }

  async function feesPage(
    c: Page,
    view: DossierView,
    notice: { readonly kind: "success" | "problem"; readonly text: string } | null,
    failed: Failed | undefined,
    status: number,
  ): Promise<Response> {
    const language = c.get("language");
    const by = official(c.get("visitor"));
    const organisation = deps.organisation();
    const { dossier } = view;
    const money: Money = await moneyIn(view);
    const unitCode = organisation.getById(dossier.receivingUnitId).code;
    const live = livePayments(money.payments);
    return show(c, {
      title: `${paymentTexts(language).title} – ${dossier.code}`,
      isPrivate: true,
      status,
      hasErrors: notice?.kind === "problem",
      before: <BackLink href={dossierPaths.staff({ code: dossier.code })} language={language} />,
      main: (
        <FeesMain
          view={view}
          money={money}
          offer={transferOffer(dossier, money.finance, unitCode, deps.accounts)}
          language={language}
          names={await namesIn(deps, money)}
          may={(act) => mayHandle(by, act, dossier.receivingUnitId, organisation)}
          accountId={by.accountId}
          mayReverse={(id) => {
            const payment = live.find((one) => one.id === id);
            return (
              payment !== undefined &&
              mayHandle(by, "reversePayment", dossier.receivingUnitId, organisation) &&
              isReversibleBy(deps, by, payment, dossier.receivingUnitId, deps.clock.now())
            );
          }}
          notice={notice}
          failed={failed}
        />
      ),
    });
  }
}
