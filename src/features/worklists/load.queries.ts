/** How much work lies at the desks of some units, and in whose hands. What waits for the citizen is nobody's load. */
import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";
import { columns, type WorkRow } from "./queries.ts";
import type { Cursor } from "./queue.ts";

export type DeskLoad = {
  readonly unitId: number;
  readonly role: string;
  /** Null: of those nobody has taken. */
  readonly assigneeId: string | null;
  readonly held: number;
  readonly overdue: number;
  readonly firstDueAt: Date;
};

// As the index `dossier_to_do` says it, word for word, so that it is found.
const toDo = sql`state not in ('awaitingSupplement', 'finished')`;

/** Sums over the open work of the units alone, found by `dossier_to_do`: the million that are settled are not touched. */
export async function sumLoad(db: Db, unitIds: readonly number[], now: Date): Promise<readonly DeskLoad[]> {
  if (unitIds.length === 0) return [];
  const { rows } = await sql<DeskLoad>`
    select holder_unit_id as unit_id, holder_role as role, assignee_id, count(*)::integer as held,
      count(*) filter (where act_by < ${now})::integer as overdue, min(act_by) as first_due_at
    from dossier
    where holder_unit_id = any(${[...unitIds]}::smallint[]) and ${toDo}
    group by holder_unit_id, holder_role, assignee_id`.execute(db);
  return rows;
}

/** One person's, or what nobody has taken at one desk. */
export type Holding =
  | { readonly by: "person"; readonly accountId: string; readonly unitIds: readonly number[] }
  | { readonly by: "desk"; readonly unitId: number; readonly role: string };

export async function listHeld(
  db: Db,
  asked: {
    readonly holding: Holding;
    readonly overdueAt: Date | null;
    readonly after: Cursor | null;
    readonly limit: number;
  },
): Promise<readonly WorkRow[]> {
  const { holding, overdueAt, after, limit } = asked;
  const held =
    holding.by === "person"
      ? sql`assignee_id = ${holding.accountId} and holder_unit_id = any(${[...holding.unitIds]}::smallint[])`
      : sql`holder_unit_id = ${holding.unitId} and holder_role = ${holding.role} and assignee_id is null`;
  const overdue = overdueAt === null ? sql`` : sql`and act_by < ${overdueAt}`;
  const beyond = after === null ? sql`` : sql`and (act_by, id) > (${after.actBy}, ${after.id}::uuid)`;
  const { rows } = await sql<WorkRow>`
    select page.*, p.owner_name, last.type as last_type from (
      select ${columns} from dossier where ${held} and ${toDo} ${overdue} ${beyond} order by act_by, id limit ${limit}
    ) page
    join dossier_party p on p.dossier_id = page.id
    join dossier_event last on last.dossier_id = page.id and last.number = page.event_count
    order by page.act_by, page.id`.execute(db);
  return rows;
}
