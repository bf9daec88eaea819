/** The steps each request passes, and each feature's routes, in order. */
import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { BatchFullError } from "#features/dossiers/index.ts";
import { type AppEnv, bearerToken, type DeclaredRoute, type Routes, sessionCookie } from "#features/identity/index.ts";
import { isDatabaseGone } from "#foundation/db/index.ts";
import { BadInputError, RequestError } from "#foundation/errors/index.ts";
import { problemResponse, problemWords, refuseOtherOrigins, securityHeaders } from "#foundation/http/index.ts";
import type { Deps } from "./deps.ts";
import type { ErrorPage } from "./error-page.tsx";
import { preferencesOf } from "./site/site.tsx";

/** When to come back: a pool that is full is soon free, a limit fills up within the minute. */
const retryAfter: Readonly<Record<number, Record<string, string>>> = {
  429: { "retry-after": "60" },
  503: { "retry-after": "5" },
};

export type App = { readonly app: Hono<AppEnv>; readonly declared: readonly DeclaredRoute[] };

export function createApp(deps: Deps, features: readonly Routes[], errorPage: ErrorPage): App {
  const app = new Hono<AppEnv>();
  const cookie = sessionCookie(deps.config.origin.startsWith("https://"));
  const isHttps = deps.config.origin.startsWith("https://");

  app.use(async (c, next) => {
    const requestId = randomUUID();
    const startedAt = performance.now();
    c.set("requestId", requestId);
    c.set("language", preferencesOf(c).language);
    c.set("log", deps.log);
    c.set("visit", "unknown");
    const token = bearerToken(c.req.header("authorization")) ?? cookie.read(c);
    c.set("visitor", token === undefined ? { kind: "anonymous" } : await deps.sessions.visitorOf(token));
    await next();
    const headers = c.res.headers;
    headers.set("x-request-id", requestId);
    for (const [name, value] of securityHeaders) if (!headers.has(name)) headers.set(name, value);
    if (isHttps) headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
    const ms = performance.now() - startedAt;
    deps.metrics.observe(c.get("visit"), c.req.method, c.res.status, ms);
    deps.log.debug(
      { requestId, visit: c.get("visit"), method: c.req.method, status: c.res.status, ms: Math.round(ms) },
      "request",
    );
  });
  app.use(refuseOtherOrigins);

  for (const feature of features) app.route("/", feature.app);

  app.notFound((c) => answerError(c, "notFound", 404, {}));
  app.onError((error, c) => {
    if (error instanceof BadInputError) {
      return answerError(c, error.publicKey, error.status, {}, error.faults);
    }
    if (error instanceof RequestError)
      return answerError(c, error.publicKey, error.status, retryAfter[error.status] ?? {});
    if (error instanceof BatchFullError) return answerError(c, "tryLater", 503, { "retry-after": "2" });
    if (isDatabaseGone(error)) {
      deps.log.error({ requestId: c.get("requestId"), error: error.message }, "The database does not answer");
      return answerError(c, "databaseGone", 503, { "retry-after": "5" });
    }
    deps.log.error(
      { requestId: c.get("requestId"), visit: c.get("visit"), error: error.stack ?? error.message },
      "A request failed",
    );
    return answerError(c, "internal", 500, {});
  });

  function answerError(
    c: Context<AppEnv>,
    publicKey: string,
    status: number,
    headers: Record<string, string>,
    errors?: BadInputError["faults"],
  ): Response {
    const requestId = c.get("requestId");
    const path = c.req.path;
    if (!path.startsWith("/api/") && (c.req.header("accept") ?? "").includes("text/html")) {
      const page = errorPage(c, publicKey, status, requestId);
      for (const [name, value] of Object.entries(headers)) page.headers.set(name, value);
      return page;
    }
    const words = problemWords(publicKey);
    return problemResponse(
      {
        type: `/problems/${publicKey}`,
        title: words.title,
        status,
        detail: words.detail,
        requestId,
        ...(errors ? { errors } : {}),
      },
      headers,
    );
  }

  return { app, declared: features.flatMap((feature) => feature.declared) };
}
