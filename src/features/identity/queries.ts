import { sql } from "kysely";
import { type Db, prepared } from "#foundation/db/index.ts";
import type { Official, Posting, Role } from "./visitor.ts";

export type AccountKind = "citizen" | "business" | "official";

export async function findAccountByLogin(db: Db, login: string) {
  return db
    .selectFrom("account")
    .select(["id", "kind", "passwordHash", "displayName", "isDemo"])
    .where("login", "=", login)
    .where("closedAt", "is", null)
    .executeTakeFirst();
}

export type SessionRow = {
  readonly accountId: string;
  readonly kind: AccountKind;
  readonly login: string;
  readonly displayName: string;
  readonly isDemo: boolean;
  readonly expiresAt: Date;
  readonly seenAt: Date;
  readonly provedAt: Date | null;
  readonly postings: readonly Posting[];
};

/** The live session with its account and the postings valid on that day, in one round trip. */
export async function findLiveSession(
  db: Db,
  tokenHash: Buffer,
  now: Date,
  today: string,
): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`${prepared}
    select a.id as account_id, a.kind, a.login, a.display_name, a.is_demo,
           s.expires_at, s.seen_at, s.proved_at,
           coalesce((
             select jsonb_agg(jsonb_build_object('unitId', p.unit_id, 'role', p.role) order by p.id)
             from posting p
             where p.account_id = a.id and p.ended_at is null and p.valid_from <= ${today}::date
               and (p.valid_to is null or p.valid_to >= ${today}::date)
           ), '[]') as postings
    from session s
    join account a on a.id = s.account_id
    where s.token_hash = ${tokenHash} and s.kind <> 'half' and s.ended_at is null and s.expires_at > ${now}
      and a.closed_at is null`.execute(db);
  return rows[0];
}

export async function insertSession(
  db: Db,
  session: {
    tokenHash: Buffer;
    accountId: string;
    kind: "cookie" | "token" | "half";
    device: string;
    createdAt: Date;
    expiresAt: Date;
    provedAt: Date | null;
  },
) {
  await db
    .insertInto("session")
    .values({ ...session, seenAt: session.createdAt })
    .execute();
}

export async function markSessionSeen(db: Db, tokenHash: Buffer, seenAt: Date, expiresAt: Date) {
  await db
    .updateTable("session")
    .set({ seenAt, expiresAt })
    .where("tokenHash", "=", tokenHash)
    .where("endedAt", "is", null)
    .execute();
}

/** Written once a day: whether an account is used at all is told by days. */
export async function markAccountUsed(db: Db, accountId: string, today: string) {
  await sql`
    update account set used_on = ${today}::date
    where id = ${accountId} and (used_on is null or used_on < ${today}::date)`.execute(db);
}

export async function markSessionEnded(db: Db, tokenHash: Buffer, endedAt: Date) {
  await db
    .updateTable("session")
    .set({ endedAt })
    .where("tokenHash", "=", tokenHash)
    .where("endedAt", "is", null)
    .execute();
}

export async function deleteSessionsBefore(db: Db, before: Date): Promise<number> {
  const result = await db.deleteFrom("session").where("expiresAt", "<", before).executeTakeFirst();
  return Number(result.numDeletedRows);
}

export async function findSignInFailures(db: Db, loginHash: Buffer) {
  return db
    .selectFrom("signInFailure")
    .select(["failures", "lastAt"])
    .where("loginHash", "=", loginHash)
    .executeTakeFirst();
}

/** Counts one more failure; failures older than `since` are forgotten. */
export async function addSignInFailure(db: Db, loginHash: Buffer, at: Date, since: Date) {
  await sql`
    insert into sign_in_failure as f (login_hash, failures, last_at) values (${loginHash}, 1, ${at})
    on conflict (login_hash) do update
      set failures = case when f.last_at < ${since} then 1 else least(f.failures + 1, 1000) end, last_at = ${at}`.execute(
    db,
  );
}

export async function clearSignInFailures(db: Db, loginHash: Buffer) {
  await db.deleteFrom("signInFailure").where("loginHash", "=", loginHash).execute();
}

