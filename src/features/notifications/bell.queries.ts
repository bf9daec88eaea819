/** What the bell counts, and the events it hears. */
import { sql } from "kysely";
import { type EventPlace, eventPlace, eventsAfter } from "#features/dossiers/index.ts";
import type { Desk } from "#features/worklists/index.ts";
import type { Db } from "#foundation/db/index.ts";

export type HeardEvent = EventPlace & {
  readonly type: string;
  readonly actorId: string | null;
  readonly submittedBy: string | null;
  readonly state: string;
  readonly holderUnitId: number | null;
  readonly holderRole: string | null;
  readonly assigneeId: string | null;
};

/** What this statement, and every other of its transaction where reads repeat, had seen. */
export async function findSnapshot(tx: Db): Promise<string> {
  const { rows } = await sql<{ snapshot: string }>`select pg_current_snapshot()::text as snapshot`.execute(tx);
  return rows[0]?.snapshot ?? "0:0:";
}

/** Read in the order of transactions like every listener's, so that none is missed; the dossier as it stands now. */
export async function listEventsAfter(db: Db, place: EventPlace, limit: number) {
  const { rows } = await sql<HeardEvent>`
    select ${eventPlace}, e.type, e.actor_id, d.submitted_by, d.state, d.holder_unit_id,
      d.holder_role, d.assignee_id
    from ${eventsAfter(place, limit)} e join dossier d on d.id = e.dossier_id
    order by e.tx, e.dossier_id, e.number`.execute(db);
  return rows;
}

export type Arrival = {
  readonly id: string;
  readonly code: string;
  readonly procedureVersionId: number;
  readonly type: string;
  readonly at: Date;
  readonly actBy: Date;
};

/** Dossiers in an official's hands or free at a desk of theirs that somebody else brought there, the newest first. */
export async function listArrivals(
  db: Db,
  { accountId, desks, after, limit }: { accountId: string; desks: readonly Desk[]; after: Date | null; limit: number },
): Promise<readonly Arrival[]> {
  const since = after === null ? sql`` : sql`and e.at > ${after}`;
  const { rows } = await sql<Arrival>`
    select d.id, d.code, d.procedure_version_id, e.type, e.at, d.act_by
    from (
      select id, code, procedure_version_id, act_by, event_count from unnest(
        ${desks.map((desk) => desk.unitId)}::smallint[], ${desks.map((desk) => desk.role)}::text[]) as desk (unit_id, role)
      join dossier on holder_unit_id = desk.unit_id and holder_role = desk.role
      where (assignee_id is null or assignee_id = ${accountId}) and state <> 'awaitingSupplement'
    ) d
    join dossier_event e on e.dossier_id = d.id and e.number = d.event_count
    where e.actor_id is distinct from ${accountId} ${since}
    order by e.at desc, d.id limit ${limit}`.execute(db);
  return rows;
}
