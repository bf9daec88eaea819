/**
 * Use cases of an administrator: officials are entered from a list, posted, given a new link, taken off a place, closed.
 * Each is recorded with who did it; a right that ends, ends at once, with the sessions that stood on it.
 */
import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Organisation } from "#features/organisation/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import type { SecondFactors } from "../factors/second-factors.ts";
import { insertAccounts, insertPostings } from "../queries.ts";
import type { Sessions } from "../sessions.ts";
import type { Official } from "../visitor.ts";
import { type FileFault, readOfficialsFile } from "./officials-file.ts";
import { type PlanFault, type PlannedPerson, planOfficials } from "./plan-officials.ts";
import {
  askForCertificates,
  clearPassword,
  closeAccount,
  endPosting,
  findStaff,
  insertStaffingEvents,
  listAccountsByLogin,
  listPostingsOf,
  lockStaffing,
  type StaffingDeed,
  setInvitations,
} from "./queries.ts";

const dayMs = 24 * 60 * 60_000;
/** A slip that lies in a drawer for longer than this opens nothing. */
export const invitationDays = 7;

export type StaffingDeps = {
  readonly db: Db;
  readonly clock: Clock;
  readonly dayOf: (instant: Date) => string;
  readonly organisation: () => Organisation;
  readonly sessions: Pick<Sessions, "endAll">;
  readonly factors: Pick<SecondFactors, "remove">;
};

export type ScopeFault = { readonly line: number; readonly code: "beyondScope" | "oneself"; readonly detail: string };
export type ListFault = FileFault | PlanFault | ScopeFault;

export type Preview = { readonly people: readonly PlannedPerson[]; readonly faults: readonly ListFault[] };
/** What is handed to a person on paper: once, since only the hash of its token is kept. */
export type Slip = {
  readonly accountId: string;
  readonly name: string;
  readonly login: string;
  readonly unitIds: readonly number[];
  readonly token: string;
  readonly expiresAt: Date;
};
export type Entered = { readonly slips: readonly Slip[]; readonly opened: number; readonly posted: number };

/** Who enters: an official with a posting as administrator, or somebody at the machine itself. */
export type Enterer = Official | "at the machine";

/** All faults of the list at once, and what it would change; changes nothing. */
export async function previewOfficials(deps: StaffingDeps, by: Enterer, text: string, db = deps.db): Promise<Preview> {
  const organisation = deps.organisation();
  const today = deps.dayOf(deps.clock.now());
  const file = readOfficialsFile(text, today);
  const accounts = await listAccountsByLogin(db, [...new Set(file.rows.map(({ login }) => login))]);
  const postings = await listPostingsOf(
    db,
    accounts.map(({ id }) => id),
    today,
  );
  const unitIdOf = (code: string) => organisation.byCode(code)?.id;
  const plan = planOfficials(file.rows, { accounts, postings, unitIdOf });
  const scope = file.rows.flatMap(({ line, login, unitCode }): ScopeFault[] => {
    if (by === "at the machine") return [];
    // Nobody gives themselves a right.
    if (login === by.login) return [{ line, code: "oneself", detail: login }];
    const unitId = unitIdOf(unitCode);
    const isWithin = unitId === undefined || administers(by, unitId, organisation);
    return isWithin ? [] : [{ line, code: "beyondScope", detail: unitCode }];
  });
  const faults = [...file.faults, ...plan.faults, ...scope].sort((a, b) => a.line - b.line);
  return { people: plan.people, faults };
}

/** Enters the whole list or, when there is any fault by now, nothing of it. */
export async function enterOfficials(
  deps: StaffingDeps,
  by: Enterer,
  text: string,
): Promise<Result<Entered, readonly ListFault[]>> {
  return deps.db.transaction().execute(async (tx) => {
    await lockStaffing(tx);
    const { people, faults } = await previewOfficials(deps, by, text, tx);
    if (faults.length > 0) return refused(faults);
    const now = deps.clock.now();
    const entered = people.map((person) => ({ ...person, id: person.accountId ?? randomUUID() }));
    const opened = entered.filter(({ accountId }) => accountId === null);
    await insertAccounts(
      tx,
      opened.map(({ id, login, name }) => ({
        id,
        login,
        kind: "official",
        displayName: name,
        passwordHash: null,
        isDemo: false,
        createdAt: now,
      })),
    );
    const postings = entered.flatMap(({ id, postings: planned }) =>
      planned.map(({ unitId, role, from, to }) => ({ accountId: id, unitId, role, validFrom: from, validTo: to })),
    );
    await insertPostings(tx, postings);
    const organisation = deps.organisation();
    const record = recorder(by, now);
    await insertStaffingEvents(tx, [
      ...opened.map(({ id, login }) => record(id, "opened", { login })),
      ...postings.map(({ accountId, unitId, role, validFrom, validTo }) =>
        record(accountId, "posted", { unit: organisation.getById(unitId).code, role, from: validFrom, to: validTo }),
      ),
    ]);
    const slips = opened.map(({ id, login, name, postings: planned }) => ({
      ...slipFor({ accountId: id, login, name }, now),
      unitIds: [...new Set(planned.map(({ unitId }) => unitId))],
    }));
    await keepInvitations(tx, slips, now);
    await askForCertificates(tx, [...new Set(postings.map(({ accountId }) => accountId))]);
    return accepted({ slips, opened: opened.length, posted: postings.length });
  });
}