export type NewAccount = {
  readonly id: string;
  readonly login: string;
  readonly kind: AccountKind;
  readonly displayName: string;
  /** Null: nobody can sign in before the link of a slip has set one. */
  readonly passwordHash: string | null;
  readonly isDemo: boolean;
  readonly createdAt: Date;
};

/** Adds accounts whose login is not taken yet; answers how many were new. */
export async function insertAccounts(db: Db, accounts: readonly NewAccount[]): Promise<number> {
  if (accounts.length === 0) return 0;
  const result = await db
    .insertInto("account")
    .values([...accounts])
    .onConflict((conflict) => conflict.column("login").doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0);
}

export async function insertPostings(
  db: Db,
  postings: readonly { accountId: string; unitId: number; role: Role; validFrom: string; validTo: string | null }[],
) {
  if (postings.length === 0) return;
  await db
    .insertInto("posting")
    .values([...postings])
    .onConflict((conflict) => conflict.columns(["accountId", "unitId", "role", "validFrom"]).doNothing())
    .execute();
}

/** Names of accounts, for histories and lists. */
export async function listAccountNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("account")
    .select(["id", "displayName"])
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.displayName]));
}

/** Officials who hold one of the roles at one of the units on that day, for assigning work. */
export async function listOfficialsAt(db: Db, unitIds: readonly number[], role: Role, today: string) {
  if (unitIds.length === 0) return [];
  return db
    .selectFrom("posting as p")
    .innerJoin("account as a", "a.id", "p.accountId")
    .select(["a.id", "a.displayName"])
    .distinct()
    .where("p.unitId", "in", [...unitIds])
    .where("p.role", "=", role)
    .where("p.endedAt", "is", null)
    .where("p.validFrom", "<=", today)
    .where((where) => where.or([where("p.validTo", "is", null), where("p.validTo", ">=", today)]))
    .where("a.closedAt", "is", null)
    .orderBy("a.displayName")
    .execute();
}

/** Who is posted at these units on that day, and as what. */
export async function listPostedAt(db: Db, unitIds: readonly number[], today: string) {
  if (unitIds.length === 0) return [];
  return db
    .selectFrom("posting as p")
    .innerJoin("account as a", "a.id", "p.accountId")
    .select(["a.id as accountId", "a.displayName as name", "p.unitId", "p.role"])
    .where("p.unitId", "in", [...unitIds])
    .where("p.endedAt", "is", null)
    .where("p.validFrom", "<=", today)
    .where((where) => where.or([where("p.validTo", "is", null), where("p.validTo", ">=", today)]))
    .where("a.closedAt", "is", null)
    .orderBy("p.id")
    .execute();
}

/** Officials by account, with the postings valid on that day; closed accounts are left out. */
export async function listOfficials(db: Db, ids: readonly string[], today: string): Promise<readonly Official[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Omit<Official, "kind">>`
    select a.id as account_id, a.login, a.display_name as name, a.is_demo,
           coalesce((
             select jsonb_agg(jsonb_build_object('unitId', p.unit_id, 'role', p.role) order by p.id)
             from posting p
             where p.account_id = a.id and p.ended_at is null and p.valid_from <= ${today}::date
               and (p.valid_to is null or p.valid_to >= ${today}::date)
           ), '[]') as postings
    from account a
    where a.id = any(${[...ids]}::uuid[]) and a.kind = 'official' and a.closed_at is null`.execute(db);
  return rows.map((row) => ({ ...row, kind: "official" }));
}

export async function setPasswordHash(db: Db, accountId: string, passwordHash: string) {
  await db.updateTable("account").set({ passwordHash }).where("id", "=", accountId).execute();
}

export async function findInboxReadAt(db: Db, accountId: string): Promise<Date | null> {
  const row = await db.selectFrom("account").select("inboxReadAt").where("id", "=", accountId).executeTakeFirst();
  return row?.inboxReadAt ?? null;
}

export async function setInboxReadAt(db: Db, accountId: string, at: Date) {
  await db.updateTable("account").set({ inboxReadAt: at }).where("id", "=", accountId).execute();
}
