import { type DossierTexts, dossierTexts } from "#features/dossiers/index.ts";
import { formatInstant, type Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { FilterBar, FilterSelect } from "#ui/filter-bar/filter-bar.tsx";
import { Inset, Notice } from "#ui/notice/notice.tsx";
import { StatusTag, type Tone } from "#ui/status-tag/status-tag.tsx";
import { Table } from "#ui/table/table.tsx";
import { masked } from "../addresses.ts";
import type { RecentNotice, StateCount } from "../admin.queries.ts";
import { type Channel, channels, promises } from "../channels.ts";
import type { PumpState } from "../deliver.ts";
import type { NoticeState } from "../delivery.queries.ts";
import type { PretendedMessage } from "../deps.ts";
import type { Message } from "../fill-in.tsx";
import { notificationPaths } from "../paths.ts";
import { type NotificationTexts, notificationTexts } from "../texts/index.ts";

export type Preview = { readonly event: string; readonly message: Message; readonly longest: number | null };

export type AdminProps = {
  readonly language: Language;
  readonly pumps: readonly PumpState[] | null;
  readonly off: readonly { readonly channel: Channel; readonly setting: string }[];
  readonly counts: readonly StateCount[];
  readonly recent: readonly RecentNotice[];
  readonly previews: readonly Preview[];
  readonly previewed: { readonly channel: Channel; readonly language: Language };
  /** Null outside the demo. */
  readonly pretended: readonly PretendedMessage[] | null;
};

export function AdminMain(props: AdminProps) {
  const { language, recent, pretended } = props;
  const t = notificationTexts(language).admin;
  return (
    <>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <Ways {...props} />
      {pretended !== null && <Pretended language={language} messages={pretended} />}
      <section>
        <h2>{t.recent}</h2>
        {recent.length === 0 ? (
          <EmptyState title={t.recentNone} />
        ) : (
          <Table
            caption={t.recent}
            hideCaption
            columns={[t.dossier, t.told, t.channel, t.state, t.tries, t.at].map((head) => ({
              head,
              isFigure: head === t.tries,
            }))}
            rows={recent.map((one) => [
              <span class="code">{one.code ?? t.digest}</span>,
              eventName(one.told, language),
              channelName(one.channel, language),
              <State notice={one} t={t} />,
              one.attempts,
              formatInstant(one.sentAt ?? one.queuedAt),
            ])}
          />
        )}
      </section>
      <Previews {...props} />
    </>
  );
}

function Ways({ language, pumps, off, counts }: AdminProps) {
  const t = notificationTexts(language).admin;
  const columns = ["queued", "sending", "sent", "delivered", "failed", "givenUp"] as const satisfies NoticeState[];
  const countOf = (channel: Channel, state: NoticeState) =>
    counts.find((one) => one.channel === channel && one.state === state)?.count ?? 0;
  return (
    <section>
      <h2>{t.channels}</h2>
      <Table
        caption={t.lastDays}
        columns={[
          { head: t.channel },
          { head: t.way },
          ...columns.map((state) => ({ head: t.states[state], isFigure: true })),
          { head: t.unknown },
        ]}
        rows={channels.map((channel) => [
          channelName(channel, language),
          wayOf(channel, pumps, off, t),
          ...columns.map((state) => countOf(channel, state)),
          t.unknownIs[promises[channel].unknownIs],
        ])}
      />
    </section>
  );
}

function wayOf(
  channel: Channel,
  pumps: AdminProps["pumps"],
  off: AdminProps["off"],
  t: NotificationTexts["admin"],
): Child {
  const closed = off.find((one) => one.channel === channel);
  if (closed !== undefined) return <StatusTag tone="still">{t.ways.off(closed.setting)}</StatusTag>;
  const pump = pumps?.find((one) => one.channel === channel);
  if (pump === undefined) return <StatusTag tone="calm">{t.ways.elsewhere}</StatusTag>;
  if (pump.breaker !== "closed") return <StatusTag tone="late">{t.ways[pump.breaker]}</StatusTag>;
  return pump.isPretended ? (
    <StatusTag tone="soon">{t.ways.pretended}</StatusTag>
  ) : (
    <StatusTag tone="good">{t.ways.closed}</StatusTag>
  );
}

const tones = {
  queued: "soon",
  sending: "calm",
  sent: "good",
  delivered: "good",
  failed: "late",
  givenUp: "late",
} as const satisfies Record<NoticeState, Tone>;

function State({ notice, t }: { notice: RecentNotice; t: NotificationTexts["admin"] }) {
  return (
    <>
      <StatusTag tone={tones[notice.state]}>{t.states[notice.state]}</StatusTag>
      {notice.fault !== null && <span class="quiet"> {notice.fault}</span>}
    </>
  );
}

function Pretended({ language, messages }: { language: Language; messages: readonly PretendedMessage[] }) {
  const t = notificationTexts(language).admin;
  return (
    <section>
      <h2>{t.pretendedTitle}</h2>
      <Notice language={language} kind="warning">
        <p>{t.pretended}</p>
      </Notice>
      {messages.length === 0 ? (
        <EmptyState title={t.pretendedNone} />
      ) : (
        <ul class="notice-samples">
          {messages.map((one) => (
            <li class="notice-sample">
              <p class="quiet">
                {channelName(one.channel, language)} · {t.to} {masked(one.to)} · {formatInstant(one.at)}
              </p>
              <Words subject={one.channel === "email" ? one.subject : null} text={one.text} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Previews({ language, previews, previewed }: AdminProps) {
  const t = notificationTexts(language).admin;
  return (
    <section id="xem-truoc">
      <h2>{t.preview}</h2>
      <p>{t.previewLead}</p>
      <FilterBar language={language} action={`${notificationPaths.admin()}#xem-truoc`} label={t.filter}>
        <FilterSelect
          name="kenh"
          label={t.channel}
          value={previewed.channel}
          options={channels.map((channel) => ({ value: channel, text: channelName(channel, language) }))}
        />
        <FilterSelect
          name="ngon-ngu"
          label={notificationTexts(language).choices.language}
          value={previewed.language}
          options={[
            { value: "vi", text: "Tiếng Việt" },
            { value: "en", text: "English" },
          ]}
        />
      </FilterBar>
      <ul class="notice-samples">
        {previews.map(({ event, message, longest }) => (
          <li class="notice-sample">
            <h3 class="notice-sample-head">{eventName(event, language)}</h3>
            {message.channel !== "email" && (
              <p class="quiet">
                {t.templateId}: <span class="code">{message.templateId}</span>
                {longest !== null && ` · ${t.characters(longest)}`}
              </p>
            )}
            <div class="notice-preview" lang={previewed.language}>
              {message.channel === "email" && <Words subject={message.subject} text={message.text} />}
              {message.channel === "sms" && <Words subject={null} text={message.text} />}
              {message.channel === "zalo" && (
                <Words
                  subject={null}
                  text={Object.entries(message.parameters)
                    .map(([name, value]) => `${name}: ${value}`)
                    .join("\n")}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** An e-mail opens to its text; a message is short enough to stand there. */
function Words({ subject, text }: { subject: string | null; text: string }) {
  const said = (
    <Inset>
      <p class="notice-said">{text}</p>
    </Inset>
  );
  if (subject === null) return said;
  return (
    <details>
      <summary>{subject}</summary>
      {said}
    </details>
  );
}

function channelName(channel: Channel, language: Language): string {
  return notificationTexts(language).choices.names[channel];
}

/** A move that this program does not have yet may have its texts already; then its own name must do. */
function eventName(event: string, language: Language): string {
  const names: Readonly<Record<string, string>> = dossierTexts(language).events satisfies DossierTexts["events"];
  const ours: Readonly<Record<string, string>> = notificationTexts(language).events;
  return names[event] ?? ours[event] ?? (event === "digest" ? notificationTexts(language).admin.digest : event);
}
