import { BadInputError, type InputFault, NotFoundError, SignInNeededError } from "#foundation/errors/index.ts";
import { problemResponse, problemWords, readJson } from "#foundation/http/index.ts";
import { deviceOf } from "../device.ts";
import { createRoutes, type Page, type Routes } from "../http/routes.ts";
import { bearerToken } from "../http/session-cookie.ts";
import { accountOf, sessionNumber } from "../own-account.ts";
import { identityPaths } from "../paths.ts";
import type { ProgramRefusal, Sessions } from "../sessions.ts";
import { factorTexts } from "../texts/factors.ts";
import { identityTexts } from "../texts/index.ts";
import type { Visitor } from "../visitor.ts";

/** Sessions of programs: a token for a login and password. */
export function sessionApi({ sessions }: { readonly sessions: Sessions }): Routes {
  const routes = createRoutes();

  routes.post(identityPaths.apiSessions.pattern, { allow: "anyone", record: "session.open" }, async (c) => {
    const credentials = readCredentials(await readJson(c.req.raw));
    const result = await sessions.openForProgram(credentials, deviceOf(c.req.header("user-agent")));
    if (!result.ok) return refuse(c, result.refusal);
    const { token, expiresAt, visitor } = result.value;
    return c.json({ token, expiresAt: expiresAt.toISOString(), actor: actorOf(visitor) }, 201);
  });

  routes.post(identityPaths.apiProof.pattern, { allow: "signed-in", record: "session.prove" }, async (c) => {
    const code = readProof(await readJson(c.req.raw));
    const token = bearerToken(c.req.header("authorization"));
    // A browser proves on the page that asks; a code must not be spent on a session this cannot reach.
    if (token === undefined) throw new SignInNeededError();
    const result = await sessions.proveAgain(accountOf(c.get("visitor")), token, code);
    return result.ok ? c.body(null, 204) : refuse(c, result.refusal);
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

/** What the API answers to each: a wrong secret, a rest after too many of them, or a queue that is full. */
function refuse(c: Page, refusal: ProgramRefusal): Response {
  const status = refusal.reason === "busy" ? 503 : "retryAfterSeconds" in refusal ? 429 : 401;
  const retryAfter = "retryAfterSeconds" in refusal ? refusal.retryAfterSeconds : 5;
  const words = (["vi", "en"] as const).map((language) => {
    const refusals: Readonly<Record<ProgramRefusal["reason"], string>> = {
      ...identityTexts(language).signIn.refusals,
      ...factorTexts(language).refusals,
    };
    return refusals[refusal.reason];
  });
  return problemResponse(
    {
      type: `/problems/${refusal.reason}`,
      title: problemWords(status === 429 ? "tooManyRequests" : status === 503 ? "tryLater" : "signInNeeded").title,
      status,
      detail: words.join(" / "),
      requestId: c.get("requestId"),
    },
    status === 401 ? {} : { "retry-after": String(retryAfter) },
  );
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

/** `code` is the second factor; who has none may leave it out. */
function readCredentials(body: unknown): { login: string; password: string; code: string | null } {
  const { login = "", password = "", code = null } = readTexts(body, ["login", "password"], ["code"]);
  return { login, password, code };
}

function readProof(body: unknown): string {
  return readTexts(body, ["code"], []).code ?? "";
}

/** Short texts by name. Throws BadInputError naming every fault. */
function readTexts(
  body: unknown,
  needed: readonly string[],
  optional: readonly string[],
): Readonly<Record<string, string>> {
  const faults: InputFault[] = [];
  const given: Record<string, unknown> = typeof body === "object" && body !== null ? { ...body } : {};
  const texts: Record<string, string> = {};
  for (const [key, value] of Object.entries(given)) {
    if (![...needed, ...optional].includes(key)) faults.push({ path: `/${key}`, code: "unknownField", message: key });
    else if (typeof value !== "string" || value.length === 0 || value.length > 200)
      faults.push({ path: `/${key}`, code: "type", message: key });
    else texts[key] = value;
  }
  for (const key of needed) {
    if (given[key] === undefined) faults.push({ path: `/${key}`, code: "missing", message: key });
  }
  if (faults.length > 0) throw new BadInputError("badInput", faults, 400);
  return texts;
}
