import type { Component } from "#features/catalogue/index.ts";
import { documentsPaths, type UploadedFile } from "#features/documents/index.ts";
import { type Draft, SavedLine, savingWords, seenMark } from "#features/eforms/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { Button, ButtonGroup, LinkButton } from "#ui/button/button.tsx";
import { ErrorSummary, type Fault } from "#ui/error-summary/error-summary.tsx";
import { fieldId } from "#ui/field/field.tsx";
import { FileUpload } from "#ui/file-upload/file-upload.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { type Application, papersOf } from "./application.ts";
import { applyPaths } from "./paths.ts";
import type { ApplyTexts } from "./texts/index.ts";

/** `message` stands in the list of faults and names the paper; `here` stands at the paper itself. */
export type FileFault = { readonly componentKey: string; readonly message: string; readonly here: string };

export type FilesPageProps = {
  readonly t: ApplyTexts;
  readonly language: Language;
  readonly application: Application;
  readonly draft: Draft;
  readonly uploads: ReadonlyMap<string, UploadedFile>;
  readonly faults: readonly FileFault[];
  readonly maxBytes: number;
  /** Set for somebody who is not signed in: files need a known owner. */
  readonly signInHref: string | undefined;
};

const accept = ".pdf,.jpg,.jpeg,.png,.heic,.docx,.xlsx";
const kinds = "PDF, JPG, PNG, HEIC, DOCX, XLSX";

/** One box for each paper the procedure asks for. */
export function FilesPage(props: FilesPageProps) {
  const { t, language, application, draft, uploads, faults, maxBytes, signInHref } = props;
  const papers = papersOf(application.version.definition);
  const summary: readonly Fault[] = faults.map(({ componentKey, message }) => ({
    fieldId: fieldId(componentKey),
    message,
  }));
  const required = papers.filter((paper) => paper.required);
  const perhaps = papers.filter((paper) => !paper.required);
  const box = (paper: Component) => (
    <FileUpload
      name={paper.componentKey}
      label={paper.name}
      hint={paper.shownOnly ? t.files.shownOnly : (paper.note ?? undefined)}
      language={language}
      optional={!paper.required}
      error={faults.find((fault) => fault.componentKey === paper.componentKey)?.here}
      multiple
      accept={accept}
      kinds={kinds}
      maxBytes={maxBytes}
      uploadHref={documentsPaths.apiUploads()}
      removeName="remove"
      files={(draft.content.files[paper.componentKey] ?? []).flatMap((uploadId) => {
        const upload = uploads.get(uploadId);
        return upload ? [{ uploadId, name: upload.name, bytes: upload.size }] : [];
      })}
    />
  );
  return (
    <>
      <ErrorSummary language={language} faults={summary} />
      <h1>{t.files.heading}</h1>
      {signInHref ? (
        <Notice language={language} kind="warning">
          <p>{t.files.signInNeeded}</p>
          <p>
            <LinkButton href={signInHref}>{t.files.signIn}</LinkButton>
          </p>
        </Notice>
      ) : (
        <>
          <p class="lead">{papers.length === 0 ? t.files.none : t.files.why}</p>
          <form
            method="post"
            action={applyPaths.files({ draft: draft.id })}
            enctype="multipart/form-data"
            novalidate
            class="eform"
            data-enhance="eform"
            {...savingWords(language)}
          >
            <input type="hidden" name="seen" value={seenMark(draft.content, "files")} />
            {required.map(box)}
            {perhaps.length > 0 && <h2>{t.start.whenItApplies}</h2>}
            {perhaps.map(box)}
            <SavedLine savedAt={draft.savedAt} language={language} />
            <ButtonGroup>
              <Button name="do" value="continue">
                {t.files.done}
              </Button>
              <Button kind="secondary" name="do" value="save" formnovalidate>
                {t.files.save}
              </Button>
            </ButtonGroup>
          </form>
        </>
      )}
    </>
  );
}
