/** What people said of a unit in a quarter, and the page on which a slip of paper is copied. */
import type { Dossier } from "#features/dossiers/index.ts";
import { type Unit, unitName } from "#features/organisation/index.ts";
import { formatNumber, formatShare, type Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { FilterBar, FilterSelect } from "#ui/filter-bar/filter-bar.tsx";
import { Table } from "#ui/table/table.tsx";
import { type EvaluationRefusal, type Quarter, shownAtOnce, writeQuarter } from "../evaluation.ts";
import { evaluationPaths } from "../paths.ts";
import { faultId, Questions } from "../questions.tsx";
import type { UnitEvaluations } from "../read-evaluations.ts";
import { evaluationTexts } from "../texts/index.ts";

export type UnitProps = {
  readonly units: readonly Unit[];
  readonly unit: Unit;
  readonly quarters: readonly Quarter[];
  readonly quarter: Quarter;
  readonly evaluations: UnitEvaluations;
  readonly language: Language;
};

export function UnitEvaluationsMain({ units, unit, quarters, quarter, evaluations, language }: UnitProps) {
  const t = evaluationTexts(language);
  const { count, shown } = evaluations;
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <h1>{t.unitTitle}</h1>
      <p class="lead">{t.unitLead(unitName(unit, language))}</p>
      <FilterBar language={language} action={evaluationPaths.unit()} label={t.choose}>
        {units.length > 1 && (
          <FilterSelect
            name="dv"
            label={t.unit}
            value={unit.code}
            options={units.map((one) => ({ value: one.code, text: unitName(one, language) }))}
          />
        )}
        <FilterSelect
          name="quy"
          label={t.quarter}
          value={writeQuarter(quarter)}
          options={quarters.map((one) => ({ value: writeQuarter(one), text: t.quarterOf(one.quarter, one.year) }))}
        />
      </FilterBar>
      <p>{t.counted(number(shown), number(count))}</p>
      <p class="quiet">{t.byFives(shownAtOnce)}</p>
      {shown === 0 ? (
        <EmptyState title={t.notYet} />
      ) : (
        <>
          <div class="evaluation-questions">
            <QuestionsTable evaluations={evaluations} language={language} />
          </div>
          <h2>{t.remarks}</h2>
          {evaluations.remarks.length === 0 ? (
            <p class="quiet">{t.noRemarks}</p>
          ) : (
            <ul>
              {evaluations.remarks.map((remark) => (
                <li class="evaluation-remark">{remark}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </>
  );
}

function QuestionsTable({ evaluations, language }: Pick<UnitProps, "evaluations" | "language">) {
  const t = evaluationTexts(language);
  return (
    <Table
      caption={t.unitTitle}
      hideCaption
      columns={[
        { head: t.question },
        ...[t.answers[2], t.answers[1], t.answers[0], t.satisfied].map((head) => ({ head, isFigure: true })),
      ]}
      rows={evaluations.questions.map(({ question, good, fair, poor }): readonly Child[] => {
        const all = good + fair + poor;
        return [
          t.questions[question],
          ...[good, fair, poor].map((value) => formatNumber(value, language)),
          // Of nothing there is no share: neither 0 % nor 100 % would be true.
          all === 0 ? <span class="is-none">{t.noData}</span> : formatShare((good + fair) / all, language),
        ];
      })}
    />
  );
}

export function CopyMain({
  dossier,
  language,
  typed,
  refusal,
}: {
  readonly dossier: Dossier;
  readonly language: Language;
  readonly typed?: URLSearchParams | undefined;
  readonly refusal?: EvaluationRefusal["reason"] | undefined;
}) {
  const t = evaluationTexts(language);
  return (
    <>
      {refusal !== undefined && (
        <ErrorSummary language={language} faults={[{ fieldId: faultId(refusal), message: t.refusals[refusal] }]} />
      )}
      <h1>{t.copyTitle}</h1>
      <p class="lead">
        <span class="code">{dossier.code}</span>
      </p>
      <p>{t.copyLead}</p>
      <Questions
        language={language}
        action={evaluationPaths.copy({ code: dossier.code })}
        typed={typed}
        refusal={refusal}
        withOnePress={false}
      />
    </>
  );
}
