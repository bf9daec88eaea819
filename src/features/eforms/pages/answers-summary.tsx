/** The answers of one page side by side with their questions, with a way back to each. */
import type { Language } from "#foundation/i18n/index.ts";
import { fieldId } from "#ui/field/field.tsx";
import { SummaryList, type SummaryRow } from "#ui/summary-list/summary-list.tsx";
import { holds } from "../condition.ts";
import type { FieldDefinition, FormGroup } from "../definition.ts";
import { answerText } from "../fields/index.ts";
import type { DraftAnswers } from "../read-answers.ts";
import { texts } from "../texts/index.ts";
import type { AnswerWarning } from "../warnings.ts";

export type AnswersSummaryProps = {
  readonly group: FormGroup;
  /** Of the whole form: conditions may ask for answers of other pages. */
  readonly answers: DraftAnswers;
  readonly language: Language;
  /** The page on which they can be changed; left out, they are only shown. */
  readonly changeHref?: string | undefined;
  readonly warnings?: readonly AnswerWarning[];
};

export function AnswersSummary({ group, answers, language, changeHref, warnings = [] }: AnswersSummaryProps) {
  const heading = group.heading[language];
  if (!group.repeat) {
    const rows = rowsOf(group.fields, answers, "");
    // A page on which nothing had to be said still shows that it was there, and the way to it.
    const nothing = { key: heading, value: texts[language].page.nothingSaid, changeHref };
    return <SummaryList title={heading} language={language} rows={rows.length === 0 ? [nothing] : rows} />;
  }
  const given = answers[group.key];
  const rows: DraftAnswers[] = [];
  for (const row of Array.isArray(given) ? given : []) if (typeof row === "object") rows.push(row);
  const { itemName } = group.repeat;
  return (
    <>
      <SummaryList title={heading} language={language} rows={[]} changeHref={changeHref} />
      {rows.map((row, index) => (
        <SummaryList
          title={texts[language].page.rowTitle(itemName[language], index + 1)}
          level={3}
          language={language}
          rows={rowsOf(group.fields, row, `${group.key}.${index}.`)}
        />
      ))}
    </>
  );

  function rowsOf(fields: readonly FieldDefinition[], known: DraftAnswers, prefix: string): readonly SummaryRow[] {
    return fields.flatMap((field): readonly SummaryRow[] => {
      const isAsked = field.showWhen === undefined || holds(field.showWhen, known);
      const value = known[field.key];
      // What was not asked and what is optional and was left empty need no line that says so.
      if (!isAsked || field.kind === "file" || (value === undefined && field.required === false)) return [];
      const text = value === undefined ? "" : answerOf(field, value, language);
      const warning = warnings.find((one) => one.path === prefix + field.key);
      return [
        {
          key: field.label[language],
          value: warning ? (
            <>
              {text}
              <br />
              <span class="eform-warning">{`${texts[language].page.look}: ${warning.message[language]}`}</span>
            </>
          ) : (
            text
          ),
          ...(changeHref === undefined ? {} : { changeHref: `${changeHref}#${fieldId(prefix + field.key)}` }),
        },
      ];
    });
  }
}

function answerOf(field: FieldDefinition, value: DraftAnswers[string], language: Language): string {
  return typeof value === "string" || typeof value === "number" ? answerText(field, value, language) : "";
}
