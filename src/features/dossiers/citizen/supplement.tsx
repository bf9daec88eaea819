import type { Language } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { fieldId } from "#ui/field/field.tsx";
import { FileUpload } from "#ui/file-upload/file-upload.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import type { DossierView } from "../dossier-view.ts";
import { dossierPaths } from "../paths.ts";
import { dossierTexts } from "../texts/index.ts";
import { followingTexts } from "./texts.ts";

/** What was asked for, each with a place to put it. */
export function SupplementMain({
  view,
  language,
  maxBytes,
  fault,
}: {
  readonly view: DossierView;
  readonly language: Language;
  readonly maxBytes: number;
  readonly fault?: string | undefined;
}) {
  const t = followingTexts(language);
  const { dossier, version, timeline } = view;
  const request = timeline.findLast((entry) => entry.type === "requestSupplement");
  const asked = new Set(request?.faults.flatMap((one) => one.componentKey ?? []));
  const components = version.definition.components.filter((component) => component.kind === "document");
  // When the request names a text of law and no paper, any paper may be the answer.
  const offered = asked.size === 0 ? components : components.filter((component) => asked.has(component.componentKey));
  const boxName = (componentKey: string) => `tep.${componentKey}`;
  const first = offered[0];
  const askedFor = (componentKey: string) =>
    request?.faults.filter((one) => one.componentKey === componentKey).map((one) => one.message) ?? [];
  const others = request?.faults.filter((one) => one.componentKey === undefined) ?? [];
  return (
    <>
      {fault !== undefined && (
        <ErrorSummary
          language={language}
          faults={[{ message: fault, ...(first && { fieldId: fieldId(boxName(first.componentKey)) }) }]}
        />
      )}
      <h1>{t.supplementTitle}</h1>
      <p class="lead">{t.supplementLead}</p>
      {others.length > 0 && (
        <Notice language={language} kind="warning">
          <ul>
            {others.map((one) => (
              <li>
                {one.message} <span class="quiet">({one.legalBasis})</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <form
        method="post"
        action={dossierPaths.ownMove({ code: dossier.code, move: "supplement" })}
        enctype="multipart/form-data"
        novalidate
      >
        {offered.map((component) => (
          <FileUpload
            name={boxName(component.componentKey)}
            // Files come with the form here, so the box keeps its own name.
            uploadIdName={`${boxName(component.componentKey)}.id`}
            label={component.name}
            hint={askedFor(component.componentKey).join(" ") || undefined}
            language={language}
            multiple
            accept=".pdf,.jpg,.jpeg,.png,.heic,.docx,.xlsx"
            kinds="PDF, JPG, PNG, HEIC, DOCX, XLSX"
            maxBytes={maxBytes}
          />
        ))}
        <Button>{dossierTexts(language).moves.supplement}</Button>
      </form>
    </>
  );
}
