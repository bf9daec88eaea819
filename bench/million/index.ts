/**
 * The city that the benches with many dossiers measure on. Made once (`make.ts`) into a folder of its own, named by what it
 * is made from; every bench that opens it finds it as it was made, whatever the bench before added.
 */
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "#foundation/clock/index.ts";
import { readConfig } from "#foundation/config/index.ts";
import { isClaimed } from "#foundation/db/embedded/claim.ts";
import { startEmbedded } from "#foundation/db/embedded/index.ts";
import { stopOrphan } from "#foundation/db/embedded/supervise.ts";
import { migrate } from "#foundation/db/index.ts";
import { openLog } from "#foundation/log/index.ts";
import type { Deps } from "../../src/deps.ts";
import { seedProgram } from "../../src/seed.ts";
import { makeDossiers } from "./make.ts";
import { ownerOf } from "./owner.ts";
import { depsOf, goingOnFrom, project, settingsOf } from "./program.ts";
import { countByState, putBack } from "./queries.ts";
import { endsAt, firstInstant } from "./when.ts";

type Say = (line: string) => void;

export type MadeCity = {
  readonly folder: string;
  readonly dossiers: number;
  /** Of the database's owner. */
  readonly url: string;
  /** Settings of a program that runs on this city beside this process. */
  readonly settings: Readonly<Record<string, string>>;
  /** Everything of the program in this process, on a clock that begins where the made data ends. */
  readonly deps: Deps;
  readonly close: () => Promise<void>;
};

const home = join(project, ".motcua/bench");
const doneMark = (folder: string) => join(folder, "made.json");

export async function openMadeCity(dossiers: number, say: Say): Promise<MadeCity> {
  const key = hashOfSources();
  const folder = join(home, `${key}-${dossiers}`);
  mkdirSync(home, { recursive: true });
  for (const name of readdirSync(home)) if (!name.startsWith(`${key}-`)) await removeCity(join(home, name));
  if (!existsSync(doneMark(folder))) {
    await removeCity(folder);
    await make(folder, dossiers, say);
  }
  const city = await open(folder, dossiers, goingOnFrom(endsAt));
  const owner = ownerOf(city.url);
  const removed = await putBack(owner, endsAt);
  if (removed > 0) say(`Took out ${removed} dossiers that an earlier run had added`);
  const states = Object.entries(await countByState(owner)).map(([state, count]) => `${count} ${state}`);
  say(`A city of ${dossiers} dossiers: ${states.join(", ")}`);
  await owner.end();
  return city;
}

async function make(folder: string, dossiers: number, say: Say): Promise<void> {
  const begunAt = performance.now();
  say(`Making a city of ${dossiers} dossiers, once, in ${folder}`);
  const city = await open(folder, dossiers, { now: () => endsAt });
  try {
    await makeDossiers(city.deps, city.url, city.settings, dossiers, say);
  } finally {
    await city.close();
  }
  const seconds = Math.round((performance.now() - begunAt) / 1000);
  writeFileSync(doneMark(folder), `${JSON.stringify({ dossiers, seconds })}\n`);
  say(`Made in ${seconds} seconds`);
}

async function open(folder: string, dossiers: number, clock: Clock): Promise<MadeCity> {
  const log = openLog("warn");
  const { url, stop } = await startEmbedded({ dataFolder: folder, log });
  try {
    const settings = settingsOf(folder, url);
    const config = readConfig(settings, project);
    await migrate({ url, folder: join(project, "migrations") });
    await seedProgram({ config, log, databaseUrl: url, projectFolder: project, now: firstInstant });
    const deps = await depsOf(settings, clock);
    return {
      folder,
      dossiers,
      url,
      settings,
      deps,
      async close() {
        await deps.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What a made city depends on: the tables, the city's own data, and the maker. */
function hashOfSources(): string {
  const files = ["migrations/0*.sql", "cities/thanh-hoa-2020/**/*.json", "bench/million/*.ts"];
  const hash = createHash("sha256");
  for (const file of files.flatMap((pattern) => globSync(pattern, { cwd: project }).sort())) {
    hash.update(`${file}\0`).update(readFileSync(join(project, file)));
  }
  return hash.digest("hex").slice(0, 12);
}

/** A folder that is older than its sources or half made, with its database, wherever that lies. */
async function removeCity(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  if (isClaimed(folder)) throw new Error(`A bench still runs on ${folder}. Let it end, or stop it.`);
  const elsewhere = join(folder, "postgres-lies-at");
  const place = existsSync(elsewhere) ? readFileSync(elsewhere, "utf8").trim() : folder;
  await stopOrphan(join(place, "postgres/cluster"), openLog("warn"));
  for (const each of new Set([place, folder])) rmSync(each, { recursive: true, force: true });
}
