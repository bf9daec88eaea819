/** What the page of a reception and that of a brought supplement have in common: the form and the papers. */
import { documentsPaths, type UploadedFile } from "#features/documents/index.ts";
import { type DraftAnswers, type FormGroup, holds, Questions, withInitialAnswers } from "#features/eforms/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { FileUpload } from "#ui/file-upload/file-upload.tsx";
import type { Application } from "../citizen/apply/application.ts";
import { papersOf } from "../citizen/apply/application.ts";
import type { DeskFault } from "./desk-form.ts";
import { counterTexts } from "./texts/index.ts";

export function GroupPart({
  group,
  answers,
  faults,
  prefix,
  language,
  isNew,
  heading = group.heading[language],
}: {
  readonly group: FormGroup;
  readonly answers: DraftAnswers;
  readonly faults: readonly DeskFault[];
  readonly prefix: string;
  readonly language: Language;
  readonly isNew: boolean;
  readonly heading?: string;
}) {
  const shown = isNew ? withInitialAnswers(group, answers) : answers;
  const part = (
    <fieldset class="fieldset counter-part">
      <legend class="fieldset-legend">
        <h2>{heading}</h2>
      </legend>
      <div class="counter-questions">
        <Questions
          group={group}
          language={language}
          answers={shown}
          row={shown}
          prefix={prefix}
          faults={faults.flatMap(({ name, message }) =>
            name === null ? [] : [{ path: name, code: "required" as const, message: { vi: message, en: message } }],
          )}
        />
      </div>
    </fieldset>
  );
  if (group.showWhen === undefined) return part;
  return (
    <div
      class="eform-dependent"
      data-show-when={JSON.stringify(group.showWhen)}
      data-prefix={prefix}
      data-shown={holds(group.showWhen, shown) ? "true" : "false"}
    >
      {part}
    </div>
  );
}

const accept = ".pdf,.jpg,.jpeg,.png,.heic,.docx,.xlsx";
const kinds = "PDF, JPG, PNG, HEIC, DOCX, XLSX";

export function PapersPart({
  application,
  uploads,
  faults,
  language,
  maxBytes,
  hintOf,
}: {
  readonly application: Application;
  readonly uploads: ReadonlyMap<string, UploadedFile>;
  readonly faults: readonly DeskFault[];
  readonly language: Language;
  readonly maxBytes: number;
  readonly hintOf?: (componentKey: string) => string | undefined;
}) {
  const t = counterTexts(language).receive;
  const { version, content } = application;
  const papers = papersOf(version.definition);
  return (
    <fieldset class="fieldset counter-part">
      <legend class="fieldset-legend">
        <h2>{t.papers}</h2>
      </legend>
      <p class="quiet">{papers.length === 0 ? t.noPapers : t.papersHint}</p>
      <div class="counter-questions">
        {papers.map((paper) => (
          <FileUpload
            name={paper.componentKey}
            label={paper.name}
            hint={hintOf?.(paper.componentKey) ?? (paper.shownOnly ? t.shownOnly : (paper.note ?? undefined))}
            language={language}
            optional={!paper.required}
            error={faults.find(({ name }) => name === paper.componentKey)?.message}
            multiple
            accept={accept}
            kinds={kinds}
            maxBytes={maxBytes}
            uploadHref={documentsPaths.apiUploads()}
            removeName="remove"
            files={(content.files[paper.componentKey] ?? []).flatMap((uploadId) => {
              const upload = uploads.get(uploadId);
              return upload ? [{ uploadId, name: upload.name, bytes: upload.size }] : [];
            })}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Enter in a box looks the page over; accepting, refusing and taking a file off are pressed on purpose. */
export function CheckOnEnter({ text }: { readonly text: string }) {
  return (
    <button class="hidden-text" type="submit" name="do" value="check" tabindex="-1" formnovalidate>
      {text}
    </button>
  );
}
