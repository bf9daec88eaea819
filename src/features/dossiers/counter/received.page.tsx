/** What came of it: the code to read out, the paper to print, and the next person. */
import { type Organisation, unitName } from "#features/organisation/index.ts";
import { formatInstantWithWeekday, type Language } from "#foundation/i18n/index.ts";
import { ButtonGroup, LinkButton } from "#ui/button/button.tsx";
import { Code } from "#ui/confirmation/confirmation.tsx";
import { Icon } from "#ui/icon/icon.tsx";
import { SummaryList } from "#ui/summary-list/summary-list.tsx";
import type { DossierView } from "../dossier-view.ts";
import { dossierPaths } from "../paths.ts";
import { dossierTexts } from "../texts/index.ts";
import { counterTexts } from "./texts/index.ts";

export function ReceivedPage({
  view,
  organisation,
  language,
}: {
  readonly view: DossierView;
  readonly organisation: Organisation;
  readonly language: Language;
}) {
  const t = counterTexts(language).received;
  const { dossier, version, timeline } = view;
  const { code, dueAt, holderUnitId } = dossier;
  const issued = timeline.flatMap(({ paper }) => (paper === null ? [] : [paper.kind]));
  const printed = (["receipt", "supplementRequest", "refusal"] as const).find((kind) => issued.includes(kind));
  const first = timeline.find(({ type }) => type !== "submit")?.type;
  const title =
    first === "accept" || first === "requestSupplement" || first === "refuse"
      ? t.title[first]
      : dossierTexts(language).states[dossier.state];
  const desk = organisation.getById(dossier.receivingUnitId).code;
  return (
    <>
      <h1>
        <Icon name="check" /> {title}
      </h1>
      <p class="confirmation-code">
        <Code code={code} />
      </p>
      <SummaryList
        language={language}
        title={language === "vi" ? version.definition.name : version.definition.nameEn}
        rows={[
          { key: t.person, value: <span class="name">{view.ownerName}</span> },
          ...(dueAt === null ? [] : [{ key: t.due, value: <strong>{formatInstantWithWeekday(dueAt)}</strong> }]),
          ...(holderUnitId === null
            ? []
            : [{ key: t.now, value: unitName(organisation.getById(holderUnitId), language) }]),
        ]}
      />
      {holderUnitId === null && <p>{t.returned}</p>}
      <ButtonGroup>
        {printed && (
          <LinkButton href={dossierPaths.paper({ code, paper: printed })} icon="print">
            {t.print[printed]}
          </LinkButton>
        )}
        <LinkButton href={dossierPaths.counter(undefined, { noi: desk })} kind={printed ? "secondary" : "primary"}>
          {t.next}
        </LinkButton>
        <LinkButton href={dossierPaths.staff({ code })} kind="secondary">
          {t.open}
        </LinkButton>
      </ButtonGroup>
    </>
  );
}
