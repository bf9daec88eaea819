/** Keeps one PostgreSQL running: a server that dies is started again, and an orphan of an earlier program is stopped. */
import type { ChildProcess } from "node:child_process";
import { existsSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "#foundation/log/index.ts";
import { spawnCluster } from "./cluster.ts";
import { EmbeddedDatabaseError } from "./faults.ts";
import type { ClusterPlace } from "./place.ts";
import { commandOf, exists, isWorkedIn } from "./process.ts";

export type Supervised = {
  /** It ended again and again before it was ever ready, and is not started any more. */
  readonly hasGivenUp: () => boolean;
  /** It answers: from now on it is started again however often it ends. */
  readonly isReady: () => void;
  readonly stop: () => Promise<void>;
};

/** While people wait for the first start it is tried often; later a server that cannot start must not eat the machine. */
const longestPauseMs = { first: 100, later: 2000 };
/** What a killed server leaves (its process, until someone hears of its end; its memory) stands in the way for a moment. */
const firstTriesMs = 10_000;

export function superviseCluster(place: ClusterPlace, log: Log): Supervised {
  const begunAt = Date.now();
  let wasReady = false;
  let gaveUp = false;
  let isStopping = false;
  let child: ChildProcess;

  const start = (pauseMs: number): void => {
    const startedAt = Date.now();
    child = spawnCluster(place);
    whenEnded(child, (how) => {
      if (isStopping) return;
      if (!wasReady && Date.now() - begunAt > firstTriesMs) {
        gaveUp = true;
        return;
      }
      if (wasReady) log.error(how, "PostgreSQL ended by itself; starting it again");
      const livedLong = Date.now() - startedAt > 10_000;
      const pause = livedLong ? 0 : pauseMs;
      setTimeout(
        () => !isStopping && start(Math.min(wasReady ? longestPauseMs.later : longestPauseMs.first, pause * 2 + 50)),
        pause,
      );
    });
  };
  start(0);

  return {
    hasGivenUp: () => gaveUp,
    isReady() {
      wasReady = true;
    },
    async stop() {
      isStopping = true;
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      const ended = new Promise((done) => child.once("exit", done));
      // SIGINT: end sessions, write a checkpoint, leave a clean folder.
      child.kill("SIGINT");
      await ended;
    },
  };
}

type End = { readonly code: number | null; readonly signal: string | null; readonly error?: string };

function whenEnded(child: ChildProcess, then: (how: End) => void): void {
  child.once("exit", (code, signal) => then({ code, signal }));
  child.once("error", (error) => then({ code: null, signal: null, error: error.message }));
}

/** A program killed with -9 leaves its PostgreSQL running. It is ours by this folder; it is stopped in order. */
export async function stopOrphan(data: string, log: Log): Promise<void> {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  // The number may long be another program's, even another PostgreSQL's.
  const isOurs = () => exists(pid) && commandOf(pid).includes(data);
  if (!Number.isInteger(pid) || pid <= 1) return;
  if (!isOurs()) {
    forgetStranger(data, file, pid, log);
    return;
  }
  log.warn({ pid }, "The database of an earlier run is still there; stopping it");
  process.kill(pid, "SIGINT");
  for (let waited = 0; waited < 60_000 && isOurs(); waited += 25) await sleep(25);
  if (isOurs()) {
    throw new EmbeddedDatabaseError(
      `PostgreSQL (process ${pid}) of an earlier run does not stop. Stop it by hand, then start again.`,
    );
  }
}

/**
 * After a restart of the machine the number may be that of any process of this user, and PostgreSQL, which asks no
 * further, would refuse to start for as long as it lives. Whatever PostgreSQL still works on the data works in its folder.
 */
function forgetStranger(data: string, file: string, pid: number, log: Log): void {
  if (!exists(pid) || isWorkedIn(realpathSync(data)) !== false) return;
  log.warn({ pid }, "The mark of an earlier database names a process that is not it; forgetting the mark");
  rmSync(file);
}
