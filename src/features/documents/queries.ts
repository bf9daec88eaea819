import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";
import { NotFoundError } from "#foundation/errors/index.ts";
import type { MediaType } from "./files/file-kind.ts";

/** Who sent a file: an account, or the browser of somebody without one. */
export type Uploader =
  | { readonly accountId: string; readonly sessionHash?: never }
  | { readonly accountId?: never; readonly sessionHash: Buffer };

export type NewUpload = {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: MediaType;
  readonly sealedName: Buffer | null;
  readonly uploader: Uploader;
  readonly createdAt: Date;
};

export async function insertUpload(db: Db, upload: NewUpload): Promise<void> {
  await db
    .insertInto("upload")
    .values({
      id: upload.id,
      sha256: Buffer.from(upload.sha256, "hex"),
      size: upload.size,
      mediaType: upload.mediaType,
      sealedName: upload.sealedName,
      accountId: upload.uploader.accountId ?? null,
      sessionHash: upload.uploader.sessionHash ?? null,
      createdAt: upload.createdAt,
    })
    .execute();
}

const uploadColumns = [
  "id",
  "sha256",
  "size",
  "mediaType",
  "sealedName",
  "accountId",
  "sessionHash",
  "createdAt",
] as const;

export async function listUploads(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom("upload").select(uploadColumns).where("id", "in", ids).execute();
  return rows.map((row) => ({ ...row, sha256: row.sha256.toString("hex") }));
}

/** Whose each upload is; null for one that was sent without an account. What is not in the answer does not exist. */
export async function findUploaders(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; accountId: string | null }>`
    select id, account_id from upload where id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.accountId]));
}

/** Uploads from before a moment, in order of id, a page at a time: to be compared with what still names them. */
export async function listOldUploads(db: Db, before: Date, afterId: string, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("upload")
    .select("id")
    .where("createdAt", "<", before)
    .where("id", ">", afterId)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Uploads that arrived before a moment, by id, a page at a time: those nobody claimed since may go. */
export async function listUploadsBefore(
  db: Db,
  before: Date,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("upload")
    .select("id")
    .where("createdAt", "<", before)
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Removes rows that nothing will ever name. Their files follow with the next sweep, unless another row has the same. */
export async function deleteUploads(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom("upload").where("id", "in", ids).execute();
}

/** Which of these files a row stands for. */
export async function filesWithRows(db: Db, sha256s: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ sha256: string }>`
    select encode(f.hash, 'hex') as sha256
    from unnest(${sha256s.map((sha256) => Buffer.from(sha256, "hex"))}::bytea[]) as f (hash)
    where exists (select from upload where upload.sha256 = f.hash)
       or exists (select from paper where paper.file_sha256 = f.hash)
       or exists (select from register_closing c where c.file_sha256 = f.hash or c.lines_sha256 = f.hash)
       or exists (select from hand_over_list l where l.file_sha256 = f.hash)`.execute(db);
  return new Set(rows.map((row) => row.sha256));
}

/** Every file a row stands for, in order, a page at a time: for checking that all of them are there. */
export async function listFiles(db: Db, after: string, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select distinct encode(hash, 'hex') as sha256 from (
      (select sha256 as hash from upload where sha256 > ${Buffer.from(after, "hex")} order by sha256 limit ${limit})
      union all
      (select file_sha256 from paper where file_sha256 > ${Buffer.from(after, "hex")} order by file_sha256 limit ${limit})
      union all
      (select file_sha256 from hand_over_list where file_sha256 > ${Buffer.from(after, "hex")} order by file_sha256 limit ${limit})
      union all
      (select file_sha256 from register_closing where file_sha256 > ${Buffer.from(after, "hex")} order by file_sha256 limit ${limit})
      union all
      (select lines_sha256 from register_closing where lines_sha256 > ${Buffer.from(after, "hex")} order by lines_sha256 limit ${limit})
    ) as named order by sha256 limit ${limit}`.execute(db);
  return rows.map((row) => row.sha256);
}

