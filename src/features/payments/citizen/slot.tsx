import type { DossierSlot } from "#features/dossiers/index.ts";
import { formatMoney } from "#foundation/i18n/index.ts";
import { LinkButton } from "#ui/button/button.tsx";
import { SummaryList } from "#ui/summary-list/summary-list.tsx";
import type { PaymentDeps } from "../deps.ts";
import { happenings } from "../happenings.ts";
import { moneyOf } from "../money.ts";
import { FinanceTag } from "../parts.tsx";
import { paymentPaths } from "../paths.ts";
import { paymentTexts } from "../texts/index.ts";

/** On the applicant's own page of a dossier, and for whoever holds its lookup secret: what is owed and what was paid. */
export function ownMoney(deps: PaymentDeps): DossierSlot {
  return async (c, { dossier }) => {
    const language = c.get("language");
    const visitor = c.get("visitor");
    const t = paymentTexts(language);
    const money = await moneyOf({ ...deps, db: deps.database.db }, dossier);
    const { status, due, paid, refunded, outstanding } = money.finance;
    const isOwner = visitor.kind !== "anonymous" && visitor.accountId === dossier.submittedBy;
    return {
      moments: happenings(money, { language, organisation: deps.organisation(), names: null }),
      section: (
        <section class="money-own-slot" aria-labelledby="phi-ten">
          <h2 id="phi-ten">{t.title}</h2>
          <p>
            <FinanceTag status={status} language={language} />
          </p>
          {status === "notSet" && <p>{t.toBeSet}</p>}
          {due + paid > 0 && (
            <SummaryList
              language={language}
              rows={[
                { key: t.due, value: formatMoney(due) },
                ...(paid > 0 ? [{ key: t.paidByYou, value: formatMoney(paid) }] : []),
                ...(refunded > 0 ? [{ key: t.refunded, value: formatMoney(refunded) }] : []),
                ...(outstanding > 0
                  ? [{ key: t.outstanding, value: <strong>{formatMoney(outstanding)}</strong> }]
                  : []),
              ]}
            />
          )}
          {isOwner && status !== "nothingDue" && (
            <p>
              <LinkButton
                kind={outstanding > 0 ? "primary" : "secondary"}
                href={paymentPaths.own({ code: dossier.code })}
              >
                {t.details}
              </LinkButton>
            </p>
          )}
        </section>
      ),
    };
  };
}
