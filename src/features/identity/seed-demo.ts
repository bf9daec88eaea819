import { randomUUID } from "node:crypto";
import type { Db } from "#foundation/db/index.ts";
import { type DemoPlace, demoAccounts, demoPassword } from "./demo.ts";
import { hashPassword } from "./passwords.ts";
import { findAccountByLogin, insertAccounts, insertPostings } from "./queries.ts";
import type { Posting } from "./visitor.ts";

/** Adds the demo people where they are missing. Safe to run at every start, and by two processes at once. */
export async function seedDemoAccounts({
  db,
  now,
  today,
  unitIdsOf,
}: {
  db: Db;
  now: Date;
  today: string;
  unitIdsOf: (place: DemoPlace["at"]) => readonly number[];
}): Promise<void> {
  const first = demoAccounts[0];
  if (first && (await findAccountByLogin(db, first.login))) return;
  const passwordHash = await hashPassword(demoPassword);
  await db.transaction().execute(async (tx) => {
    const accounts = demoAccounts.map((person) => ({
      id: randomUUID(),
      login: person.login,
      kind: person.kind,
      displayName: person.name,
      passwordHash,
      isDemo: true,
      createdAt: now,
    }));
    const added = await insertAccounts(tx, accounts);
    // Another process was first: its accounts have their postings already.
    if (added < accounts.length) return;
    const postings = demoAccounts.flatMap((person, index) =>
      person.places.flatMap((place) =>
        unitIdsOf(place.at).map((unitId) => ({
          accountId: accounts[index]?.id ?? "",
          unitId,
          role: place.role,
          validFrom: today,
          validTo: null,
        })),
      ),
    );
    await insertPostings(tx, postings);
  });
}

export type InventedAccount = {
  readonly id: string;
  readonly login: string;
  readonly kind: "citizen" | "official";
  readonly name: string;
  readonly postings: readonly Posting[];
};

/** People of a simulation: like the demo's own they exist and sign in in demo mode only, with the demo's password. */
export async function addInventedAccounts(
  db: Db,
  people: readonly InventedAccount[],
  { now, from }: { readonly now: Date; readonly from: string },
): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  await db.transaction().execute(async (tx) => {
    const accounts = people.map(({ id, login, kind, name }) => ({
      id,
      login,
      kind,
      displayName: name,
      passwordHash,
      isDemo: true,
      createdAt: now,
    }));
    const added = await insertAccounts(tx, accounts);
    if (added < accounts.length) throw new InventedBeforeError();
    const postings = people.flatMap(({ id, postings: held }) =>
      held.map(({ unitId, role }) => ({ accountId: id, unitId, role, validFrom: from, validTo: null })),
    );
    await insertPostings(tx, postings);
  });
}

export class InventedBeforeError extends Error {
  override readonly name = "InventedBeforeError";
  constructor() {
    super("These people were invented before; another seed invents others");
  }
}
