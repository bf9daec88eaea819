/** Results that lie at a counter and that nobody has fetched. Where their parcels are is read here and written by the post. */
import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";

/** On its way home, or sealed to go: until it comes back there is nothing to fetch. */
const isInParcel = sql`exists (
  select from parcel a where a.dossier_id = dossier.id
    and not exists (select from parcel_event e where e.parcel_id = a.id and e.state = 'cameBack'))`;

/** What has been reminded of and still lies there: the condition of the counter's queue and of the leaders' number. */
export const isUncollected = sql`state = 'finished' and reminded_at is not null and not ${isInParcel}`;

export type AtTheCounter = {
  readonly id: string;
  readonly receivingUnitId: number;
  readonly since: Date;
  readonly remindedAt: Date | null;
};

/**
 * To be fetched in person, or sent and come back. It could be fetched from the appointed time on, or from when it came to the
 * desk if that was later.
 */
export async function listAtTheCounter(db: Db, now: Date): Promise<readonly AtTheCounter[]> {
  const { rows } = await sql<AtTheCounter>`
    select id, receiving_unit_id, greatest(due_at, arrived.at, back.at) as since, reminded_at
    from dossier
    cross join lateral (
      select max(e.at) as at from dossier_event e
      where e.dossier_id = dossier.id and e.state = 'finished' and e.type in ('approve', 'handOver')
    ) arrived
    cross join lateral (
      select max(e.recorded_at) as at from parcel a join parcel_event e on e.parcel_id = a.id and e.state = 'cameBack'
      where a.dossier_id = dossier.id
    ) back
    where state = 'finished' and holder_role = 'return' and act_by < ${now}
      and (result_channel = 1 or back.at is not null) and not ${isInParcel}
    order by act_by, id`.execute(db);
  return rows;
}

export type UncollectedAt = { readonly unitId: number; readonly count: number };

/** How many lie uncollected, by the unit that holds them; of dossiers one of these units received, handles or holds. */
export async function countUncollected(db: Db, scope: readonly number[] | null): Promise<readonly UncollectedAt[]> {
  const units = sql`${scope === null ? [] : [...scope]}::smallint[]`;
  const inScope =
    scope === null
      ? sql`true`
      : sql`(receiving_unit_id = any(${units}) or holder_unit_id = any(${units}) or exists (
          select from handling_unit h where h.procedure_version_id = dossier.procedure_version_id
            and h.receiving_unit_id = dossier.receiving_unit_id and h.unit_id = any(${units})))`;
  const { rows } = await sql<UncollectedAt>`
    select holder_unit_id as unit_id, count(*)::integer as count from dossier
    where ${isUncollected} and ${inScope} group by holder_unit_id order by holder_unit_id`.execute(db);
  return rows;
}
