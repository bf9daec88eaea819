/** One PostgreSQL cluster as a child process of ours: made, started, asked whether it is ready, stopped. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, openSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { copyBinaries, locateBinaries } from "./binaries.ts";
import { canReach, chooseUser, makePrivateFolder, openPlaceFor, type RunAs } from "./run-as.ts";

export type ClusterPlace = {
  readonly binaries: string;
  readonly data: string;
  readonly sockets: string;
  readonly logFile: string;
  readonly secretFile: string;
  readonly runAs: RunAs;
  /** Said once when the database could not lie in the data folder. */
  readonly movedTo: string | null;
};

const superuser = "motcua";
const port = 5432;
// The kernel's limit for the path of a Unix socket is 107 bytes; `/.s.PGSQL.5432.lock` takes 19 of them.
const longestSocketFolder = 85;

/** Settings that keep what was acknowledged. A test reads them back from the running server (trust.md, R4). */
const durable = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" } as const;
const fleeting = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } as const;
const common = {
  listen_addresses: "",
  max_connections: "60",
  shared_buffers: "128MB",
  max_wal_size: "2GB",
  // Worker processes for reading pay off on a machine with many disks; here they are three idle processes.
  io_method: "sync",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  random_page_cost: "1.1",
  checkpoint_completion_target: "0.9",
  max_parallel_workers_per_gather: "0",
  cluster_name: "motcua",
} as const;

/** Where everything of the cluster lies, and as whom it runs. Makes the folders. */
export function placeCluster(dataFolder: string): ClusterPlace {
  const runAs = chooseUser();
  const native = locateBinaries();
  const own = join(dataFolder, "postgres");
  const isReachable = canReach(dataFolder, runAs) && canReach(native, runAs);
  const place = isReachable ? null : openPlaceFor(dataFolder);
  const data = place === null ? own : join(place, "postgres");
  const binaries = place === null ? native : join(place, "program");
  if (place !== null) copyBinaries(native, binaries);
  makePrivateFolder(data, runAs);
  const inData = join(data, "sockets");
  const sockets =
    inData.length <= longestSocketFolder
      ? inData
      : join(tmpdir(), `motcua-${createHash("sha256").update(data).digest("hex").slice(0, 12)}`);
  makePrivateFolder(sockets, runAs);
  return {
    binaries,
    data: join(data, "cluster"),
    sockets,
    logFile: join(data, "postgres.log"),
    secretFile: join(dataFolder, "keys", "postgres.secret"),
    runAs,
    movedTo: place,
  };
}

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
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: "wx" });
  chmodSync(file, 0o600);
  return secret;
}

export function spawnCluster(place: ClusterPlace, kind: "durable" | "fleeting" = "durable"): ChildProcess {
  const settings = { ...common, ...(kind === "durable" ? durable : fleeting), unix_socket_directories: place.sockets };
  const log = openSync(place.logFile, "a", 0o600);
  return spawn(
    join(place.binaries, "bin/postgres"),
    [
      "-D",
      place.data,
      "-p",
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    // A group of its own: Ctrl-C in the terminal reaches us, and we stop it in order.
    { ...asUser(place.runAs), cwd: "/", stdio: ["ignore", log, log], detached: true },
  );
}

export function clusterUrl(place: ClusterPlace, secret: string, database: string): string {
  return `postgres://${superuser}:${encodeURIComponent(secret)}@localhost:${port}/${database}?host=${encodeURIComponent(place.sockets)}`;
}

/** Resolves when the server answers; rejects with the tail of its log when it ended or took too long. */
export async function waitUntilReady(
  place: ClusterPlace,
  url: string,
  hasEnded: () => boolean,
  forMs = 30_000,
): Promise<void> {
  const until = Date.now() + forMs;
  let last: unknown;
  while (Date.now() < until) {
    if (hasEnded()) break;
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    // The server drops us while it is still starting; the promise below says so already.
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      last = error;
      await sleep(20);
    }
  }
  const tail = existsSync(place.logFile) ? readFileSync(place.logFile, "utf8").split("\n").slice(-12).join("\n") : "";
  throw new Error(`PostgreSQL did not start. The end of ${place.logFile}:\n${tail}`, { cause: last });
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
