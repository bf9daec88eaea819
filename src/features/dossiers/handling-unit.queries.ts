import type { Db } from "#foundation/db/index.ts";
import type { Way } from "./handling-unit.ts";

export async function insertHandlingUnits(db: Db, rows: readonly (Way & { readonly unitId: number })[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto("handlingUnit")
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
