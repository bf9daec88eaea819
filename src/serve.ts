/** The running program: web, worker or both, and an orderly end with nothing in flight lost. */
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { sql } from "kysely";
import { calendarWarnings, warningInWords } from "#features/calendar/index.ts";
import { openAssets } from "#foundation/http/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import { createApp } from "./app.ts";
import type { Deps } from "./deps.ts";
import { errorPages } from "./error-page.tsx";
import { declareFeatures } from "./features.ts";
import { openSite } from "./site/site.tsx";
import { type OpenWorker, openWorker } from "./worker.ts";

export type Running = { readonly port: number; readonly stop: () => Promise<void> };

const drainMs = 10_000;

export async function serve(deps: Deps): Promise<Running> {
  const { config, log, database, metrics } = deps;
  const worker: OpenWorker | null = config.role === "web" ? null : await openWorker(deps);
  for (const warning of calendarWarnings(deps.calendars.forUnit(), dayOf(deps.clock.now()))) {
    log.warn({}, warningInWords(warning, "vi"));
  }
  if (worker !== null && deps.notices.off.length > 0) {
    const off = deps.notices.off.map(({ channel, setting }) => `${channel} (${setting})`).join(", ");
    log.info({}, `Notices are not sent by ${off}; the inbox of the account works as always`);
  }
  let isStopping = false;

  // Asked every few seconds by whoever keeps the program alive: before everything else, and counted by nobody.
  const outer = new Hono();
  outer.get("/healthz", (c) => c.json({ status: "alive" }));
  outer.get("/readyz", async (c) => {
    const isDatabaseThere = await sql`select 1`.execute(database.db).then(
      () => true,
      () => false,
    );
    const state = {
      database: isDatabaseThere,
      worker: worker === null ? "elsewhere" : worker.isWell(),
      stopping: isStopping,
    };
    const isReady = isDatabaseThere && state.worker !== false && !isStopping;
    return c.json({ status: isReady ? "ready" : "not ready", ...state }, isReady ? 200 : 503);
  });
  outer.get("/metrics", async (c) => c.text(await metrics.text()));
  metrics.gauge("motcua_database_connections", "Connections of this process", () => database.pool.totalCount);
  metrics.gauge("motcua_database_waiting", "Requests waiting for a connection", () => database.pool.waitingCount);

  metrics.gauge("motcua_bell_connections", "Pages that listen for notices", () => deps.bell.connections());

  const assets = openAssets(deps.distFolder);
  outer.use("/assets/*", assets.serve);
  const site = openSite({ city: deps.city, config, assetPath: assets.path });
  if (config.role !== "worker") {
    // Asked as a whole, not merged: so that an address nobody knows is answered by the program's own page.
    const { app } = createApp(
      deps,
      declareFeatures(deps, site, () => worker?.delivery.states() ?? null),
      errorPages(site.citizen),
    );
    outer.all("*", (c) => app.fetch(c.req.raw, c.env));
  }
  const server = createAdaptorServer({ fetch: outer.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  log.info({ port, host: config.host, role: config.role, mode: config.mode }, "Ready");

  return {
    port,
    async stop() {
      isStopping = true;
      log.info({}, "Stopping: finishing what is under way");
      // Listeners would hold their connections open till the end of the drain.
      deps.bell.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ("closeIdleConnections" in server) server.closeIdleConnections();
      const timeout = new Promise<void>((resolve) => setTimeout(resolve, drainMs).unref());
      await Promise.race([closed, timeout]);
      if ("closeAllConnections" in server) server.closeAllConnections();
      await worker?.stop();
      await deps.close();
    },
  };
}
