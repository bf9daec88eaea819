import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "./open.ts";
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

const prepared = async () =>
  (
    await sql<{ statement: string; runs: number }>`
      select statement, (generic_plans + custom_plans)::integer as runs from pg_prepared_statements order by name`.execute(
      db,
    )
  ).rows;

const add = (number: number) => sql<{ sum: number }>`select ${number}::integer + 1 as sum`.execute(db);

describe("a statement", () => {
  it("that is asked often is prepared once, and answers as before", async () => {
    for (let number = 1; number <= 6; number++) expect((await add(number)).rows).toEqual([{ sum: number + 1 }]);
    expect(await prepared()).toEqual([{ statement: "select $1::integer + 1 as sum", runs: 4 }]);
  });

  it("that is prepared works in a transaction and beside the words that open and end it", async () => {
    await db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ sum: number }>`select ${1}::integer + 1 as sum`.execute(tx);
      expect(rows).toEqual([{ sum: 2 }]);
    });
  });

  it("whose table was changed meanwhile is refused once, and then prepared anew", async () => {
    await owner.query("create table changing (id integer); insert into changing values (1)");
    const read = () => sql`select * from changing where id = ${1}`.execute(db);
    for (let run = 0; run < 4; run++) expect((await read()).rows).toEqual([{ id: 1 }]);
    await owner.query("alter table changing add column name text default 'Lê'");
    await expect(read()).rejects.toThrow("cached plan must not change result type");
    for (let run = 0; run < 4; run++) expect((await read()).rows).toEqual([{ id: 1, name: "Lê" }]);
  });

  it("of ever another length does not fill the connection", async () => {
    for (let length = 1; length <= 450; length++) {
      const list = sql.join(Array.from({ length }, (_, at) => sql`${at}::integer`));
      for (let run = 0; run < 3; run++) await sql`select 1 where 1 in (${list})`.execute(db);
    }
    expect((await prepared()).length).toBeLessThanOrEqual(400);
  });
});
