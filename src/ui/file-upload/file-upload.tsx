import { formatFileLimit, formatFileSize } from "#foundation/i18n/index.ts";
import { describedBy, Field, fieldId, hasError, type Question } from "#ui/field/field.tsx";
import { uiTexts } from "#ui/texts/index.ts";

export type UploadedFile = {
  /** Sent again with the form, so that the answer keeps its files. */
  readonly uploadId: string;
  readonly name: string;
  readonly bytes: number;
  readonly href?: string | undefined;
};

export type FileUploadProps = Question & {
  readonly files?: readonly UploadedFile[] | undefined;
  readonly multiple?: boolean | undefined;
  /** As in the attribute: ".pdf,image/jpeg". */
  readonly accept?: string | undefined;
  readonly maxBytes: number;
  /** The kinds in words: "PDF, JPG, PNG". */
  readonly kinds: string;
  /** Name of the hidden boxes that carry the ids of uploaded files. */
  readonly uploadIdName?: string | undefined;
  /** Where the enhanced page sends each file at once, answered with `{ uploadId }`. */
  readonly uploadHref?: string | undefined;
  /** Name of the button that takes a file off again, with the upload id as its value. */
  readonly removeName?: string | undefined;
};

/** Files chosen from the device, or dropped. Enhanced: each is sent at once, with its progress, and can be tried again. */
export function FileUpload(props: FileUploadProps) {
  const { name, files = [], multiple = false, accept, maxBytes, kinds, language } = props;
  const id = props.id ?? fieldId(name);
  const t = uiTexts(language);
  const size = formatFileLimit(maxBytes, language);
  const idName = props.uploadIdName ?? name;
  const limits = `${kinds}; ${t.atMostBytes(size)}`;
  return (
    <Field question={props}>
      <div
        class="upload"
        data-enhance={props.uploadHref ? "upload" : undefined}
        data-href={props.uploadHref}
        data-id-name={idName}
        data-max-bytes={maxBytes}
        data-language={language}
      >
        <ul
          class="upload-files"
          aria-label={typeof props.label === "string" ? props.label : undefined}
          hidden={files.length === 0}
        >
          {files.map((file) => (
            <li class="upload-file">
              <span class="upload-name">
                {file.href ? (
                  <a href={file.href} target="_blank" rel="noopener">
                    {file.name}
                    <span class="hidden-text"> ({t.opensInNewTab})</span>
                  </a>
                ) : (
                  file.name
                )}{" "}
                <span class="quiet">{formatFileSize(file.bytes, language)}</span>
              </span>
              <input type="hidden" name={idName} value={file.uploadId} />
              {props.removeName && (
                <button
                  class="button button-quiet"
                  type="submit"
                  formnovalidate
                  name={props.removeName}
                  value={file.uploadId}
                  aria-label={t.removeFile(file.name)}
                >
                  {t.remove}
                </button>
              )}
            </li>
          ))}
        </ul>
        <div class="upload-drop">
          <input
            class="upload-box"
            type="file"
            id={id}
            name={props.uploadIdName ? name : `${name}.file`}
            multiple={multiple}
            accept={accept}
            aria-describedby={describedBy(id, props, `${id}-limits`)}
            aria-invalid={hasError(props.error) ? "true" : undefined}
          />
          <p class="upload-limits" id={`${id}-limits`}>
            {limits}
          </p>
        </div>
        <p class="upload-say hidden-text" aria-live="polite" />
      </div>
    </Field>
  );
}
