/** Changing one's own password. For everybody who has an account of their own. */
import { SignInNeededError } from "#foundation/errors/index.ts";
import { readForm } from "#foundation/http/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import { type ChangeDeps, type ChangeRefusal, changePassword } from "../change-password.ts";
import type { Page, Routes } from "../http/routes.ts";
import { bearerToken, type SessionCookie } from "../http/session-cookie.ts";
import { passwordLengths } from "../password-rules.ts";
import { identityPaths } from "../paths.ts";
import { identityTexts } from "../texts/index.ts";
import { OwnPasswordMain, passwordFields } from "./own-password.page.tsx";

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

export type OwnPasswordDeps = ChangeDeps & {
  readonly cookie: SessionCookie;
  readonly site: { readonly citizen: Show; readonly staff: Show };
};

export function declareOwnPasswordPages(routes: Routes, deps: OwnPasswordDeps): void {
  const { cookie, site, staffPasswordLength } = deps;

  function showForm(c: Page, refusal: ChangeRefusal | null): Response {
    const language = c.get("language");
    const visitor = c.get("visitor");
    if (visitor.kind === "anonymous") throw new SignInNeededError();
    const t = identityTexts(language);
    const show = visitor.kind === "official" ? site.staff : site.citizen;
    const faults = refusal?.reason === "faults" ? refusal.faults : {};
    const words =
      refusal?.reason === "busy" || refusal?.reason === "too-many-failures"
        ? t.signIn.refusals[refusal.reason]
        : undefined;
    return show(c, {
      title: t.password.title,
      isPrivate: true,
      hasErrors: refusal !== null,
      status: refusal === null ? 200 : refusal.reason === "busy" ? 503 : 422,
      main: (
        <OwnPasswordMain
          language={language}
          login={visitor.login}
          least={visitor.kind === "official" ? staffPasswordLength : passwordLengths.citizen}
          isShared={visitor.isDemo}
          faults={faults}
          refusal={words}
        />
      ),
    });
  }

  routes.get(identityPaths.ownPassword.pattern, { allow: "signed-in", record: "password.page" }, (c) =>
    showForm(c, null),
  );

  routes.post(identityPaths.ownPassword.pattern, { allow: "signed-in", record: "password.change" }, async (c) => {
    const visitor = c.get("visitor");
    if (visitor.kind === "anonymous") throw new SignInNeededError();
    const form = await readForm(c.req.raw);
    const typed = (name: string) => form.get(name) ?? "";
    const token = cookie.read(c) ?? bearerToken(c.req.header("authorization")) ?? "";
    const result = await changePassword(deps, visitor, token, {
      current: typed(passwordFields.current),
      next: typed(passwordFields.next),
      again: typed(passwordFields.again),
    });
    if (!result.ok) return showForm(c, result.refusal);
    return c.redirect(identityPaths.ownSessions(undefined, { da: "mat-khau", so: String(result.value) }), 303);
  });
}
