/** Results that agencies brought to the return desk: a list for each agency, counted by both sides. */
import { type Organisation, unitName } from "#features/organisation/index.ts";
import { formatNumber } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { NameInput } from "#ui/text-input/text-input.tsx";
import { postPaths } from "../paths.ts";
import type { WaitingFrom } from "../queries.ts";
import { postTexts } from "../texts/index.ts";
import { type DeskFrame, DeskPage, faultOf, Result, typedIn } from "./post.page.tsx";

export type BroughtProps = DeskFrame & {
  readonly brought: readonly WaitingFrom[];
  readonly organisation: Organisation;
};

export function BroughtMain(props: BroughtProps) {
  const { language, brought, organisation, desk, failed } = props;
  const t = postTexts(language);
  const byUnit = [...Map.groupBy(brought, ({ fromUnitId }) => fromUnitId)];
  return (
    <DeskPage
      {...props}
      title={t.desk}
      lead={t.deskLead}
      action={postPaths.desk()}
      elsewhere={{ text: t.post, href: postPaths.post(undefined, { quay: desk.code }) }}
    >
      {byUnit.length === 0 && <p class="quiet">{t.nothingBrought}</p>}
      {byUnit.map(([unitId, results]) => {
        const unit = organisation.getById(unitId);
        return (
          <section>
            <h2>{t.from(unitName(unit, language), formatNumber(results.length, language))}</h2>
            <ul class="post-list">
              {results.map((one) => (
                <li>
                  <Result {...one} />
                </li>
              ))}
            </ul>
            <form method="post" action={postPaths.takeOver({ unit: desk.code, from: unit.code })} novalidate>
              <NameInput
                language={language}
                name="giver"
                id={`nguoi-giao-${unit.code.replaceAll(".", "-")}`}
                label={t.giver}
                value={typedIn(failed, unit.code, "giver")}
                error={faultOf(failed, unit.code)}
              />
              <Button kind="secondary">{t.takeOver}</Button>
            </form>
          </section>
        );
      })}
    </DeskPage>
  );
}
