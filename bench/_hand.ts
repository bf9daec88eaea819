/** A thread of its own for one of the hands that make a city (`million/make.ts`). */
import { parentPort, workerData } from "node:worker_threads";
import { fillDays } from "./million/hand.ts";
import type { HandOrder } from "./million/make.ts";
import { ownerOf } from "./million/owner.ts";
import { depsOf } from "./million/program.ts";
import { endsAt } from "./million/when.ts";

const { settings, arrivals, seed }: HandOrder = workerData;
const deps = await depsOf(settings, { now: () => endsAt });
const owner = ownerOf(deps.config.databaseUrl ?? "");
await fillDays(deps, owner, arrivals, seed, (dossiers) => parentPort?.postMessage(dossiers));
await owner.end();
await deps.close();
