import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { preparingPool } from "./prepared.ts";
import type { DB } from "./types.ts";

/** The database or a transaction on it: a query works in both. */
export type Db = Kysely<DB> | Transaction<DB>;

export type Database = {
  readonly db: Kysely<DB>;
  /** For the few statements of the hot path that are prepared by name. */
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
};

// A date column is a calendar day in the city, so it must never pass through a time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);
// Counts and sizes fit a number; what does not would be a fault worth an error, not a silent rounding.
pg.types.setTypeParser(pg.types.builtins.INT8, (digits) => {
  const value = Number(digits);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${digits} does not fit a number`);
  return value;
});

export type OpenDatabase = {
  readonly url: string;
  readonly max?: number;
  /** The role that queries run as. It owns nothing, so a wrong query cannot rewrite history. */
  readonly role?: string | null;
  readonly onClientError?: (error: Error) => void;
};

export const applicationRole = "motcua_app";

export function openDatabase({ url, max = 10, role = applicationRole, onClientError }: OpenDatabase): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: "motcua",
    connectionTimeoutMillis: 2000,
    // A query or lock that hangs must end before the person gives up (trust.md, R11).
    statement_timeout: 15_000,
    lock_timeout: 2000,
    idle_in_transaction_session_timeout: 10_000,
    ...(role === null ? {} : { options: `-c role=${role}` }),
  });
  let isClosed = false;
  // A database that ends after us has nothing to say about connections that are on their way out.
  const report = (error: Error) => !isClosed && onClientError?.(error);
  pool.on("error", report);
  // Without a handler of its own a client whose connection breaks while checked out ends the whole process (R21).
  pool.on("connect", (client) => client.on("error", report));
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: preparingPool(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return {
    db,
    pool,
    async close() {
      isClosed = true;
      await db.destroy();
    },
  };
}

/** The database cannot be reached now: nothing was wrong with the request, and it may be tried again. */
export class DatabaseGoneError extends Error {
  override readonly name = "DatabaseGoneError";
}

// 55P03: a lock another transaction did not give back in time; like a database that is away, it may be tried again.
const goneStates = new Set(["55P03", "57P01", "57P02", "57P03", "53300", "08000", "08001", "08003", "08004", "08006"]);
/** It answers, and cannot now: no space or memory, a statement that took too long, a database that takes nobody in. */
const busyStates = new Set(["53000", "53100", "53200", "53400", "55000", "57014", "40001", "40P01"]);
const goneCodes = new Set(["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE", "ETIMEDOUT", "EACCES"]);

export function isDatabaseGone(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseGone);
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return (
    goneStates.has(code) ||
    busyStates.has(code) ||
    // The server ended or refused the connection itself.
    ("severity" in error && error.severity === "FATAL") ||
    (goneCodes.has(code) && !("path" in error && code === "ENOENT")) ||
    /Connection terminated|timeout exceeded when trying to connect|not queryable|Client has encountered a connection error/.test(
      error.message,
    )
  );
}
