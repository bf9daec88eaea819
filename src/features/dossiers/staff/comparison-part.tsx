/** The answer to a supplement request beside the request: demand by demand, what was there and what is there now. */
import { type AnswerChange, type AnswerValue, answerText } from "#features/eforms/index.ts";
import { formatFileSize, formatInstant, type Language } from "#foundation/i18n/index.ts";
import { Details } from "#ui/details/details.tsx";
import { StatusTag } from "#ui/status-tag/status-tag.tsx";
import { componentName } from "../citizen/following.tsx";
import type { DossierView } from "../dossier-view.ts";
import { dossierPaths } from "../paths.ts";
import { type ComparedFault, type ComparedFile, compareWithRequest } from "../supplement-comparison.ts";
import { comparisonTexts } from "./comparison-texts.ts";

/** Files of the dossier by id, those that were taken out since included. */
export type DescribedFiles = ReadonlyMap<
  string,
  { readonly name: string; readonly size: number; readonly sha256: string }
>;

export type ComparisonProps = {
  readonly view: DossierView;
  readonly files: DescribedFiles;
  readonly language: Language;
};

export function ComparisonPart({ view, files, language }: ComparisonProps) {
  const request = view.answeredRequest;
  if (request === null) return null;
  const t = comparisonTexts(language);
  const formKey = view.version.definition.components.find(({ kind }) => kind === "form")?.componentKey;
  const compared = compareWithRequest(request, formKey, (id) => files.get(id)?.sha256);
  const unchanged = compared.filter(({ isChanged }) => !isChanged).length;
  return (
    <Details open summary={t.summary(compared.length, unchanged)}>
      <p class="quiet">{t.times(formatInstant(request.askedAt), formatInstant(request.answeredAt))}</p>
      <ol class="comparison">
        {compared.map((one) => (
          <li class="compared">
            <p class="compared-demand">
              {componentName(view, one.fault.componentKey) ?? one.fault.legalBasis ?? t.other}{" "}
              <StatusTag tone={one.isChanged ? "good" : "late"}>{one.isChanged ? t.changed : t.unchanged}</StatusTag>
            </p>
            <p class="compared-message">{one.fault.message}</p>
            {one.files !== null &&
              (one.files.before.length > 0 || one.files.after.length > 0 || one.answers === null) && (
                <FilesCompared view={view} files={files} language={language} compared={one.files} />
              )}
            {one.answers !== null && <AnswersCompared answers={one.answers} language={language} />}
          </li>
        ))}
      </ol>
    </Details>
  );
}

function FilesCompared({
  view,
  files,
  language,
  compared,
}: ComparisonProps & { readonly compared: NonNullable<ComparedFault["files"]> }) {
  const t = comparisonTexts(language);
  const list = (label: string, some: readonly ComparedFile[]) => (
    <div>
      <dt>{label}</dt>
      <dd>
        {some.length === 0 ? (
          t.noFile
        ) : (
          <ul>
            {some.map(({ uploadId, fate }) => {
              const file = files.get(uploadId);
              const href = dossierPaths.attachment({ code: view.dossier.code, uploadId });
              return (
                <li>
                  <a href={href} target="_blank" rel="noopener">
                    {file?.name ?? t.file}
                  </a>{" "}
                  <span class="quiet">
                    {file !== undefined && `${formatFileSize(file.size, language)} · `}
                    {t.fates[fate]}
                  </span>
                </li>
              );
            })}
          </ul>
        )}
      </dd>
    </div>
  );
  return (
    <dl class="compared-sides">
      {list(t.before, compared.before)}
      {list(t.after, compared.after)}
    </dl>
  );
}

function AnswersCompared({
  answers,
  language,
}: {
  readonly answers: readonly AnswerChange[];
  readonly language: Language;
}) {
  const t = comparisonTexts(language);
  if (answers.length === 0) return <p class="quiet">{t.noAnswer}</p>;
  const text = (change: AnswerChange, value: AnswerValue | undefined) =>
    value === undefined ? t.nothing : answerText(change.field, value, language);
  return (
    <dl class="changes">
      {answers.map((change) => (
        <div>
          <dt>
            {change.field.label[language]}
            {change.row !== undefined && ` (${change.row + 1})`}
          </dt>
          <dd>
            <span class="hidden-text">{t.before}: </span>
            <del>{text(change, change.before)}</del> <span aria-hidden="true">→</span>{" "}
            <span class="hidden-text">{t.after}: </span>
            <ins>{text(change, change.after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
