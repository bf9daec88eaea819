/** What the bench writes by its own hand, in sets, and how it puts back what a measurement added. As the owner. */
import type pg from "pg";
import type { Dossier } from "#features/dossiers/dossier.ts";
import type { LifeEvent } from "./lives.ts";

export type NewAccount = { readonly id: string; readonly login: string; readonly kind: string; readonly name: string };

/** Nobody can sign in as one of these: no password has this hash. */
export async function insertAccounts(owner: pg.Pool, accounts: readonly NewAccount[], at: Date): Promise<void> {
  await owner.query(
    `insert into account (id, login, kind, display_name, password_hash, created_at)
     select id, login, kind, name, '!', $5 from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as g (id, login, kind, name)`,
    [
      accounts.map(({ id }) => id),
      accounts.map(({ login }) => login),
      accounts.map(({ kind }) => kind),
      accounts.map(({ name }) => name),
      at,
    ],
  );
}

export async function listAccountsLike(owner: pg.Pool, login: string) {
  const { rows } = await owner.query<{ id: string; login: string; name: string }>(
    "select id, login, display_name as name from account where login like $1 order by login",
    [login],
  );
  return rows;
}

export type NewPosting = { readonly accountId: string; readonly unitId: number; readonly role: string };

export async function insertPostings(owner: pg.Pool, postings: readonly NewPosting[], from: string): Promise<void> {
  await owner.query(
    `insert into posting (account_id, unit_id, role, valid_from)
     select account_id, unit_id, role, $4 from unnest($1::uuid[], $2::smallint[], $3::text[]) as g (account_id, unit_id, role)`,
    [
      postings.map(({ accountId }) => accountId),
      postings.map(({ unitId }) => unitId),
      postings.map(({ role }) => role),
      from,
    ],
  );
}

export async function listPostings(owner: pg.Pool): Promise<readonly NewPosting[]> {
  const { rows } = await owner.query<NewPosting>(
    `select account_id as "accountId", unit_id as "unitId", role from posting order by id`,
  );
  return rows;
}

/** Rows for uploads that all name one file that is really stored. */
export async function insertUploadsLike(
  owner: pg.Pool,
  likeId: string,
  uploads: readonly { readonly id: string; readonly accountId: string }[],
  at: Date,
): Promise<void> {
  if (uploads.length === 0) return;
  await owner.query({
    name: "insert-uploads-like",
    text: `insert into upload (id, sha256, size, media_type, sealed_name, account_id, created_at)
      select g.id, u.sha256, u.size, u.media_type, null, g.account_id, $4
      from upload u, unnest($2::uuid[], $3::uuid[]) as g (id, account_id) where u.id = $1`,
    values: [likeId, uploads.map(({ id }) => id), uploads.map(({ accountId }) => accountId), at],
  });
}

export async function listWrappedKeys(owner: pg.Pool, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const { rows } = await owner.query<{ id: string; wrapped: Buffer }>({
    name: "list-wrapped-keys",
    text: "select dossier_id as id, wrapped from dossier_key where dossier_id = any($1::uuid[])",
    values: [ids],
  });
  return new Map(rows.map(({ id, wrapped }) => [id, wrapped]));
}

export async function listFirstContents(owner: pg.Pool, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  if (ids.length === 0) return new Map();
  const { rows } = await owner.query<{ id: string; sealed: Buffer }>({
    name: "list-first-contents",
    text: "select dossier_id as id, sealed from dossier_content where dossier_id = any($1::uuid[]) and version = 1",
    values: [ids],
  });
  return new Map(rows.map(({ id, sealed }) => [id, sealed]));
}

export type SealedEvent = Omit<LifeEvent, "payload"> & {
  readonly dossierId: string;
  readonly commitment: Buffer;
  readonly sealed: Buffer;
};
export type NewContent = { readonly dossierId: string; readonly version: number; readonly sealed: Buffer };

