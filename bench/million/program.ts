/** The program on a made city: its settings and parts, and a clock that goes on from where the data ends. */
import { resolve } from "node:path";
import type { Clock } from "#foundation/clock/index.ts";
import { readConfig } from "#foundation/config/index.ts";
import { openLog } from "#foundation/log/index.ts";
import { type Deps, openDeps } from "../../src/deps.ts";

// This file is read from bundles in dist/bench, two folders below the project as here.
export const project = resolve(import.meta.dirname, "../..");

export function settingsOf(folder: string, databaseUrl: string): Readonly<Record<string, string>> {
  return { MOTCUA_DATA: folder, DATABASE_URL: databaseUrl, MOTCUA_MODE: "demo", LOG_LEVEL: "warn" };
}

export function depsOf(settings: Readonly<Record<string, string | undefined>>, clock: Clock): Promise<Deps> {
  const config = readConfig(settings, project);
  const { databaseUrl = "" } = config;
  return openDeps({ config, log: openLog(config.logLevel), clock, databaseUrl, projectFolder: project });
}

export function goingOnFrom(start: Date): Clock {
  const begunAt = performance.now();
  return { now: () => new Date(start.getTime() + (performance.now() - begunAt)) };
}
