/** The walls that a stranger, another site and a curious reader of logs meet (trust.md, "Security"). */
import { randomUUID } from "node:crypto";
import { Writable } from "node:stream";
import pino from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import { openSessions, sessionCookie } from "#features/identity/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import { createApp } from "../src/app.ts";
import { errorPages } from "../src/error-page.tsx";
import { declareFeatures } from "../src/features.ts";
import { openSite } from "../src/site/site.tsx";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aBirthRegistration } from "./support/submission.ts";

let program: TestProgram;
let code: string;
let lookupSecret: string;

beforeAll(async () => {
  program = await testProgram();
  const body = await aBirthRegistration(program, "citizen");
  const sent = await program.ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": randomUUID() });
  ({ code, lookupSecret } = sent.json);
});

const html = { accept: "text/html" };

describe("every answer", () => {
  it.each([
    "/",
    "/thu-tuc/1.001193",
    "/dang-nhap",
    "/nowhere",
    "/api/v1/units",
    "/api/v1/nowhere",
    "/api/docs",
    "/can-bo",
  ])("of %s carries the headers that keep a browser safe", async (path) => {
    const { headers } = await program.ask(null, "GET", path, undefined, html);
    const policy = headers.get("content-security-policy") ?? "";

    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("that holds something personal is kept by no cache", async () => {
    for (const path of [`/api/v1/dossiers/${code}/papers/receipt`, `/tai-khoan/ho-so/${code}`, "/tai-khoan"]) {
      const { status, headers } = await program.ask("citizen", "GET", path, undefined, html);
      expect({ path, status }).toEqual({ path, status: 200 });
      expect(headers.get("cache-control")).toContain("no-store");
    }
  });

  it("over https tells the browser to stay there", async () => {
    const { app } = programOf({ origin: "https://motcua.example.gov.vn" });

    expect((await app.request("/")).headers.get("strict-transport-security")).toMatch(/^max-age=\d{8}/);
    expect((await program.ask(null, "GET", "/")).headers.get("strict-transport-security")).toBeNull();
  });
});

/** The same program with another setting or log. */
function programOf({ origin, mode, log }: { origin?: string; mode?: "production"; log?: TestProgram["deps"]["log"] }) {
  const { deps } = program;
  const config = { ...deps.config, ...(origin ? { origin } : {}), ...(mode ? { mode } : {}) };
  const sessions =
    mode === undefined
      ? deps.sessions
      : openSessions({
          db: deps.database.db,
          clock: deps.clock,
          dayOf,
          demoAllowed: config.mode === "demo",
          factors: deps.factors,
          isStaffFactorRequired: true,
          recipientOf: () => null,
        });
  const changed = { ...deps, config, sessions, ...(log ? { log } : {}) };
  const site = openSite({ city: deps.city, config, assetPath: (name) => `/assets/${name}` });
  return createApp(changed, declareFeatures(changed, site), errorPages(site.citizen));
}

describe("a page", () => {
  it("holds no script, style or handler of its own", async () => {
    const pages: readonly (readonly [string | null, string])[] = [
      ...program.declared
        .filter(({ method, pattern }) => method === "get" && !pattern.startsWith("/api/v1/"))
        .flatMap(({ pattern }) =>
          [null, "citizen", "reception-ward", "director"].map(
            (who) =>
              [
                who,
                pattern
                  .replace("/thu-tuc/:code", "/thu-tuc/1.001193")
                  .replace("/nop-ho-so/:code", "/nop-ho-so/1.001193")
                  .replace(":code", code)
                  .replace(/:\w+(?:\{[^}]*\})?/g, "khai-sinh"),
              ] as const,
          ),
        ),
      [null, "/thu-tuc?q=%3Cscript%3Ealert(1)%3C/script%3E%22%20onload=%22alert(1)"],
      ["reception-ward", "/can-bo/tim?q=%3Cscript%3Ealert(1)%3C/script%3E"],
    ];
    let read = 0;
    const wrong: unknown[] = [];
    for (const [who, path] of pages) {
      const answer = await program.ask(who, "GET", path, undefined, html);
      if (!(answer.headers.get("content-type") ?? "").includes("text/html")) continue;
      read++;
      const text = answer.bytes.toString();
      const tags = text.match(/<[a-z][^>]*>/gi) ?? [];
      const found = [
        ...tags.filter((tag) => /\s(?:style|on[a-z]+)\s*=/i.test(tag.replace(/"[^"]*"/g, '""'))),
        ...tags.filter((tag) => /="\s*javascript:/i.test(tag)),
        ...tags.filter((tag) => /^<style/i.test(tag)),
        ...tags.filter(
          (tag) => /^<script/i.test(tag) && !/\ssrc="\//.test(tag) && !/type="application\/(?:ld\+)?json"/.test(tag),
        ),
      ];
      if (found.length > 0) wrong.push({ who, path, found: found.slice(0, 3) });
    }

    expect(read).toBeGreaterThan(40);
    expect(wrong).toEqual([]);
  });
});

describe("a request that another site makes a browser send", () => {
  it.each([
    { origin: "https://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "http://localhost:9999" },
  ])("is refused on every unsafe route (%j)", async (headers) => {
    for (const { method, pattern } of program.declared.filter((route) => route.method !== "get")) {
      const path = pattern.replace(/:\w+(?:\{[^}]*\})?/g, "x");
      const answer = await program.app.request(`http://localhost:3000${path}`, {
        method: method.toUpperCase(),
        headers: { host: "localhost:3000", ...headers },
      });
      expect({ path, status: answer.status }).toEqual({ path, status: 403 });
    }
  });

  it("from our own page is taken", async () => {
    const answer = await program.app.request("http://localhost:3000/api/v1/sessions", {
      method: "POST",
      headers: {
        host: "localhost:3000",
        origin: "http://localhost:3000",
        "sec-fetch-site": "same-origin",
        "content-type": "application/json",
      },
      body: JSON.stringify({ login: "citizen@demo", password: "motcua-demo" }),
    });

    expect(answer.status).toBe(201);
  });
});

describe("the session cookie", () => {
  it("over https is tied to this host and hidden from scripts and other sites", async () => {
    const { Hono } = await import("hono");
    const app = new Hono().get("/", (c) => {
      sessionCookie(true).write(c, "x".repeat(43), new Date("2026-11-24T00:00:00Z"));
      return c.text("");
    });
    const cookie = (await app.request("/")).headers.get("set-cookie") ?? "";

    expect(cookie).toMatch(/^__Host-motcua=/);
    for (const flag of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(flag);
    expect(cookie).not.toContain("Domain");
  });
});

describe("looking up", () => {
  it("by a code alone names no person, and a wrong secret opens nothing", async () => {
    const alone = await program.ask(null, "GET", `/api/v1/lookups/${code}`);
    const wrong = await program.ask(null, "GET", `/api/v1/lookups/${code}`, undefined, { "lookup-secret": "wrong" });
    const right = await program.ask(null, "GET", `/api/v1/lookups/${code}`, undefined, {
      "lookup-secret": lookupSecret,
    });

    expect(alone.bytes.toString()).not.toContain("Tuyết");
    expect([alone.status, wrong.status, right.status]).toEqual([200, 403, 200]);
  });

  it("is limited, so that guessing a secret gains nothing", async () => {
    const statuses = new Set<number>();
    let retryAfter: string | null = null;
    for (let n = 0; n < 80; n++) {
      const answer = await program.ask(null, "GET", `/api/v1/lookups/${code}`, undefined, {
        "lookup-secret": `guess ${n}`,
      });
      statuses.add(answer.status);
      if (answer.status === 429) retryAfter = answer.headers.get("retry-after");
    }

    expect([...statuses].sort()).toEqual([403, 429]);
    expect(Number(retryAfter)).toBeGreaterThan(0);
  });
});

describe("the log of a journey", () => {
  it("holds no ID number, phone, name, secret or token", async () => {
    const lines: string[] = [];
    const stream = new Writable({
      write(chunk, _, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const { app } = programOf({ log: pino({ level: "trace" }, stream) });
    const heard = { ...program, ask: askOf(app) };
    const body = await aBirthRegistration(heard, "citizen");
    const sent = await heard.ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": randomUUID() });
    await heard.ask("citizen", "POST", "/api/v1/dossiers", { ...body, more: 1 }, { "idempotency-key": randomUUID() });
    await heard.ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": randomUUID() });
    await heard.ask("reception-ward", "GET", `/can-bo/tim?q=${body.owner.idNumber}`, undefined, html);
    await heard.ask("reception-ward", "POST", `/api/v1/dossiers/${sent.json.code}/moves/accept`, {});
    await heard.ask("reception-ward", "GET", `/can-bo/ho-so/${sent.json.code}`, undefined, html);
    await heard.ask(null, "GET", `/api/v1/lookups/${sent.json.code}`, undefined, {
      "lookup-secret": sent.json.lookupSecret,
    });
    const text = lines.join("");

    expect(sent.status).toBe(201);
    expect(lines.length).toBeGreaterThan(5);
    for (const secret of [body.owner.idNumber, "0912345678", "Tuyết", sent.json.lookupSecret, "motcua-demo"])
      expect({ secret, isInLog: text.includes(secret) }).toEqual({ secret, isInLog: false });
    expect(text).not.toMatch(/\b0\d{11}\b/);
  });
});

function askOf(app: TestProgram["app"]): TestProgram["ask"] {
  const tokens = new Map<string, string>();
  return async (who, method, path, body, headers = {}) => {
    if (who !== null && !tokens.has(who)) {
      const answer = await app.request("/api/v1/sessions", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ login: `${who}@demo`, password: "motcua-demo" }),
      });
      const { token }: { token: string } = await answer.json();
      tokens.set(who, token);
    }
    const isForm = body instanceof FormData;
    const answer = await app.request(path, {
      method,
      headers: {
        ...(who === null ? {} : { authorization: `Bearer ${tokens.get(who)}` }),
        ...(body === undefined || isForm ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const isJson = (answer.headers.get("content-type") ?? "").includes("json");
    return {
      status: answer.status,
      headers: answer.headers,
      bytes,
      json: isJson ? JSON.parse(bytes.toString()) : null,
    };
  };
}

describe("a program in production", () => {
  it("lets no demo account in, not even with a session of before", async () => {
    const { app } = programOf({ mode: "production" });
    const signIn = await app.request("/api/v1/sessions", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ login: "admin@demo", password: "motcua-demo" }),
    });
    const before = await program.ask(null, "POST", "/api/v1/sessions", {
      login: "admin@demo",
      password: "motcua-demo",
    });
    const held = await app.request("/api/v1/worklist", { headers: { authorization: `Bearer ${before.json.token}` } });

    expect(before.status).toBe(201);
    expect([signIn.status, held.status]).toEqual([401, 401]);
  });
});

describe("a password", () => {
  it("guessed again and again is no longer heard, the right one neither", async () => {
    const guess = (password: string) =>
      program.ask(null, "POST", "/api/v1/sessions", { login: "quality@demo", password });
    const statuses: number[] = [];
    for (let n = 0; n < 12; n++) statuses.push((await guess(`wrong ${n}`)).status);
    const right = await guess("motcua-demo");

    expect(statuses[0]).toBe(401);
    expect(statuses.at(-1)).toBe(429);
    expect(right.status).toBe(429);
    expect(Number(right.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});
