import type { Language } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { Checkboxes, Radios } from "#ui/choices/choices.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { TextInput } from "#ui/text-input/text-input.tsx";
import type { Choosable } from "../channels.ts";
import { notificationPaths } from "../paths.ts";
import { notificationTexts } from "../texts/index.ts";

export type ShownChoice = { readonly channel: Choosable; readonly wanted: boolean; readonly address: string };

export const addressField = (channel: Choosable) => `dia-chi-${channel}`;

export function ChoicesMain({
  language,
  choices,
  noticeLanguage,
  notOffered,
  quiet,
  badAddresses,
  isSaved,
}: {
  readonly language: Language;
  readonly choices: readonly ShownChoice[];
  readonly noticeLanguage: Language;
  readonly notOffered: readonly Choosable[];
  readonly quiet: { readonly from: string; readonly to: string } | null;
  readonly badAddresses: readonly Choosable[];
  readonly isSaved: boolean;
}) {
  const t = notificationTexts(language).choices;
  const isStaff = choices.some(({ channel }) => channel === "digest") || notOffered.includes("digest");
  const names = notOffered.map((channel) => t.names[channel]).join(", ");
  return (
    <>
      <ErrorSummary
        language={language}
        faults={badAddresses.map((channel) => ({ fieldId: addressField(channel), message: t.faults[channel] }))}
      />
      {isSaved && (
        <Notice language={language} kind="success" isNews>
          <p>{t.saved}</p>
        </Notice>
      )}
      <h1>{t.title}</h1>
      <p class="lead">{isStaff ? t.staffLead : t.lead}</p>
      {choices.length === 0 ? (
        <Notice language={language}>
          <p>{t.nothingOffered}</p>
        </Notice>
      ) : (
        <form method="post" action={notificationPaths.choices()} novalidate>
          <Checkboxes
            language={language}
            name="kenh"
            label={t.channels}
            optional
            values={choices.filter(({ wanted }) => wanted).map(({ channel }) => channel)}
            choices={choices.map(({ channel, address }) => ({
              value: channel,
              label: t.names[channel],
              hint: t.consents[channel],
              follows: (
                <TextInput
                  language={language}
                  name={addressField(channel)}
                  id={addressField(channel)}
                  label={t.address[channel]}
                  hint={t.addressHint[channel]}
                  value={address}
                  {...(channel === "sms" || channel === "zalo"
                    ? { type: "tel", inputmode: "tel", autocomplete: "tel", width: 12 }
                    : { type: "email", inputmode: "email", autocomplete: "email" })}
                  autocapitalize="none"
                  spellcheck={false}
                  maxlength={254}
                  error={badAddresses.includes(channel) ? t.faults[channel] : undefined}
                />
              ),
            }))}
          />
          <Radios
            language={language}
            name="ngon-ngu"
            label={t.language}
            inline
            value={noticeLanguage}
            choices={[
              { value: "vi", label: <span lang="vi">Tiếng Việt</span> },
              { value: "en", label: <span lang="en">English</span> },
            ]}
          />
          <Button>{t.save}</Button>
        </form>
      )}
      {!isStaff && (
        <section class="notice-asides">
          <h2>{t.goodToKnow}</h2>
          <p>{t.contact}</p>
          {quiet !== null && <p>{t.quiet(quiet.from, quiet.to)}</p>}
          {choices.length > 0 && notOffered.length > 0 && <p>{t.notOffered(names)}</p>}
        </section>
      )}
    </>
  );
}

export function StopMain({ language, token, isDone }: { language: Language; token: string; isDone: boolean }) {
  const t = notificationTexts(language).stop;
  if (isDone) {
    return (
      <>
        <h1>{t.doneTitle}</h1>
        <p class="lead">{t.done}</p>
      </>
    );
  }
  return (
    <>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <form method="post" action={notificationPaths.stop({ token })}>
        <Button kind="warning">{t.button}</Button>
      </form>
    </>
  );
}
