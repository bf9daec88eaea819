/**
 * Lists of open dossiers. Each desk's part is read from an index in the order of time, a page at most from each, and the
 * parts are merged: the hundredth page costs what the first does, however many dossiers there are.
 */
import { type RawBuilder, sql } from "kysely";
import { isUncollected } from "#features/dossiers/index.ts";
import { type Db, prepared } from "#foundation/db/index.ts";
import type { Cursor, Desk, Queue } from "./queue.ts";

export type WorkRow = {
  readonly id: string;
  readonly code: string;
  readonly ownerName: string;
  readonly procedureVersionId: number;
  readonly receivingUnitId: number;
  readonly state: string;
  readonly step: number;
  readonly holderUnitId: number;
  readonly holderRole: string;
  readonly assigneeId: string | null;
  readonly isSentBack: boolean;
  readonly submittedAt: Date;
  readonly dueAt: Date | null;
  readonly stepDueAt: Date | null;
  readonly actBy: Date;
  /** When the applicant was last reminded of the result that waits for them. */
  readonly remindedAt: Date | null;
  /** What a leader is asked for; null when nothing is. */
  readonly awaitsLeader: string | null;
  /** What happened last. */
  readonly lastType: string;
  /** In the list of late bodies: which they are, the one that is late longest first. */
  readonly lateUnits?: readonly number[] | null;
};

export type WorkFilter = { readonly procedureVersionIds?: readonly number[] | undefined };

type Listed = {
  readonly queue: Queue;
  readonly accountId: string;
  readonly desks: readonly Desk[];
  /** The receiving units whose dossiers this official decides as a leader. */
  readonly leads: readonly number[];
  /** The units for which this official may give an opinion. */
  readonly speaksFor: readonly number[];
  /** The receiving units at whose head this official stands. */
  readonly heads: readonly number[];
  readonly now: Date;
  readonly soon: Date;
  readonly after: Cursor | null;
  readonly limit: number;
} & WorkFilter;

export const columns = sql`id, code, procedure_version_id, receiving_unit_id, state, step, holder_unit_id, holder_role, assignee_id,
  is_sent_back, submitted_at, due_at, step_due_at, act_by, reminded_at, awaits_leader, event_count`;

// What lies at a desk is one of these; each has its index.
const toDo = sql`state not in ('awaitingSupplement', 'finished')`;
const waiting = sql`state = 'awaitingSupplement'`;
const toFetch = sql`state = 'finished'`;

/** Who stands in for many sees little of each desk on a page: of more desks than this, only so many rows are read at first. */
const manyDesks = { from: 8, rowsOfEach: 12 } as const;

export async function listWork(db: Db, asked: Listed): Promise<readonly WorkRow[]> {
  if (asked.desks.length < manyDesks.from) return listMerged(db, asked, asked.limit);
  const rows = await listMerged(db, asked, manyDesks.rowsOfEach);
  // A desk of which every row that was read is on the page may have more that belong there. What is in one's own hands was
  // read in full.
  const ofDesks = asked.queue === "mine" ? rows.filter(({ assigneeId }) => assigneeId === null) : rows;
  return mostOfOneDesk(ofDesks) < manyDesks.rowsOfEach ? rows : listMerged(db, asked, asked.limit);
}

function mostOfOneDesk(rows: readonly WorkRow[]): number {
  const desks = Map.groupBy(rows, ({ holderUnitId, holderRole }) => `${holderUnitId} ${holderRole}`);
  return Math.max(0, ...[...desks.values()].map((ofOne) => ofOne.length));
}

async function listMerged(db: Db, asked: Listed, mostOfEach: number): Promise<readonly WorkRow[]> {
  const { accountId, desks, after, limit } = asked;
  const beyond = after === null ? sql`` : sql`and (act_by, id) > (${after.actBy}, ${after.id}::uuid)`;
  const ofProcedure =
    asked.procedureVersionIds === undefined
      ? sql``
      : sql`and procedure_version_id = any(${[...asked.procedureVersionIds]}::int[])`;
  const units = desks.map((desk) => desk.unitId);
  const roles = desks.map((desk) => desk.role);
  const partOfDesk = (condition: RawBuilder<unknown>) => sql`(
    select ${columns} from dossier
    where holder_unit_id = desk.unit_id and holder_role = desk.role and ${condition} ${ofProcedure} ${beyond}
    order by act_by, id limit ${mostOfEach})`;
  const atDesks = (...conditions: readonly RawBuilder<unknown>[]) => sql`
    select part.* from unnest(${units}::smallint[], ${roles}::text[]) as desk (unit_id, role)
    cross join lateral (${sql.join(conditions.map(partOfDesk), sql` union all `)}) part`;
  const source = sourceOf(
    asked,
    atDesks,
    sql`
    select * from (
      select ${columns} from dossier where assignee_id = ${accountId} and state <> 'awaitingSupplement' ${ofProcedure} ${beyond}
      order by act_by, id limit ${limit}
    ) assigned`,
    sql`${ofProcedure} ${beyond}`,
  );
  const lateUnits =
    asked.queue === "late-bodies"
      ? sql`, (
          select array_agg(c.unit_id order by c.due_at, c.unit_id) from dossier_consultation c
          where c.dossier_id = page.id and c.answered is null and c.due_at < ${asked.now}
        ) as late_units`
      : sql``;
  const { rows } = await sql<WorkRow>`${prepared}
    select page.*, p.owner_name, last.type as last_type${lateUnits} from (
      select * from (${source}) found order by act_by, id limit ${limit}
    ) page
    join dossier_party p on p.dossier_id = page.id
    join dossier_event last on last.dossier_id = page.id and last.number = page.event_count
    order by page.act_by, page.id`.execute(db);
  return rows;
}

