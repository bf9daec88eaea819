/** Each job and each listener, in order. */
import { startWorker, type Worker } from "#foundation/jobs/index.ts";
import type { Deps } from "./deps.ts";
import { listeners } from "./listeners.ts";

export function openWorker(deps: Deps): Promise<Worker> {
  const { database, log, config } = deps;
  const listen = async () => {
    for (const listener of listeners(deps)) await listener();
  };
  return startWorker({ database, log, pollMs: config.workerPollMs, tasks: { listen }, pulse: listen });
}
