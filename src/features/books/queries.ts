/** The lines of the register as the record tells them, and the closing of its years. The database itself gives the numbers. */
import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";

export type LineRow = {
  readonly no: number;
  readonly dossierId: string;
  readonly code: string;
  readonly procedureVersionId: number;
  readonly acceptedAt: Date;
  readonly originalDueAt: Date | null;
  readonly finishedAt: Date | null;
  readonly returnedAt: Date | null;
  readonly acceptedBy: string | null;
  readonly ownerName: string | null;
  readonly wrapped: Buffer | null;
  readonly content: Buffer | null;
  readonly returnedBy: string | null;
  readonly returnedNumber: number | null;
  readonly returnedSaid: Buffer | null;
  readonly stoppedAt: Date | null;
};

/** In the order of their numbers, from the one after `after`. */
export async function listLines(
  db: Db,
  { unitId, year, after, limit }: { unitId: number; year: number; after: number; limit: number },
): Promise<readonly LineRow[]> {
  const { rows } = await sql<LineRow>`
    select l.no, l.dossier_id, d.code, d.procedure_version_id, d.accepted_at, d.original_due_at, d.finished_at, d.returned_at,
           a.actor_id as accepted_by, p.owner_name, k.wrapped, c.sealed as content,
           r.actor_id as returned_by, r.number as returned_number, rp.sealed as returned_said, s.at as stopped_at
    from register_line l
    join dossier d on d.id = l.dossier_id
    left join dossier_party p on p.dossier_id = d.id
    left join dossier_key k on k.dossier_id = d.id
    left join dossier_content c on c.dossier_id = d.id and c.version = 1
    left join dossier_event a on a.dossier_id = d.id and a.type = 'accept'
    left join dossier_event r on r.dossier_id = d.id and r.type = 'returnResult'
    left join dossier_event_payload rp on rp.dossier_id = d.id and rp.number = r.number
    left join dossier_event s on s.dossier_id = d.id and s.type = 'stop'
    where l.unit_id = ${unitId} and l.year = ${year} and l.no > ${after}
    order by l.no limit ${limit}`.execute(db);
  return rows;
}

export async function countLines(db: Db, unitId: number, year: number): Promise<number> {
  const row = await db
    .selectFrom("registerCounter")
    .select("last")
    .where("unitId", "=", unitId)
    .where("year", "=", year)
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** The years of which a unit has a register, newest first. */
export async function listYears(db: Db, unitId: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom("registerCounter")
    .select("year")
    .where("unitId", "=", unitId)
    .orderBy("year", "desc")
    .execute();
  return rows.map(({ year }) => year);
}

export async function findLineNo(db: Db, dossierId: string): Promise<number | null> {
  const row = await db.selectFrom("registerLine").select("no").where("dossierId", "=", dossierId).executeTakeFirst();
  return row?.no ?? null;
}

export type Closing = {
  readonly unitId: number;
  readonly year: number;
  readonly closedAt: Date;
  readonly closedBy: string;
  readonly signerName: string;
  readonly lineCount: number;
  readonly hash: string;
  readonly linesSha256: string;
  readonly fileSha256: string;
  readonly title: string;
  readonly templateVersion: number;
  readonly citation: string;
};

export async function findClosing(db: Db, unitId: number, year: number): Promise<Closing | undefined> {
  const row = await db
    .selectFrom("registerClosing")
    .selectAll()
    .where("unitId", "=", unitId)
    .where("year", "=", year)
    .executeTakeFirst();
  return row && asClosing(row);
}

export async function listClosings(db: Db): Promise<readonly Closing[]> {
  const rows = await db.selectFrom("registerClosing").selectAll().orderBy("unitId").orderBy("year").execute();
  return rows.map(asClosing);
}

/** Two who close the same year at once come one after the other. */
export async function lockBook(db: Db, unitId: number, year: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`register:${unitId}:${year}`}, 0))`.execute(db);
}

export async function insertClosing(db: Db, closing: Closing): Promise<void> {
  const bytes = (hex: string) => Buffer.from(hex, "hex");
  await db
    .insertInto("registerClosing")
    .values({
      ...closing,
      hash: bytes(closing.hash),
      linesSha256: bytes(closing.linesSha256),
      fileSha256: bytes(closing.fileSha256),
    })
    .execute();
}

function asClosing(
  row: Omit<Closing, "hash" | "linesSha256" | "fileSha256"> & {
    readonly hash: Buffer;
    readonly linesSha256: Buffer;
    readonly fileSha256: Buffer;
  },
): Closing {
  return {
    ...row,
    hash: row.hash.toString("hex"),
    linesSha256: row.linesSha256.toString("hex"),
    fileSha256: row.fileSha256.toString("hex"),
  };
}

/** Accepted dossiers without a line, and lines without one: what a foreign key would refuse (docs/adr/0004). */
export async function listLinesAmiss(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ fault: string }>`
    (select 'dossier ' || d.code || ' was accepted and stands in no register' as fault from dossier d
     where d.accepted_at is not null and not exists (select from register_line l where l.dossier_id = d.id) limit 500)
    union all
    (select 'a line of the register is of no dossier: ' || l.dossier_id from register_line l
     where not exists (select from dossier d where d.id = l.dossier_id) limit 500)
    union all
    (select 'the register of unit ' || c.unit_id || ' of ' || c.year || ' has a gap' from register_counter c
     where c.last <> (select count(*) from register_line l where l.unit_id = c.unit_id and l.year = c.year))`.execute(
    db,
  );
  return rows.map(({ fault }) => fault);
}
