import type { Language } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { ErrorSummary, type Fault } from "#ui/error-summary/error-summary.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { PasswordInput } from "#ui/password-input/password-input.tsx";
import { TextInput } from "#ui/text-input/text-input.tsx";
import { demoAccounts } from "../demo.ts";
import { identityPaths } from "../paths.ts";
import { identityTexts } from "../texts/index.ts";
import { openingTexts } from "../texts/opening.ts";

export type SignInFaults = { readonly login?: string; readonly password?: string; readonly form?: string };

export function SignInMain({
  language,
  login = "",
  back,
  faults = {},
  isDemo,
  isNeeded,
  news,
}: {
  readonly language: Language;
  readonly login?: string;
  readonly back: string;
  readonly faults?: SignInFaults;
  readonly isDemo: boolean;
  readonly isNeeded: boolean;
  /** What was done a moment ago. */
  readonly news?: string | undefined;
}) {
  const t = identityTexts(language);
  const listed: Fault[] = [];
  if (faults.form) listed.push({ message: faults.form, fieldId: "login" });
  if (faults.login) listed.push({ message: faults.login, fieldId: "login" });
  if (faults.password) listed.push({ message: faults.password, fieldId: "password" });
  return (
    <>
      {listed.length > 0 && <ErrorSummary faults={listed} language={language} />}
      {news !== undefined && (
        <Notice language={language} kind="success" isNews>
          <p>{news}</p>
        </Notice>
      )}
      <h1>{t.signIn.title}</h1>
      <p class="lead">{isNeeded ? t.signIn.needed : t.signIn.lead}</p>
      <form method="post" action={identityPaths.signIn()} novalidate>
        <input type="hidden" name="ve" value={back} />
        <TextInput
          name="login"
          id="login"
          label={t.signIn.login}
          value={login}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          width={20}
          error={faults.login}
          language={language}
        />
        <PasswordInput
          name="password"
          id="password"
          label={t.signIn.password}
          autocomplete="current-password"
          error={faults.password}
          language={language}
        />
        <Button>{t.signIn.submit}</Button>
      </form>
      <p class="code-again">
        <a href={identityPaths.recoverAccount()}>{openingTexts(language).recover.link}</a>
      </p>
      <p>
        <a href={identityPaths.openAccount()}>{openingTexts(language).open.link}</a>
      </p>
      {isDemo && (
        <section class="demo-accounts">
          <h2>{t.signIn.demoAccounts}</h2>
          <p>{t.signIn.demo}</p>
          <dl class="summary-list">
            {demoAccounts.map(({ login: account }) => (
              <div class="summary-row">
                <dt>{demoPerson(account, t.demoPeople)}</dt>
                <dd class="summary-value">
                  <a href={identityPaths.signIn(undefined, { ve: back, login: account })}>{account}</a>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

function demoPerson(login: string, people: Readonly<Record<string, string>>): string {
  return people[login.replace("@demo", "")] ?? login;
}
