/** A dump of the database restored into another cluster, whose transactions are counted from the beginning again. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, expect, it } from "vitest";
import { beginEraAfterRestore } from "#features/dossiers/index.ts";
import { compareFigures, rebuildFigures } from "#features/supervision/index.ts";
import { applyEveryEvent, type ListenDeps } from "#features/supervision/testing.ts";
import { type Database, openDatabase } from "#foundation/db/index.ts";
import { verify } from "../src/verify.ts";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aBirthRegistration } from "./support/submission.ts";

let program: TestProgram;
let listening: ListenDeps;

beforeAll(async () => {
  program = await testProgram({ now: "2026-11-17T01:30:00Z" });
  listening = { ...program.deps, db: program.deps.database.db };
});

async function submit(): Promise<string> {
  const body = await aBirthRegistration(program, "citizen", "14755");
  const key = { "idempotency-key": randomUUID() };
  return (await program.ask("citizen", "POST", "/api/v1/dossiers", body, key)).json.code;
}

async function asOwner<Answer>(work: (database: Database) => Promise<Answer>): Promise<Answer> {
  const database = openDatabase({ url: program.database.ownerUrl, max: 1, role: null });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** The numbers of the transactions that wrote what is there, as they were in the old cluster: far ahead of this one. */
async function restoreFromAnOlderCluster(): Promise<void> {
  const owner = new pg.Client({ connectionString: program.database.ownerUrl });
  await owner.connect();
  const ahead = "(tx::text::bigint + 10000000000)::text::xid8";
  await owner.query("begin");
  await owner.query("set local session_replication_role = replica");
  await owner.query(`update dossier_event set tx = ${ahead}`);
  await owner.query(`update listener_place set tx = ${ahead} where tx > '0'`);
  await owner.query("commit");
  await owner.end();
}

const received = async () => (await program.ask("director", "GET", "/api/v1/figures/today")).json.received;

it("goes on in an era of its own: nothing waits, nothing is missed, nothing is counted twice", async () => {
  const [first] = [await submit(), await submit()];
  expect(await applyEveryEvent(listening)).toBe(2);
  // Written before the dump, not yet counted when it was made.
  await submit();
  await restoreFromAnOlderCluster();

  const era = await asOwner(({ db }) => beginEraAfterRestore(db));
  await submit();
  await program.ask("reception-ward", "POST", `/api/v1/dossiers/${first}/moves/accept`);

  expect(era).toBe(2);
  expect(await applyEveryEvent(listening)).toBe(3);
  expect(await received()).toBe(4);
  expect(await compareFigures(listening.db)).toEqual([]);
  expect(await rebuildFigures(listening)).toBe(5);
  expect(await compareFigures(listening.db)).toEqual([]);
  expect(await received()).toBe(4);
  const lines: string[] = [];
  expect(await verify(program.deps, { write: (line: string) => lines.push(line) }), lines.join("")).toBe(0);
});

it("begins an era once, however many processes start, and none when nothing was restored", async () => {
  expect(await asOwner(({ db }) => beginEraAfterRestore(db))).toBeNull();
  await restoreFromAnOlderCluster();

  const begun = await Promise.all([1, 2, 3].map(() => asOwner(({ db }) => beginEraAfterRestore(db))));

  expect(begun.filter((era) => era !== null)).toEqual([3]);
  await submit();
  expect(await applyEveryEvent(listening)).toBe(1);
});
