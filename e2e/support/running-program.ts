import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium } from "playwright-core";

const project = join(import.meta.dirname, "../..");

export type RunningProgram = {
  readonly base: string;
  readonly browser: Browser;
  /** What a demo person's browser keeps after signing in (`citizen`, `leader-ward` …), made once. */
  readonly signedIn: (who: string) => Promise<NonNullable<BrowserContextOptions["storageState"]>>;
  readonly close: () => Promise<void>;
};

/** The built program as people run it, on a free port with a database and folder of its own, and a Chromium to meet it with. */
export async function startProgram(): Promise<RunningProgram> {
  const folder = mkdtempSync(join(tmpdir(), "motcua-journey-"));
  // A superuser's database runs as another user, who must be able to reach its folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const program = spawn(process.execPath, [join(project, "dist/main.js"), "serve"], {
    cwd: project,
    env: { PATH: process.env.PATH, MOTCUA_DATA: join(folder, "data"), PORT: String(port), LOG_LEVEL: "warn" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaints = "";
  program.stderr.on("data", (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const stop = async () => {
    if (program.exitCode === null) {
      program.kill("SIGTERM");
      await once(program, "exit");
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(base, () => program.exitCode !== null);
  } catch (error) {
    await stop();
    throw new Error(`The program did not start. ${complaints}`, { cause: error });
  }
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });

  const states = new Map<string, Awaited<ReturnType<RunningProgram["signedIn"]>>>();
  async function signedIn(who: string) {
    const known = states.get(who);
    if (known !== undefined) return known;
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${base}/dang-nhap`);
    await page.locator("#login").fill(`${who}@demo`);
    await page.locator("#password").fill("motcua-demo");
    await page.locator("main form button[type=submit]").click();
    await page.waitForURL((url) => url.pathname !== "/dang-nhap");
    const state = await context.storageState();
    await context.close();
    states.set(who, state);
    return state;
  }

  return {
    base,
    browser,
    signedIn,
    close: async () => {
      await browser.close();
      await stop();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return address.port;
}

async function untilReady(base: string, hasEnded: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 240; attempt++) {
    if (hasEnded()) throw new Error("it ended");
    const answer = await fetch(`${base}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((later) => setTimeout(later, 250));
  }
  throw new Error("it was not ready after a minute");
}
