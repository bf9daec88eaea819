import type { DossierSlot } from "#features/dossiers/index.ts";
import { formatMoney } from "#foundation/i18n/index.ts";
import { namesIn } from "../api/routes.ts";
import type { PaymentDeps } from "../deps.ts";
import { happenings } from "../happenings.ts";
import { moneyOf } from "../money.ts";
import { FinanceTag } from "../parts.tsx";
import { paymentPaths } from "../paths.ts";
import { paymentTexts } from "../texts/index.ts";

/** On the desk of a dossier: how it stands with money, and the way to its fee page. */
export function deskMoney(deps: PaymentDeps): DossierSlot {
  return async (c, { dossier }) => {
    const language = c.get("language");
    const t = paymentTexts(language);
    const money = await moneyOf({ ...deps, db: deps.database.db }, dossier);
    const { status, outstanding, over } = money.finance;
    const awaits =
      money.standing.some(({ relief }) => relief?.state === "awaiting") ||
      money.refunds.some(({ approval }) => approval === null);
    return {
      moments: happenings(money, {
        language,
        organisation: deps.organisation(),
        names: await namesIn(deps, money),
      }),
      section: (
        <section class="money-slot" aria-labelledby="phi-ten">
          <h3 id="phi-ten">{t.title}</h3>
          <p>
            <FinanceTag status={status} language={language} />
          </p>
          {outstanding > 0 && (
            <p>
              {t.outstanding}: <strong class="amount">{formatMoney(outstanding)}</strong>
            </p>
          )}
          {over > 0 && (
            <p>
              {t.over}: <strong class="amount">{formatMoney(over)}</strong>
            </p>
          )}
          {awaits && <p>{t.refundStates.asked}</p>}
          <p>
            <a href={paymentPaths.desk({ code: dossier.code })}>{t.manage}</a>
          </p>
        </section>
      ),
    };
  };
}
