import type { Language } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { PasswordInput } from "#ui/password-input/password-input.tsx";
import type { PasswordFaults } from "../change-password.ts";
import { identityPaths } from "../paths.ts";
import { identityTexts } from "../texts/index.ts";

export const passwordFields = {
  current: "mat-khau-dang-dung",
  next: "mat-khau-moi",
  again: "mat-khau-moi-nhap-lai",
} as const;

export function OwnPasswordMain({
  language,
  login,
  least,
  isShared,
  faults = {},
  refusal,
}: {
  readonly language: Language;
  readonly login: string;
  readonly least: number;
  readonly isShared: boolean;
  readonly faults?: PasswordFaults;
  /** Why nothing could be tried, in words. */
  readonly refusal?: string | undefined;
}) {
  const t = identityTexts(language).password;
  const { current, next, again } = wordsOf(faults, least, t);
  const listed = [
    { fieldId: passwordFields.current, message: current ?? refusal },
    { fieldId: passwordFields.next, message: next },
    { fieldId: passwordFields.again, message: again },
  ].flatMap(({ fieldId, message }) => (message === undefined ? [] : [{ fieldId, message }]));
  return (
    <>
      {listed.length > 0 && <ErrorSummary faults={listed} language={language} />}
      <h1>{t.title}</h1>
      {isShared ? (
        <Notice language={language}>
          <p>{t.shared}</p>
        </Notice>
      ) : (
        <>
          <p class="lead">{t.lead}</p>
          <form method="post" action={identityPaths.ownPassword()} novalidate>
            {/* So that a keeper of passwords knows whose this is. */}
            <input type="text" name="login" value={login} autocomplete="username" hidden />
            <PasswordInput
              language={language}
              name={passwordFields.current}
              id={passwordFields.current}
              label={t.current}
              error={current}
            />
            <PasswordInput
              language={language}
              name={passwordFields.next}
              id={passwordFields.next}
              label={t.next}
              hint={t.hint(least)}
              autocomplete="new-password"
              error={next}
            />
            <PasswordInput
              language={language}
              name={passwordFields.again}
              id={passwordFields.again}
              label={t.again}
              autocomplete="new-password"
              error={again}
            />
            <Button>{t.submit}</Button>
          </form>
        </>
      )}
    </>
  );
}

type Words = {
  readonly current?: string | undefined;
  readonly next?: string | undefined;
  readonly again?: string | undefined;
};

function wordsOf(faults: PasswordFaults, least: number, t: ReturnType<typeof identityTexts>["password"]): Words {
  const { current, next, again } = faults;
  return {
    current: current && (current === "missing" ? t.faults.currentMissing : t.faults.currentWrong),
    next: next && (next === "tooShort" ? t.faults.tooShort(least) : t.faults[next]),
    again: again && t.faults.differs,
  };
}
