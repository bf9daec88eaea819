/** Work done after the answer: jobs added in the same transaction as the change (graphile-worker), and a steady pulse. */
import type { TaskList } from "graphile-worker";
import type { Database } from "#foundation/db/index.ts";
import type { Log } from "#foundation/log/index.ts";
import { keepRunning } from "./runner.ts";

export type Worker = {
  /** Whether the last pulse went through: part of being ready. */
  readonly isWell: () => boolean;
  readonly stop: () => Promise<void>;
};

export type WorkerTasks = { readonly [name: string]: (payload: unknown) => Promise<void> };

/** How long a pulse that was asked for waits for company: one reading then serves a whole crowd of changes. */
export const gatherMs = 250;

/**
 * `pulse` is done every `pollMs`, and soon after a job named in `wakes`: those jobs carry nothing, they say that there is
 * something to read. A pulse that fails is tried again, and what a lost notification left behind is found by the next.
 */
export async function startWorker({
  database,
  tasks,
  wakes,
  pulse,
  pollMs,
  log,
}: {
  database: Database;
  tasks: WorkerTasks;
  wakes: readonly string[];
  pulse: () => Promise<void>;
  pollMs: number;
  log: Log;
}): Promise<Worker> {
  let lastPulse = Date.now();
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();
  /** When the timer goes off; null while a pulse is under way. */
  let nextAt: number | null = null;
  let isAskedFor = false;
  const beat = (inMs: number) => {
    nextAt = Date.now() + inMs;
    timer = setTimeout(() => {
      nextAt = null;
      isAskedFor = false;
      underWay = pulse()
        .then(
          () => {
            lastPulse = Date.now();
          },
          (error: unknown) => log.error({ error: String(error) }, "The worker's pulse failed; it is tried again"),
        )
        .then(() => {
          // What came while this one was reading may have come too late for it.
          if (!isStopping) beat(isAskedFor ? gatherMs : pollMs);
        });
    }, inMs);
  };
  const wake = async () => {
    isAskedFor = true;
    if (isStopping || nextAt === null || nextAt - Date.now() <= gatherMs) return;
    clearTimeout(timer);
    beat(gatherMs);
  };
  const taskList: TaskList = Object.fromEntries([
    ...Object.entries(tasks).map(([name, task]) => [name, async (payload: unknown) => task(payload)]),
    ...wakes.map((name) => [name, wake]),
  ]);
  beat(pollMs);
  const stopRunner = await keepRunning({ database, taskList, pollMs, log });
  return {
    isWell: () => Date.now() - lastPulse < Math.max(10_000, pollMs * 5),
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      await underWay;
      await stopRunner();
    },
  };
}
