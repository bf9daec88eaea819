import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#foundation/db/testing.ts";
import { beginning, type EventPlace, eventPlace, eventsAfter, placeToReadFrom } from "./event-order.queries.ts";

const database = await testDatabase();
const { db } = database;
const owner = new pg.Client({ connectionString: database.ownerUrl });
const many = 20_000;

/** As many events of an era, one to a dossier, a few to a transaction. */
async function addEvents(era: number, count: number, firstTx: number): Promise<void> {
  await owner.query(
    `insert into dossier_event (dossier_id, number, type, at, role, state, commitment, tx, era)
     select gen_random_uuid(), 1, 'submit', now(), 'citizen', 'submitted', sha256('x'), ($3 + n / 4)::text::xid8, $1
     from generate_series(0, $2 - 1) n`,
    [era, count, firstTx],
  );
}

async function read(place: EventPlace, limit: number): Promise<readonly EventPlace[]> {
  const from = await placeToReadFrom(db, place);
  const { rows } = await sql<EventPlace>`select ${eventPlace} from ${eventsAfter(from, limit)} e`.execute(db);
  return rows;
}

beforeAll(async () => {
  await owner.connect();
  await addEvents(1, many, 10);
  await owner.query("analyze dossier_event");
});
afterAll(() => owner.end());

describe("the events after a place", () => {
  it("are read as one stretch of the index, however long the history before and after them", async () => {
    for (const place of [await placeToReadFrom(db, beginning), { ...beginning, era: 1, tx: "2500" }]) {
      const { rows } = await sql<{ "QUERY PLAN": string }>`
        explain select ${eventPlace} from ${eventsAfter(place, 100)} e`.execute(db);
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      expect(plan).toContain("Index Scan using dossier_event_by_transaction");
      expect(plan).not.toContain("Seq Scan on dossier_event ");
    }
  });

  it("come once each and in order, piece by piece, and over the end of an era into the next", async () => {
    await owner.query("insert into event_era (number) values (2)");
    // Of a cluster that counts from the beginning: before the others by transaction, after them by era.
    await addEvents(2, 10, 3);
    const seen = new Set<string>();
    const transactions: (readonly [number, bigint])[] = [];
    let place = beginning;
    for (;;) {
      const events = await read(place, 3_000);
      const last = events.at(-1);
      if (last === undefined) break;
      for (const { dossierId, era, tx } of events) {
        seen.add(dossierId);
        transactions.push([era, BigInt(tx)]);
      }
      place = last;
    }
    expect(transactions.length).toBe(many + 10);
    expect(seen.size).toBe(many + 10);
    expect(transactions).toEqual(transactions.toSorted(([a, x], [b, y]) => a - b || (x < y ? -1 : x > y ? 1 : 0)));
    expect(await placeToReadFrom(db, place)).toEqual(place);
  });
});
