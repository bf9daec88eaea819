/** The built program as a process of its own on a data folder of its own: for what only a real process can show. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// This file is read as it lies here and from a bundle in dist/bench: both two folders below the project.
const project = resolve(import.meta.dirname, "../..");

export type ChildProgram = {
  readonly folder: string;
  readonly base: string;
  readonly port: number;
  /** Resolves when the program answers that it is ready; the time that took, in ms. */
  readonly start: () => Promise<number>;
  readonly untilReady: (mostMs?: number) => Promise<void>;
  /** An orderly end. */
  readonly stop: () => Promise<void>;
  /** `kill -9`, of the program alone; its PostgreSQL stays behind. */
  readonly kill: () => Promise<void>;
  /** `kill -9` of PostgreSQL: the postmaster and every process of it. How many there were. */
  readonly killDatabase: () => number;
  readonly pids: () => { readonly program: number | undefined; readonly database: readonly number[] };
  /** Runs another command of the program on the same folder. */
  readonly run: (...args: readonly string[]) => { readonly status: number | null; readonly output: string };
  readonly log: () => string;
  /** Ends whatever still runs and removes the folder. */
  readonly remove: () => Promise<void>;
};

export function childProgram(settings: Readonly<Record<string, string>> = {}): ChildProgram {
  const folder = mkdtempSync(join(tmpdir(), "motcua-child-"));
  // Open to walk through, so that the database's own user reaches it and everything lies within this folder.
  chmodSync(folder, 0o711);
  const logFile = join(folder, "program.log");
  const port = 20_000 + (process.pid % 20_000);
  const base = `http://127.0.0.1:${port}`;
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = { ...inherited, MOTCUA_DATA: folder, PORT: String(port), LOG_LEVEL: "warn", ...settings };
  const main = join(project, "dist/main.js");
  const flags: readonly string[] = JSON.parse(readFileSync(join(project, "scripts/program-flags.json"), "utf8"));
  let child: ChildProcess | null = null;

  const hasEnded = () => child === null || child.exitCode !== null || child.signalCode !== null;

  async function untilReady(mostMs = 60_000): Promise<void> {
    for (const until = Date.now() + mostMs; Date.now() < until; await sleep(10)) {
      if (hasEnded()) throw new Error(`The program ended before it was ready:\n${tail()}`);
      if (await fetch(`${base}/readyz`).then(isOk, isNot)) return;
    }
    throw new Error(`The program was not ready in ${mostMs / 1000} seconds:\n${tail()}`);
  }

  function databasePids(): readonly number[] {
    const mark = join(folder, "postgres/cluster/postmaster.pid");
    if (!existsSync(mark)) return [];
    const postmaster = Number(readFileSync(mark, "utf8").split("\n")[0]);
    const command = spawnSync("ps", ["-o", "command=", "-p", String(postmaster)], { encoding: "utf8" }).stdout;
    // The mark of a killed server may name any later process: only one that works on this folder is ours.
    if (!command.includes(folder)) return [];
    const all = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).stdout;
    const children = all.split("\n").flatMap((line) => {
      const [pid, parent] = line.trim().split(/\s+/).map(Number);
      return parent === postmaster && pid !== undefined ? [pid] : [];
    });
    return [postmaster, ...children];
  }

  function killDatabase(): number {
    const pids = databasePids();
    for (const pid of pids) endNow(pid);
    return pids.length;
  }

  async function end(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    const ending = child;
    if (ending === null || hasEnded()) return;
    const ended = new Promise((done) => ending.once("exit", done));
    ending.kill(signal);
    await ended;
  }

  function tail(): string {
    return existsSync(logFile) ? readFileSync(logFile, "utf8").split("\n").slice(-20).join("\n") : "";
  }

  return {
    folder,
    base,
    port,
    async start() {
      const startedAt = performance.now();
      const log = openSync(logFile, "a");
      child = spawn(process.execPath, [...flags, main, "serve"], { env, stdio: ["ignore", log, log] });
      await untilReady();
      return performance.now() - startedAt;
    },
    untilReady,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
    killDatabase,
    pids: () => ({ program: child?.pid, database: databasePids() }),
    run(...args) {
      const done = spawnSync(process.execPath, [main, ...args], { env, encoding: "utf8" });
      const output = `${done.stdout}${done.stderr}`;
      appendFileSync(logFile, `$ ${args.join(" ")}\n${output}`);
      return { status: done.status, output };
    },
    log: tail,
    async remove() {
      await end("SIGTERM");
      killDatabase();
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
}

const isOk = (answer: Response) => answer.ok;
const isNot = () => false;

function endNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    // A child of the postmaster may end with it before its turn comes.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
