/** The page behind the link of a slip: its holder sets the first password. For whoever holds the slip. */
import { readForm } from "#foundation/http/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import { Button } from "#ui/button/button.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { PasswordInput } from "#ui/password-input/password-input.tsx";
import type { Page, Routes } from "../http/routes.ts";
import { identityPaths } from "../paths.ts";
import { type BeginDeps, type BeginFaults, beginAccount, invitedBy } from "../staffing/begin-account.ts";
import type { Invited } from "../staffing/queries.ts";
import { identityTexts } from "../texts/index.ts";
import { staffingTexts } from "../texts/staffing.ts";
import { passwordFields } from "./own-password.page.tsx";

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

export function declareBeginPages(routes: Routes, deps: BeginDeps, show: Show): void {
  routes.get(identityPaths.beginAccount.pattern, { allow: "anyone", record: "account.beginPage" }, async (c) => {
    const invited = await invitedBy(deps, c.req.param("token"));
    return invited === undefined ? showVoid(c) : showForm(c, invited, c.req.param("token"), {}, 200);
  });

  routes.post(identityPaths.beginAccount.pattern, { allow: "anyone", record: "account.begin" }, async (c) => {
    const token = c.req.param("token");
    const form = await readForm(c.req.raw);
    const done = await beginAccount(deps, token, {
      next: form.get(passwordFields.next) ?? "",
      again: form.get(passwordFields.again) ?? "",
    });
    if (done.ok) return c.redirect(identityPaths.signIn(undefined, { login: done.value.login, moi: 1 }), 303);
    const { refusal } = done;
    const invited = await invitedBy(deps, token);
    if (refusal.reason === "void" || invited === undefined) return showVoid(c);
    const busy = refusal.reason === "busy" ? identityTexts(c.get("language")).signIn.refusals.busy : undefined;
    const faults = refusal.reason === "faults" ? refusal.faults : {};
    return showForm(c, invited, token, faults, refusal.reason === "busy" ? 503 : 422, busy);
  });

  function showVoid(c: Page): Response {
    const t = staffingTexts(c.get("language")).begin;
    return show(c, {
      title: t.title,
      isPrivate: true,
      status: 404,
      main: (
        <>
          <h1>{t.title}</h1>
          <p>{t.void}</p>
        </>
      ),
    });
  }

  function showForm(c: Page, invited: Invited, token: string, faults: BeginFaults, status: number, busy?: string) {
    const language = c.get("language");
    const words = wordsOf(faults, deps.staffPasswordLength, language);
    const listed = [
      { fieldId: passwordFields.next, message: words.next ?? busy },
      { fieldId: passwordFields.again, message: words.again },
    ].flatMap(({ fieldId, message }) => (message === undefined ? [] : [{ fieldId, message }]));
    const t = staffingTexts(language).begin;
    const { next, again, hint } = identityTexts(language).password;
    return show(c, {
      title: t.title,
      isPrivate: true,
      hasErrors: listed.length > 0,
      status,
      main: (
        <>
          {listed.length > 0 && <ErrorSummary faults={listed} language={language} />}
          <h1>{t.title}</h1>
          <p class="lead">{t.lead(invited.name)}</p>
          <form method="post" action={identityPaths.beginAccount({ token })} novalidate>
            {/* So that a keeper of passwords knows whose this is. */}
            <input type="text" name="login" value={invited.login} autocomplete="username" hidden />
            <PasswordInput
              language={language}
              name={passwordFields.next}
              id={passwordFields.next}
              label={next}
              hint={hint(deps.staffPasswordLength)}
              autocomplete="new-password"
              error={words.next}
            />
            <PasswordInput
              language={language}
              name={passwordFields.again}
              id={passwordFields.again}
              label={again}
              autocomplete="new-password"
              error={words.again}
            />
            <Button>{t.submit}</Button>
          </form>
        </>
      ),
    });
  }
}

function wordsOf({ next, again }: BeginFaults, least: number, language: Language) {
  const { faults } = identityTexts(language).password;
  return {
    next: next && (next === "tooShort" ? faults.tooShort(least) : faults[next]),
    again: again && faults.differs,
  };
}