export type StaffRefusal = {
  readonly reason: "unknown" | "beyond-scope" | "oneself" | "shared" | "gone" | "closed";
};

/** Takes an official off a place, at once. */
export function takeOffPosting(deps: StaffingDeps, by: Official, accountId: string, postingId: number) {
  return change(deps, by, accountId, async (tx, now, record) => {
    const ended = await endPosting(tx, accountId, postingId, now);
    if (ended === undefined) return refused({ reason: "gone" });
    const { code } = deps.organisation().getById(ended.unitId);
    await insertStaffingEvents(tx, [record(accountId, "posting-ended", { unit: code, role: ended.role })]);
    return accepted(null);
  });
}

/** A new slip: for the first sign-in, or when password or telephone are lost. What opened the account before is void. */
export function inviteAnew(deps: StaffingDeps, by: Official, accountId: string) {
  return change(deps, by, accountId, async (tx, now, record, staff) => {
    if (staff.closedAt !== null) return refused({ reason: "closed" });
    const today = deps.dayOf(now);
    const held = await listPostingsOf(tx, [accountId], today);
    const slip = {
      ...slipFor({ accountId, login: staff.login, name: staff.name }, now),
      unitIds: [...new Set(held.map(({ unitId }) => unitId))],
    };
    await clearPassword(tx, accountId);
    await keepInvitations(tx, [slip], now);
    await insertStaffingEvents(tx, [record(accountId, "invited", {})]);
    return accepted(slip);
  });
}

/** Somebody leaves: the account opens nothing any more; what they did stays under their name. */
export function closeStaffAccount(deps: StaffingDeps, by: Official, accountId: string) {
  return change(deps, by, accountId, async (tx, now, record) => {
    if (!(await closeAccount(tx, accountId, now))) return refused({ reason: "closed" });
    await insertStaffingEvents(tx, [record(accountId, "closed", {})]);
    return accepted(null);
  });
}

type Staff = NonNullable<Awaited<ReturnType<typeof findStaff>>>;

/** What one administrator does to one account: looked at under the lock, and the sessions of the account end with it. */
async function change<Value>(
  deps: StaffingDeps,
  by: Official,
  accountId: string,
  work: (tx: Db, now: Date, record: ReturnType<typeof recorder>, staff: Staff) => Promise<Result<Value, StaffRefusal>>,
): Promise<Result<Value, StaffRefusal>> {
  const done = await deps.db.transaction().execute(async (tx): Promise<Result<Value, StaffRefusal>> => {
    await lockStaffing(tx);
    const now = deps.clock.now();
    const staff = await findStaff(tx, accountId);
    if (staff === undefined) return refused({ reason: "unknown" });
    if (staff.isDemo) return refused({ reason: "shared" });
    if (accountId === by.accountId) return refused({ reason: "oneself" });
    const held = await listPostingsOf(tx, [accountId], deps.dayOf(now));
    if (!held.every(({ unitId }) => administers(by, unitId, deps.organisation()))) {
      return refused({ reason: "beyond-scope" });
    }
    return work(tx, now, recorder(by, now), staff);
  });
  if (done.ok) await deps.sessions.endAll(accountId);
  return done;
}

/** An administrator answers for their unit and everything below it. */
export function administers(by: Official, unitId: number, organisation: Organisation): boolean {
  return by.postings.some((posting) => posting.role === "admin" && organisation.isWithin(unitId, posting.unitId));
}

export function hashOfToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

function slipFor(person: { readonly accountId: string; readonly login: string; readonly name: string }, now: Date) {
  const token = randomBytes(32).toString("base64url");
  return { ...person, token, expiresAt: new Date(now.getTime() + invitationDays * dayMs) };
}

async function keepInvitations(tx: Db, slips: readonly Slip[], madeAt: Date): Promise<void> {
  await setInvitations(
    tx,
    slips.map(({ accountId, token, expiresAt }) => ({ accountId, tokenHash: hashOfToken(token), madeAt, expiresAt })),
  );
}

function recorder(by: Enterer, at: Date) {
  const byAccountId = by === "at the machine" ? null : by.accountId;
  return (accountId: string, what: StaffingDeed, details: Readonly<Record<string, unknown>>) => ({
    at,
    byAccountId,
    accountId,
    what,
    details,
  });
}
