/** What was told at the desks to people who filed nothing. Only added to. */
import type { Db } from "#foundation/db/index.ts";

export type NewDeskGuidance = {
  readonly id: string;
  readonly unitId: number;
  readonly procedureId: number;
  readonly officialId: string;
  readonly givenAt: Date;
  readonly channel: number;
  readonly said: string;
};

/** A second press of the same button adds nothing. */
export async function insertDeskGuidance(db: Db, guidance: NewDeskGuidance): Promise<void> {
  await db
    .insertInto("deskGuidance")
    .values(guidance)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

export type DeskGuidance = Omit<NewDeskGuidance, "channel"> & { readonly officialName: string };

export async function listDeskGuidance(
  db: Db,
  unitIds: readonly number[],
  limit: number,
): Promise<readonly DeskGuidance[]> {
  if (unitIds.length === 0) return [];
  return db
    .selectFrom("deskGuidance as g")
    .innerJoin("account as a", "a.id", "g.officialId")
    .select([
      "g.id",
      "g.unitId",
      "g.procedureId",
      "g.officialId",
      "g.givenAt",
      "g.said",
      "a.displayName as officialName",
    ])
    .where("g.unitId", "in", unitIds)
    .orderBy("g.givenAt", "desc")
    .orderBy("g.id")
    .limit(limit)
    .execute();
}
