import { type DossierView, dossierPaths, seen, viewDeps, viewDossier } from "#features/dossiers/index.ts";
import type { Page, Routes } from "#features/identity/index.ts";
import { NotFoundError } from "#foundation/errors/index.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import type { PaymentDeps } from "../deps.ts";
import { moneyOf } from "../money.ts";
import { paymentPaths } from "../paths.ts";
import { ReceiptMain } from "../receipt.tsx";
import type { ShowPage } from "../show.ts";
import { paymentTexts } from "../texts/index.ts";
import { transferOffer } from "../transfer-offer.ts";
import { OwnFeesMain } from "./fees.page.tsx";

export function declareOwnMoneyPages(routes: Routes, deps: PaymentDeps, show: ShowPage): void {
  const moneyIn = (view: DossierView) => moneyOf({ ...deps, db: deps.database.db }, view.dossier);

  async function ownView(c: Page, code: string): Promise<DossierView> {
    return viewDossier(viewDeps(deps.dossiers), await seen(deps.dossiers, c.get("visitor"), code));
  }

  routes.get(paymentPaths.own.pattern, { allow: "applicant", record: "payment.own" }, async (c) => {
    const language = c.get("language");
    const organisation = deps.organisation();
    const view = await ownView(c, c.req.param("code"));
    const { dossier } = view;
    const money = await moneyIn(view);
    const unitCode = organisation.getById(dossier.receivingUnitId).code;
    return show(c, {
      title: `${paymentTexts(language).title} – ${dossier.code}`,
      isPrivate: true,
      before: <BackLink href={dossierPaths.own({ code: dossier.code })} language={language} />,
      main: (
        <OwnFeesMain
          view={view}
          money={money}
          offer={transferOffer(dossier, money.finance, unitCode, deps.accounts)}
          organisation={organisation}
          language={language}
        />
      ),
    });
  });

  routes.get(paymentPaths.ownReceipt.pattern, { allow: "applicant", record: "payment.ownReceipt" }, async (c) => {
    const language = c.get("language");
    const view = await ownView(c, c.req.param("code"));
    const money = await moneyIn(view);
    const payment = money.payments.find(({ id, reverses }) => id === c.req.param("payment") && reverses === null);
    if (payment === undefined) throw new NotFoundError("payment", c.req.param("payment"));
    return show(c, {
      title: paymentTexts(language).receipt,
      isPrivate: true,
      before: <BackLink href={paymentPaths.own({ code: view.dossier.code })} language={language} />,
      main: (
        <ReceiptMain
          view={view}
          money={money}
          payment={payment}
          paper={(await deps.receipts.of(deps.database.db, [view.dossier.id])).get(payment.id)}
          organisation={deps.organisation()}
          language={language}
          officialName={null}
        />
      ),
    });
  });
}
