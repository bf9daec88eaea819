import { formatInstant, type Language, machineInstant } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { StatusTag } from "#ui/status-tag/status-tag.tsx";
import { identityPaths } from "../paths.ts";
import type { OwnSession } from "../session.queries.ts";
import { identityTexts } from "../texts/index.ts";

/** What was just done, by the word the address carries: `one`, or how many others. */
export type Ended = "one" | number | null;

export function OwnSessionsMain({
  language,
  sessions,
  ended,
}: {
  readonly language: Language;
  readonly sessions: readonly OwnSession[];
  readonly ended: Ended;
}) {
  const t = identityTexts(language).sessions;
  const others = sessions.filter(({ isThis }) => !isThis);
  return (
    <>
      {ended !== null && (
        <Notice language={language} kind="success" isNews>
          <p>{ended === "one" ? t.endedOne : t.endedOthers(ended)}</p>
        </Notice>
      )}
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <ul class="own-sessions">
        {sessions.map((session) => (
          <li class="own-session">
            <div>
              <p class="own-session-device">{nameOf(session, t)}</p>
              <p class="own-session-times">
                {t.opened} <Moment at={session.createdAt} />
              </p>
              <p class="own-session-times">
                {t.seen} <Moment at={session.seenAt} />
              </p>
            </div>
            {session.isThis ? (
              <StatusTag tone="good">{t.current}</StatusTag>
            ) : (
              <form method="post" action={identityPaths.endOwnSession({ id: String(session.id) })}>
                <Button kind="secondary" label={t.endThis(nameOf(session, t), formatInstant(session.createdAt))}>
                  {t.end}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <form method="post" action={identityPaths.endOtherSessions()}>
          <Button kind="warning">{t.endOthers}</Button>
        </form>
      )}
    </>
  );
}

function Moment({ at }: { readonly at: Date }) {
  return <time datetime={machineInstant(at)}>{formatInstant(at)}</time>;
}

type SessionTexts = ReturnType<typeof identityTexts>["sessions"];

function nameOf({ device, kind }: OwnSession, t: SessionTexts): string {
  const known = device === "" ? t.unknown : device;
  return kind === "token" ? t.program(known) : known;
}
