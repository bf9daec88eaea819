import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";

export type ViewRow = {
  readonly place: number;
  readonly name: string;
  readonly queue: string;
  readonly procedureCode: string;
};

export const mostViews = 12;

export async function listViews(db: Db, accountId: string): Promise<readonly ViewRow[]> {
  return db
    .selectFrom("worklistView")
    .select(["place", "name", "queue", "procedureCode"])
    .where("accountId", "=", accountId)
    .orderBy("place")
    .execute();
}

/** At the first free place; false when there is none, or another one took the place or the name at the same moment. */
export async function insertView(db: Db, accountId: string, view: Omit<ViewRow, "place">): Promise<boolean> {
  const { rows } = await sql`
    insert into worklist_view (account_id, place, name, queue, procedure_code)
    select ${accountId}::uuid, free.place, ${view.name}::text, ${view.queue}::text, ${view.procedureCode}::text
    from generate_series(1, ${mostViews}::int) as free (place)
    where not exists (select from worklist_view v where v.account_id = ${accountId}::uuid and v.place = free.place)
    order by free.place limit 1
    on conflict do nothing
    returning place`.execute(db);
  return rows.length > 0;
}

/** False when there is none at that place, or another one has the name. */
export async function updateViewName(db: Db, accountId: string, place: number, name: string): Promise<boolean> {
  const { rows } = await sql`
    update worklist_view set name = ${name}::text
    where account_id = ${accountId}::uuid and place = ${place}::smallint and not exists (
      select from worklist_view other
      where other.account_id = ${accountId}::uuid and other.name = ${name}::text and other.place <> ${place}::smallint)
    returning place`.execute(db);
  return rows.length > 0;
}

export async function deleteView(db: Db, accountId: string, place: number): Promise<void> {
  await db.deleteFrom("worklistView").where("accountId", "=", accountId).where("place", "=", place).execute();
}
