import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "./open.ts";
import { prepared } from "./prepared.ts";
import { testDatabase } from "./testing.ts";

const shared = await testDatabase();
const owner = new pg.Client({ connectionString: shared.ownerUrl });
// One connection, so that what it has prepared can be looked at.
const database = openDatabase({ url: shared.ownerUrl, max: 1, role: null });
const { db } = database;

beforeAll(() => owner.connect());
afterAll(async () => {
  await database.close();
  await owner.end();
});

const whatIsPrepared = async () =>
  (
    await sql<{ statement: string; runs: number }>`
      select statement, (generic_plans + custom_plans)::integer as runs from pg_prepared_statements order by name`.execute(
      db,
    )
  ).rows;

describe("a statement that says it is to be prepared", () => {
  it("is prepared once, and answers as before, in a transaction too", async () => {
    const next = (tx: typeof db, number: number) =>
      sql<{ next: number }>`${prepared} select ${number}::integer + 1 as next`.execute(tx);
    for (let number = 1; number <= 5; number++) expect((await next(db, number)).rows).toEqual([{ next: number + 1 }]);
    await db.transaction().execute(async (tx) => {
      expect((await next(tx, 6)).rows).toEqual([{ next: 7 }]);
    });
    expect(await whatIsPrepared()).toEqual([{ statement: "/* prepared */ select $1::integer + 1 as next", runs: 6 }]);
  });

  it("is refused once when its table was changed meanwhile, and then prepared anew", async () => {
    await owner.query("create table changing (id integer); insert into changing values (1)");
    const read = () => sql`${prepared} select * from changing where id = ${1}`.execute(db);
    for (let run = 0; run < 4; run++) expect((await read()).rows).toEqual([{ id: 1 }]);
    await owner.query("alter table changing add column name text default 'Lê'");
    await expect(read()).rejects.toThrow("cached plan must not change result type");
    for (let run = 0; run < 4; run++) expect((await read()).rows).toEqual([{ id: 1, name: "Lê" }]);
  });

  it("does not fill the connection, whatever the length of its lists", async () => {
    for (let length = 1; length <= 150; length++) {
      const list = sql.join(Array.from({ length }, (_, at) => sql`${at}::integer`));
      await sql`${prepared} select 1 where 1 in (${list})`.execute(db);
    }
    expect((await whatIsPrepared()).length).toBeLessThanOrEqual(100);
  });
});

describe("any other statement", () => {
  it("is planned for its values each time", async () => {
    const before = (await whatIsPrepared()).length;
    for (let run = 0; run < 8; run++) await sql`select ${run}::integer as other`.execute(db);
    expect((await whatIsPrepared()).length).toBe(before);
  });
});
