import { readForm } from "#foundation/http/index.ts";
import { deviceOf } from "../device.ts";
import { createRoutes, type Page, type Routes } from "../http/routes.ts";
import type { SessionCookie } from "../http/session-cookie.ts";
import { identityPaths } from "../paths.ts";
import type { Sessions } from "../sessions.ts";
import { identityTexts } from "../texts/index.ts";
import type { Visitor } from "../visitor.ts";
import { SignInMain } from "./sign-in.page.tsx";

type Show = (
  c: Page,
  page: {
    title: string;
    main: ReturnType<typeof SignInMain>;
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
    const result = await sessions.signIn(login, password, "cookie", deviceOf(c.req.header("user-agent")));
    if (!result.ok)
      return again({ form: t.signIn.refusals[result.refusal.reason] }, result.refusal.reason === "busy" ? 503 : 422);
    // A new id at each sign-in: one that was planted before it is worth nothing after it.
    cookie.write(c, result.value.token, result.value.expiresAt);
    return c.redirect(back === "/" ? homeOf(result.value.visitor) : back, 303);
  });

  routes.post(identityPaths.signOut.pattern, { allow: "anyone", record: "signOut" }, async (c) => {
    const token = cookie.read(c);
    if (token !== undefined) await sessions.end(token);
    cookie.clear(c);
    return c.redirect("/", 303);
  });

  return routes;
}

function homeOf(visitor: Visitor): string {
  if (visitor.kind !== "official") return "/tai-khoan";
  const directs = visitor.postings.every((posting) => ["director", "inspector", "quality"].includes(posting.role));
  return directs ? "/dieu-hanh" : "/can-bo";
}

/** Only a path of this site: a sign-in page that sends people elsewhere is a phisher's best friend. */
function safeBack(asked: string | null | undefined): string {
  return asked !== null && asked !== undefined && /^\/(?![/\\])[\u0021-\u007e]*$/.test(asked) ? asked : "/";
}
