/** Opening an account of one's own and setting a forgotten password anew. For everybody. */
import { readForm } from "#foundation/http/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import type { Result } from "#foundation/result/index.ts";
import { deviceOf } from "../device.ts";
import type { Page, Routes } from "../http/routes.ts";
import type { SessionCookie } from "../http/session-cookie.ts";
import {
  type AskRefusal,
  askToOpen,
  askToRecover,
  type FinishFaults,
  findWaiting,
  finish,
  type OpeningDeps,
  type Waiting,
} from "../opening/open-account.ts";
import { identityPaths } from "../paths.ts";
import { identityTexts } from "../texts/index.ts";
import { openingTexts } from "../texts/opening.ts";
import { FinishMain, OpenMain, openingFields, RecoverMain, VoidMain } from "./opening.page.tsx";
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

export type OpeningPageDeps = OpeningDeps & {
  readonly cookie: SessionCookie;
  readonly isDemo: boolean;
  readonly show: Show;
};

export function declareOpeningPages(routes: Routes, deps: OpeningPageDeps): void {
  const { codes, cookie, isDemo, show } = deps;
  const nothingTyped = { contact: "", name: "", kind: "citizen" } as const;
  type Typed = Parameters<typeof OpenMain>[0]["typed"];

  function showOpen(c: Page, typed: Typed, refusal: AskRefusal | null): Response {
    const language = c.get("language");
    return show(c, {
      title: openingTexts(language).open.title,
      isPrivate: true,
      hasErrors: refusal !== null,
      status: statusOf(refusal),
      main: <OpenMain language={language} channels={codes.channels} typed={typed} refusal={refusal} />,
    });
  }

  function showRecover(c: Page, typed: Typed, refusal: AskRefusal | null): Response {
    const language = c.get("language");
    return show(c, {
      title: openingTexts(language).recover.title,
      isPrivate: true,
      hasErrors: refusal !== null,
      status: statusOf(refusal),
      main: <RecoverMain language={language} channels={codes.channels} typed={typed} refusal={refusal} />,
    });
  }

  const goOn = (c: Page, asked: Result<string, AskRefusal>, again: (refusal: AskRefusal) => Response) =>
    asked.ok ? c.redirect(identityPaths.finishOpening({ token: asked.value }), 303) : again(asked.refusal);

  routes.get(identityPaths.openAccount.pattern, { allow: "anyone", record: "account.openPage" }, (c) =>
    showOpen(c, nothingTyped, null),
  );

  routes.post(identityPaths.openAccount.pattern, { allow: "anyone", record: "account.open" }, async (c) => {
    const form = await readForm(c.req.raw);
    const typed: Typed = {
      contact: form.get(openingFields.contact) ?? "",
      name: form.get(openingFields.name) ?? "",
      kind: form.get(openingFields.kind) === "business" ? "business" : "citizen",
    };
    return goOn(c, await askToOpen(deps, typed, c.get("language")), (refusal) => showOpen(c, typed, refusal));
  });

  routes.get(identityPaths.recoverAccount.pattern, { allow: "anyone", record: "account.recoverPage" }, (c) =>
    showRecover(c, nothingTyped, null),
  );

  routes.post(identityPaths.recoverAccount.pattern, { allow: "anyone", record: "account.recover" }, async (c) => {
    const form = await readForm(c.req.raw);
    const typed: Typed = { ...nothingTyped, contact: form.get(openingFields.contact) ?? "" };
    return goOn(c, await askToRecover(deps, typed, c.get("language")), (refusal) => showRecover(c, typed, refusal));
  });

  function showFinish(c: Page, token: string, waiting: Waiting | undefined, faults: FinishFaults, isBusy = false) {
    const language = c.get("language");
    const title = openingTexts(language).finish.title;
    if (waiting === undefined) {
      return show(c, { title, isPrivate: true, status: 404, main: <VoidMain language={language} /> });
    }
    const hasErrors = isBusy || Object.keys(faults).length > 0;
    return show(c, {
      title,
      isPrivate: true,
      hasErrors,
      status: isBusy ? 503 : hasErrors ? 422 : 200,
      main: (
        <FinishMain
          language={language}
          token={token}
          waiting={waiting}
          faults={faults}
          busy={isBusy ? identityTexts(language).signIn.refusals.busy : undefined}
          isDemo={isDemo}
        />
      ),
    });
  }

  routes.get(identityPaths.finishOpening.pattern, { allow: "anyone", record: "account.codePage" }, async (c) => {
    const token = c.req.param("token");
    return showFinish(c, token, await findWaiting(deps, token), {});
  });

  routes.post(identityPaths.finishOpening.pattern, { allow: "anyone", record: "account.code" }, async (c) => {
    const token = c.req.param("token");
    const form = await readForm(c.req.raw);
    const typed = {
      code: (form.get(openingFields.code) ?? "").slice(0, 20),
      next: form.get(passwordFields.next) ?? "",
      again: form.get(passwordFields.again) ?? "",
    };
    const done = await finish(deps, token, typed, deviceOf(c.req.header("user-agent")));
    if (!done.ok) {
      const { refusal } = done;
      if (refusal.reason === "void") return showFinish(c, token, undefined, {});
      const faults = refusal.reason === "faults" ? refusal.faults : {};
      return showFinish(c, token, await findWaiting(deps, token), faults, refusal.reason === "busy");
    }
    if (done.value.purpose === "recover") return c.redirect(identityPaths.signIn(undefined, { moi: 2 }), 303);
    const { token: session, expiresAt } = done.value.session;
    cookie.write(c, session, expiresAt);
    return c.redirect("/tai-khoan", 303);
  });
}

const statusOf = (refusal: AskRefusal | null) => (refusal === null ? 200 : refusal.reason === "too-many" ? 429 : 422);
