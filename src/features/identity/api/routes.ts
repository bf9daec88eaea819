import { BadInputError, type InputFault, NotFoundError } from "#foundation/errors/index.ts";
import { problemResponse, problemWords, readJson } from "#foundation/http/index.ts";
import { deviceOf } from "../device.ts";
import { createRoutes, type Routes } from "../http/routes.ts";
import { bearerToken } from "../http/session-cookie.ts";
import { accountOf, sessionNumber } from "../own-account.ts";
import { identityPaths } from "../paths.ts";
import type { Sessions } from "../sessions.ts";
import { identityTexts } from "../texts/index.ts";
import type { Visitor } from "../visitor.ts";

/** Sessions of programs: a token for a login and password. */
export function sessionApi({ sessions }: { readonly sessions: Sessions }): Routes {
  const routes = createRoutes();

  routes.post(identityPaths.apiSessions.pattern, { allow: "anyone", record: "session.open" }, async (c) => {
    const { login, password } = readCredentials(await readJson(c.req.raw));
    const result = await sessions.signIn(login, password, "token", deviceOf(c.req.header("user-agent")));
    if (!result.ok) {
      const { refusal } = result;
      const status = refusal.reason === "unknown-login-or-password" ? 401 : refusal.reason === "busy" ? 503 : 429;
      const retryAfter = refusal.reason === "too-many-failures" ? refusal.retryAfterSeconds : 5;
      const words = [identityTexts("vi"), identityTexts("en")].map((texts) => texts.signIn.refusals[refusal.reason]);
      return problemResponse(
        {
          type: `/problems/${refusal.reason}`,
          title: problemWords(status === 429 ? "tooManyRequests" : "signInNeeded").title,
          status,
          detail: words.join(" / "),
          requestId: c.get("requestId"),
        },
        status === 401 ? {} : { "retry-after": String(retryAfter) },
      );
    }
    const { token, expiresAt, visitor } = result.value;
    return c.json({ token, expiresAt: expiresAt.toISOString(), actor: actorOf(visitor) }, 201);
  });

  routes.delete(identityPaths.apiCurrentSession.pattern, { allow: "signed-in", record: "session.end" }, async (c) => {
    const token = bearerToken(c.req.header("authorization"));
    if (token !== undefined) await sessions.end(token);
    return c.body(null, 204);
  });

  routes.get(identityPaths.apiSessions.pattern, { allow: "signed-in", record: "session.list" }, async (c) => {
    const items = await sessions.listOf(accountOf(c.get("visitor")), bearerToken(c.req.header("authorization")) ?? "");
    return c.json({
      items: items.map(({ id, kind, device, createdAt, seenAt, expiresAt, isThis }) => ({
        id,
        kind: kind === "cookie" ? "browser" : "program",
        device,
        openedAt: createdAt.toISOString(),
        seenAt: seenAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        isCurrent: isThis,
      })),
    });
  });

  routes.delete(identityPaths.apiOwnSession.pattern, { allow: "signed-in", record: "session.end-one" }, async (c) => {
    const id = sessionNumber(c.req.param("id"));
    const ended = id !== undefined && (await sessions.endOne(accountOf(c.get("visitor")), id));
    if (!ended) throw new NotFoundError("session", c.req.param("id"));
    return c.body(null, 204);
  });

  return routes;
}

function actorOf(visitor: Visitor) {
  if (visitor.kind === "anonymous") return null;
  return {
    accountId: visitor.accountId,
    kind: visitor.kind,
    login: visitor.login,
    name: visitor.name,
    roles: visitor.kind === "official" ? [...new Set(visitor.postings.map((posting) => posting.role))] : [],
  };
}

function readCredentials(body: unknown): { login: string; password: string } {
  const faults: InputFault[] = [];
  const given: Record<string, unknown> = typeof body === "object" && body !== null ? { ...body } : {};
  for (const key of Object.keys(given)) {
    // `code` is the second factor; demo accounts have none and ignore it.
    if (!["login", "password", "code"].includes(key))
      faults.push({ path: `/${key}`, code: "unknownField", message: key });
  }
  const text = (key: string) => {
    const value = given[key];
    if (typeof value === "string" && value.length > 0 && value.length <= 200) return value;
    faults.push({ path: `/${key}`, code: value === undefined ? "missing" : "type", message: key });
    return "";
  };
  const credentials = { login: text("login"), password: text("password") };
  if (faults.length > 0) throw new BadInputError("badInput", faults, 400);
  return credentials;
}
