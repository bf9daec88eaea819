/** Several dossiers read at once: what a list of two hundred shows costs four statements and not eight hundred. */
import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";
import type { Dossier } from "./dossier.ts";
import type { EventType } from "./moves.ts";
import { asDossier, columns, type EventRow, eventColumns } from "./queries.ts";

export async function listDossiersByCode(db: Db, codes: readonly string[]): Promise<readonly Dossier[]> {
  if (codes.length === 0) return [];
  const rows = await db
    .selectFrom("dossier")
    .select(columns)
    .where("code", "in", [...codes])
    .execute();
  return rows.map(asDossier);
}

export async function listWrappedKeys(db: Db, dossierIds: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  if (dossierIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("dossierKey")
    .select(["dossierId", "wrapped"])
    .where("dossierId", "in", [...dossierIds])
    .execute();
  return new Map(rows.map(({ dossierId, wrapped }) => [dossierId, wrapped]));
}

export async function listOwnerNames(db: Db, dossierIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (dossierIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("dossierParty")
    .select(["dossierId", "ownerName"])
    .where("dossierId", "in", [...dossierIds])
    .execute();
  return new Map(rows.map(({ dossierId, ownerName }) => [dossierId, ownerName]));
}

export async function listEventsOfMany(
  db: Db,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EventRow[]>> {
  if (dossierIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("dossierEvent as e")
    .leftJoin("dossierEventPayload as p", (join) =>
      join.onRef("p.dossierId", "=", "e.dossierId").onRef("p.number", "=", "e.number"),
    )
    .select(["e.dossierId", ...eventColumns])
    .where("e.dossierId", "in", [...dossierIds])
    .orderBy("e.dossierId")
    .orderBy("e.number")
    .execute();
  const events = rows.map((row) => ({
    ...row,
    type: row.type as EventRow["type"],
    state: row.state as EventRow["state"],
  }));
  return Map.groupBy(events, ({ dossierId }) => dossierId);
}

/** Which move an event was, who made it and to whom it gave the dossier, when that is still so. */
export async function findMoveAt(
  db: Db,
  dossierId: string,
  number: number,
): Promise<
  { readonly type: EventType; readonly actorId: string | null; readonly assigneeId: string | null } | undefined
> {
  const { rows } = await sql<{ type: EventType; actorId: string | null; assigneeId: string | null }>`
    select e.type, e.actor_id, d.assignee_id from dossier_event e join dossier d on d.id = e.dossier_id
    where e.dossier_id = ${dossierId} and e.number = ${number}`.execute(db);
  return rows[0];
}
