import { formatInstant, type Language, machineInstant } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { StatusTag } from "#ui/status-tag/status-tag.tsx";
import { identityPaths } from "../paths.ts";
import type { OwnSession } from "../session.queries.ts";
import { factorTexts } from "../texts/factors.ts";
import { identityTexts } from "../texts/index.ts";

export function OwnSessionsMain({
  language,
  sessions,
  done,
}: {
  readonly language: Language;
  readonly sessions: readonly OwnSession[];
  /** What was just done, in words. */
  readonly done: string | null;
}) {
  const t = identityTexts(language).sessions;
  const others = sessions.filter(({ isThis }) => !isThis);
  return (
    <>
      {done !== null && (
        <Notice language={language} kind="success" isNews>
          <p>{done}</p>
        </Notice>
      )}
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <p>
        <a href={identityPaths.ownPassword()}>{identityTexts(language).password.link}</a>
        {" · "}
        <a href={identityPaths.ownFactors()}>{factorTexts(language).link}</a>
      </p>
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
