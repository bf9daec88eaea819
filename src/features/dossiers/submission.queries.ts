/** The one statement by which submissions enter the database: a batch of dossiers, whole or not at all. */
import type { Pool } from "pg";

export type NewSubmission = {
  readonly id: string;
  readonly code: string;
  readonly procedureVersionId: number;
  readonly receivingUnitId: number;
  readonly channel: number;
  readonly resultChannel: number;
  readonly submittedBy: string | null;
  readonly holderUnitId: number;
  readonly holderRole: string;
  readonly submittedAt: string;
  readonly actBy: string;
  readonly requestHash: Buffer;
  readonly wrappedKey: Buffer;
  readonly content: Buffer;
  readonly ownerName: string;
  readonly searchWords: string;
  readonly idIndex: Buffer | null;
  readonly phoneIndex: Buffer | null;
  /** Whose uploads its files are, and who is on record as having handed it in or received it. */
  readonly actorId: string;
  readonly actorUnitId: number | null;
  readonly actorRole: string;
  readonly commitment: Buffer;
  readonly payload: Buffer;
  readonly uploadIds: readonly string[];
};

/**
 * `d` is what was really added: an id that is there already adds nothing anywhere and is not answered, so a retry and
 * a race of two processes both end with one dossier. A dossier of which a file is not there, is another sender's or
 * another dossier's is not added either; who is not answered is looked at one by one. Of two that claim one file in
 * the same moment the key of `dossier_upload` refuses the second.
 */
const text = `
with given as (
  select id, code, version_id, unit_id, channel, result_channel, submitted_by, holder_unit_id, holder_role,
    submitted_at, act_by, owner_name, words, actor_role, actor_id, actor_unit_id,
    substring($15::bytea from at + 1 for 32) as request_hash,
    substring($15 from at + 33 for 32) as commitment,
    nullif(substring($15 from at + 65 for id_bytes), '') as id_index,
    nullif(substring($15 from at + 65 + id_bytes for phone_bytes), '') as phone_index,
    substring($15 from at + 65 + id_bytes + phone_bytes for wrapped_bytes) as wrapped,
    substring($15 from at + 65 + id_bytes + phone_bytes + wrapped_bytes for payload_bytes) as payload,
    substring($15 from at + 65 + id_bytes + phone_bytes + wrapped_bytes + payload_bytes for content_bytes) as content
  from unnest(
    $1::uuid[], $2::text[], $3::int[], $4::smallint[], $5::smallint[], $6::smallint[], $7::uuid[], $8::smallint[], $9::text[],
    $10::timestamptz[], $11::timestamptz[], $12::text[], $13::text[], $14::text[],
    $16::int[], $17::int[], $18::int[], $19::int[], $20::int[], $21::int[], $25::uuid[], $26::smallint[]
  ) as g (id, code, version_id, unit_id, channel, result_channel, submitted_by, holder_unit_id, holder_role,
    submitted_at, act_by, owner_name, words, actor_role,
    at, id_bytes, phone_bytes, wrapped_bytes, payload_bytes, content_bytes, actor_id, actor_unit_id)
), link as (
  select upload_id, dossier_id from unnest($22::uuid[], $23::uuid[]) as l (upload_id, dossier_id)
), unfit as (
  select dossier_id from link join given on id = dossier_id
  where not exists (select from upload u where u.id = upload_id and u.account_id = actor_id)
    or exists (select from dossier_upload t where t.upload_id = link.upload_id and t.dossier_id <> link.dossier_id)
), d as (
  insert into dossier (id, code, procedure_version_id, receiving_unit_id, channel, result_channel, submitted_by, state, step,
    holder_unit_id, holder_role, event_count, submitted_at, act_by, request_hash)
  select id, code, version_id, unit_id, channel, result_channel, submitted_by, 'submitted', 0,
    holder_unit_id, holder_role, 1, submitted_at, act_by, request_hash
  from given
  where id not in (select dossier_id from unfit)
  on conflict (id) do nothing
  returning id
), k as (
  insert into dossier_key (dossier_id, wrapped) select id, wrapped from given join d using (id)
), c as (
  insert into dossier_content (dossier_id, version, sealed) select id, 1, content from given join d using (id)
), p as (
  insert into dossier_party (dossier_id, unit_id, owner_name, words, id_index, phone_index)
  select id, unit_id, owner_name, to_tsvector('simple', words), id_index, phone_index from given join d using (id)
), u as (
  insert into dossier_upload (upload_id, dossier_id)
  select upload_id, dossier_id from link join d on d.id = dossier_id
), e as (
  insert into dossier_event (dossier_id, number, type, at, actor_id, unit_id, role, state, commitment)
  select id, 1, 'submit', submitted_at, actor_id, actor_unit_id, actor_role, 'submitted', commitment from given join d using (id)
), ep as (
  insert into dossier_event_payload (dossier_id, number, sealed) select id, 1, payload from given join d using (id)
), j as (
  select graphile_worker.add_job('listen', json_build_object('submitted', count(*))) from d having count(*) > 0 and $24::boolean
)
select id, (select count(*) from j) as jobs from d`;

