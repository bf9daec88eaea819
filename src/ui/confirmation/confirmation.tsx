import type { Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Icon } from "#ui/icon/icon.tsx";
import { Qr } from "#ui/qr/qr.tsx";
import { uiTexts } from "#ui/texts/index.ts";

export type ConfirmationProps = {
  readonly language: Language;
  /** "Đã nộp hồ sơ". */
  readonly title: Child;
  readonly code: string;
  readonly subject: Child;
  /** What to read beside the code: due date, lookup secret, where to fetch the result. */
  readonly facts: readonly { readonly key: Child; readonly value: Child }[];
  /** Absolute address behind the QR code. */
  readonly qrHref: string;
  readonly next: readonly Child[];
  readonly actions?: Child;
};

/** The page people photograph: code large, due date, QR, and what happens next. */
export function Confirmation({ language, title, code, subject, facts, qrHref, next, actions }: ConfirmationProps) {
  const t = uiTexts(language);
  return (
    <div class="confirmation">
      <div class="confirmation-panel">
        <h1 class="confirmation-title">
          <Icon name="check" />
          {title}
        </h1>
        <p class="confirmation-subject">{subject}</p>
        <div class="confirmation-body">
          <div class="confirmation-words">
            <p class="confirmation-label">{t.dossierCode}</p>
            <p class="confirmation-code">
              <Code code={code} />
            </p>
            <dl class="confirmation-facts">
              {facts.map(({ key, value }) => (
                <div>
                  <dt>{key}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </div>
          <div class="confirmation-qr">
            <Qr text={qrHref} what={code} language={language} />
          </div>
        </div>
        <p class="confirmation-keep">{t.keepPhoto}</p>
      </div>
      {actions && <div class="button-group">{actions}</div>}
      <h2>{t.whatNext}</h2>
      <ol class="confirmation-next">
        {next.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
    </div>
  );
}

/** A dossier code that breaks only after a dash, when it must. */
export function Code({ code }: { readonly code: string }) {
  const parts = code.split("-");
  return (
    <span class="code code-breaks">
      {parts.map((part, at) =>
        at < parts.length - 1 ? (
          <>
            <span class="code">{part}-</span>
            <wbr />
          </>
        ) : (
          <span class="code">{part}</span>
        ),
      )}
    </span>
  );
}
