/**
 * Accounts of officials that nobody uses are locked after 45 days (trust.md, "dormant accounts"; NĐ 85/2016, level 3): the password is void
 * and every session ends. Postings stay; a new slip opens the account again.
 */
import type { Clock } from "#foundation/clock/index.ts";
import type { Db } from "#foundation/db/index.ts";
import type { Sessions } from "../sessions.ts";
import { insertStaffingEvents, lockUnusedSince } from "./queries.ts";

export const dormantDays = 45;
/** For so long before it the administrators see it coming. */
export const warnedDays = 7;
const dayMs = 24 * 60 * 60_000;

/** Answers how many were locked now. Safe to run twice, and by two processes at once. */
export async function lockDormant({
  db,
  clock,
  dayOf,
  sessions,
}: {
  readonly db: Db;
  readonly clock: Clock;
  readonly dayOf: (instant: Date) => string;
  readonly sessions: Pick<Sessions, "endAll">;
}): Promise<number> {
  const now = clock.now();
  const lastDay = dayOf(new Date(now.getTime() - dormantDays * dayMs));
  const locked = await db.transaction().execute(async (tx) => {
    const ids = await lockUnusedSince(tx, lastDay);
    await insertStaffingEvents(
      tx,
      ids.map((accountId) => ({ at: now, byAccountId: null, accountId, what: "locked", details: { lastDay } })),
    );
    return ids;
  });
  for (const accountId of locked) await sessions.endAll(accountId);
  return locked.length;
}

/** Whether an account is locked within a week when nobody uses it. */
export function isNearlyDormant(usedOn: string | null, today: string): boolean {
  if (usedOn === null) return false;
  const days = (Date.parse(`${today}T00:00:00Z`) - Date.parse(`${usedOn}T00:00:00Z`)) / dayMs;
  return days >= dormantDays - warnedDays;
}
