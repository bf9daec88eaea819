/**
 * graphile-worker kept running. When its database is killed under it, it gives up by design: its pool shuts down and its
 * promise says so. Here it is started again until it is told to stop, so that a database that comes back finds a worker.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, type Runner, run, type TaskList } from "graphile-worker";
import type { Database } from "#foundation/db/index.ts";
import type { Log } from "#foundation/log/index.ts";

const pauseMs = 1000;

export type RunnerSettings = {
  readonly database: Database;
  readonly taskList: TaskList;
  readonly pollMs: number;
  readonly log: Log;
};

/** Resolves once the first runner works; answers how to stop whichever runs then. */
export async function keepRunning(settings: RunnerSettings): Promise<() => Promise<void>> {
  const ending = new AbortController();
  let current = await start(settings);
  const kept = keep();

  async function keep(): Promise<void> {
    while (!ending.signal.aborted) {
      await current.promise.catch(() => {});
      if (ending.signal.aborted) return;
      settings.log.warn({}, "The worker gave up; starting it again");
      await restart();
    }
  }

  async function restart(): Promise<void> {
    while (!ending.signal.aborted) {
      await sleep(pauseMs, undefined, { signal: ending.signal }).catch(() => {});
      try {
        current = await start(settings);
        return;
      } catch (error) {
        settings.log.warn({ error: String(error) }, "The worker cannot start yet");
      }
    }
  }

  return async () => {
    ending.abort();
    // It may have given up by itself at this very moment; then there is nothing left to stop.
    await current.stop().catch(() => {});
    await kept;
  };
}

function start({ database, taskList, pollMs, log }: RunnerSettings): Promise<Runner> {
  return run({
    pgPool: database.pool,
    noHandleSignals: true,
    taskList,
    logger: new Logger(() => (level, message) => {
      if (level === "error" || level === "warning") log.warn({ job: message }, "jobs");
    }),
    preset: {
      worker: {
        concurrentJobs: 2,
        pollInterval: pollMs,
        // Told one by one, a job whose end cannot be written is a rejection that nobody hears and that ends the process;
        // told in batches, it is an error of the pool.
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
  });
}
