/** Entering officials, their invitations, and what administrators did: writes `invitation` and `staffing_event`. */
import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";
import type { Role } from "../visitor.ts";
import type { KnownAccount, KnownPosting } from "./plan-officials.ts";

/** One list at a time: two that are read at once would each find the logins of the other free. */
export async function lockStaffing(tx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('staffing', 0))`.execute(tx);
}

export async function listAccountsByLogin(db: Db, logins: readonly string[]): Promise<readonly KnownAccount[]> {
  if (logins.length === 0) return [];
  const rows = await db
    .selectFrom("account")
    .select(["id", "login", "displayName as name", "kind", "isDemo", "closedAt"])
    .where("login", "in", [...logins])
    .execute();
  return rows.map(({ closedAt, ...row }) => ({ ...row, isClosed: closedAt !== null }));
}

/** Postings that have not ended, also those still to begin. */
export async function listPostingsOf(
  db: Db,
  accountIds: readonly string[],
  today: string,
): Promise<readonly (KnownPosting & { readonly id: number })[]> {
  if (accountIds.length === 0) return [];
  const { rows } = await sql<KnownPosting & { readonly id: number }>`
    select id, account_id, unit_id, role, valid_from::text as "from", valid_to::text as "to"
    from posting
    where account_id = any(${[...accountIds]}::uuid[]) and ended_at is null
      and (valid_to is null or valid_to >= ${today}::date)
    order by id`.execute(db);
  return rows;
}

/** Answers where it was; undefined when the account holds no such posting any more. */
export async function endPosting(
  tx: Db,
  accountId: string,
  id: number,
  endedAt: Date,
): Promise<{ readonly unitId: number; readonly role: Role } | undefined> {
  const { rows } = await sql<{ readonly unitId: number; readonly role: Role }>`
    update posting set ended_at = ${endedAt}
    where id = ${id} and account_id = ${accountId} and ended_at is null
    returning unit_id, role`.execute(tx);
  return rows[0];
}

/** In place of the one before: of two slips only the newer opens. */
export async function setInvitations(
  tx: Db,
  invitations: readonly { accountId: string; tokenHash: Buffer; madeAt: Date; expiresAt: Date }[],
) {
  if (invitations.length === 0) return;
  await tx
    .deleteFrom("invitation")
    .where(
      "accountId",
      "in",
      invitations.map(({ accountId }) => accountId),
    )
    .execute();
  await tx
    .insertInto("invitation")
    .values([...invitations])
    .execute();
}

export type Invited = { readonly accountId: string; readonly login: string; readonly name: string };

export async function findInvited(db: Db, tokenHash: Buffer, now: Date): Promise<Invited | undefined> {
  return db
    .selectFrom("invitation as i")
    .innerJoin("account as a", "a.id", "i.accountId")
    .select(["a.id as accountId", "a.login", "a.displayName as name"])
    .where("i.tokenHash", "=", tokenHash)
    .where("i.expiresAt", ">", now)
    .where("a.closedAt", "is", null)
    .executeTakeFirst();
}

/** Answers whether it was still there: of two presses one opens. */
export async function takeInvitation(tx: Db, tokenHash: Buffer, now: Date): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("invitation")
    .where("tokenHash", "=", tokenHash)
    .where("expiresAt", ">", now)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** In the same transaction, so that nobody is entered whose certificate nobody makes. */
export async function askForCertificates(tx: Db, accountIds: readonly string[]) {
  if (accountIds.length === 0) return;
  const payload = JSON.stringify({ accountIds });
  await sql`select graphile_worker.add_job('prepareCertificates', ${payload}::json)`.execute(tx);
}

export type StaffingDeed = "opened" | "posted" | "posting-ended" | "invited" | "closed" | "factor-removed" | "locked";
export type StaffingEvent = {
  readonly at: Date;
  readonly byAccountId: string | null;
  readonly accountId: string;
  readonly what: StaffingDeed;
  readonly details: Readonly<Record<string, unknown>>;
};

export async function insertStaffingEvents(tx: Db, events: readonly StaffingEvent[]) {
  if (events.length === 0) return;
  await tx
    .insertInto("staffingEvent")
    .values(events.map((event) => ({ ...event, details: JSON.stringify(event.details) })))
    .execute();
}

export async function listStaffingEvents(db: Db, accountId: string, limit: number) {
  const { rows } = await sql<{
    readonly at: Date;
    readonly byName: string | null;
    readonly what: StaffingDeed;
    readonly details: Readonly<Record<string, unknown>>;
  }>`
    select e.at, b.display_name as by_name, e.what, e.details
    from staffing_event e left join account b on b.id = e.by_account_id
    where e.account_id = ${accountId} order by e.id desc limit ${limit}`.execute(db);
  return rows;
}

export type ListedOfficial = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly isDemo: boolean;
  readonly closedAt: Date | null;
  readonly hasPassword: boolean;
  readonly hasFactor: boolean;
  /** The day somebody last used it; null: never. */
  readonly usedOn: string | null;
};

const officialColumns = sql`
  a.id, a.login, a.display_name as name, a.is_demo, a.closed_at, a.password_hash is not null as has_password,
  exists (select from code_app c where c.account_id = a.id and c.confirmed_at is not null) as has_factor,
  a.used_on::text`;

/** By name without marks or by login; open accounts first. */
export async function listStaff(
  db: Db,
  { like, after, limit }: { readonly like: string; readonly after: string | null; readonly limit: number },
): Promise<readonly ListedOfficial[]> {
  const { rows } = await sql<ListedOfficial>`
    select ${officialColumns} from account a
    where a.kind = 'official' and (${like} = '' or normalised(a.display_name) like ${`%${like}%`} or a.login like ${`%${like}%`})
      and (${after}::text is null or a.login > ${after})
    order by a.login limit ${limit}`.execute(db);
  return rows;
}

export async function findStaff(db: Db, accountId: string): Promise<ListedOfficial | undefined> {
  const { rows } = await sql<ListedOfficial>`
    select ${officialColumns} from account a where a.id = ${accountId} and a.kind = 'official'`.execute(db);
  return rows[0];
}

/** Answers whether it was open. */
export async function closeAccount(tx: Db, accountId: string, closedAt: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("account")
    .set({ closedAt })
    .where("id", "=", accountId)
    .where("kind", "=", "official")
    .where("closedAt", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Voids the passwords of officials' accounts last used on that day or before; answers whose. */
export async function lockUnusedSince(tx: Db, lastDay: string): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    update account set password_hash = null
    where kind = 'official' and not is_demo and closed_at is null and password_hash is not null
      and used_on <= ${lastDay}::date
    returning id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Until a new one is set by the link of a slip, nothing opens it. */
export async function clearPassword(tx: Db, accountId: string) {
  await tx.updateTable("account").set({ passwordHash: null }).where("id", "=", accountId).execute();
}
