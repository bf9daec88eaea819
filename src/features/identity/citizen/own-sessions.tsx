/** Where an account is signed in, and ending what is not its holder's. For everybody who has an account. */
import { NotFoundError } from "#foundation/errors/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import type { Page, Routes } from "../http/routes.ts";
import { bearerToken, type SessionCookie } from "../http/session-cookie.ts";
import { accountOf, sessionNumber } from "../own-account.ts";
import { identityPaths } from "../paths.ts";
import type { Sessions } from "../sessions.ts";
import { type IdentityTexts, identityTexts } from "../texts/index.ts";
import { OwnSessionsMain } from "./own-sessions.page.tsx";

type Show = (
  c: Page,
  page: { readonly title: string; readonly main: Html | null; readonly isPrivate?: boolean },
) => Response;

export type OwnSessionsDeps = {
  readonly sessions: Sessions;
  readonly cookie: SessionCookie;
  readonly site: { readonly citizen: Show; readonly staff: Show };
};

export function declareOwnSessionPages(routes: Routes, { sessions, cookie, site }: OwnSessionsDeps): void {
  const tokenOf = (c: Page) => cookie.read(c) ?? bearerToken(c.req.header("authorization")) ?? "";

  routes.get(identityPaths.ownSessions.pattern, { allow: "signed-in", record: "session.page" }, async (c) => {
    const language = c.get("language");
    const visitor = c.get("visitor");
    const show = visitor.kind === "official" ? site.staff : site.citizen;
    return show(c, {
      title: identityTexts(language).sessions.title,
      isPrivate: true,
      main: (
        <OwnSessionsMain
          language={language}
          sessions={await sessions.listOf(accountOf(visitor), tokenOf(c))}
          done={doneOf(identityTexts(language), c.req.query("da"), c.req.query("so"))}
        />
      ),
    });
  });

  routes.post(
    identityPaths.endOtherSessions.pattern,
    { allow: "signed-in", record: "session.end-others" },
    async (c) => {
      const ended = await sessions.endOthers(accountOf(c.get("visitor")), tokenOf(c));
      return c.redirect(identityPaths.ownSessions(undefined, { da: "cac-phien-khac", so: String(ended) }), 303);
    },
  );

  routes.post(identityPaths.endOwnSession.pattern, { allow: "signed-in", record: "session.end-one" }, async (c) => {
    const id = sessionNumber(c.req.param("id"));
    const ended = id !== undefined && (await sessions.endOne(accountOf(c.get("visitor")), id));
    if (!ended) throw new NotFoundError("session", c.req.param("id"));
    return c.redirect(identityPaths.ownSessions(undefined, { da: "mot" }), 303);
  });
}

/** What was just done, in words, by what the address says of it. */
function doneOf(t: IdentityTexts, what: string | undefined, number: string | undefined): string | null {
  const count = /^\d{1,4}$/.test(number ?? "") ? Number(number) : 0;
  switch (what) {
    case "mot":
      return t.sessions.endedOne;
    case "cac-phien-khac":
      return t.sessions.endedOthers(count);
    case "mat-khau":
      return t.password.done(count);
    default:
      return null;
  }
}
