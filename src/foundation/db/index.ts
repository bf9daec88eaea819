export { MigrationError, migrate } from "./migrate.ts";
export { type Database, DatabaseGoneError, type Db, isDatabaseGone, openDatabase } from "./open.ts";
export { prepared } from "./prepared.ts";
