/** Invented officials for every desk of the sample city, so that loads and names are those of an office and not of one person. */
import type { Role } from "#features/identity/index.ts";
import { addInventedAccounts, type InventedAccount, type Official } from "#features/identity/index.ts";
import type { Organisation, Unit } from "#features/organisation/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { aPerson } from "./people.ts";
import { type Random, randomOf } from "./random.ts";

export type Staff = {
  /** One of those who hold this role at this unit or above it; undefined when the desk is empty. */
  readonly someoneAt: (role: Role, unitId: number, random: Random) => Official | undefined;
  readonly byId: (accountId: string) => Official | undefined;
};

/** How many sit at a desk: by the kind of unit and the role. */
function desksOf(unit: Unit): readonly (readonly [role: Role, people: number])[] {
  switch (unit.kind) {
    case "ward":
    case "commune":
      return [
        ["reception", 2],
        ["return", 1],
        ["clerk", 1],
        ["specialist", 3],
        ["head_of_office", 1],
        ["leader", 2],
      ];
    case "one_stop":
      return unit.level === "city"
        ? [
            ["reception", 6],
            ["return", 3],
          ]
        : [];
    case "specialist_office":
    case "office":
      return unit.level === "city"
        ? [
            ["specialist", 4],
            ["head_of_office", 1],
            ["clerk", 2],
          ]
        : [];
    case "committee":
      return [["leader", 3]];
    default:
      return [];
  }
}

export async function staffTheCity(
  db: Db,
  organisation: Organisation,
  seed: string,
  at: { readonly now: Date; readonly from: string },
): Promise<Staff> {
  const accounts: InventedAccount[] = [];
  for (const unit of organisation.units) {
    for (const [role, people] of desksOf(unit)) {
      for (let number = 1; number <= people; number++) {
        const login = `${role.replaceAll("_", "-")}-${number}.${unit.code.toLowerCase()}@mo-phong`;
        const random = randomOf(seed, "official", login);
        accounts.push({
          id: random.uuid(),
          login,
          kind: "official",
          name: aPerson(random).name,
          postings: [{ unitId: unit.id, role }],
        });
      }
    }
  }
  await addInventedAccounts(db, accounts, at);
  const officials = accounts.map(
    ({ id, login, name, postings }): Official => ({
      kind: "official",
      accountId: id,
      login,
      name,
      isDemo: true,
      postings,
    }),
  );
  const byId = new Map(officials.map((official) => [official.accountId, official]));
  const byDesk = Map.groupBy(officials, ({ postings }) => `${postings[0]?.role} ${postings[0]?.unitId}`);
  return {
    byId: (accountId) => byId.get(accountId),
    someoneAt(role, unitId, random) {
      // A part of a ward has no people of its own: the ward's do its work.
      for (const unit of [unitId, ...organisation.ancestors(unitId).map(({ id }) => id)]) {
        const here = byDesk.get(`${role} ${unit}`);
        if (here !== undefined) return random.pick(here);
      }
      return undefined;
    },
  };
}
