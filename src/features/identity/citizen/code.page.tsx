import type { Language } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { TextInput } from "#ui/text-input/text-input.tsx";
import { identityPaths } from "../paths.ts";
import { factorTexts } from "../texts/factors.ts";

export const codeField = "ma-xac-thuc";

/** Where a code of the second factor is typed. */
export function CodeBox({
  language,
  error,
  isNew = false,
}: {
  readonly language: Language;
  readonly error?: string | undefined;
  /** A code of the app alone: there are no recovery codes yet. */
  readonly isNew?: boolean;
}) {
  const t = factorTexts(language);
  return (
    <TextInput
      name={codeField}
      id={codeField}
      label={t.code}
      hint={isNew ? t.codeHintNew : t.codeHint}
      // Recovery codes have letters, so the keyboard of digits is for the app's code alone.
      inputmode={isNew ? "numeric" : undefined}
      autocomplete="one-time-code"
      autocapitalize="none"
      spellcheck={false}
      width={12}
      maxlength={20}
      error={error}
      language={language}
    />
  );
}

export function CodeErrors({ language, error }: { readonly language: Language; readonly error?: string | undefined }) {
  return error === undefined ? null : (
    <ErrorSummary faults={[{ message: error, fieldId: codeField }]} language={language} />
  );
}

/** The second step of signing in. */
export function SignInCodeMain({
  language,
  back,
  error,
}: {
  readonly language: Language;
  readonly back: string;
  readonly error?: string | undefined;
}) {
  const t = factorTexts(language);
  return (
    <>
      <CodeErrors language={language} error={error} />
      <h1>{t.signIn.title}</h1>
      <p class="lead">{t.signIn.lead}</p>
      <form method="post" action={identityPaths.signInCode()} novalidate>
        <input type="hidden" name="ve" value={back} />
        <CodeBox language={language} error={error} />
        <Button>{t.signIn.submit}</Button>
      </form>
      <p class="code-again">
        <a href={identityPaths.signIn(undefined, { ve: back })}>{t.signIn.again}</a>
      </p>
    </>
  );
}

/** Asks once more, and holds what was sent until it is sent on. */
export function ProveAgainMain({
  language,
  onward,
  kept,
  error,
}: {
  readonly language: Language;
  readonly onward: string;
  readonly kept: readonly (readonly [name: string, value: string])[];
  readonly error?: string | undefined;
}) {
  const t = factorTexts(language);
  return (
    <>
      <CodeErrors language={language} error={error} />
      <h1>{t.proof.title}</h1>
      <p class="lead">{t.proof.lead}</p>
      <form method="post" action={identityPaths.proveAgain(undefined, { ve: onward })} novalidate>
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <CodeBox language={language} error={error} />
        <Button>{t.proof.submit}</Button>
      </form>
    </>
  );
}
