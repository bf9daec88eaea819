import type { Clock } from "#foundation/clock/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import { createOrganisation, type Organisation, type UnitName } from "./organisation.ts";
import { listTransactionPoints, listUnitNames, listUnits } from "./queries.ts";

/** Reads the whole organisation; `today` decides which of its dated names a unit bears now. */
export async function loadOrganisation(db: Db, today: string): Promise<Organisation> {
  const [units, names, points] = await Promise.all([listUnits(db), listUnitNames(db), listTransactionPoints(db)]);
  const namesOf = Map.groupBy(names, (name) => name.unitId);
  return createOrganisation(
    units.map((row) => {
      const dated: readonly UnitName[] = (namesOf.get(row.id) ?? []).map(({ unitId: _, ...name }) => name);
      const now = dated.findLast((name) => name.validFrom <= today) ?? dated[0];
      if (now === undefined) throw new Error(`Unit ${row.code} has no name`);
      return { ...row, name: now.name, nameEn: now.nameEn, shortName: now.shortName, names: dated };
    }),
    points,
  );
}

export type OpenOrganisation = { readonly current: () => Organisation; readonly reload: () => Promise<void> };

/** The organisation for the life of the process; `reload` replaces it as a whole after a change, or at a new day. */
export async function openOrganisation(db: Db, clock: Clock): Promise<OpenOrganisation> {
  let organisation = await loadOrganisation(db, dayOf(clock.now()));
  return {
    current: () => organisation,
    async reload() {
      organisation = await loadOrganisation(db, dayOf(clock.now()));
    },
  };
}
