/** The whole program on a database and folder of its own, asked without a socket: what journeys by API are tested on. */
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll } from "vitest";
import { movableClock } from "#foundation/clock/index.ts";
import { readConfig } from "#foundation/config/index.ts";
import { testDatabase } from "#foundation/db/testing.ts";
import { openLog } from "#foundation/log/index.ts";
import { createApp } from "../../src/app.ts";
import { openDeps } from "../../src/deps.ts";
import { errorPages } from "../../src/error-page.tsx";
import { declareFeatures } from "../../src/features.ts";
import { seedProgram } from "../../src/seed.ts";
import { openSite } from "../../src/site/site.tsx";

const project = resolve(import.meta.dirname, "../..");

/** The sample city as it would be with something else in its data: a folder of its own, everything else the same. */
function projectWith(change: (cityFolder: string) => void, folder: string): string {
  const city = join(folder, "project", "cities", "thanh-hoa-2020");
  cpSync(join(project, "cities", "thanh-hoa-2020"), city, { recursive: true });
  change(city);
  return join(folder, "project");
}

/** Lays other values into a file of a city's folder. */
export function changeFile(file: string, values: object): void {
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), ...values }));
}

type Options = {
  readonly now?: string;
  readonly ruleProfile?: "vn-2018" | "vn-2025";
  readonly staffSecondFactor?: "required" | "offered";
  /** What else differs in the city's folder. */
  readonly change?: (cityFolder: string) => void;
};

export async function testProgram({
  now = "2026-11-23T02:00:00Z",
  ruleProfile,
  staffSecondFactor = "offered",
  change,
}: Options = {}) {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), "motcua-program-"));
  chmodSync(folder, 0o700);
  const changeCity = (city: string) => {
    if (ruleProfile !== undefined) changeFile(join(city, "city.json"), { ruleProfile });
    change?.(city);
  };
  const isChanged = ruleProfile !== undefined || change !== undefined;
  const projectFolder = isChanged ? projectWith(changeCity, folder) : project;
  const clock = movableClock(now);
  const config = readConfig(
    {
      MOTCUA_DATA: folder,
      DATABASE_URL: database.ownerUrl,
      MOTCUA_MODE: "demo",
      MOTCUA_STAFF_SECOND_FACTOR: staffSecondFactor,
      LOG_LEVEL: process.env.TEST_LOG ?? "silent",
      MOTCUA_DATABASE_POOL: "6",
    },
    project,
  );
  const log = openLog(config.logLevel);
  await seedProgram({ config, log, databaseUrl: database.ownerUrl, projectFolder, now: clock.now() });
  const deps = await openDeps({ config, log, clock, databaseUrl: database.ownerUrl, projectFolder });
  const site = openSite({ city: deps.city, config, assetPath: (name) => `/assets/${name}` });
  const { app, declared } = createApp(deps, declareFeatures(deps, site), errorPages(site.citizen));
  afterAll(async () => {
    await deps.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const tokens = new Map<string, string>();
  async function tokenOf(login: string): Promise<string> {
    const known = tokens.get(login);
    if (known !== undefined) return known;
    const answer = await app.request("/api/v1/sessions", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ login: `${login}@demo`, password: "motcua-demo" }),
    });
    if (answer.status !== 201) throw new Error(`${login} cannot sign in: ${await answer.text()}`);
    const { token } = (await answer.json()) as { token: string };
    tokens.set(login, token);
    return token;
  }

  /** Asks as one of the demo people (`citizen`, `reception` …) or, without a name, as a stranger. */
  async function ask(
    who: string | null,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const all: Record<string, string> = { ...headers };
    if (who !== null) all.authorization = `Bearer ${await tokenOf(who)}`;
    const isForm = body instanceof FormData;
    if (body !== undefined && !isForm) all["content-type"] ??= "application/json";
    const answer = await app.request(path, {
      method,
      headers: all,
      ...(body === undefined ? {} : { body: isForm ? body : typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const isJson = (answer.headers.get("content-type") ?? "").includes("json");
    return {
      status: answer.status,
      headers: answer.headers,
      bytes,
      json: isJson ? JSON.parse(bytes.toString("utf8")) : null,
    };
  }

  return { app, declared, deps, database, clock, folder, ask };
}

// biome-ignore lint/suspicious/noExplicitAny: tests read answers as a program outside would, by the documented names.
export type Answer = { status: number; headers: Headers; bytes: Buffer; json: any };
export type TestProgram = Awaited<ReturnType<typeof testProgram>>;
