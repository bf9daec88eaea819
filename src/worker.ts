/** Each job and each listener, in order; and the delivery of notices, which waits for outside systems and for nobody here. */
import { type Delivery, openDelivery } from "#features/notifications/index.ts";
import { startWorker, type Worker } from "#foundation/jobs/index.ts";
import { prepareCertificates } from "./certificates.ts";
import type { Deps } from "./deps.ts";
import { type Listener, listeners } from "./listeners.ts";
import { sweep } from "./sweep.ts";

const sweepEveryMs = 3_600_000;

export type OpenWorker = Worker & { readonly delivery: Delivery };

export async function openWorker(deps: Deps): Promise<OpenWorker> {
  const { database, log, config, notices } = deps;
  const delivery = openDelivery(
    {
      ...deps,
      templates: notices.templates,
      links: notices.links,
      origin: config.origin,
      pollMs: config.workerPollMs,
      random: Math.random,
    },
    notices.carriers,
  );
  const all = listeners(deps, delivery.nudge);
  let sweptAt = performance.now();
  const pulse = async () => {
    await hear(all);
    if (performance.now() - sweptAt < sweepEveryMs) return;
    sweptAt = performance.now();
    log.info(await sweep(deps), "Swept what nobody claimed");
  };
  try {
    const worker = await startWorker({
      database,
      log,
      pollMs: config.workerPollMs,
      tasks: { prepareCertificates: (payload) => prepareCertificates(deps, payload) },
      wakes: ["listen"],
      pulse,
    });
    return {
      isWell: worker.isWell,
      delivery,
      async stop() {
        await worker.stop();
        await delivery.stop();
      },
    };
  } catch (error) {
    await delivery.stop();
    throw error;
  }
}

/** Side by side: one that is slow or fails holds up no other, and what failed is said when all have had their turn. */
async function hear(all: readonly Listener[]): Promise<void> {
  const heard = await Promise.allSettled(all.map((listener) => listener()));
  const failed = heard.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
  if (failed.length > 0) throw new Error(failed.join("; "));
}