/** Answers the ids that were added; the others were there before, or a file of theirs does not fit. */
export async function insertSubmissions(
  pool: Pool,
  rows: readonly NewSubmission[],
  tellsListeners: boolean,
): Promise<ReadonlySet<string>> {
  const bytes = packBytes(rows);
  const column = <Key extends keyof NewSubmission>(key: Key) => rows.map((row) => row[key]);
  const uploads = rows.flatMap((row) => row.uploadIds.map((uploadId) => ({ uploadId, dossierId: row.id })));
  const result = await pool.query<{ id: string }>({
    // Prepared once per connection: planning this statement would cost more than running it.
    name: "insert-submissions",
    text,
    values: [
      column("id"),
      column("code"),
      column("procedureVersionId"),
      column("receivingUnitId"),
      column("channel"),
      column("resultChannel"),
      column("submittedBy"),
      column("holderUnitId"),
      column("holderRole"),
      column("submittedAt"),
      column("actBy"),
      column("ownerName"),
      column("searchWords"),
      column("actorRole"),
      bytes.all,
      bytes.starts,
      bytes.lengths("idIndex"),
      bytes.lengths("phoneIndex"),
      bytes.lengths("wrappedKey"),
      bytes.lengths("payload"),
      bytes.lengths("content"),
      uploads.map((upload) => upload.uploadId),
      uploads.map((upload) => upload.dossierId),
      tellsListeners,
      column("actorId"),
      column("actorUnitId"),
    ],
  });
  return new Set(result.rows.map((row) => row.id));
}

/**
 * All bytes of a batch as one value, and where each row's begin: an array of bytea would be written out in hex, twice as
 * long, and taken apart again on the other side.
 */
function packBytes(rows: readonly NewSubmission[]) {
  const starts: number[] = [];
  const parts: Buffer[] = [];
  let at = 0;
  for (const row of rows) {
    starts.push(at);
    for (const part of [
      row.requestHash,
      row.commitment,
      row.idIndex,
      row.phoneIndex,
      row.wrappedKey,
      row.payload,
      row.content,
    ]) {
      if (part === null) continue;
      parts.push(part);
      at += part.length;
    }
  }
  const lengths = (key: "idIndex" | "phoneIndex" | "wrappedKey" | "payload" | "content") =>
    rows.map((row) => row[key]?.length ?? 0);
  return { all: Buffer.concat(parts, at), starts, lengths };
}

export type KnownSubmission = {
  readonly id: string;
  readonly code: string;
  readonly submittedBy: string | null;
  /** Who sent it: the applicant, or the official who received it at the desk. */
  readonly actorId: string | null;
  readonly actorUnitId: number | null;
  readonly actorRole: string;
  readonly submittedAt: Date;
  readonly requestHash: Buffer;
  readonly commitment: Buffer;
};

/** What is known of submissions sent before, with what their answer was made from. */
export async function findSubmissions(
  pool: Pool,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownSubmission>> {
  const { rows } = await pool.query<KnownSubmission>({
    name: "find-submissions",
    text: `
      select d.id, d.code, d.submitted_by as "submittedBy", d.submitted_at as "submittedAt",
             d.request_hash as "requestHash", e.commitment, e.actor_id as "actorId", e.unit_id as "actorUnitId",
             e.role as "actorRole"
      from dossier d join dossier_event e on e.dossier_id = d.id and e.number = 1
      where d.id = any($1::uuid[])`,
    values: [ids],
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Which of these uploads are already another dossier's. */
export async function findTakenUploads(pool: Pool, uploadIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (uploadIds.length === 0) return new Map();
  const { rows } = await pool.query<{ uploadId: string; dossierId: string }>({
    name: "find-taken-uploads",
    text: `select upload_id as "uploadId", dossier_id as "dossierId" from dossier_upload where upload_id = any($1::uuid[])`,
    values: [uploadIds],
  });
  return new Map(rows.map((row) => [row.uploadId, row.dossierId]));
}
