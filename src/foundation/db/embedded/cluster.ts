/** One PostgreSQL cluster as a child process of ours: made, started, asked whether it is ready, stopped. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { EmbeddedDatabaseError } from "./faults.ts";
import type { ClusterPlace } from "./place.ts";
import type { RunAs } from "./run-as.ts";

const superuser = "motcua";
const port = 5432;
const longestLog = 8 * 1024 * 1024;
/** Settings that keep what was acknowledged. A test reads them back from the running server (trust.md, R4). */
const durable = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" } as const;
const fleeting = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } as const;
const common = {
  listen_addresses: "",
  max_connections: "60",
  shared_buffers: "128MB",
  max_wal_size: "2GB",
  // Segments kept ready and room to gather commits, so that a burst of submissions does not wait for new files.
  min_wal_size: "256MB",
  wal_buffers: "16MB",
  // Nothing is replicated out of the embedded database; without this a process waits for it all the same.
  max_logical_replication_workers: "0",
  // Worker processes for reading pay off on a machine with many disks; here they are three idle processes.
  io_method: "sync",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  random_page_cost: "1.1",
  checkpoint_completion_target: "0.9",
  max_parallel_workers_per_gather: "0",
  cluster_name: "motcua",
  // The detail of an error holds values of the row: they belong to a person and never to a log.
  log_error_verbosity: "terse",
  log_checkpoints: "off",
} as const;

export function isMade(place: ClusterPlace): boolean {
  return existsSync(join(place.data, "PG_VERSION"));
}

/** initdb with checksums. A folder that an earlier, interrupted initdb left is made anew; a whole one is never touched. */
export function makeCluster(place: ClusterPlace, secret: string): void {
  const unfinished = `${place.data}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const passwordFile = join(place.sockets, "initdb.secret");
  writeFileSync(passwordFile, secret, { mode: 0o600 });
  if (place.runAs) chownSync(passwordFile, place.runAs.uid, place.runAs.gid);
  try {
    run(place, "initdb", [
      `--pgdata=${unfinished}`,
      `--username=${superuser}`,
      "--auth=scram-sha-256",
      `--pwfile=${passwordFile}`,
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      "--data-checksums",
      "--no-instructions",
    ]);
  } finally {
    unlinkSync(passwordFile);
  }
  run(place, "/bin/mv", [unfinished, place.data]);
}

function run(place: ClusterPlace, program: string, args: readonly string[]): void {
  const path = program.startsWith("/") ? program : join(place.binaries, "bin", program);
  const done = spawnSync(path, args, { ...asUser(place.runAs), cwd: "/", encoding: "utf8" });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`${program} failed: ${done.stderr || done.stdout}`);
}

function asUser(runAs: RunAs) {
  return runAs === null ? {} : { uid: runAs.uid, gid: runAs.gid };
}

/** The password of the cluster's owner: made once, kept in a file that only its owner reads. */
export function readOrMakeSecret(file: string): string {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const secret = randomBytes(24).toString("base64url");
  // A cluster whose password was lost with the power could never be opened again.
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: "wx", flush: true });
  return secret;
}

export function spawnCluster(place: ClusterPlace, kind: "durable" | "fleeting" = "durable"): ChildProcess {
  const settings = { ...common, ...(kind === "durable" ? durable : fleeting), unix_socket_directories: place.sockets };
  const given = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  keepShort(place.logFile);
  const log = openSync(place.logFile, "a", 0o600);
  try {
    return spawn(
      join(place.binaries, "bin/postgres"),
      ["-D", place.data, "-p", String(port), ...given],
      // A group of its own: Ctrl-C in the terminal reaches us, and we stop it in order.
      { ...asUser(place.runAs), cwd: "/", stdio: ["ignore", log, log], detached: true },
    );
  } finally {
    closeSync(log);
  }
}

/** The log of the runs before is kept once; two such files are all that a year of starts leaves. */
function keepShort(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found !== undefined && found.size > longestLog) renameSync(file, `${file}.1`);
}

export function clusterUrl(place: ClusterPlace, secret: string, database: string): string {
  return `postgres://${superuser}:${encodeURIComponent(secret)}@localhost:${port}/${database}?host=${encodeURIComponent(place.sockets)}`;
}

/** Longer than the longest recovery: after a power cut a server reads its log again before it answers. */
const longestStartMs = 600_000;

/** Resolves when the server answers; rejects with the tail of its log when it ended or took too long. */
export async function waitUntilReady(
  place: ClusterPlace,
  url: string,
  hasEnded: () => boolean,
  stillWaiting: (seconds: number) => void = () => {},
): Promise<void> {
  const startedAt = Date.now();
  let toldAt = startedAt;
  let last: unknown;
  while (!hasEnded() && Date.now() - startedAt < longestStartMs) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    // The server drops us while it is still starting; the promise below says so already.
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      last = error;
      // It runs and does not know this password: waiting would not help.
      if (error instanceof Error && "code" in error && error.code === "28P01") break;
      if (Date.now() - toldAt > 10_000) {
        toldAt = Date.now();
        stillWaiting(Math.round((toldAt - startedAt) / 1000));
      }
      await sleep(20);
    }
  }
  const tail = existsSync(place.logFile) ? readFileSync(place.logFile, "utf8").split("\n").slice(-12).join("\n") : "";
  throw new EmbeddedDatabaseError(`PostgreSQL did not start. The end of ${place.logFile}:\n${tail}`, { cause: last });
}

export async function makeDatabase(ownerUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database "${name}"`);
  } finally {
    await client.end();
  }
}
