/** Who lives and works in the made city: citizens with accounts, and officials at every desk that a procedure passes. */
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { stepsOf } from "#features/dossiers/index.ts";
import type { Applicant } from "#features/identity/index.ts";
import { findAccountByLogin } from "#features/identity/queries.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import type { Deps } from "../../src/deps.ts";
import { personName } from "./names.ts";
import {
  insertAccounts,
  insertPostings,
  listAccountsLike,
  listPostings,
  type NewAccount,
  type NewPosting,
} from "./queries.ts";
import type { Random } from "./random.ts";
import { firstInstant } from "./when.ts";

export type Residents = {
  readonly citizens: readonly Applicant[];
  /** The citizen of the demo, with a few dossiers of their own. */
  readonly demo: Applicant;
  /** The accounts posted there in that role. */
  readonly officialsAt: (role: string, unitId: number) => readonly string[];
};

const dossiersPerCitizen = 12;
const perInsert = 5000;
const demoLogin = "citizen@demo";

export async function settleIn(deps: Deps, owner: pg.Pool, dossiers: number, random: Random): Promise<void> {
  await insertCitizens(owner, Math.max(50, Math.ceil(dossiers / dossiersPerCitizen)), random);
  await insertOfficials(deps, owner, random);
}

export async function readResidents({ database }: Deps, owner: pg.Pool): Promise<Residents> {
  const demo = await findAccountByLogin(database.db, demoLogin);
  if (demo === undefined) throw new Error("The demo people are missing");
  const posted = Map.groupBy(await listPostings(owner), ({ role, unitId }) => `${role} ${unitId}`);
  const accounts = new Map([...posted].map(([desk, postings]) => [desk, postings.map(({ accountId }) => accountId)]));
  return {
    citizens: (await listAccountsLike(owner, "cong-dan-%@bench")).map(({ id, login, name }) => ({
      kind: "citizen",
      accountId: id,
      login,
      name,
      isDemo: false,
    })),
    demo: { kind: "citizen", accountId: demo.id, login: demoLogin, name: demo.displayName, isDemo: true },
    officialsAt(role, unitId) {
      const there = accounts.get(`${role} ${unitId}`);
      if (there === undefined) throw new Error(`Nobody is ${role} at unit ${unitId}`);
      return there;
    },
  };
}

async function insertCitizens(owner: pg.Pool, count: number, random: Random): Promise<void> {
  const accounts = Array.from({ length: count }, (_, at) => ({
    id: randomUUID(),
    login: `cong-dan-${at}@bench`,
    kind: "citizen",
    name: personName(random),
  }));
  for (let at = 0; at < count; at += perInsert) {
    await insertAccounts(owner, accounts.slice(at, at + perInsert), firstInstant);
  }
}

/** Two to five at each desk. The demo people sit at these desks too. */
async function insertOfficials(deps: Deps, owner: pg.Pool, random: Random): Promise<void> {
  const day = dayOf(firstInstant);
  const accounts: NewAccount[] = [];
  const postings: NewPosting[] = [];
  const desks = new Map<string, { readonly unitId: number; readonly role: string }>();
  for (const version of deps.catalogue().inForceOn(day)) {
    for (const unitId of deps.catalogue().receivingUnitIds(version.code, day)) {
      for (const step of stepsOf(version, unitId, deps.organisation())) desks.set(`${step.role} ${step.unitId}`, step);
    }
  }
  for (const { unitId, role } of desks.values()) {
    for (let left = Math.floor(random.between(2, 6)); left > 0; left--) {
      const id = randomUUID();
      accounts.push({ id, login: `can-bo-${accounts.length}@bench`, kind: "official", name: personName(random) });
      postings.push({ accountId: id, unitId, role });
    }
  }
  await insertAccounts(owner, accounts, firstInstant);
  await insertPostings(owner, postings, day);
}
