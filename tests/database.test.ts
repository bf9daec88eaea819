/** The database as a whole: what is committed follows from the migrations, and nothing loosens what keeps it safe. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { MigrationError, migrate } from "#foundation/db/index.ts";
import { dumpSchema } from "#foundation/db/schema-dump.ts";
import { testDatabase } from "#foundation/db/testing.ts";
import { generateTypes } from "#foundation/db/types-of.ts";

const project = resolve(import.meta.dirname, "..");
const migrations = join(project, "migrations");

async function asOwner<Answer>(url: string, work: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A database with nothing in it, and its address. */
async function emptyDatabase(): Promise<string> {
  const name = `empty_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const maintenance = inject("clusterUrl");
  await asOwner(maintenance, (client) => client.query(`create database ${name}`));
  afterAll(() => asOwner(maintenance, (client) => client.query(`drop database ${name} with (force)`)));
  const url = new URL(maintenance);
  url.pathname = `/${name}`;
  return url.href;
}

describe("what follows from the migrations", () => {
  it("is committed: the tables as TypeScript (node scripts/generate-types.ts)", async () => {
    const { ownerUrl } = await testDatabase();

    expect(await generateTypes(ownerUrl)).toBe(readFileSync(join(project, "src/foundation/db/types.ts"), "utf8"));
  });

  it("is committed: the shape of the database for reviewers (node scripts/generate-types.ts)", async () => {
    const { ownerUrl } = await testDatabase();

    expect(await dumpSchema(ownerUrl)).toBe(readFileSync(join(migrations, "schema.sql"), "utf8"));
  });
});

describe("migrations", () => {
  it("are applied once when several processes start at the same moment", async () => {
    const url = await emptyDatabase();

    const applied = await Promise.all([1, 2, 3].map(() => migrate({ url, folder: migrations })));

    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await migrate({ url, folder: migrations })).toEqual([]);
  });

  describe("with files of their own", () => {
    let folder: string;
    const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), "motcua-migrations-"));
      return () => rmSync(folder, { recursive: true, force: true });
    });

    it("are refused when one was edited after it had landed, or is unknown, or fails; nothing of it stays", async () => {
      const url = await emptyDatabase();
      put("0001_first.sql", "create table first (id int primary key);");
      await migrate({ url, folder });

      put("0002_broken.sql", "create table half (id int primary key); select from nowhere;");
      await expect(migrate({ url, folder })).rejects.toThrow(/0002_broken.sql failed and was rolled back/);
      const { rows } = await asOwner(url, (client) => client.query("select to_regclass('half') as half"));
      expect(rows).toEqual([{ half: null }]);
      rmSync(join(folder, "0002_broken.sql"));

      put("0001_first.sql", "create table first (id bigint primary key);");
      await expect(migrate({ url, folder })).rejects.toThrow(MigrationError);
      await expect(migrate({ url, folder })).rejects.toThrow(/0001_first.sql was edited after it had landed/);

      rmSync(join(folder, "0001_first.sql"));
      await expect(migrate({ url, folder })).rejects.toThrow(/does not know: it is older than its data/);
    });
  });
});

describe("the application's role", () => {
  it("cannot update, delete or empty the history of a dossier", async () => {
    const { pool } = await testDatabase();

    for (const statement of [
      "update dossier_event set type = 'accepted'",
      "delete from dossier_event",
      "truncate dossier_event",
      "alter table dossier_event disable trigger all",
      "drop table dossier_event",
    ]) {
      await expect(pool.query(statement), statement).rejects.toMatchObject({ code: "42501" });
    }
  });

  it("is not what refuses alone: the owner's own statement meets a trigger", async () => {
    const { ownerUrl } = await testDatabase();

    await asOwner(ownerUrl, async (client) => {
      for (const statement of [
        "update dossier_event set type = 'accepted'",
        "delete from dossier_event",
        "truncate dossier_event",
      ]) {
        await expect(client.query(statement), statement).rejects.toThrow(/dossier_event/);
      }
    });
  });

  it("owns nothing and may make nothing", async () => {
    const { pool, ownerUrl } = await testDatabase();

    const { rows } = await asOwner(ownerUrl, (client) =>
      client.query(
        `select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls,
           (select count(*) from pg_class where relowner = r.oid)::int as owned from pg_roles r where rolname = 'motcua_app'`,
      ),
    );

    expect(rows).toEqual([
      { rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false, owned: 0 },
    ]);
    await expect(pool.query("create table mine (id int)")).rejects.toMatchObject({ code: "42501" });
  });
});
