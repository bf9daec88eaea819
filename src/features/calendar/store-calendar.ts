/** Use case: a calendar is entered or changed. What is stored stays; a change is the next version. */
import { createHash } from "node:crypto";
import type { Db } from "#foundation/db/index.ts";
import type { InputFault } from "#foundation/errors/index.ts";
import { accepted, type Result } from "#foundation/result/index.ts";
import { readCalendarDefinition } from "./calendar-definition.ts";
import { findLatestVersion, findVersionByHash, insertVersion, lockCalendars } from "./queries.ts";

export type StoreCalendar = {
  readonly definition: unknown;
  /** Why it changes: the notice or decision behind it. */
  readonly reason: string;
  readonly storedBy?: string;
  readonly at: Date;
  /** For a city's file, which is offered at every start: an older version of it must not undo what was entered since. */
  readonly unlessStoredBefore?: boolean;
};

export type StoredCalendar = { readonly versionId: number; readonly number: number; readonly isNew: boolean };

/** Storing what is stored already makes no new version. `db` may be a transaction of the caller. */
export async function storeCalendar(
  db: Db,
  { definition, reason, storedBy, at, unlessStoredBefore = false }: StoreCalendar,
): Promise<Result<StoredCalendar, readonly InputFault[]>> {
  const read = readCalendarDefinition(definition);
  if (!read.ok) return read;
  const text = canonical(read.value);
  const sha256 = createHash("sha256").update(text).digest();
  const store = async (tx: Db): Promise<StoredCalendar> => {
    await lockCalendars(tx);
    const latest = await findLatestVersion(tx, read.value.code);
    if (latest?.sha256.equals(sha256)) return { versionId: latest.id, number: latest.number, isNew: false };
    const earlier = unlessStoredBefore ? await findVersionByHash(tx, read.value.code, sha256) : undefined;
    if (earlier !== undefined) return { versionId: earlier.id, number: earlier.number, isNew: false };
    const number = (latest?.number ?? 0) + 1;
    const versionId = await insertVersion(tx, {
      calendarCode: read.value.code,
      number,
      firstYear: read.value.years.from,
      lastYear: read.value.years.to,
      definition: text,
      sha256,
      reason,
      storedBy: storedBy ?? null,
      storedAt: at,
    });
    return { versionId, number, isNew: true };
  };
  return accepted(db.isTransaction ? await store(db) : await db.transaction().execute(store));
}

/** JSON with the keys of each object in order, so that the same calendar has the same hash however it was typed. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
