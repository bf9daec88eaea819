import { sql } from "kysely";
import type { Role } from "#features/identity/index.ts";
import { type Db, prepared } from "#foundation/db/index.ts";
import { NotFoundError } from "#foundation/errors/index.ts";
import type { Channel, Dossier, Progress } from "./dossier.ts";
import type { DossierState, EventType } from "./moves.ts";

export const columns = [
  "id",
  "code",
  "procedureVersionId",
  "receivingUnitId",
  "channel",
  "resultChannel",
  "submittedBy",
  "state",
  "step",
  "holderUnitId",
  "holderRole",
  "assigneeId",
  "isSentBack",
  "supplementCount",
  "eventCount",
  "submittedAt",
  "acceptedAt",
  "originalDueAt",
  "dueAt",
  "stepDueAt",
  "finishedAt",
  "returnedAt",
  "actBy",
  "remindedAt",
  "awaitsLeader",
  "rescheduledCount",
  "supplementLimit",
  "consultedUnits",
] as const;

type Row = Omit<Dossier, "state" | "holderRole" | "channel" | "resultChannel" | "awaitsLeader"> & {
  readonly awaitsLeader: string | null;
  readonly state: string;
  readonly holderRole: string | null;
  readonly channel: number;
  readonly resultChannel: number;
};

// The table's own constraints hold these texts to the values the types name.
export function asDossier(row: Row): Dossier {
  return {
    ...row,
    state: row.state as DossierState,
    holderRole: row.holderRole as Role | null,
    awaitsLeader: row.awaitsLeader as Dossier["awaitsLeader"],
    channel: row.channel as Channel,
    resultChannel: row.resultChannel as Channel,
  };
}

