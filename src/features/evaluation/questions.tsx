/** The questions of the slip with their boxes, the same for whoever answers and for whoever copies a slip of paper. */
import type { Language } from "#foundation/i18n/index.ts";
import { Button, ButtonGroup } from "#ui/button/button.tsx";
import { Radios } from "#ui/choices/choices.tsx";
import { fieldId } from "#ui/field/field.tsx";
import { Textarea } from "#ui/text-input/text-input.tsx";
import { answers, type EvaluationRefusal, evaluationQuestions, longestRemark } from "./evaluation.ts";
import { allBox, boxOf, remarkBox } from "./read-form.ts";
import { evaluationTexts } from "./texts/index.ts";

export type QuestionsProps = {
  readonly language: Language;
  readonly action: string;
  readonly typed: URLSearchParams | undefined;
  readonly refusal: EvaluationRefusal["reason"] | undefined;
  /** One press for everything: for those who answer themselves. */
  readonly withOnePress: boolean;
};

/** Where a refusal leads: to the first question, or to the words. */
export function faultId(reason: EvaluationRefusal["reason"]): string | undefined {
  if (reason === "nothing-said") return fieldId(boxOf(evaluationQuestions[0]));
  return reason === "too-long" ? fieldId(remarkBox) : undefined;
}

export function Questions({ language, action, typed, refusal, withOnePress }: QuestionsProps) {
  const t = evaluationTexts(language);
  return (
    <>
      {withOnePress && (
        <form method="post" action={action} novalidate>
          <h2 class="part">{t.atOnce}</h2>
          <p class="quiet">{t.atOnceHint}</p>
          <ButtonGroup>
            {answers.map((answer) => (
              <Button kind="secondary" name={allBox} value={String(answer)}>
                {t.answers[answer]}
              </Button>
            ))}
          </ButtonGroup>
        </form>
      )}
      <form method="post" action={action} novalidate>
        {withOnePress && <h2 class="part">{t.each}</h2>}
        <p class="quiet">{withOnePress ? t.eachHint : t.copyHint}</p>
        {evaluationQuestions.map((question, at) => (
          <Radios
            name={boxOf(question)}
            label={t.questions[question]}
            choices={answers.map((answer) => ({ value: String(answer), label: t.answers[answer] }))}
            value={typed?.get(boxOf(question)) ?? undefined}
            error={at === 0 && refusal === "nothing-said" ? t.refusals[refusal] : undefined}
            inline
            language={language}
          />
        ))}
        <Textarea
          name={remarkBox}
          label={t.remark}
          hint={withOnePress ? t.remarkHint : undefined}
          rows={4}
          maxlength={longestRemark}
          value={typed?.get(remarkBox) ?? undefined}
          error={refusal === "too-long" ? t.refusals[refusal] : undefined}
          optional
          language={language}
        />
        <Button>{t.send}</Button>
      </form>
    </>
  );
}
