import { dossierPaths } from "#features/dossiers/index.ts";
import type { Applicant, Official, Page, Routes } from "#features/identity/index.ts";
import { ForbiddenError, NotFoundError, TryLaterError } from "#foundation/errors/index.ts";
import { readForm } from "#foundation/http/index.ts";
import { isLanguage } from "#foundation/i18n/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import type { Choosable } from "../channels.ts";
import { chooseChannels, readChoices, type Wish } from "../choose-channels.ts";
import { insertStop } from "../delivery.queries.ts";
import type { NotificationDeps } from "../deps.ts";
import { notificationPaths } from "../paths.ts";
import { notificationTexts } from "../texts/index.ts";
import { addressField, ChoicesMain, StopMain } from "./choices.page.tsx";

export type ShowPage = (
  c: Page,
  page: {
    readonly title: string;
    readonly main: Html | null;
    readonly before?: Child;
    readonly hasErrors?: boolean;
    readonly isPrivate?: boolean;
    readonly status?: number;
  },
) => Response;

export function declareChoicePages(
  routes: Routes,
  deps: NotificationDeps,
  show: { readonly citizen: ShowPage; readonly staff: ShowPage },
): void {
  const { database, clock, links, bell } = deps;

  routes.get(notificationPaths.choices.pattern, { allow: "signed-in", record: "account.noticeChoices" }, async (c) =>
    choicesPage(c, { isSaved: c.req.query("da-luu") !== undefined }),
  );

  routes.post(
    notificationPaths.choices.pattern,
    { allow: "signed-in", record: "account.noticeChoices.change" },
    async (c) => {
      const { accountId } = signedIn(c);
      const form = await readForm(c.req.raw);
      const asked = form.getAll("kenh");
      const wishes = offeredTo(signedIn(c)).map(
        (channel): Wish => ({
          channel,
          wanted: asked.includes(channel),
          // More than an address can be is none; it need not be carried around whole.
          address: (form.get(addressField(channel)) ?? "").slice(0, 300),
        }),
      );
      const typed = form.get("ngon-ngu");
      const language = isLanguage(typed) ? typed : c.get("language");
      const result = await chooseChannels(deps, accountId, wishes, language);
      if (!result.ok) return choicesPage(c, { isSaved: false, wishes, badAddresses: result.refusal.badAddresses });
      return c.redirect(notificationPaths.choices(undefined, { "da-luu": 1 }), 303);
    },
  );

  async function choicesPage(
    c: Page,
    shown: { isSaved: boolean; wishes?: readonly Wish[]; badAddresses?: readonly Choosable[] },
  ): Promise<Response> {
    const language = c.get("language");
    const visitor = signedIn(c);
    const stored = await readChoices(deps, visitor.accountId);
    const offered = offeredTo(visitor);
    const badAddresses = shown.badAddresses ?? [];
    return show[visitor.kind === "official" ? "staff" : "citizen"](c, {
      title: notificationTexts(language).choices.title,
      isPrivate: true,
      hasErrors: badAddresses.length > 0,
      status: badAddresses.length > 0 ? 422 : 200,
      before: (
        <BackLink
          href={visitor.kind === "official" ? notificationPaths.arrivals() : dossierPaths.inbox()}
          language={language}
        />
      ),
      main: (
        <ChoicesMain
          language={language}
          choices={offered.map((channel) => {
            const wish = shown.wishes?.find((one) => one.channel === channel);
            const kept = stored.find((one) => one.channel === channel);
            return {
              channel,
              wanted: wish?.wanted ?? kept !== undefined,
              address: wish?.address ?? kept?.address ?? "",
            };
          })}
          noticeLanguage={stored[0]?.language ?? language}
          notOffered={allOf(visitor).filter((channel) => !offered.includes(channel))}
          quiet={deps.quiet === null ? null : { from: clockOf(deps.quiet.from), to: clockOf(deps.quiet.to) }}
          badAddresses={badAddresses}
          isSaved={shown.isSaved}
        />
      ),
    });
  }

  /** What the city has a way out for. */
  function offeredTo(visitor: Applicant | Official): readonly Choosable[] {
    return allOf(visitor).filter((channel) => deps.on.includes(channel === "digest" ? "email" : channel));
  }

  routes.get(notificationPaths.stop.pattern, { allow: "anyone", record: "notice.stop.page" }, async (c) => {
    const token = c.req.param("token");
    if (links.readStopToken(token) === null) throw new NotFoundError("stop address", token);
    return stopPage(c, token, false);
  });

  // Pressed by a person, or by their mail program at one click (RFC 8058), which sends no page of ours before.
  routes.post(notificationPaths.stop.pattern, { allow: "anyone", record: "notice.stop" }, async (c) => {
    const token = c.req.param("token");
    const stop = links.readStopToken(token);
    if (stop === null) throw new NotFoundError("stop address", token);
    await insertStop(database.db, stop.dossierId, stop.recipient, clock.now());
    return stopPage(c, token, true);
  });

  function stopPage(c: Page, token: string, isDone: boolean): Response {
    const language = c.get("language");
    const t = notificationTexts(language).stop;
    return show.citizen(c, {
      title: isDone ? t.doneTitle : t.title,
      isPrivate: true,
      main: <StopMain language={language} token={token} isDone={isDone} />,
    });
  }

  routes.get(notificationPaths.bell.pattern, { allow: "signed-in", record: "account.bell" }, async (c) => {
    const visitor = signedIn(c);
    const headers = { "cache-control": "private, no-store" };
    // A page listens; a program asks once.
    if (!(c.req.header("accept") ?? "").includes("text/event-stream")) {
      return c.json({ unread: await bell.count(visitor) }, 200, headers);
    }
    const stream = await bell.listen(visitor);
    if (stream === null) throw new TryLaterError("No room for another listener");
    return new Response(stream, {
      headers: { ...headers, "content-type": "text/event-stream; charset=utf-8", "x-accel-buffering": "no" },
    });
  });
}

function allOf(visitor: Applicant | Official): readonly Choosable[] {
  return visitor.kind === "official" ? ["digest"] : ["email", "sms", "zalo"];
}

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function signedIn(c: Page): Applicant | Official {
  const visitor = c.get("visitor");
  if (visitor.kind === "anonymous") throw new ForbiddenError("For people with an account");
  return visitor;
}
