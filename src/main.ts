/** The program: reads its settings, then does what it was asked. */
import { join, resolve } from "node:path";
import { dueCommand, dueHelp, loadCalendars } from "#features/calendar/index.ts";
import { beginEraAfterRestore } from "#features/dossiers/index.ts";
import { demoAccounts, demoPassword, staffCommand, staffHelp } from "#features/identity/index.ts";
import { loadOrganisation } from "#features/organisation/index.ts";
import { rebuildFigures } from "#features/supervision/index.ts";
import { systemClock } from "#foundation/clock/index.ts";
import { type Config, ConfigError, readConfig, settings } from "#foundation/config/index.ts";
import { EmbeddedDatabaseError, joinEmbedded, startEmbedded } from "#foundation/db/embedded/index.ts";
import { MigrationError, migrate, openDatabase } from "#foundation/db/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import { type Log, openLog } from "#foundation/log/index.ts";
import { MasterKeyError } from "#foundation/sealing/index.ts";
import { openDeps } from "./deps.ts";
import { seedProgram } from "./seed.ts";
import { serve } from "./serve.ts";
import { simulateCommand, simulateHelp } from "./simulation/command.ts";
import { tidyMemorySoon } from "./tidy-memory.ts";
import { verify } from "./verify.ts";

// dist/main.js and src/main.ts both lie one folder below the project.
const projectFolder = resolve(import.meta.dirname, "..");

const commands = {
  serve: "start the site (and the worker), making and filling the database when it is new",
  migrate: "bring the database to the newest version, then end",
  seed: "load the city's folder and, in demo mode, the demo accounts, then end",
  verify: "check every dossier against its history, files and figures; exit 1 when anything differs",
  recount: "count the figures of the direction screens again from the events, then end",
  due: "by when something is due, by a unit's calendar",
  staff: "enter officials and their places from a CSV file, and print the link by which each account begins",
  simulate: "fill a demo with a month of invented dossiers, lived through by the real use cases",
} as const;

function help(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const list = Object.entries(commands).map(([name, what]) => `  ${name.padEnd(width)}  ${what}`);
  const names = Object.entries(settings).map(([name, what]) => `  ${name}\n      ${what}`);
  return `motcua <command> [--help]\n\n${list.join("\n")}\n\nSettings, from the environment or the file named by MOTCUA_CONFIG:\n${names.join("\n")}\n`;
}

const helpOf: Readonly<Record<string, string>> = { due: dueHelp, simulate: simulateHelp, staff: staffHelp };

type Prepared = {
  readonly config: Config;
  readonly log: Log;
  readonly databaseUrl: string;
  readonly stopDatabase: () => Promise<void>;
};

/**
 * Settings, the database, its newest version: what every command stands on. A command that only reads joins the database
 * of a program that runs already; `serve` wants the folder for itself.
 */
async function prepare(command: string): Promise<Prepared> {
  const config = readConfig(process.env, projectFolder);
  // What a command answers goes to the terminal; its log would stand between the lines.
  const log = openLog(command === "serve" || config.logLevel !== "info" ? config.logLevel : "warn");
  const joined =
    config.databaseUrl === undefined && command !== "serve"
      ? await joinEmbedded(config.dataFolder)
      : config.databaseUrl;
  const embedded = joined == null ? await startEmbedded({ dataFolder: config.dataFolder, log }) : null;
  const databaseUrl = embedded?.url ?? joined ?? "";
  const stopDatabase = async () => embedded?.stop();
  try {
    await migrate({ url: databaseUrl, folder: join(projectFolder, "migrations"), log: (line) => log.info({}, line) });
    await recogniseRestore(databaseUrl, log);
    return { config, log, databaseUrl, stopDatabase };
  } catch (error) {
    await stopDatabase();
    throw error;
  }
}

/** Before anything is written to it: a database restored into another cluster goes on in an era of its own. */
async function recogniseRestore(url: string, log: Log): Promise<void> {
  const { db, close } = openDatabase({ url, max: 1, role: null });
  try {
    const era = await beginEraAfterRestore(db);
    if (era !== null) log.warn({ era }, "The data was restored from another cluster: its events go on in a new era");
  } finally {
    await close();
  }
}

