/** What whoever has the slip answers, and sees afterwards: nothing of the dossier but what the slip says too. */
import type { Dossier } from "#features/dossiers/index.ts";
import { type Organisation, unitName } from "#features/organisation/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { SummaryList } from "#ui/summary-list/summary-list.tsx";
import type { EvaluationRefusal } from "../evaluation.ts";
import { faultId, Questions } from "../questions.tsx";
import { evaluationTexts } from "../texts/index.ts";

export type EvaluationProps = {
  readonly dossier: Dossier;
  readonly procedureName: string;
  readonly organisation: Organisation;
  readonly language: Language;
  readonly stands: "open" | "given" | "too-early";
  readonly action: string;
  readonly typed?: URLSearchParams | undefined;
  readonly refusal?: EvaluationRefusal["reason"] | undefined;
};

export function EvaluationMain(props: EvaluationProps) {
  const { dossier, procedureName, organisation, language, stands, action, typed, refusal } = props;
  const t = evaluationTexts(language);
  const title = { open: t.title, given: t.given, "too-early": t.tooEarly }[stands];
  const lead = { open: t.lead, given: t.givenLead, "too-early": t.tooEarlyLead }[stands];
  return (
    <>
      {refusal !== undefined && (
        <ErrorSummary language={language} faults={[{ fieldId: faultId(refusal), message: t.refusals[refusal] }]} />
      )}
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <SummaryList
        language={language}
        rows={[
          { key: t.procedure, value: procedureName },
          { key: t.unit, value: unitName(organisation.getById(dossier.receivingUnitId), language) },
          { key: t.code, value: <span class="code">{dossier.code}</span> },
        ]}
      />
      {stands === "open" && (
        <>
          <p class="quiet">{t.confidential}</p>
          <Questions language={language} action={action} typed={typed} refusal={refusal} withOnePress />
        </>
      )}
    </>
  );
}
