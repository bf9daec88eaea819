/** One page of a form: its questions, what was wrong with the answers, and how to save. `eforms.js` makes it nicer. */
import { formatTime, type Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Button, ButtonGroup } from "#ui/button/button.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { fieldId } from "#ui/field/field.tsx";
import { Icon } from "#ui/icon/icon.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import type { AnswerFault } from "../check-answers.ts";
import { holds } from "../condition.ts";
import type { FieldDefinition, FormGroup, Words } from "../definition.ts";
import { typedAnswer } from "../fields/index.ts";
import { FieldInput } from "../fields/input.tsx";
import type { DraftAnswers } from "../read-answers.ts";
import { texts } from "../texts/index.ts";
import type { AnswerWarning } from "../warnings.ts";
import { answersElsewhere, askedWhen } from "./asked-when.ts";

export type GroupFormProps = {
  readonly group: FormGroup;
  readonly language: Language;
  /** Of the whole draft: other pages' answers decide what is asked here. */
  readonly answers: DraftAnswers;
  readonly faults: readonly AnswerFault[];
  readonly warnings?: readonly AnswerWarning[];
  readonly action: string;
  /** The mark of this page's answers when it was shown (`seenMark`). */
  readonly seen: string;
  /** Undefined while nothing was saved. */
  readonly savedAt: Date | undefined;
  /** Set when a save was refused because the page had been saved elsewhere meanwhile. */
  readonly savedElsewhereAt?: Date | undefined;
  /** Room for one more row than there are answers, asked for by "add another". */
  readonly extraRow?: boolean | undefined;
  readonly continueText?: string | undefined;
  /** What to bear in mind on this page, under its heading. */
  readonly reminder?: Child;
  readonly children?: Child;
};

export function GroupForm(props: GroupFormProps) {
  const { group, language, answers, faults, action, seen, savedAt, savedElsewhereAt, children } = props;
  const t = texts[language].page;
  return (
    <>
      <ErrorSummary
        language={language}
        faults={faults.map((fault) => ({ fieldId: fieldId(fault.path), message: fault.message[language] }))}
      />
      {savedElsewhereAt && (
        <Notice language={language} kind="warning" isNews>
          <p>{t.savedElsewhereLong(formatTime(savedElsewhereAt))}</p>
          <p>
            <a href={action}>{t.openSaved}</a>
          </p>
        </Notice>
      )}
      <h1>{group.heading[language]}</h1>
      {group.why && <p class="lead">{group.why[language]}</p>}
      {props.reminder}
      <form
        class="eform"
        method="post"
        action={action}
        novalidate
        data-enhance="eform"
        data-elsewhere={JSON.stringify(answersElsewhere(group.fields, answers))}
        {...savingWords(language)}
      >
        <input type="hidden" name="seen" value={seen} />
        {group.repeat ? <Rows {...props} repeat={group.repeat} /> : <Questions {...props} row={answers} prefix="" />}
        {children}
        <SavedLine savedAt={savedAt} language={language} />
        <ButtonGroup>
          <Button name="do" value="continue">
            {props.continueText ?? t.continue}
          </Button>
          <Button kind="secondary" name="do" value="save" formnovalidate>
            {t.saveForLater}
          </Button>
        </ButtonGroup>
      </form>
    </>
  );
}

/** What the page says while it saves by itself; `eforms.js` reads it from the form. */
export function savingWords(language: Language) {
  const t = texts[language].page;
  return { "data-saving": t.saving, "data-failed": t.saveFailed, "data-overtaken": t.savedElsewhere };
}

export function SavedLine({ savedAt, language }: { readonly savedAt: Date | undefined; readonly language: Language }) {
  const t = texts[language].page;
  return (
    <p class="eform-saved quiet" data-say aria-live="polite">
      <Icon name={savedAt === undefined ? "info" : "check"} />{" "}
      <span>{savedAt === undefined ? t.nothingSaved : t.savedAt(formatTime(savedAt))}</span>
    </p>
  );
}

type RowsProps = GroupFormProps & { readonly repeat: { readonly max: number; readonly itemName: Words } };

function Rows(props: RowsProps) {
  const { group, language, answers, repeat, extraRow } = props;
  const t = texts[language].page;
  const given = answers[group.key];
  const rows: DraftAnswers[] = [];
  for (const row of Array.isArray(given) ? given : []) if (typeof row === "object") rows.push(row);
  if (rows.length === 0 || extraRow) rows.push({});
  const shown = rows.slice(0, repeat.max);
  const what = repeat.itemName[language];
  return (
    <>
      <div id={fieldId(group.key)} tabindex="-1">
        {shown.map((row, index) => (
          <fieldset class="fieldset eform-row">
            <legend class="fieldset-legend">
              <h2>{t.rowTitle(what, index + 1)}</h2>
            </legend>
            <Questions {...props} row={row} prefix={`${group.key}.${index}.`} />
            {shown.length > 1 && (
              <Button kind="quiet" name="remove" value={index} formnovalidate>
                {t.removeRow(what, index + 1)}
              </Button>
            )}
          </fieldset>
        ))}
      </div>
      {shown.length < repeat.max && (
        <p>
          <Button kind="secondary" name="do" value="add" formnovalidate>
            {t.addRow(what)}
          </Button>
        </p>
      )}
    </>
  );
}

export type QuestionsProps = Pick<GroupFormProps, "group" | "language" | "answers" | "faults" | "warnings"> & {
  readonly row: DraftAnswers;
  /** Before the key of each field, in the names of its boxes and the paths of its faults. */
  readonly prefix: string;
};

/** The questions of one group alone, for a page that has several of them or a form of its own. */
export function Questions(props: QuestionsProps) {
  const { group, language, answers, row, prefix, faults, warnings = [] } = props;
  const known = group.repeat ? row : answers;
  const t = texts[language].page;
  return (
    <>
      {group.fields.map((field) => {
        const name = prefix + field.key;
        if (field.kind === "file") return <p class="quiet">{`${field.label[language]}: ${t.filesLater}`}</p>;
        const warning = warnings.find((one) => one.path === name);
        const box = (
          <>
            <FieldInput
              field={field}
              name={name}
              typed={typedText(field, row[field.key])}
              language={language}
              error={faults.find((fault) => fault.path === name)?.message[language]}
            />
            {warning && (
              <p class="eform-warning">
                <Icon name="info" /> {`${t.look}: ${warning.message[language]}`}
              </p>
            )}
          </>
        );
        if (field.showWhen === undefined) return box;
        const when = askedWhen(field.showWhen, group.fields, language);
        return (
          <div
            class="eform-dependent"
            data-show-when={JSON.stringify(field.showWhen)}
            data-prefix={prefix}
            data-shown={holds(field.showWhen, known) ? "true" : "false"}
          >
            {when && <p class="eform-when quiet">{when}</p>}
            {box}
          </div>
        );
      })}
    </>
  );
}

function typedText(field: FieldDefinition, value: DraftAnswers[string] | undefined): string {
  // A list of rows cannot be the answer to one question; a draft of an older version might say otherwise.
  if (value === undefined || Array.isArray(value)) return "";
  return typeof value === "string" || typeof value === "number" ? typedAnswer(field, value) : "";
}
