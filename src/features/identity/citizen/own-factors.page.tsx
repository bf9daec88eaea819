import { formatDay, type Language } from "#foundation/i18n/index.ts";
import { Button, ButtonGroup, LinkButton } from "#ui/button/button.tsx";
import { Details } from "#ui/details/details.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { PasswordInput } from "#ui/password-input/password-input.tsx";
import { Qr } from "#ui/qr/qr.tsx";
import { SummaryList } from "#ui/summary-list/summary-list.tsx";
import type { FactorState, NewApp } from "../factors/second-factors.ts";
import { identityPaths } from "../paths.ts";
import { factorTexts } from "../texts/factors.ts";
import { identityTexts } from "../texts/index.ts";
import { CodeBox, codeField } from "./code.page.tsx";
import { passwordFields } from "./own-password.page.tsx";

/** From here on the paper with the codes is nearly used up. */
const few = 3;

export function OwnFactorsMain({
  language,
  state,
  isShared,
  isDue,
  mayRemove,
  isRemoved,
}: {
  readonly language: Language;
  readonly state: FactorState;
  readonly isShared: boolean;
  readonly isDue: boolean;
  readonly mayRemove: boolean;
  readonly isRemoved: boolean;
}) {
  const t = factorTexts(language);
  return (
    <>
      {isRemoved && (
        <Notice language={language} kind="success" isNews>
          <p>{t.removed}</p>
        </Notice>
      )}
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {isShared ? (
        <Notice language={language}>
          <p>{t.shared}</p>
        </Notice>
      ) : state.since === null ? (
        <>
          {isDue && (
            <Notice language={language} kind="warning">
              <p>{t.due}</p>
            </Notice>
          )}
          <LinkButton href={identityPaths.setUpApp()}>{t.begin}</LinkButton>
        </>
      ) : (
        <InForce language={language} since={state.since} left={state.recoveryCodesLeft} mayRemove={mayRemove} />
      )}
    </>
  );
}

function InForce({
  language,
  since,
  left,
  mayRemove,
}: {
  readonly language: Language;
  readonly since: Date;
  readonly left: number;
  readonly mayRemove: boolean;
}) {
  const t = factorTexts(language);
  return (
    <>
      {left <= few && (
        <Notice language={language} kind="warning">
          <p>{t.recoveryFew}</p>
        </Notice>
      )}
      <SummaryList
        language={language}
        rows={[
          { key: t.app, value: t.since(formatDay(since)) },
          { key: t.recovery, value: t.recoveryLeft(left) },
        ]}
      />
      <ButtonGroup>
        <form method="post" action={identityPaths.renewRecoveryCodes()}>
          <Button kind="secondary">{t.renew}</Button>
        </form>
        <form method="post" action={identityPaths.ownFactors()}>
          <Button kind="secondary">{t.change}</Button>
        </form>
        {mayRemove && (
          <form method="post" action={identityPaths.removeFactors()}>
            <Button kind="warning">{t.remove}</Button>
          </form>
        )}
      </ButtonGroup>
    </>
  );
}

export type SetUpFaults = { readonly password?: string | undefined; readonly code?: string | undefined };

export function SetUpAppMain({
  language,
  app,
  asksPassword,
  faults,
}: {
  readonly language: Language;
  readonly app: NewApp;
  readonly asksPassword: boolean;
  readonly faults: SetUpFaults;
}) {
  const t = factorTexts(language);
  const listed = [
    { fieldId: codeField, message: faults.code },
    { fieldId: passwordFields.current, message: faults.password },
  ].flatMap(({ fieldId, message }) => (message === undefined ? [] : [{ fieldId, message }]));
  return (
    <>
      {listed.length > 0 && <ErrorSummary faults={listed} language={language} />}
      <h1>{t.setUp.title}</h1>
      <ol>
        {t.setUp.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <div class="app-code">
        <Qr text={app.address} what={t.setUp.qr} language={language} isSecret />
      </div>
      <Details summary={t.setUp.byHand}>
        <p>
          {t.setUp.secret}: <code class="app-secret">{app.secret}</code>
        </p>
        <p>{t.setUp.kind}</p>
      </Details>
      <p class="quiet">{t.setUp.secretHint}</p>
      <form method="post" action={identityPaths.setUpApp()} novalidate>
        <CodeBox language={language} error={faults.code} isNew />
        {asksPassword && (
          <PasswordInput
            language={language}
            name={passwordFields.current}
            id={passwordFields.current}
            label={identityTexts(language).password.current}
            autocomplete="current-password"
            error={faults.password}
          />
        )}
        <Button>{t.setUp.submit}</Button>
      </form>
    </>
  );
}

export function RecoveryCodesMain({
  language,
  codes,
  isNewApp,
  onward,
}: {
  readonly language: Language;
  readonly codes: readonly string[];
  readonly isNewApp: boolean;
  /** Where to go on from here. */
  readonly onward: string;
}) {
  const t = factorTexts(language);
  return (
    <>
      <Notice language={language} kind="success" isNews>
        <p>{isNewApp ? t.codes.on : t.codes.renewed}</p>
      </Notice>
      <h1>{t.codes.title}</h1>
      <p class="lead">{t.codes.lead}</p>
      <ul class="recovery-codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <LinkButton href={onward}>{t.codes.done}</LinkButton>
    </>
  );
}