/** Brings dossiers to where their lives ended, with every event on the way, in one transaction. */
export async function bringForward(
  owner: pg.Pool,
  dossiers: readonly Dossier[],
  events: readonly SealedEvent[],
  contents: readonly NewContent[],
): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query("begin");
    await updateDossiers(client, dossiers);
    await insertEvents(client, events);
    if (contents.length > 0) {
      await client.query({
        name: "insert-contents",
        text: `insert into dossier_content (dossier_id, version, sealed)
          select * from unnest($1::uuid[], $2::smallint[], $3::bytea[])`,
        values: [
          contents.map((one) => one.dossierId),
          contents.map((one) => one.version),
          contents.map((one) => one.sealed),
        ],
      });
    }
    await client.query("commit");
  } finally {
    client.release();
  }
}

const instant = (at: Date | null) => at?.toISOString() ?? null;

async function updateDossiers(client: pg.PoolClient, dossiers: readonly Dossier[]): Promise<void> {
  await client.query({
    name: "bring-dossiers-forward",
    text: `update dossier d set (state, step, holder_unit_id, holder_role, assignee_id, is_sent_back, supplement_count, event_count,
        accepted_at, original_due_at, due_at, step_due_at, finished_at, returned_at, act_by)
      = (g.state, g.step, g.holder_unit_id, g.holder_role, g.assignee_id, g.is_sent_back, g.supplement_count, g.event_count,
        g.accepted_at, g.original_due_at, g.due_at, g.step_due_at, g.finished_at, g.returned_at, g.act_by)
      from unnest($1::uuid[], $2::text[], $3::smallint[], $4::smallint[], $5::text[], $6::uuid[], $7::boolean[], $8::smallint[],
        $9::smallint[], $10::timestamptz[], $11::timestamptz[], $12::timestamptz[], $13::timestamptz[], $14::timestamptz[],
        $15::timestamptz[], $16::timestamptz[])
      as g (id, state, step, holder_unit_id, holder_role, assignee_id, is_sent_back, supplement_count, event_count,
        accepted_at, original_due_at, due_at, step_due_at, finished_at, returned_at, act_by)
      where d.id = g.id`,
    values: [
      dossiers.map((one) => one.id),
      dossiers.map((one) => one.state),
      dossiers.map((one) => one.step),
      dossiers.map((one) => one.holderUnitId),
      dossiers.map((one) => one.holderRole),
      dossiers.map((one) => one.assigneeId),
      dossiers.map((one) => one.isSentBack),
      dossiers.map((one) => one.supplementCount),
      dossiers.map((one) => one.eventCount),
      dossiers.map((one) => instant(one.acceptedAt)),
      dossiers.map((one) => instant(one.originalDueAt)),
      dossiers.map((one) => instant(one.dueAt)),
      dossiers.map((one) => instant(one.stepDueAt)),
      dossiers.map((one) => instant(one.finishedAt)),
      dossiers.map((one) => instant(one.returnedAt)),
      dossiers.map((one) => instant(one.actBy)),
    ],
  });
}

/** Commitments and payloads travel as one value, as the batch of the program does it. */
async function insertEvents(client: pg.PoolClient, events: readonly SealedEvent[]): Promise<void> {
  const starts: number[] = [];
  let at = 0;
  for (const { sealed } of events) {
    starts.push(at);
    at += 32 + sealed.length;
  }
  await client.query({
    name: "insert-events",
    text: `with given as materialized (
        select * from unnest($1::uuid[], $2::smallint[], $3::text[], $4::timestamptz[], $5::uuid[], $6::smallint[], $7::text[],
          $8::text[], $9::timestamptz[], $11::int[], $12::int[], $13::smallint[], $14::timestamptz[])
        as g (dossier_id, number, type, at, actor_id, unit_id, role, state, due_at, start, bytes, from_unit_id, from_act_by)
      ), e as (
        insert into dossier_event (dossier_id, number, type, at, actor_id, unit_id, role, state, due_at, from_unit_id, from_act_by,
          commitment)
        select dossier_id, number, type, at, actor_id, unit_id, role, state, due_at, from_unit_id, from_act_by,
          substring($10::bytea from start + 1 for 32)
        from given
      )
      insert into dossier_event_payload (dossier_id, number, sealed)
      select dossier_id, number, substring($10 from start + 33 for bytes) from given`,
    values: [
      events.map((one) => one.dossierId),
      events.map((one) => one.number),
      events.map((one) => one.type),
      events.map((one) => instant(one.at)),
      events.map((one) => one.actorId),
      events.map((one) => one.unitId),
      events.map((one) => one.role),
      events.map((one) => one.state),
      events.map((one) => instant(one.dueAt)),
      Buffer.concat(
        events.flatMap(({ commitment, sealed }) => [commitment, sealed]),
        at,
      ),
      starts,
      events.map((one) => one.sealed.length),
      events.map((one) => one.fromUnitId),
      events.map((one) => instant(one.fromActBy)),
    ],
  });
}

