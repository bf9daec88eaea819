import { cataloguePaths, type ProcedureVersion } from "#features/catalogue/index.ts";
import type { Draft, FieldDefinition } from "#features/eforms/index.ts";
import { formatInstant, type Language } from "#foundation/i18n/index.ts";
import { Button, ButtonGroup, LinkButton } from "#ui/button/button.tsx";
import { Select } from "#ui/choices/choices.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { fieldId } from "#ui/field/field.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { papersOf } from "./application.ts";
import { applyPaths } from "./paths.ts";
import type { ApplyTexts } from "./texts/index.ts";

export type StartPageProps = {
  readonly t: ApplyTexts;
  readonly language: Language;
  readonly version: ProcedureVersion;
  /** The question where to apply; left out where there is one unit only. */
  readonly unitField: FieldDefinition | undefined;
  readonly unitCode: string | undefined;
  readonly unitFault: string | undefined;
  readonly problem?: string | undefined;
  readonly signInHref: string | undefined;
  readonly drafts: readonly Draft[];
  readonly canBegin: boolean;
};

/** What to have ready, where to apply, and the one button that begins. */
export function StartPage(props: StartPageProps) {
  const { t, language, version, unitField, unitCode, unitFault, problem, signInHref, drafts, canBegin } = props;
  const { definition, code } = version;
  const papers = papersOf(definition);
  const required = papers.filter((paper) => paper.required);
  const perhaps = papers.filter((paper) => !paper.required);
  return (
    <>
      <ErrorSummary
        language={language}
        faults={unitFault === undefined ? [] : [{ fieldId: fieldId("unitCode"), message: unitFault }]}
      />
      {problem && (
        <Notice language={language} kind="problem" isNews>
          <p>{problem}</p>
        </Notice>
      )}
      <h1>{language === "vi" ? definition.name : definition.nameEn}</h1>
      {drafts.length > 0 && (
        <Notice language={language} title={t.start.goOn}>
          <ul>
            {drafts.map((draft) => (
              <li>
                <a href={applyPaths.draft({ draft: draft.id })}>{t.start.goOnLink(formatInstant(draft.savedAt))}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <h2>{t.start.prepare}</h2>
      {papers.length === 0 ? (
        <p>{t.start.nothingToPrepare}</p>
      ) : (
        <>
          <p>{t.start.prepareHint}</p>
          <ul>
            {required.map((paper) => (
              <li>
                {paper.name}
                {paper.note && paper.note !== "Xuất trình" && <p class="quiet">{paper.note}</p>}
              </li>
            ))}
          </ul>
          {perhaps.length > 0 && (
            <>
              <h3>{t.start.whenItApplies}</h3>
              <ul>
                {perhaps.map((paper) => (
                  <li>{paper.name}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      <p>
        <a href={cataloguePaths.procedure({ code })}>{t.start.moreAbout}</a>
      </p>
      {canBegin && (
        <form method="post" action={applyPaths.start({ code })} novalidate>
          {unitField?.kind === "select" && (
            <Select
              name="unitCode"
              label={t.unit.label}
              hint={t.unit.why}
              language={language}
              value={unitCode}
              error={unitFault}
              options={unitField.options.map((one) => ({ value: one.value, text: one.label[language] }))}
            />
          )}
          {signInHref && <p class="quiet">{t.start.signInHint}</p>}
          <ButtonGroup>
            <Button>{drafts.length > 0 ? t.start.beginAnother : t.start.begin}</Button>
            {signInHref && (
              <LinkButton kind="secondary" href={signInHref}>
                {t.start.signIn}
              </LinkButton>
            )}
          </ButtonGroup>
        </form>
      )}
    </>
  );
}