function sourceOf(
  { queue, now, soon, limit, leads, speaksFor, heads }: Listed,
  atDesks: (...conditions: readonly RawBuilder<unknown>[]) => RawBuilder<unknown>,
  assigned: RawBuilder<unknown>,
  narrowed: RawBuilder<unknown>,
): RawBuilder<unknown> {
  switch (queue) {
    case "mine":
      // What is in my hands, and what nobody has taken yet at a desk of mine.
      return sql`${assigned} union all ${atDesks(sql`${toDo} and assignee_id is null`, sql`${toFetch} and assignee_id is null`)}`;
    case "unit":
      return atDesks(toDo, waiting, toFetch);
    case "returned":
      return atDesks(sql`is_sent_back`);
    case "waiting":
      return atDesks(waiting);
    case "due-soon":
      return atDesks(sql`${toDo} and act_by >= ${now} and act_by <= ${soon}`);
    case "overdue":
      return atDesks(sql`${toDo} and act_by < ${now}`);
    case "uncollected":
      return atDesks(isUncollected);
    case "decisions":
      return sql`
        select ${columns} from dossier
        where awaits_leader is not null and receiving_unit_id = any(${[...leads]}::smallint[]) ${narrowed}
        order by act_by, id limit ${limit}`;
    case "asked":
      // Ordered by when the answer is due, not the dossier.
      return sql`
        select * from (
          select d.id, d.code, d.procedure_version_id, d.receiving_unit_id, d.state, d.step, d.holder_unit_id, d.holder_role,
            d.assignee_id, d.is_sent_back, d.submitted_at, d.due_at, d.step_due_at, c.due_at as act_by,
            d.reminded_at, d.awaits_leader, d.event_count
          from dossier_consultation c join dossier d on d.id = c.dossier_id
          where c.answered is null and c.unit_id = any(${[...speaksFor]}::smallint[]) and d.holder_unit_id is not null
        ) asked where true ${narrowed}
        order by act_by, id limit ${limit}`;
    case "late-bodies":
      // Ordered by when the first of them should have answered.
      return sql`
        select ${columns} from (
          select d.id, d.code, d.procedure_version_id, d.receiving_unit_id, d.state, d.step, d.holder_unit_id, d.holder_role,
            d.assignee_id, d.is_sent_back, d.submitted_at, d.due_at, d.step_due_at, late.due_at as act_by,
            d.reminded_at, d.awaits_leader, d.event_count
          from dossier d
          cross join lateral (
            select min(c.due_at) as due_at from dossier_consultation c where c.dossier_id = d.id and c.answered is null
          ) late
          where d.receiving_unit_id = any(${[...heads]}::smallint[]) and d.consulted_units is not null
            and d.holder_unit_id is not null and d.finished_at is null and late.due_at < ${now}
        ) late where true ${narrowed}
        order by act_by, id limit ${limit}`;
  }
}

export type FoundRow = Omit<WorkRow, "holderUnitId" | "holderRole" | "actBy" | "awaitsLeader" | "lastType"> & {
  readonly consultedUnits: readonly number[] | null;
  readonly holderUnitId: number | null;
  readonly holderRole: string | null;
  readonly actBy: Date | null;
};

const foundColumns = sql`d.id, d.code, p.owner_name, d.procedure_version_id, d.receiving_unit_id, d.state, d.step, d.holder_unit_id,
  d.holder_role, d.assignee_id, d.is_sent_back, d.submitted_at, d.due_at, d.step_due_at, d.act_by, d.reminded_at, d.consulted_units`;

export async function findByCode(db: Db, code: string): Promise<readonly FoundRow[]> {
  const { rows } = await sql<FoundRow>`
    select ${foundColumns} from dossier d join dossier_party p on p.dossier_id = d.id where d.code = ${code}`.execute(
    db,
  );
  return rows;
}

export async function findByIdNumber(
  db: Db,
  index: Buffer,
  unitIds: readonly number[] | null,
  limit: number,
): Promise<readonly FoundRow[]> {
  const inUnits = unitIds === null ? sql`` : sql`and p.unit_id = any(${[...unitIds]}::smallint[])`;
  const { rows } = await sql<FoundRow>`
    select ${foundColumns} from (
      select * from dossier_party p where (p.id_index = ${index} or p.phone_index = ${index}) ${inUnits} limit 1000
    ) p join dossier d on d.id = p.dossier_id
    order by d.submitted_at desc, d.id limit ${limit}`.execute(db);
  return rows;
}

/** How many matches of a name are looked at before they are ordered: ranking them all is what makes name search slow. */
const mostMatches = 500;

export async function findByName(
  db: Db,
  words: string,
  unitIds: readonly number[] | null,
  limit: number,
): Promise<readonly FoundRow[]> {
  const inUnits = unitIds === null ? sql`` : sql`and p.unit_id = any(${[...unitIds]}::smallint[])`;
  const { rows } = await sql<FoundRow>`
    select ${foundColumns} from (
      select p.dossier_id, p.owner_name from dossier_party p where p.words @@ to_tsquery('simple', ${words}) ${inUnits} limit ${mostMatches}
    ) p join dossier d on d.id = p.dossier_id
    order by d.submitted_at desc, d.id limit ${limit}`.execute(db);
  return rows;
}
