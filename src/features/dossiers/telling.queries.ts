/** What whoever tells people outside the program needs of dossiers, many at a time: one statement for a whole batch. */
import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";
import type { DossierState, EventType } from "./moves.ts";

export type SealedContent = {
  readonly dossierId: string;
  readonly wrapped: Buffer;
  readonly version: number;
  readonly sealed: Buffer;
};

/** The newest content of each dossier with its key; a person who was erased has neither. */
export async function listSealedContents(db: Db, dossierIds: readonly string[]): Promise<readonly SealedContent[]> {
  if (dossierIds.length === 0) return [];
  const { rows } = await sql<SealedContent>`
    select k.dossier_id, k.wrapped, c.version, c.sealed
    from dossier_key k
    cross join lateral (
      select version, sealed from dossier_content where dossier_id = k.dossier_id order by version desc limit 1
    ) c
    where k.dossier_id = any(${[...dossierIds]}::uuid[])`.execute(db);
  return rows;
}

export type EventName = { readonly dossierId: string; readonly number: number };

export type SealedEvent = EventName & {
  readonly type: EventType;
  readonly at: Date;
  readonly state: DossierState;
  readonly dueAt: Date | null;
  readonly code: string;
  readonly procedureVersionId: number;
  readonly receivingUnitId: number;
  readonly wrapped: Buffer | null;
  readonly sealed: Buffer | null;
  readonly contentVersion: number | null;
  readonly sealedContent: Buffer | null;
};

export async function listSealedEvents(db: Db, events: readonly EventName[]): Promise<readonly SealedEvent[]> {
  if (events.length === 0) return [];
  const { rows } = await sql<SealedEvent>`
    select e.dossier_id, e.number, e.type, e.at, e.state, e.due_at, d.code, d.procedure_version_id, d.receiving_unit_id,
      k.wrapped, p.sealed, c.version as content_version, c.sealed as sealed_content
    from unnest(${events.map(({ dossierId }) => dossierId)}::uuid[], ${events.map(({ number }) => number)}::smallint[])
      as asked (dossier_id, number)
    join dossier_event e on e.dossier_id = asked.dossier_id and e.number = asked.number
    join dossier d on d.id = e.dossier_id
    left join dossier_key k on k.dossier_id = e.dossier_id
    left join dossier_event_payload p on p.dossier_id = e.dossier_id and p.number = e.number
    left join lateral (
      select version, sealed from dossier_content where dossier_id = e.dossier_id order by version desc limit 1
    ) c on true`.execute(db);
  return rows;
}
