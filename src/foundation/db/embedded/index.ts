/**
 * The database a city starts with. We own the PostgreSQL process: one program per data folder, an orphan of a killed
 * program is stopped in order at the next start, and a server that dies is started again while the program goes on.
 */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "#foundation/log/index.ts";
import {
  clusterUrl,
  isMade,
  makeCluster,
  makeDatabase,
  placeCluster,
  readOrMakeSecret,
  spawnCluster,
  waitUntilReady,
} from "./cluster.ts";
import { exists, isAlive, markOf, type ProcessMark } from "./process.ts";

export type EmbeddedDatabase = { readonly url: string; readonly stop: () => Promise<void> };

export class AlreadyRunningError extends Error {
  override readonly name = "AlreadyRunningError";
}

const database = "motcua";

export async function startEmbedded({ dataFolder, log }: { dataFolder: string; log: Log }): Promise<EmbeddedDatabase> {
  mkdirSync(join(dataFolder, "keys"), { recursive: true, mode: 0o700 });
  const releaseFolder = claimFolder(dataFolder);
  try {
    const place = placeCluster(dataFolder);
    if (place.movedTo !== null) {
      log.info(
        { folder: place.movedTo },
        "The data folder is closed to the database's own user, so the database lies here",
      );
    }
    const secret = readOrMakeSecret(place.secretFile);
    if (!isMade(place)) {
      log.info({ folder: place.data }, "Making the database");
      makeCluster(place, secret);
    }
    await stopOrphan(place.data, log);

    let isStopping = false;
    let child = spawnCluster(place);
    const ownerUrl = clusterUrl(place, secret, "postgres");
    const watch = () => {
      child.once("exit", (code, signal) => {
        if (isStopping) return;
        log.error({ code, signal }, "PostgreSQL ended by itself; starting it again");
        child = spawnCluster(place);
        watch();
      });
    };
    await waitUntilReady(place, ownerUrl, () => child.exitCode !== null || child.signalCode !== null);
    watch();
    await makeDatabase(ownerUrl, database);
    return {
      url: clusterUrl(place, secret, database),
      async stop() {
        isStopping = true;
        if (child.exitCode === null && child.signalCode === null) {
          const ended = new Promise((resolve) => child.once("exit", resolve));
          // SIGINT: end sessions, write a checkpoint, leave a clean folder.
          child.kill("SIGINT");
          await ended;
        }
        releaseFolder();
      },
    };
  } catch (error) {
    releaseFolder();
    throw error;
  }
}

/** One program per data folder. The mark of a program that no longer lives is taken over. */
function claimFolder(dataFolder: string): () => void {
  const file = join(dataFolder, "program.pid");
  const own = JSON.stringify(markOf(process.pid));
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const handle = openSync(file, "wx", 0o600);
      writeSync(handle, own);
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const holder = readMark(file);
    if (holder !== null && holder.pid !== process.pid && isAlive(holder)) {
      throw new AlreadyRunningError(
        `motcua already runs on ${dataFolder} (process ${holder.pid}). Stop it first, or name another folder in MOTCUA_DATA.`,
      );
    }
    rmSync(file, { force: true });
  }
  throw new AlreadyRunningError(`Another start is claiming ${dataFolder} right now. Try again.`);
}

function readMark(file: string): ProcessMark | null {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    // Half a mark: its program died while writing it.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A program killed with -9 leaves its PostgreSQL running. It is ours by this folder; it is stopped in order. */
async function stopOrphan(data: string, log: Log): Promise<void> {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !exists(pid) || !isPostgres(pid)) return;
  log.warn({ pid }, "The database of an earlier run is still there; stopping it");
  process.kill(pid, "SIGINT");
  for (let waited = 0; waited < 20_000 && exists(pid); waited += 25) await sleep(25);
  if (exists(pid))
    throw new Error(`PostgreSQL (process ${pid}) of an earlier run does not stop. Stop it by hand, then start again.`);
}

function isPostgres(pid: number): boolean {
  const file = `/proc/${pid}/cmdline`;
  return !existsSync(file) || readFileSync(file, "utf8").includes("postgres");
}
