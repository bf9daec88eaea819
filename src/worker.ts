/** Each job and each listener, in order. */
import { startWorker, type Worker } from "#foundation/jobs/index.ts";
import type { Deps } from "./deps.ts";
import { listeners } from "./listeners.ts";
import { sweep } from "./sweep.ts";

const sweepEveryMs = 3_600_000;

export function openWorker(deps: Deps): Promise<Worker> {
  const { database, log, config } = deps;
  const listen = async () => {
    for (const listener of listeners(deps)) await listener();
  };
  let sweptAt = performance.now();
  const pulse = async () => {
    await listen();
    if (performance.now() - sweptAt < sweepEveryMs) return;
    sweptAt = performance.now();
    log.info(await sweep(deps), "Swept what nobody claimed");
  };
  return startWorker({ database, log, pollMs: config.workerPollMs, tasks: {}, wakes: ["listen"], pulse });
}
