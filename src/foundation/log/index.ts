/** JSON lines in UTC. Fields of these names never reach a log, at any depth that our code writes. */
import { pino } from "pino";
import type { LogLevel } from "#foundation/config/index.ts";

export type Log = {
  readonly info: (fields: object, message?: string) => void;
  readonly warn: (fields: object, message?: string) => void;
  readonly error: (fields: object, message?: string) => void;
  readonly debug: (fields: object, message?: string) => void;
};

const personal = [
  "idNumber",
  "phone",
  "email",
  "address",
  "answers",
  "owner",
  "password",
  "token",
  "cookie",
  "authorization",
];

export function openLog(level: LogLevel): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: personal.flatMap((field) => [field, `*.${field}`, `*.*.${field}`, `*.*.*.${field}`]),
      censor: "[redacted]",
    },
  });
}