/** Takes the next `count` numbers of a unit and day; answers the last of them. */
export async function takeCodeNumbers(db: Db, unitId: number, day: string, count: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into dossier_code_counter as c (unit_id, day, last) values (${unitId}, ${day}::date, ${count})
    on conflict (unit_id, day) do update set last = c.last + ${count}
    returning last`.execute(db);
  const last = rows[0]?.last;
  if (last === undefined) throw new Error("The counter gave no number");
  return last;
}

export async function findDossierByCode(db: Db, code: string): Promise<Dossier | undefined> {
  const found = db.selectFrom("dossier").modifyFront(prepared).select(columns).where("code", "=", code);
  const row = await found.executeTakeFirst();
  return row && asDossier(row);
}

/** Locks the dossier until the transaction ends, so that two officials cannot both move it. */
export async function getDossierForUpdate(db: Db, id: string): Promise<Dossier> {
  const row = await db.selectFrom("dossier").select(columns).where("id", "=", id).forUpdate().executeTakeFirst();
  if (!row) throw new NotFoundError("dossier", id);
  return asDossier(row);
}

export async function updateProgress(db: Db, id: string, set: Partial<Progress>, eventCount: number): Promise<void> {
  const { consultedUnits, ...rest } = set;
  await db
    .updateTable("dossier")
    .set({
      ...rest,
      ...(consultedUnits === undefined ? {} : { consultedUnits: consultedUnits === null ? null : [...consultedUnits] }),
      eventCount,
    })
    .where("id", "=", id)
    .execute();
}

export type NewEvent = {
  readonly dossierId: string;
  readonly number: number;
  readonly type: EventType;
  readonly at: Date;
  readonly actorId: string | null;
  readonly unitId: number | null;
  readonly role: string;
  readonly state: DossierState;
  readonly dueAt: Date | null;
  /** Who held the dossier until this event, and by when they had to act. */
  readonly fromUnitId: number | null;
  readonly fromActBy: Date | null;
  readonly commitment: Buffer;
};

export async function insertEvent(db: Db, event: NewEvent, sealedPayload: Buffer): Promise<void> {
  await db.insertInto("dossierEvent").values(event).execute();
  await db
    .insertInto("dossierEventPayload")
    .values({ dossierId: event.dossierId, number: event.number, sealed: sealedPayload })
    .execute();
}

/** Wakes the listeners when this transaction commits. */
export async function tellListeners(db: Db): Promise<void> {
  await sql`select graphile_worker.add_job('listen', '{}'::json)`.execute(db);
}

export type EventRow = Omit<NewEvent, "dossierId" | "type" | "state"> & {
  readonly type: EventType;
  readonly state: DossierState;
  /** Null once the person was erased. */
  readonly sealed: Buffer | null;
};

export const eventColumns = [
  "e.number",
  "e.type",
  "e.at",
  "e.actorId",
  "e.unitId",
  "e.role",
  "e.state",
  "e.dueAt",
  "e.fromUnitId",
  "e.fromActBy",
  "e.commitment",
  "p.sealed",
] as const;

export async function listEvents(db: Db, dossierId: string): Promise<readonly EventRow[]> {
  const rows = await db
    .selectFrom("dossierEvent as e")
    .leftJoin("dossierEventPayload as p", (join) =>
      join.onRef("p.dossierId", "=", "e.dossierId").onRef("p.number", "=", "e.number"),
    )
    .select(eventColumns)
    .where("e.dossierId", "=", dossierId)
    .orderBy("e.number")
    .execute();
  return rows.map((row) => ({ ...row, type: row.type as EventType, state: row.state as DossierState }));
}

export async function findWrappedKey(db: Db, dossierId: string): Promise<Buffer | null> {
  const row = await db.selectFrom("dossierKey").select("wrapped").where("dossierId", "=", dossierId).executeTakeFirst();
  return row?.wrapped ?? null;
}

export async function findNewestContent(db: Db, dossierId: string) {
  return db
    .selectFrom("dossierContent")
    .select(["version", "sealed"])
    .where("dossierId", "=", dossierId)
    .orderBy("version", "desc")
    .executeTakeFirst();
}

export async function listContents(db: Db, dossierId: string) {
  return db
    .selectFrom("dossierContent")
    .select(["version", "sealed"])
    .where("dossierId", "=", dossierId)
    .orderBy("version")
    .execute();
}

export async function insertContent(db: Db, dossierId: string, version: number, sealed: Buffer): Promise<void> {
  await db.insertInto("dossierContent").values({ dossierId, version, sealed }).execute();
}

export async function insertDossierUploads(db: Db, dossierId: string, uploadIds: readonly string[]): Promise<void> {
  if (uploadIds.length === 0) return;
  await db
    .insertInto("dossierUpload")
    .values(uploadIds.map((uploadId) => ({ uploadId, dossierId })))
    .execute();
}

/** The dossier an upload belongs to. */
export async function findDossierOfUpload(db: Db, uploadId: string): Promise<Dossier | undefined> {
  const row = await db
    .selectFrom("dossier")
    .innerJoin("dossierUpload as u", "u.dossierId", "dossier.id")
    .select(columns.map((column) => `dossier.${column}` as const))
    .where("u.uploadId", "=", uploadId)
    .executeTakeFirst();
  return row && asDossier(row as Row);
}

/** The dossiers one account sent, newest first, by key. */
export async function listOwnDossiers(
  db: Db,
  accountId: string,
  before: { readonly submittedAt: Date; readonly id: string } | null,
  limit: number,
) {
  let query = db
    .selectFrom("dossier as d")
    .innerJoin("dossierParty as p", "p.dossierId", "d.id")
    .select([
      "d.id",
      "d.code",
      "d.state",
      "d.procedureVersionId",
      "d.receivingUnitId",
      "d.submittedAt",
      "d.dueAt",
      "d.finishedAt",
      "p.ownerName",
    ])
    .where("d.submittedBy", "=", accountId);
  if (before !== null) {
    query = query.where(sql<boolean>`(d.submitted_at, d.id) < (${before.submittedAt}, ${before.id}::uuid)`);
  }
  return query.orderBy("d.submittedAt", "desc").orderBy("d.id", "desc").limit(limit).execute();
}

/** The newest events of one account's dossiers: what the inbox shows. They are there exactly when the change is. */
export async function listInboxEvents(db: Db, accountId: string, limit: number) {
  const { rows } = await sql<{
    code: string;
    procedureVersionId: number;
    type: EventType;
    at: Date;
    unitId: number | null;
    state: DossierState;
    dueAt: Date | null;
  }>`
    select d.code, d.procedure_version_id, e.type, e.at, e.unit_id, e.state, e.due_at
    from (select id, code, procedure_version_id from dossier where submitted_by = ${accountId}
          order by submitted_at desc limit 200) d
    join dossier_event e on e.dossier_id = d.id
    order by e.at desc, e.number desc limit ${limit}`.execute(db);
  return rows;
}

/** How many open dossiers each of these officials has in hand by name. */
export async function countInHand(db: Db, accountIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (accountIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("dossier")
    .select(["assigneeId", sql<number>`count(*)::integer`.as("count")])
    .where("assigneeId", "in", [...accountIds])
    .groupBy("assigneeId")
    .execute();
  return new Map(rows.flatMap(({ assigneeId, count }) => (assigneeId === null ? [] : [[assigneeId, count]])));
}

/** What the inbox would show as new, up to `most`. One's own submission is no news. */
export async function countUnreadNotices(
  db: Db,
  accountId: string,
  readAt: Date | null,
  most: number,
): Promise<number> {
  const isNew = readAt === null ? sql`` : sql`and e.at > ${readAt}`;
  const { rows } = await sql<{ unread: number }>`
    select count(*)::integer as unread from (
      select from (select id from dossier where submitted_by = ${accountId} order by submitted_at desc limit 200) d
      join dossier_event e on e.dossier_id = d.id
      where e.type <> 'submit' ${isNew} limit ${most}
    ) news`.execute(db);
  return rows[0]?.unread ?? 0;
}

export async function findOwnerName(db: Db, dossierId: string): Promise<string> {
  const row = await db
    .selectFrom("dossierParty")
    .select("ownerName")
    .where("dossierId", "=", dossierId)
    .executeTakeFirst();
  return row?.ownerName ?? "";
}

/** Pages through all dossiers by id, for `motcua verify`. */
export async function listDossiersAfter(db: Db, id: string | null, limit: number): Promise<readonly Dossier[]> {
  let query = db.selectFrom("dossier").select(columns);
  if (id !== null) query = query.where("id", ">", id);
  const rows = await query.orderBy("id").limit(limit).execute();
  return rows.map(asDossier);
}

export async function findUploadsOfDossier(db: Db, dossierId: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom("dossierUpload").select("uploadId").where("dossierId", "=", dossierId).execute();
  return new Set(rows.map((row) => row.uploadId));
}

/** Which of these uploads belong to a dossier. */
export async function listSentUploads(db: Db, uploadIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (uploadIds.length === 0) return new Set();
  const rows = await db
    .selectFrom("dossierUpload")
    .select("uploadId")
    .where("uploadId", "in", [...uploadIds])
    .execute();
  return new Set(rows.map((row) => row.uploadId));
}

export async function insertConsultations(
  db: Db,
  dossierId: string,
  asked: number,
  given: readonly { readonly unitId: number; readonly dueAt: Date }[],
): Promise<void> {
  await db
    .insertInto("dossierConsultation")
    .values(given.map(({ unitId, dueAt }) => ({ dossierId, asked, unitId, dueAt })))
    .execute();
}

/** The oldest open question to that unit is the one that is answered. */
export async function markConsultationAnswered(
  db: Db,
  dossierId: string,
  unitId: number,
  answered: number,
): Promise<void> {
  await db
    .updateTable("dossierConsultation")
    .set({ answered })
    .where("dossierId", "=", dossierId)
    .where("unitId", "=", unitId)
    .where("answered", "is", null)
    .execute();
}

/** Whom a dossier's handlers asked for an opinion, in the order of asking. */
export async function listConsultations(db: Db, dossierId: string) {
  return db
    .selectFrom("dossierConsultation")
    .select(["asked", "unitId", "dueAt", "answered"])
    .where("dossierId", "=", dossierId)
    .orderBy("asked")
    .orderBy("unitId")
    .execute();
}
