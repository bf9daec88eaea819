import { formatDay, formatInstant, type Language } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { FileUpload } from "#ui/file-upload/file-upload.tsx";
import { Notice, type NoticeKind } from "#ui/notice/notice.tsx";
import { StatusTag } from "#ui/status-tag/status-tag.tsx";
import { SummaryList, type SummaryRow } from "#ui/summary-list/summary-list.tsx";
import { documentsPaths } from "../paths.ts";
import type { DocumentsTexts } from "../texts/index.ts";
import type { Verification } from "../verification/verify-issued.ts";

const noticeOf = {
  valid: "success",
  replaced: "warning",
  cancelled: "warning",
  expired: "warning",
  broken: "problem",
} as const satisfies Record<Verification["status"], NoticeKind>;

/** What a passer-by with a paper in hand needs: one answer first, then what to compare the paper with. */
export function VerificationMain({
  t,
  language,
  verification,
  issuer,
}: {
  readonly t: DocumentsTexts;
  readonly language: Language;
  readonly verification: Verification;
  /** Name of the unit that issued it. */
  readonly issuer: string;
}) {
  const { paper, status, signatures, replacedBy } = verification;
  const words = t.verification;
  const verdict = words.verdicts[status];
  const rows: SummaryRow[] = [
    { key: words.kind, value: paper.title },
    { key: words.number, value: paper.numberText },
    { key: words.issuer, value: issuer },
    { key: words.issuedAt, value: formatDay(paper.issuedAt) },
    ...(paper.validUntil === null ? [] : [{ key: words.validUntil, value: formatDay(paper.validUntil) }]),
    {
      key: words.signatures,
      value:
        signatures.length === 0 ? (
          words.notSigned
        ) : (
          <ul class="plain-list">
            {signatures.map(({ by, signedAt, faults }) => (
              <li>
                {words.signedBy(by.commonName, by.organisation)}
                {signedAt && `, ${words.signedAt(formatInstant(signedAt))}`}{" "}
                <StatusTag tone={faults.length === 0 ? "good" : "late"}>
                  {faults.length === 0 ? words.signatureHolds : words.signatureFails}
                </StatusTag>
              </li>
            ))}
          </ul>
        ),
    },
  ];
  return (
    <>
      <h1>{words.title}</h1>
      <Notice language={language} kind={noticeOf[status]} title={verdict.title} isNews>
        <p>{verdict.detail(issuer)}</p>
        {replacedBy !== null && (
          <p>
            <a href={documentsPaths.verify({ id: replacedBy })}>{words.newer}</a>
          </p>
        )}
      </Notice>
      <p>{words.compare}</p>
      <SummaryList rows={rows} language={language} />
      <p>
        <a href={documentsPaths.verifyFile()}>{words.another}</a>
      </p>
    </>
  );
}

export function VerifyFileMain({
  t,
  language,
  maxBytes,
  fault,
  notice,
}: {
  readonly t: DocumentsTexts;
  readonly language: Language;
  readonly maxBytes: number;
  readonly fault?: string | undefined;
  /** Why what was asked before could not be confirmed. */
  readonly notice?: { readonly title: string; readonly detail: string } | undefined;
}) {
  const words = t.verification;
  return (
    <>
      {fault !== undefined && <ErrorSummary language={language} faults={[{ fieldId: "file", message: fault }]} />}
      <h1>{words.title}</h1>
      {notice && (
        <Notice language={language} kind="problem" title={notice.title} isNews>
          <p>{notice.detail}</p>
        </Notice>
      )}
      <p class="lead">{words.lead}</p>
      <form method="post" action={documentsPaths.verifyFile()} enctype="multipart/form-data" novalidate>
        <FileUpload
          name="file"
          id="file"
          label={words.file}
          hint={words.fileHint}
          error={fault}
          language={language}
          accept=".pdf,application/pdf"
          kinds="PDF"
          maxBytes={maxBytes}
        />
        <Button>{words.check}</Button>
      </form>
    </>
  );
}
