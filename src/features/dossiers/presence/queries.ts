/** Who has a dossier open: one row per person and dossier, renewed while they look and worth nothing afterwards. */
import { sql } from "kysely";
import type { Posting } from "#features/identity/index.ts";
import type { Db } from "#foundation/db/index.ts";

export type PresenceRow = Posting & { readonly accountId: string; readonly since: Date };

/** Whoever was here until now has been here since they came; whoever was away begins anew. */
export async function upsertPresence(
  db: Db,
  presence: Posting & {
    readonly accountId: string;
    readonly dossierId: string;
    readonly now: Date;
    readonly until: Date;
  },
): Promise<void> {
  const { accountId, dossierId, unitId, role, now, until } = presence;
  await sql`
    insert into dossier_presence as here (account_id, dossier_id, unit_id, role, since, until)
    values (${accountId}, ${dossierId}, ${unitId}, ${role}, ${now}, ${until})
    on conflict (account_id, dossier_id) do update set
      unit_id = excluded.unit_id,
      role = excluded.role,
      since = case when here.until < excluded.since then excluded.since else here.since end,
      until = excluded.until`.execute(db);
}

/** Another window of the same person renews it at its next beat. */
export async function shortenPresence(db: Db, accountId: string, dossierId: string, until: Date): Promise<void> {
  await sql`
    update dossier_presence set until = greatest(since, least(until, ${until}::timestamptz))
    where account_id = ${accountId} and dossier_id = ${dossierId}`.execute(db);
}

/** A person's own rows that have run out. Rows that somebody else is just writing are left for the next time. */
export async function deleteOldPresence(db: Db, accountId: string, now: Date): Promise<void> {
  await sql`
    delete from dossier_presence where (account_id, dossier_id) in (
      select account_id, dossier_id from dossier_presence
      where account_id = ${accountId} and until < ${now} for update skip locked)`.execute(db);
}

export async function listOthersPresent(
  db: Db,
  dossierId: string,
  accountId: string,
  now: Date,
): Promise<readonly PresenceRow[]> {
  const { rows } = await sql<PresenceRow>`
    select account_id, unit_id, role, since from dossier_presence
    where dossier_id = ${dossierId} and account_id <> ${accountId} and until >= ${now}
    order by since, account_id`.execute(db);
  return rows;
}
