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

/** `pulse` is done every `pollMs` besides the jobs, so that what a lost notification left behind is found. */
export async function startWorker({
  database,
  tasks,
  pulse,
  pollMs,
  log,
}: {
  database: Database;
  tasks: WorkerTasks;
  pulse: () => Promise<void>;
  pollMs: number;
  log: Log;
}): Promise<Worker> {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, async (payload: unknown) => task(payload)]),
  );
  const stopRunner = await keepRunning({ database, taskList, pollMs, log });
  let lastPulse = Date.now();
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();
  const beat = () => {
    timer = setTimeout(() => {
      underWay = pulse()
        .then(
          () => {
            lastPulse = Date.now();
          },
          (error: unknown) => log.error({ error: String(error) }, "The worker's pulse failed; it is tried again"),
        )
        .then(() => {
          if (!isStopping) beat();
        });
    }, pollMs);
  };
  beat();
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