/** The next number of a series. Held until the transaction ends, so it is neither skipped nor given twice. */
export async function takePaperNumber(db: Db, unitId: number, series: string, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into paper_number as n (unit_id, series, year, last) values (${unitId}, ${series}, ${year}, 1)
    on conflict (unit_id, series, year) do update set last = n.last + 1
    returning last`.execute(db);
  const number = rows[0]?.last;
  if (number === undefined) throw new Error("The series gave no number");
  return number;
}

/**
 * The papers of one dossier that are kept as rows. The register and the minutes of a hand-over speak of many dossiers, the
 * acknowledgement and the evaluation slip are set anew each time: none of them has a row.
 */
export const paperKinds = [
  "receipt",
  "supplementRequest",
  "refusal",
  "apology",
  "stopNotice",
  "controlSlip",
  "result",
  "consultRequest",
  "transferSlip",
  "feeReceipt",
  "parcelSlip",
  "resultReceipt",
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Who signed, in the words of the certificate. */
export type PaperSigner = { readonly role: "official" | "unit"; readonly name: string; readonly certificate: string };

export type Paper = {
  readonly id: string;
  readonly dossierId: string;
  readonly kind: PaperKind;
  readonly unitId: number;
  readonly series: string;
  readonly seriesYear: number;
  readonly number: number;
  readonly numberText: string;
  readonly title: string;
  readonly fileSha256: string;
  readonly fileSize: number;
  readonly issuedAt: Date;
  readonly template: string;
  readonly templateVersion: number;
  readonly citation: string;
  readonly signers: readonly PaperSigner[];
  readonly validUntil: string | null;
  readonly replaces: string | null;
  readonly replacesReason: string | null;
};

export async function insertPaper(db: Db, paper: Paper): Promise<void> {
  await db
    .insertInto("paper")
    .values({
      ...paper,
      fileSha256: Buffer.from(paper.fileSha256, "hex"),
      signers: JSON.stringify(paper.signers),
    })
    .execute();
}

/** Newest first. */
export async function listPapers(db: Db, dossierId: string): Promise<readonly Paper[]> {
  const rows = await db
    .selectFrom("paper")
    .selectAll()
    .where("dossierId", "=", dossierId)
    .orderBy("issuedAt", "desc")
    .orderBy("number", "desc")
    .execute();
  return rows.map(asPaper);
}

export async function findPaper(db: Db, id: string): Promise<Paper | undefined> {
  const row = await db.selectFrom("paper").selectAll().where("id", "=", id).executeTakeFirst();
  return row && asPaper(row);
}

export async function getPaper(db: Db, id: string): Promise<Paper> {
  const paper = await findPaper(db, id);
  if (!paper) throw new NotFoundError("paper", id);
  return paper;
}

/** The paper that took the place of this one. */
export async function findReplacement(db: Db, id: string): Promise<Paper | undefined> {
  const row = await db.selectFrom("paper").selectAll().where("replaces", "=", id).executeTakeFirst();
  return row && asPaper(row);
}

export async function findPaperByFile(db: Db, sha256: string): Promise<Paper | undefined> {
  const row = await db
    .selectFrom("paper")
    .selectAll()
    .where("fileSha256", "=", Buffer.from(sha256, "hex"))
    .executeTakeFirst();
  return row && asPaper(row);
}

type PaperRow = Omit<Paper, "kind" | "fileSha256" | "signers"> & {
  readonly kind: string;
  readonly fileSha256: Buffer;
  readonly signers: unknown;
};

// The table's constraint and `insertPaper` hold these to the types they name.
function asPaper(row: PaperRow): Paper {
  return {
    ...row,
    kind: row.kind as PaperKind,
    fileSha256: row.fileSha256.toString("hex"),
    signers: row.signers as readonly PaperSigner[],
  };
}

/** A template as it was first used under its number: what a paper of that version said can be read for as long as papers. */
export type TemplateVersion = {
  readonly key: string;
  readonly version: number;
  readonly sha256: string;
  readonly content: string;
};

/** Keeps those that are new; gives every one that was kept before with other words under the same number. */
export async function recordTemplates(
  db: Db,
  templates: readonly TemplateVersion[],
  at: Date,
): Promise<readonly Pick<TemplateVersion, "key" | "version">[]> {
  const rows = templates.map(({ key, version, sha256, content }) => ({
    key,
    version,
    sha256: Buffer.from(sha256, "hex"),
    content,
    recordedAt: at,
  }));
  await db
    .insertInto("paperTemplate")
    .values(rows)
    .onConflict((conflict) => conflict.columns(["key", "version"]).doNothing())
    .execute();
  const kept = await db.selectFrom("paperTemplate").select(["key", "version", "sha256"]).execute();
  const known = new Map(kept.map((row) => [`${row.key} ${row.version}`, row.sha256.toString("hex")]));
  return templates.filter(({ key, version, sha256 }) => known.get(`${key} ${version}`) !== sha256);
}
