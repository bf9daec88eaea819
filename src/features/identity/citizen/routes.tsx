import { readForm } from "#foundation/http/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import { deviceOf } from "../device.ts";
import { createRoutes, type Page, type Routes } from "../http/routes.ts";
import type { SessionCookie } from "../http/session-cookie.ts";
import { identityPaths } from "../paths.ts";
import type { Sessions } from "../sessions.ts";
import { factorTexts } from "../texts/factors.ts";
import { identityTexts } from "../texts/index.ts";
import { openingTexts } from "../texts/opening.ts";
import { staffingTexts } from "../texts/staffing.ts";
import type { Visitor } from "../visitor.ts";
import { codeField, SignInCodeMain } from "./code.page.tsx";
import { homeOf } from "./home-of.ts";
import { safeBack } from "./safe-back.ts";
import { SignInMain } from "./sign-in.page.tsx";

type Show = (
  c: Page,
  page: {
    title: string;
    main: Html | null;
    hasErrors?: boolean;
    isPrivate?: boolean;
    status?: number;
  },
) => Response;

export type SignInDeps = {
  readonly sessions: Sessions;
  readonly cookie: SessionCookie;
  readonly isDemo: boolean;
  readonly show: Show;
};

export function signInPages({ sessions, cookie, isDemo, show }: SignInDeps): Routes {
  const routes = createRoutes();

  routes.get(identityPaths.signIn.pattern, { allow: "anyone", record: "signIn.page" }, (c) => {
    const language = c.get("language");
    const asked = c.req.query("ve");
    return show(c, {
      title: identityTexts(language).signIn.title,
      isPrivate: true,
      main: (
        <SignInMain
          language={language}
          back={safeBack(asked)}
          login={c.req.query("login") ?? ""}
          isDemo={isDemo}
          isNeeded={c.req.query("can") === "1"}
          news={newsOf(c)}
        />
      ),
    });
  });

  routes.post(identityPaths.signIn.pattern, { allow: "anyone", record: "signIn" }, async (c) => {
    const language = c.get("language");
    const t = identityTexts(language);
    const form = await readForm(c.req.raw);
    const login = (form.get("login") ?? "").trim().slice(0, 200);
    const password = (form.get("password") ?? "").slice(0, 200);
    const back = safeBack(form.get("ve"));
    const again = (faults: { login?: string; password?: string; form?: string }, status: number) =>
      show(c, {
        title: t.signIn.title,
        isPrivate: true,
        hasErrors: true,
        status,
        main: (
          <SignInMain language={language} back={back} login={login} faults={faults} isDemo={isDemo} isNeeded={false} />
        ),
      });
    if (login === "" || password === "") {
      return again(
        {
          ...(login === "" ? { login: t.signIn.missingLogin } : {}),
          ...(password === "" ? { password: t.signIn.missingPassword } : {}),
        },
        422,
      );
    }
    const result = await sessions.signIn(login, password, deviceOf(c.req.header("user-agent")));
    if (!result.ok)
      return again({ form: t.signIn.refusals[result.refusal.reason] }, result.refusal.reason === "busy" ? 503 : 422);
    if ("half" in result.value) {
      cookie.write(c, result.value.half, result.value.expiresAt);
      return c.redirect(identityPaths.signInCode(undefined, onwardTo(back)), 303);
    }
    // A new id at each sign-in: one that was planted before it is worth nothing after it.
    cookie.write(c, result.value.token, result.value.expiresAt);
    return goOn(c, result.value.visitor, back);
  });

  const showCode = (c: Page, back: string, error?: string) => {
    const language = c.get("language");
    return show(c, {
      title: factorTexts(language).signIn.title,
      isPrivate: true,
      hasErrors: error !== undefined,
      status: error === undefined ? 200 : 422,
      main: <SignInCodeMain language={language} back={back} error={error} />,
    });
  };

  routes.get(identityPaths.signInCode.pattern, { allow: "anyone", record: "signIn.codePage" }, async (c) => {
    const back = safeBack(c.req.query("ve"));
    const half = cookie.read(c);
    const isWaitedFor = half !== undefined && (await sessions.isHalf(half));
    return isWaitedFor ? showCode(c, back) : c.redirect(identityPaths.signIn(undefined, onwardTo(back)), 303);
  });

  routes.post(identityPaths.signInCode.pattern, { allow: "anyone", record: "signIn.code" }, async (c) => {
    const form = await readForm(c.req.raw);
    const t = factorTexts(c.get("language"));
    const back = safeBack(form.get("ve"));
    const typed = (form.get(codeField) ?? "").trim().slice(0, 100);
    if (typed === "") return showCode(c, back, t.missing);
    const result = await sessions.signInWithCode(cookie.read(c) ?? "", typed);
    if (!result.ok) return showCode(c, back, t.refusals[result.refusal.reason]);
    cookie.write(c, result.value.token, result.value.expiresAt);
    return goOn(c, result.value.visitor, back);
  });

  routes.post(identityPaths.signOut.pattern, { allow: "anyone", record: "signOut" }, async (c) => {
    const token = cookie.read(c);
    if (token !== undefined) await sessions.end(token);
    cookie.clear(c);
    return c.redirect("/", 303);
  });

  return routes;
}

/** What was done on the page before, in words, by what the address says of it. */
function newsOf(c: Page): string | undefined {
  const what = c.req.query("moi");
  if (what === "1") return staffingTexts(c.get("language")).begin.done;
  return what === "2" ? openingTexts(c.get("language")).recover.done : undefined;
}

const onwardTo = (back: string) => (back === "/" ? {} : { ve: back });

/** Who has still to set up a second factor can do nothing before it, wherever they were going. */
function goOn(c: Page, visitor: Visitor, back: string): Response {
  const isDue = visitor.kind === "official" && visitor.secondFactor === "due";
  return c.redirect(back === "/" || isDue ? homeOf(visitor) : back, 303);
}
