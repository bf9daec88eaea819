import type { Context } from "hono";
import { type AppEnv, identityPaths } from "#features/identity/index.ts";
import { errorWords } from "#foundation/http/index.ts";
import type { Show } from "./site/site.tsx";
import { siteTexts } from "./site/texts.ts";

export type ErrorPage = (c: Context<AppEnv>, publicKey: string, status: number, requestId: string) => Response;

/** What a person sees when a request cannot go on: what happened, what to do, and a number to give to our staff. */
export function errorPages(show: Show): ErrorPage {
  return (c, publicKey, status, requestId) => {
    if (publicKey === "signInNeeded" && c.req.method === "GET") {
      const url = new URL(c.req.url);
      return c.redirect(identityPaths.signIn(undefined, { ve: `${url.pathname}${url.search}`, can: 1 }), 303);
    }
    if (publicKey === "secondFactorDue" && c.req.method === "GET") return c.redirect(identityPaths.ownFactors(), 303);
    const language = c.get("language");
    const { title, detail } = errorWords(publicKey, language);
    const t = siteTexts(language);
    return show(c, {
      title,
      status,
      isPrivate: true,
      main: (
        <>
          <h1>{title}</h1>
          <p>{detail}</p>
          {status >= 500 && (
            <p class="quiet">
              {t.requestId}: <code>{requestId}</code>
            </p>
          )}
          <p>
            <a href="/">{t.backHome}</a>
          </p>
        </>
      ),
    });
  };
}
