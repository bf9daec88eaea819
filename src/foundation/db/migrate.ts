/**
 * Plain SQL files, each applied once in a transaction of its own, forward only. An advisory lock lets several
 * processes start at once: one migrates, the others wait and find the work done.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { applicationRole } from "./open.ts";

export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

type File = { readonly name: string; readonly text: string; readonly sha256: string };

const lockKey = 7_402_658_113;
const oldestServer = 160_000;

/** Brings the database to the newest version. `url` is of a role that may create. Answers the names newly applied. */
export async function migrate({
  url,
  folder,
  log = () => {},
}: {
  url: string;
  folder: string;
  log?: (line: string) => void;
}): Promise<readonly string[]> {
  const files = readFiles(folder);
  const client = new pg.Client({ connectionString: url, application_name: "motcua migrate" });
  await client.connect();
  try {
    const { rows } = await client.query("select current_setting('server_version_num')::int as version");
    if (rows[0].version < oldestServer) {
      throw new MigrationError("PostgreSQL 16 or later is needed; this server is older");
    }
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    const applied = await applyAll(client, files, log);
    if (applied.length > 0) await prepareJobs(url, client);
    return applied;
  } finally {
    // Ending the connection also gives the lock back.
    await client.end();
  }
}

async function applyAll(
  client: pg.Client,
  files: readonly File[],
  log: (line: string) => void,
): Promise<readonly string[]> {
  await createRole(client);
  await client.query(`create table if not exists migration (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query<{ name: string; sha256: string }>("select name, sha256 from migration");
  const landed = new Map(rows.map((row) => [row.name, row.sha256]));
  for (const [name, sha256] of landed) {
    const file = files.find((candidate) => candidate.name === name);
    if (file === undefined)
      throw new MigrationError(
        `The database holds migration ${name}, which this program does not know: it is older than its data`,
      );
    if (file.sha256 !== sha256)
      throw new MigrationError(`Migration ${name} was edited after it had landed; add a new one instead`);
  }
  const applied: string[] = [];
  for (const file of files) {
    if (landed.has(file.name)) continue;
    log(`migration ${file.name}`);
    try {
      await client.query("begin");
      await client.query(file.text);
      await client.query("insert into migration (name, sha256) values ($1, $2)", [file.name, file.sha256]);
      await client.query("commit");
    } catch (error) {
      await client.query("rollback");
      throw new MigrationError(
        `Migration ${file.name} failed and was rolled back: ${error instanceof Error ? error.message : String(error)}`,
        {
          cause: error,
        },
      );
    }
    applied.push(file.name);
  }
  return applied;
}

/** The role the program works as. Roles belong to the whole cluster, so another database may have made it already. */
async function createRole(client: pg.Client): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${applicationRole}') then
      create role ${applicationRole} nologin;
    end if;
    execute format('grant ${applicationRole} to %I', current_user);
    execute format('grant usage on schema %I to ${applicationRole}', current_schema());
  exception when duplicate_object or unique_violation then null;
  end $$`);
}

/** The tables of graphile-worker, and leave for the application role to add and do jobs. */
async function prepareJobs(url: string, client: pg.Client): Promise<void> {
  await runMigrations({ connectionString: url });
  await client.query(`
    grant usage on schema graphile_worker to ${applicationRole};
    grant select, insert, update, delete on all tables in schema graphile_worker to ${applicationRole};
    grant usage, select on all sequences in schema graphile_worker to ${applicationRole};
    grant execute on all functions in schema graphile_worker to ${applicationRole};
    do $$ declare r record; begin
      for r in select tablename from pg_tables t
        join pg_class c on c.relname = t.tablename and c.relnamespace = 'graphile_worker'::regnamespace
        where t.schemaname = 'graphile_worker' and c.relrowsecurity loop
        execute format('drop policy if exists motcua on graphile_worker.%I', r.tablename);
        execute format('create policy motcua on graphile_worker.%I to ${applicationRole} using (true) with check (true)', r.tablename);
      end loop;
    end $$`);
}

function readFiles(folder: string): readonly File[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name));
  const numbers = names.map((name) => name.slice(0, 4));
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
  if (twice !== undefined) throw new MigrationError(`Two migrations have the number ${twice}`);
  return names.sort().map((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    return { name, text, sha256: createHash("sha256").update(text).digest("hex") };
  });
}
