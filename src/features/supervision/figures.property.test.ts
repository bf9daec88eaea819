/**
 * Histories of every shape, written as rows by the owner: what the listener keeps is what a count of everything gives,
 * whatever the size of its steps and whichever transactions are still open meanwhile.
 */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testDatabase } from "#foundation/db/testing.ts";
import { applyNextEvents, compareFigures, rebuildFigures } from "./counting.queries.ts";
import { listCounts, listOpenCounts } from "./queries.ts";
import { applyEveryEvent } from "./testing.ts";

const database = await testDatabase();
const owner = new pg.Client({ connectionString: database.ownerUrl });
const slow = new pg.Client({ connectionString: database.ownerUrl });
let units: readonly number[] = [];
let versions: readonly number[] = [];

beforeAll(async () => {
  await owner.connect();
  await slow.connect();
  await owner.query(`insert into unit (code, kind, level, verified)
    select 'TP-' || n, 'specialist_office', 'city', true from generate_series(1, 3) n`);
  await owner.query(`insert into procedure (code, field, level, agency_code)
    select '1.00000' || n, 'Hộ tịch', 'commune', 'XA-TPHT' from generate_series(1, 2) n`);
  await owner.query(`insert into procedure_version
      (procedure_id, number, effective_from, definition, rule_profile, announced_by, process_approved_by)
    select id, 1, '2026-01-01', '{}', 'vn-2025', 'QĐ', 'QĐ' from procedure`);
  units = (await owner.query("select id from unit order by id")).rows.map(({ id }) => id);
  versions = (await owner.query("select id from procedure_version order by id")).rows.map(({ id }) => id);
});
afterAll(async () => {
  await owner.end();
  await slow.end();
});

/** What may follow each state, told shortly: the listener believes the events, not the rules of moves. */
const next = {
  submitted: ["accept", "refuse", "recall", "requestSupplement", "withdraw"],
  accepted: ["handOver", "requestSupplement", "withdraw"],
  inProgress: ["handOver", "approve", "sendBack", "requestSupplement"],
  awaitingSupplement: ["supplement", "withdraw"],
  finished: ["handOver", "returnResult"],
  returned: [],
  refused: [],
  recalled: [],
  withdrawn: [],
} as const;
type State = keyof typeof next;
const leads: Readonly<Record<string, State>> = {
  accept: "accepted",
  refuse: "refused",
  recall: "recalled",
  withdraw: "withdrawn",
  requestSupplement: "awaitingSupplement",
  supplement: "inProgress",
  sendBack: "inProgress",
  approve: "finished",
  returnResult: "returned",
};

const start = Date.parse("2026-11-16T00:00:00Z");
const hourMs = 3_600_000;
type Event = { type: string; state: State; at: Date; dueAt: Date | null };
type History = { unit: number; version: number; channel: number; events: readonly Event[] };

const history: fc.Arbitrary<History> = fc
  .record({
    unit: fc.nat(2),
    version: fc.nat(1),
    channel: fc.integer({ min: 1, max: 3 }),
    steps: fc.array(fc.record({ pick: fc.nat(11), hours: fc.nat(30), due: fc.nat(90) }), { maxLength: 7 }),
  })
  .map(({ unit, version, channel, steps }) => {
    const events: Event[] = [{ type: "submit", state: "submitted", at: new Date(start), dueAt: null }];
    let last = events[0];
    for (const { pick, hours, due } of steps) {
      if (last === undefined) break;
      const choices: readonly string[] = next[last.state];
      const type = choices[pick % Math.max(1, choices.length)];
      if (type === undefined) break;
      const at = new Date(last.at.getTime() + hours * hourMs);
      const starts = type === "accept" || (type === "supplement" && last.dueAt !== null);
      const dueAt: Date | null = starts ? new Date(at.getTime() + due * hourMs) : last.dueAt;
      const state: State =
        type === "handOver" ? (last.state === "finished" ? "finished" : "inProgress") : (leads[type] ?? last.state);
      last = { type, state, at, dueAt };
      // A decision always has a due moment; a supplement before acceptance goes back to the counter.
      if (type === "supplement" && dueAt === null) last = { ...last, state: "submitted" };
      events.push(last);
    }
    return { unit, version, channel, events };
  });

