/**
 * Every setting of the program, read once at start from the environment (and from the file named by MOTCUA_CONFIG,
 * which the environment overrides), checked together, and passed on as plain values. All faults are named at once.
 */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import { type NoticeSettings, noticeSettings, readNoticeSettings } from "./notices.ts";

export type { NoticeSettings } from "./notices.ts";
export type Mode = "demo" | "production";
export type Role = "all" | "web" | "worker";

export type Config = {
  readonly mode: Mode;
  readonly role: Role;
  readonly host: string;
  readonly port: number;
  /** Where people reach the site, without a trailing slash; links in papers and QR codes start with it. */
  readonly origin: string;
  /** Uploads, keys, the embedded database: everything that must be backed up. */
  readonly dataFolder: string;
  /** Absent: the embedded PostgreSQL is started under `dataFolder`. */
  readonly databaseUrl: string | undefined;
  readonly databasePoolSize: number;
  readonly city: string;
  readonly masterKeyFile: string;
  readonly logLevel: LogLevel;
  /** Whether officials work only with a second factor. */
  readonly isStaffFactorRequired: boolean;
  /** Characters a new password of an official has at least. */
  readonly staffPasswordLength: number;
  readonly maxUploadBytes: number;
  readonly workerPollMs: number;
  readonly notices: NoticeSettings;
};

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Each setting: what it is for, and an example; `motcua serve --help` prints this list. */
export const settings = {
  MOTCUA_CONFIG: "a file of NAME=value lines read before the environment",
  MOTCUA_MODE: "demo (default with the embedded database) or production; demo accounts exist in demo only",
  MOTCUA_ROLE: "all (default), web or worker",
  HOST: "address to listen on (127.0.0.1)",
  PORT: "port to listen on (3000)",
  MOTCUA_ORIGIN: "public address of the site, such as https://motcua.example.gov.vn",
  MOTCUA_DATA: "folder of uploads, keys and the embedded database (.motcua/data)",
  DATABASE_URL: "a PostgreSQL of version 16 or later; without it the embedded one is started",
  MOTCUA_DATABASE_POOL: "connections of this process, 2 to 100 (10)",
  MOTCUA_CITY: "folder under cities/ that is loaded into an empty database (thanh-hoa-2020)",
  MOTCUA_MASTER_KEY_FILE: "the key that wraps all others, kept outside the database (<data>/keys/master.key)",
  MOTCUA_STAFF_SECOND_FACTOR:
    "required (default in production) or offered (default in demo): codes of an app at sign-in",
  MOTCUA_STAFF_PASSWORD_LENGTH: "characters a new password of an official has at least, 8 to 64 (12)",
  MOTCUA_MAX_UPLOAD_MB: "largest upload, 1 to 200 (20)",
  MOTCUA_WORKER_POLL_MS: "how often the worker looks for work it was not told about, 100 to 60000 (1000)",
  LOG_LEVEL: `${logLevels.join(", ")} (info)`,
  ...noticeSettings,
} as const satisfies Record<string, string>;

export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`Settings cannot be used:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.faults = faults;
  }
}

type Environment = { readonly [name: string]: string | undefined };

/** Reads and checks all settings. Throws one ConfigError naming every fault. */
export function readConfig(environment: Environment, projectFolder: string): Config {
  const faults: string[] = [];
  const fileName = environment.MOTCUA_CONFIG;
  let fromFile: Environment = {};
  if (fileName !== undefined) {
    if (existsSync(fileName)) fromFile = parseEnv(readFileSync(fileName, "utf8"));
    else faults.push(`MOTCUA_CONFIG: there is no file ${fileName}`);
  }
  const all: Environment = { ...fromFile, ...environment };

  for (const name of Object.keys(all)) {
    // A misspelt setting that is silently ignored is found only on the day it was needed.
    if (name.startsWith("MOTCUA_") && !(name in settings)) faults.push(`${name}: there is no such setting`);
  }

  const text = (name: keyof typeof settings, fallback: string): string => all[name]?.trim() || fallback;
  const oneOf = <Value extends string>(
    name: keyof typeof settings,
    values: readonly Value[],
    fallback: Value,
  ): Value => {
    const given = text(name, fallback);
    const found = values.find((value) => value === given);
    if (found === undefined) faults.push(`${name}: "${given}" is not one of ${values.join(", ")}`);
    return found ?? fallback;
  };
  const whole = (name: keyof typeof settings, from: number, to: number, fallback: number): number => {
    const given = text(name, String(fallback));
    const number = Number(given);
    if (/^\d+$/.test(given) && number >= from && number <= to) return number;
    faults.push(`${name}: "${given}" is not a whole number from ${from} to ${to}`);
    return fallback;
  };

  const databaseUrl = all.DATABASE_URL?.trim() || undefined;
  if (databaseUrl !== undefined && !/^postgres(?:ql)?:\/\//.test(databaseUrl)) {
    faults.push("DATABASE_URL: must start with postgres:// or postgresql://");
  }
  const host = text("HOST", "127.0.0.1");
  const port = whole("PORT", 0, 65_535, 3000);
  const origin = text("MOTCUA_ORIGIN", `http://localhost:${port}`).replace(/\/$/, "");
  if (!URL.canParse(origin) || !/^https?:\/\/[^/]+$/.test(origin)) {
    faults.push(`MOTCUA_ORIGIN: "${origin}" is not an address such as https://motcua.example.gov.vn`);
  }
  const dataFolder = resolve(projectFolder, text("MOTCUA_DATA", ".motcua/data"));
  const city = text("MOTCUA_CITY", "thanh-hoa-2020");
  if (!/^[a-z0-9-]+$/.test(city) || !existsSync(resolve(projectFolder, "cities", city))) {
    faults.push(`MOTCUA_CITY: there is no folder cities/${city}`);
  }

  const mode = oneOf("MOTCUA_MODE", ["demo", "production"], databaseUrl === undefined ? "demo" : "production");
  const config: Config = {
    mode,
    role: oneOf("MOTCUA_ROLE", ["all", "web", "worker"], "all"),
    host,
    port,
    origin,
    dataFolder,
    databaseUrl,
    databasePoolSize: whole("MOTCUA_DATABASE_POOL", 2, 100, 10),
    city,
    masterKeyFile: resolve(projectFolder, text("MOTCUA_MASTER_KEY_FILE", resolve(dataFolder, "keys/master.key"))),
    logLevel: oneOf("LOG_LEVEL", logLevels, "info"),
    isStaffFactorRequired:
      oneOf("MOTCUA_STAFF_SECOND_FACTOR", ["required", "offered"], mode === "demo" ? "offered" : "required") ===
      "required",
    staffPasswordLength: whole("MOTCUA_STAFF_PASSWORD_LENGTH", 8, 64, 12),
    maxUploadBytes: whole("MOTCUA_MAX_UPLOAD_MB", 1, 200, 20) * 1024 * 1024,
    workerPollMs: whole("MOTCUA_WORKER_POLL_MS", 100, 60_000, 1000),
    notices: readNoticeSettings(
      (name) => all[name]?.trim() || undefined,
      (fault) => faults.push(fault),
    ),
  };
  if (config.mode === "production" && origin.startsWith("http://") && host !== "127.0.0.1" && host !== "localhost") {
    faults.push("MOTCUA_ORIGIN: production on an open address needs https, since sessions travel in cookies");
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}
