import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";

export type StoredVersion = {
  readonly id: number;
  readonly calendarCode: string;
  readonly number: number;
  readonly definition: unknown;
};

export type NewVersion = {
  readonly calendarCode: string;
  readonly number: number;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly definition: string;
  readonly sha256: Buffer;
  readonly reason: string;
  readonly storedBy: string | null;
  readonly storedAt: Date;
};

/** All versions newer than one, oldest first; 0 for all. A city makes a handful a year. */
export async function listVersionsAfter(db: Db, id: number): Promise<readonly StoredVersion[]> {
  return db
    .selectFrom("workingCalendarVersion")
    .select(["id", "calendarCode", "number", "definition"])
    .where("id", ">", id)
    .orderBy("id")
    .execute();
}

export async function findLatestVersion(db: Db, calendarCode: string) {
  return db
    .selectFrom("workingCalendarVersion")
    .select(["id", "number", "sha256"])
    .where("calendarCode", "=", calendarCode)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function findVersionByHash(db: Db, calendarCode: string, sha256: Buffer) {
  return db
    .selectFrom("workingCalendarVersion")
    .select(["id", "number"])
    .where("calendarCode", "=", calendarCode)
    .where("sha256", "=", sha256)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function insertVersion(db: Db, version: NewVersion): Promise<number> {
  const { id } = await db
    .insertInto("workingCalendarVersion")
    .values(version)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Until the transaction ends nobody else stores a calendar, so numbers follow each other. */
export async function lockCalendars(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('working_calendar_version'))`.execute(db);
}
