import type { Component } from "#features/catalogue/index.ts";
import { documentsPaths, type UploadedFile } from "#features/documents/index.ts";
import { SavedLine, savingWords, seenMark } from "#features/eforms/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Button, ButtonGroup, LinkButton } from "#ui/button/button.tsx";
import { ErrorSummary, type Fault } from "#ui/error-summary/error-summary.tsx";
import { fieldId } from "#ui/field/field.tsx";
import { FileUpload } from "#ui/file-upload/file-upload.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { papersOf } from "./application.ts";
import type { Journey } from "./journey.ts";
import type { ApplyTexts } from "./texts/index.ts";

/** `message` stands in the list of faults and names the paper; `here` stands at the paper itself. */
export type FileFault = { readonly componentKey: string; readonly message: string; readonly here: string };

export type FilesPageProps = {
  readonly t: ApplyTexts;
  readonly language: Language;
  readonly journey: Journey;
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
  const { t, language, journey, uploads, faults, maxBytes, signInHref } = props;
  const { application, links, asked } = journey;
  const { content } = application;
  const papers = papersOf(application.version.definition);
  const summary: readonly Fault[] = faults.map(({ componentKey, message }) => ({
    fieldId: fieldId(componentKey),
    message,
  }));
  const first = papers.filter((paper) => asked.has(paper.componentKey));
  const required = papers.filter((paper) => paper.required && !asked.has(paper.componentKey));
  const perhaps = papers.filter((paper) => !paper.required && !asked.has(paper.componentKey));
  const box = (paper: Component) => (
    <FileUpload
      name={paper.componentKey}
      label={paper.name}
      hint={hintOf(paper, asked.get(paper.componentKey), t)}
      language={language}
      optional={!paper.required}
      error={faults.find((fault) => fault.componentKey === paper.componentKey)?.here}
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
            action={links.page({ of: "files" })}
            enctype="multipart/form-data"
            novalidate
            class="eform"
            data-enhance="eform"
            {...savingWords(language)}
          >
            <input type="hidden" name="seen" value={seenMark(content, "files")} />
            {first.length > 0 && <h2>{t.files.asked}</h2>}
            {first.map(box)}
            {first.length > 0 && required.length > 0 && <h2>{t.files.sentBefore}</h2>}
            {required.map(box)}
            {perhaps.length > 0 && <h2>{t.start.whenItApplies}</h2>}
            {perhaps.map(box)}
            <SavedLine savedAt={journey.savedAt} language={language} />
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

/** What the city asked for stands before everything else that could be said of a paper. */
function hintOf({ shownOnly, note }: Component, asked: readonly string[] | undefined, t: ApplyTexts): Child {
  if (asked !== undefined) return <strong>{asked.join(" ")}</strong>;
  return shownOnly ? t.files.shownOnly : (note ?? undefined);
}
