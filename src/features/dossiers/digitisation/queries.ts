/** The sums of what is digitised, one row to a dossier, and the shares of units over a span of days. */
import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";
import type { Day } from "#foundation/i18n/index.ts";
import type { DigitisationCounts } from "./digitisation.ts";

export type DigitisationRow = DigitisationCounts & {
  readonly dossierId: string;
  readonly unitId: number;
  readonly acceptedOn: string;
};

/** Written with the event it follows from. */
export async function keepDigitisation(db: Db, row: DigitisationRow): Promise<void> {
  const { dossierId: _, unitId: __, acceptedOn: ___, ...counts } = row;
  await db
    .insertInto("digitisation")
    .values(row)
    .onConflict((conflict) => conflict.column("dossierId").doUpdateSet(counts))
    .execute();
}

export async function findDigitisation(db: Db, dossierId: string): Promise<DigitisationCounts | undefined> {
  return db
    .selectFrom("digitisation")
    .select(["components", "digitised", "reused", "isResultDigitised"])
    .where("dossierId", "=", dossierId)
    .executeTakeFirst();
}

export type DigitisationShare = {
  readonly unitId: number;
  /** Dossiers accepted in these days. */
  readonly accepted: number;
  /** Of them: those of which every component is digitised or re-used, and those of which at least one is re-used. */
  readonly whole: number;
  readonly reused: number;
  /** Of them: those whose result is returned, and those of these whose result is kept digitised. */
  readonly returned: number;
  readonly resultDigitised: number;
};

/** By the unit that received them and records it. Null: of every unit. */
export async function listDigitisation(
  db: Db,
  { from, to }: { readonly from: Day; readonly to: Day },
  unitIds: readonly number[] | null,
): Promise<readonly DigitisationShare[]> {
  const inUnits = unitIds === null ? sql`` : sql`and unit_id = any(${[...unitIds]}::smallint[])`;
  const { rows } = await sql<DigitisationShare>`
    select unit_id, count(*)::integer as accepted,
      count(*) filter (where digitised = components)::integer as whole,
      count(*) filter (where reused > 0)::integer as reused,
      count(is_result_digitised)::integer as returned,
      count(*) filter (where is_result_digitised)::integer as result_digitised
    from digitisation where accepted_on between ${from}::date and ${to}::date ${inUnits}
    group by unit_id order by unit_id`.execute(db);
  return rows;
}
