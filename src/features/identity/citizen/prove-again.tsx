/**
 * A fresh proof before something is signed or carried out of the house (trust.md "step-up"). What was sent is held in the
 * page that asks, and goes on to where it was sent once the code is right: nothing that was typed is lost.
 */
import { SignInNeededError } from "#foundation/errors/index.ts";
import { readForm } from "#foundation/http/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import type { Page, Routes } from "../http/routes.ts";
import { bearerToken, type SessionCookie } from "../http/session-cookie.ts";
import { identityPaths } from "../paths.ts";
import type { Sessions } from "../sessions.ts";
import { factorTexts } from "../texts/factors.ts";
import { codeField, ProveAgainMain } from "./code.page.tsx";
import { safeBack } from "./safe-back.ts";

type Show = (
  c: Page,
  page: {
    readonly title: string;
    readonly main: Html | null;
    readonly isPrivate?: boolean;
    readonly hasErrors?: boolean;
    readonly status?: number;
  },
) => Response;

/** The page that asks, in answer to a form that needs a fresh proof. `onward`: where the form was sent. */
export function askForProof(c: Page, show: Show, form: URLSearchParams, onward: string, error?: string): Response {
  const language = c.get("language");
  return show(c, {
    title: factorTexts(language).proof.title,
    isPrivate: true,
    hasErrors: error !== undefined,
    status: error === undefined ? 403 : 422,
    main: (
      <ProveAgainMain
        language={language}
        onward={onward}
        kept={[...form].filter(([name]) => name !== codeField)}
        error={error}
      />
    ),
  });
}

export function declareProofPage(
  routes: Routes,
  {
    sessions,
    cookie,
    site,
  }: {
    readonly sessions: Sessions;
    readonly cookie: SessionCookie;
    readonly site: { readonly citizen: Show; readonly staff: Show };
  },
): void {
  routes.post(identityPaths.proveAgain.pattern, { allow: "signed-in", record: "session.prove" }, async (c) => {
    const visitor = c.get("visitor");
    if (visitor.kind === "anonymous") throw new SignInNeededError();
    const form = await readForm(c.req.raw);
    const onward = safeBack(c.req.query("ve"));
    const show = visitor.kind === "official" ? site.staff : site.citizen;
    const t = factorTexts(c.get("language"));
    const typed = (form.get(codeField) ?? "").trim();
    if (typed === "") return askForProof(c, show, form, onward, t.missing);
    const token = cookie.read(c) ?? bearerToken(c.req.header("authorization")) ?? "";
    const proved = await sessions.proveAgain(visitor.accountId, token, typed);
    if (!proved.ok) return askForProof(c, show, form, onward, t.refusals[proved.refusal.reason]);
    // 307 sends the same form on, by POST and with its fields; the browser asks nobody and no script is needed.
    return c.redirect(onward, 307);
  });
}