async function write(client: pg.Client, one: History & { id: string }, from: number, to: number): Promise<void> {
  if (from === 0) {
    const unit = units[one.unit];
    await client.query(
      `insert into dossier (id, code, procedure_version_id, receiving_unit_id, channel, result_channel, state, step,
         holder_unit_id, holder_role, act_by, event_count, submitted_at, request_hash)
       values ($1, $2, $3, $4, $5, 1, 'submitted', 0, $4, 'reception', now(), 1, now(), '')`,
      [one.id, one.id, versions[one.version], unit, one.channel],
    );
  }
  for (const [at, event] of one.events.entries()) {
    if (at < from || at >= to) continue;
    await client.query(
      `insert into dossier_event (dossier_id, number, type, at, role, state, due_at, commitment)
       values ($1, $2, $3, $4, 'reception', $5, $6, decode(repeat('00', 32), 'hex'))`,
      [one.id, at + 1, event.type, event.at, event.state, event.dueAt],
    );
  }
}

const plan = fc.record({
  histories: fc.array(history, { minLength: 1, maxLength: 6 }),
  heldOpen: history,
  cut: fc.integer({ min: 1, max: 6 }),
  limit: fc.integer({ min: 1, max: 7 }),
});

it("figures kept piece by piece are what a count of everything gives, with any step and a transaction held open", async () => {
  let written = 0;
  let applied = 0;
  const seen: Event[] = [];
  await fc.assert(
    fc.asyncProperty(plan, async ({ cut, limit, ...made }) => {
      const histories = made.histories.map((one) => ({ ...one, id: randomUUID() }));
      const heldOpen = { ...made.heldOpen, id: randomUUID() };
      // Part of the histories before, part after a transaction that took its place in the order and stays open.
      for (const one of histories) await write(owner, one, 0, cut);
      await slow.query("begin");
      await write(slow, heldOpen, 0, heldOpen.events.length);
      for (const one of histories) await write(owner, one, cut, one.events.length);
      for (let step = 0; step < 5; step++) applied += await applyNextEvents(database.db, limit);
      expect(await compareFigures(database.db)).toEqual([]);

      await slow.query("commit");
      applied += await applyEveryEvent(database.db, limit);
      for (const { events } of [...histories, heldOpen]) {
        written += events.length;
        seen.push(...events);
      }
      expect(applied).toBe(written);
      expect(await compareFigures(database.db)).toEqual([]);
    }),
    { numRuns: 40 },
  );

  const units = await listCounts(database.db, new Date(0), new Date("2030-01-01"), "unit", null);
  const total = (count: (row: (typeof units)[number]) => number) => units.reduce((sum, row) => sum + count(row), 0);
  expect({
    received: total((row) => row.received),
    settled: total((row) => row.early + row.onTime + row.late),
  }).toEqual({
    received: seen.filter(({ type }) => type === "submit").length,
    settled: seen.filter(({ type }) => type === "approve").length,
  });
});

it("a count from zero gives the same figures, and the listener goes on behind it", async () => {
  const now = new Date("2026-11-19T03:00:00Z");
  const figures = async () => ({
    hours: await listCounts(database.db, new Date(0), new Date("2030-01-01"), "hour", null),
    open: await listOpenCounts(database.db, now, null),
  });
  const kept = await figures();

  expect(await rebuildFigures(database.db)).toBeGreaterThan(0);

  expect(await figures()).toEqual(kept);
  expect(await compareFigures(database.db)).toEqual([]);
  expect(await applyNextEvents(database.db, 5000)).toBe(0);
});
