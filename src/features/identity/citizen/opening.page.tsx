import type { Language } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { Radios } from "#ui/choices/choices.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { PasswordInput } from "#ui/password-input/password-input.tsx";
import { NameInput, TextInput } from "#ui/text-input/text-input.tsx";
import type { ContactChannel } from "../opening/contact.ts";
import type { Applying, AskRefusal, FinishFaults, Waiting } from "../opening/open-account.ts";
import { passwordLengths } from "../password-rules.ts";
import { identityPaths } from "../paths.ts";
import { identityTexts } from "../texts/index.ts";
import { openingTexts } from "../texts/opening.ts";
import { passwordFields } from "./own-password.page.tsx";

export const openingFields = { contact: "lien-he", name: "ten", kind: "loai", code: "ma" } as const;

type Asked = {
  readonly language: Language;
  readonly channels: readonly ContactChannel[];
  readonly refusal: AskRefusal | null;
  readonly typed: { readonly contact: string; readonly name: string; readonly kind: Applying["kind"] };
};

export function OpenMain({ language, channels, refusal, typed }: Asked) {
  const t = openingTexts(language);
  const { contact, name } = wordsOf(refusal, language);
  return (
    <>
      <Errors language={language} contact={contact} name={name} />
      <h1>{t.open.title}</h1>
      <p class="lead">{t.open.lead}</p>
      {channels.length === 0 ? (
        <Notice language={language} kind="warning">
          <p>{t.off}</p>
        </Notice>
      ) : (
        <form method="post" action={identityPaths.openAccount()} novalidate>
          <Radios
            language={language}
            name={openingFields.kind}
            label={t.open.kind}
            value={typed.kind}
            choices={[
              { value: "citizen", label: t.open.kinds.citizen },
              { value: "business", label: t.open.kinds.business },
            ]}
          />
          <NameInput
            language={language}
            name={openingFields.name}
            id={openingFields.name}
            label={t.open.name}
            value={typed.name}
            error={name}
          />
          <ContactBox language={language} channels={channels} value={typed.contact} error={contact} />
          <Button>{t.open.submit}</Button>
        </form>
      )}
      <p class="code-again">{t.open.helped}</p>
    </>
  );
}

export function RecoverMain({ language, channels, refusal, typed }: Asked) {
  const t = openingTexts(language);
  const { contact } = wordsOf(refusal, language);
  return (
    <>
      <Errors language={language} contact={contact} />
      <h1>{t.recover.title}</h1>
      <p class="lead">{t.recover.lead}</p>
      {channels.length === 0 ? (
        <Notice language={language} kind="warning">
          <p>{t.off}</p>
        </Notice>
      ) : (
        <form method="post" action={identityPaths.recoverAccount()} novalidate>
          <ContactBox language={language} channels={channels} value={typed.contact} error={contact} />
          <Button>{t.recover.submit}</Button>
        </form>
      )}
      <p class="code-again">{t.recover.staff}</p>
    </>
  );
}

function Errors({
  language,
  contact,
  name,
}: {
  readonly language: Language;
  readonly contact?: string | undefined;
  readonly name?: string | undefined;
}) {
  const faults = [
    { fieldId: openingFields.name, message: name },
    { fieldId: openingFields.contact, message: contact },
  ].flatMap(({ fieldId, message }) => (message === undefined ? [] : [{ fieldId, message }]));
  return faults.length === 0 ? null : <ErrorSummary faults={faults} language={language} />;
}

function ContactBox({
  language,
  channels,
  value,
  error,
}: {
  readonly language: Language;
  readonly channels: readonly ContactChannel[];
  readonly value: string;
  readonly error?: string | undefined;
}) {
  const t = openingTexts(language);
  const [only] = channels;
  return (
    <TextInput
      language={language}
      name={openingFields.contact}
      id={openingFields.contact}
      label={t.contact}
      hint={t.contactHint[channels.length > 1 || only === undefined ? "both" : only]}
      value={value}
      autocomplete="username"
      autocapitalize="none"
      spellcheck={false}
      width={20}
      maxlength={254}
      error={error}
    />
  );
}

function wordsOf(refusal: AskRefusal | null, language: Language) {
  const t = openingTexts(language).faults;
  if (refusal === null) return {};
  if (refusal.reason === "too-many") return { contact: t.tooMany };
  const { contact, name } = refusal.faults;
  return {
    contact: contact && t[contact],
    name: name && { missing: t.nameMissing, tooLong: t.nameTooLong }[name],
  };
}

export function FinishMain({
  language,
  token,
  waiting,
  faults = {},
  busy,
  isDemo,
}: {
  readonly language: Language;
  readonly token: string;
  readonly waiting: Waiting;
  readonly faults?: FinishFaults;
  readonly busy?: string | undefined;
  readonly isDemo: boolean;
}) {
  const t = openingTexts(language);
  const { password } = identityTexts(language);
  const words = {
    code: faults.code && { missing: t.faults.codeMissing, wrong: t.faults.codeWrong }[faults.code],
    next:
      faults.next &&
      (faults.next === "tooShort" ? password.faults.tooShort(passwordLengths.citizen) : password.faults[faults.next]),
    again: faults.again && password.faults.differs,
  };
  const listed = [
    { fieldId: openingFields.code, message: words.code ?? busy },
    { fieldId: passwordFields.next, message: words.next },
    { fieldId: passwordFields.again, message: words.again },
  ].flatMap(({ fieldId, message }) => (message === undefined ? [] : [{ fieldId, message }]));
  return (
    <>
      {listed.length > 0 && <ErrorSummary faults={listed} language={language} />}
      <h1>{t.finish.title}</h1>
      <p class="lead">{t.finish.sent(waiting.contact.address)}</p>
      {isDemo && (
        <Notice language={language}>
          <p>{t.finish.demo}</p>
        </Notice>
      )}
      <form method="post" action={identityPaths.finishOpening({ token })} novalidate>
        <TextInput
          language={language}
          name={openingFields.code}
          id={openingFields.code}
          label={t.finish.code}
          inputmode="numeric"
          autocomplete="one-time-code"
          spellcheck={false}
          width={8}
          maxlength={12}
          error={words.code}
        />
        {/* So that a keeper of passwords knows whose this is. */}
        <input type="text" name="login" value={waiting.contact.address} autocomplete="username" hidden />
        <PasswordInput
          language={language}
          name={passwordFields.next}
          id={passwordFields.next}
          label={password.next}
          hint={password.hint(passwordLengths.citizen)}
          autocomplete="new-password"
          error={words.next}
        />
        <PasswordInput
          language={language}
          name={passwordFields.again}
          id={passwordFields.again}
          label={password.again}
          autocomplete="new-password"
          error={words.again}
        />
        <Button>{t.finish.submit[waiting.purpose]}</Button>
      </form>
      <p class="code-again">{t.finish.nothing}</p>
      <p>
        <a href={waiting.purpose === "open" ? identityPaths.openAccount() : identityPaths.recoverAccount()}>
          {t.finish.again}
        </a>
      </p>
    </>
  );
}

export function VoidMain({ language }: { readonly language: Language }) {
  const t = openingTexts(language);
  return (
    <>
      <h1>{t.finish.title}</h1>
      <p>{t.finish.void}</p>
      <ul>
        <li>
          <a href={identityPaths.openAccount()}>{t.open.title}</a>
        </li>
        <li>
          <a href={identityPaths.recoverAccount()}>{t.recover.title}</a>
        </li>
      </ul>
    </>
  );
}