async function main(args: readonly string[]): Promise<number> {
  const [command = "serve", ...rest] = args;
  if (command === "--help" || command === "help" || rest.includes("--help")) {
    process.stdout.write(helpOf[command] ?? help());
    return 0;
  }
  if (!(command in commands)) {
    process.stderr.write(`There is no command "${command}".\n\n${help()}`);
    return 2;
  }
  // Registered before anything is started, so that Ctrl-C while the database is being made still stops it in order.
  const end = ended();
  const prepared = await prepare(command);
  try {
    switch (command) {
      case "migrate":
        return 0;
      case "seed":
        await seedProgram({ ...prepared, projectFolder, now: systemClock.now() });
        return 0;
      case "due": {
        const { db, close } = openDatabase({ url: prepared.databaseUrl, max: 2 });
        try {
          await seedProgram({ ...prepared, projectFolder, now: systemClock.now() });
          const organisation = await loadOrganisation(db, dayOf(systemClock.now()));
          const output = dueCommand(
            { calendars: await loadCalendars(db), isUnit: (code) => organisation.byCode(code) !== undefined },
            rest,
          );
          (output.exitCode === 0 ? process.stdout : process.stderr).write(`${output.text}\n`);
          return output.exitCode;
        } finally {
          await close();
        }
      }
      case "staff": {
        await seedProgram({ ...prepared, projectFolder, now: systemClock.now() });
        const deps = await openDeps({ ...prepared, clock: systemClock, projectFolder });
        try {
          return await staffCommand({ ...deps.staffing, origin: prepared.config.origin }, rest, process.stdout);
        } finally {
          await deps.close();
        }
      }
      case "simulate": {
        await seedProgram({ ...prepared, projectFolder, now: systemClock.now() });
        const deps = await openDeps({ ...prepared, clock: systemClock, projectFolder });
        try {
          return await simulateCommand(deps, rest, process.stdout);
        } finally {
          await deps.close();
        }
      }
      case "verify": {
        const deps = await openDeps({ ...prepared, clock: systemClock, projectFolder });
        try {
          return await verify(deps, process.stdout);
        } finally {
          await deps.close();
        }
      }
      case "recount": {
        const deps = await openDeps({ ...prepared, clock: systemClock, projectFolder });
        try {
          const events = await rebuildFigures({ ...deps, db: deps.database.db });
          process.stdout.write(`${events} events counted\n`);
          return 0;
        } finally {
          await deps.close();
        }
      }
      default: {
        await seedProgram({ ...prepared, projectFolder, now: systemClock.now() });
        const deps = await openDeps({ ...prepared, clock: systemClock, projectFolder });
        const server = await serve(deps);
        process.stdout.write(welcome(prepared.config, server.port));
        const leaveMemory = tidyMemorySoon();
        await end;
        leaveMemory();
        await server.stop();
        return 0;
      }
    }
  } finally {
    await prepared.stopDatabase();
  }
}

/**
 * Resolves when the program is asked to end. A second request does not wait for order; two within half a second are one,
 * since a terminal and a supervisor both signal the whole group.
 */
function ended(): Promise<void> {
  return new Promise((resolve) => {
    let firstAt: number | null = null;
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      process.on(signal, () => {
        const now = performance.now();
        if (firstAt !== null && now - firstAt > 500) process.exit(130);
        firstAt ??= now;
        resolve();
      });
    }
  });
}

function welcome(config: Config, port: number): string {
  const base = `http://${config.host === "127.0.0.1" ? "localhost" : config.host}:${port}`;
  const places = [
    ["Người dân / citizens", "/"],
    ["Cán bộ / staff", "/can-bo"],
    ["Điều hành / direction", "/dieu-hanh"],
    ["API", "/api/v1/procedures"],
  ] as const;
  const addresses = places.map(([what, path]) => `  ${what.padEnd(24)}${base}${path}`).join("\n");
  const accounts =
    config.mode === "demo"
      ? `\n\nTài khoản mẫu / demo accounts (mật khẩu / password: ${demoPassword})\n${demoAccounts.map(({ login, name }) => `  ${login.padEnd(24)}${name}`).join("\n")}`
      : "";
  return `\nmotcua\n${addresses}${accounts}\n\nCtrl-C: dừng / stop\n`;
}

/** Errors that a person at the terminal can mend are told in words; others are ours and keep their trace. */
function explain(error: unknown): string {
  if (
    error instanceof ConfigError ||
    error instanceof EmbeddedDatabaseError ||
    error instanceof MigrationError ||
    error instanceof MasterKeyError
  ) {
    return error.message;
  }
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return `The port is taken by another program. Stop it, or name another port: PORT=3001 npm start`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
