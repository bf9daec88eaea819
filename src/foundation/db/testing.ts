/** For tests only: a database of one's own, a copy of the migrated template, gone when the test file ends. */
import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { type Database, openDatabase } from "./open.ts";

export type TestDatabase = Database & {
  /** Of the owner, who may do what the application may not. */
  readonly ownerUrl: string;
};

export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await asOwner((client) =>
    client.query(`create database ${name} template ${inject("templateName")} strategy file_copy`),
  );
  const url = new URL(inject("clusterUrl"));
  url.pathname = `/${name}`;
  const database = openDatabase({ url: url.href, max: 4 });
  afterAll(async () => {
    await database.close();
    await asOwner((client) => client.query(`drop database ${name} with (force)`));
  });
  return { ...database, ownerUrl: url.href };
}

async function asOwner(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inject("clusterUrl") });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
