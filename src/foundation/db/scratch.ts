/** A PostgreSQL of a moment's life in a temporary folder, migrated, for tests and tools. Never for a city's data. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Log } from "#foundation/log/index.ts";
import { clusterUrl, makeCluster, makeDatabase, spawnCluster, waitUntilReady } from "./embedded/cluster.ts";
import { placeCluster } from "./embedded/place.ts";
import { exists } from "./embedded/process.ts";
import { stopOrphan } from "./embedded/supervise.ts";
import { migrate } from "./migrate.ts";

// A bench runs as one file in another folder, so the project is found by going up.
const projectFolder = (folder: string): string =>
  existsSync(join(folder, "package.json")) ? folder : projectFolder(dirname(folder));
export const migrationsFolder = join(projectFolder(import.meta.dirname), "migrations");
const name = "scratch";
const prefix = "motcua-scratch-";

export type Scratch = {
  readonly ownerUrl: string;
  readonly migratedUrl: string;
  readonly migratedName: string;
  readonly end: () => Promise<void>;
};

export async function startScratch(): Promise<Scratch> {
  await removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // The database's own user must be able to walk through.
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, "keys"));
  const place = placeCluster(folder);
  const secret = "scratch";
  makeCluster(place, secret);
  // Nothing here outlives the run, so it need not survive a power cut either.
  const child = spawnCluster(place, "fleeting");
  const ownerUrl = clusterUrl(place, secret, "postgres");
  const end = async () => {
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGQUIT");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitUntilReady(place, ownerUrl, () => child.exitCode !== null);
    await makeDatabase(ownerUrl, name);
    const migratedUrl = clusterUrl(place, secret, name);
    await migrate({ url: migratedUrl, folder: migrationsFolder });
    return { ownerUrl, migratedUrl, migratedName: name, end };
  } catch (error) {
    if (child.exitCode === null) await end();
    throw error;
  }
}

export async function withMigratedDatabase<Answer>(work: (url: string) => Promise<Answer>): Promise<Answer> {
  const scratch = await startScratch();
  try {
    return await work(scratch.migratedUrl);
  } finally {
    await scratch.end();
  }
}

/** A run that was killed outright left its server running and its folder behind; the next run of that user ends both. */
async function removeAbandoned(): Promise<void> {
  for (const left of readdirSync(tmpdir()).filter((found) => found.startsWith(prefix))) {
    const folder = join(tmpdir(), left);
    const pid = Number(left.slice(prefix.length).split("-")[0]);
    const isMine = statSync(folder, { throwIfNoEntry: false })?.uid === process.getuid?.();
    if (!isMine || !Number.isInteger(pid) || exists(pid)) continue;
    await stopOrphan(join(folder, "postgres/cluster"), silent);
    rmSync(folder, { recursive: true, force: true });
  }
}

const silent: Log = { info() {}, warn() {}, error() {}, debug() {} };