/** Of a moment's life: what is being made is made again when the power fails. */
const whileMaking = {
  synchronous_commit: "off",
  work_mem: "'256MB'",
  maintenance_work_mem: "'512MB'",
} as const;

export async function hurry(owner: pg.Pool): Promise<void> {
  await owner.query("alter system set autovacuum = off");
  await owner.query("select pg_reload_conf()");
  for (const [name, value] of Object.entries(whileMaking)) {
    await owner.query(`alter database motcua set ${name} = ${value}`);
  }
}

export async function hurryNoMore(owner: pg.Pool): Promise<void> {
  await owner.query("alter system reset autovacuum");
  await owner.query("select pg_reload_conf()");
  for (const name of Object.keys(whileMaking)) await owner.query(`alter database motcua reset ${name}`);
}

async function figureTables(owner: pg.Pool | pg.PoolClient): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and (relname like 'figure%' or relname = 'listener_place')",
  );
  return rows.map(({ name }) => name);
}

/** Remembers the figures of the made city beside it, so that they can be put back. */
export async function keepFigures(owner: pg.Pool): Promise<void> {
  await owner.query("create schema kept");
  for (const table of await figureTables(owner)) await owner.query(`create table kept.${table} as table ${table}`);
}

/** After so much writing the planner and the index-only scans need to know what is there. */
export async function tidy(owner: pg.Pool): Promise<void> {
  await owner.query("vacuum (analyze)");
  await owner.query("checkpoint");
}

export async function countDossiers(owner: pg.Pool): Promise<number> {
  const { rows } = await owner.query<{ count: number }>("select count(*)::int as count from dossier");
  return rows[0]?.count ?? 0;
}

/** How many stand where: what the made city is like. */
export async function countByState(owner: pg.Pool): Promise<Readonly<Record<string, number>>> {
  const { rows } = await owner.query<{ state: string; count: number }>(
    "select state, count(*)::int as count from dossier group by 1 order by 2 desc",
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** Takes out what earlier measurements submitted, so that every run finds the same city. Answers how many dossiers that were. */
export async function putBack(owner: pg.Pool, endsAt: Date): Promise<number> {
  const client = await owner.connect();
  let removed = 0;
  try {
    await client.query("begin");
    await client.query("delete from draft");
    await client.query(
      "create temporary table added on commit drop as select id from dossier where submitted_at > $1",
      [endsAt],
    );
    await client.query("analyze added");
    await client.query(
      `with taken as (
        delete from dossier_upload where dossier_id in (select id from added) returning upload_id
      ) delete from upload where id in (select upload_id from taken) or created_at > $1`,
      [endsAt],
    );
    for (const table of ["dossier_event_payload", "dossier_event", "dossier_content", "dossier_party", "dossier_key"]) {
      await client.query(`delete from ${table} where dossier_id in (select id from added)`);
    }
    removed = (await client.query("delete from dossier where id in (select id from added)")).rowCount ?? 0;
    if (removed > 0) {
      for (const table of await figureTables(client)) {
        await client.query(`truncate ${table}`);
        await client.query(`insert into ${table} select * from kept.${table}`);
      }
    }
    await client.query("commit");
  } finally {
    client.release();
  }
  if (removed > 0) await tidy(owner);
  return removed;
}
