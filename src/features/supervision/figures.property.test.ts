/**
 * What the listener keeps is what a count of everything gives, whatever the size of its steps, whichever transactions are
 * still open meanwhile, and also when the data is restored into another cluster between two of them.
 */
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { beginEraAfterRestore, directionLists, listForDirection } from "#features/dossiers/index.ts";
import { openDatabase } from "#foundation/db/index.ts";
import { testDatabase } from "#foundation/db/testing.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import { applyNextEvents, type KeepWays } from "./counting.queries.ts";
import { type Counts, type GroupBy, groupings, listCounts, listOpenCounts, type OpenCounts } from "./queries.ts";
import { compareFigures, rebuildFiguresFrom } from "./recount.queries.ts";
import type { Scope } from "./scope.ts";
import { untilNoneWaits } from "./testing.ts";
import { aHistory, handlerOf, unitCount, versionCount, type Written, write, written } from "./testing-histories.ts";

const database = await testDatabase();
const owner = new pg.Client({ connectionString: database.ownerUrl });
const slow = new pg.Client({ connectionString: database.ownerUrl });
let units: readonly number[] = [];
let versions: readonly number[] = [];

beforeAll(async () => {
  await owner.connect();
  await slow.connect();
  await owner.query(`insert into unit (code, kind, level, verified)
    select 'TP-' || n, 'specialist_office', 'city', true from generate_series(1, ${unitCount}) n`);
  await owner.query(`insert into procedure (code, field, level, agency_code)
    select '1.00000' || n, 'Hộ tịch', 'commune', 'XA-TPHT' from generate_series(1, ${versionCount}) n`);
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

const idOf = (place: number): number => units[place] ?? 0;

const keepWays: KeepWays = async (db, ways) => {
  for (const { procedureVersionId, receivingUnitId } of ways) {
    const way = { unit: units.indexOf(receivingUnitId), version: versions.indexOf(procedureVersionId) };
    const unitId = idOf(handlerOf(way));
    await db.insertInto("handlingUnit").values({ procedureVersionId, receivingUnitId, unitId }).execute();
  }
};

/** As after a dump of this database was restored into a cluster whose transactions are counted from the beginning. */
async function restore(): Promise<void> {
  const ahead = "(tx::text::bigint + 10000000000)::text::xid8";
  await owner.query("begin");
  await owner.query("set local session_replication_role = replica");
  await owner.query(`update listener_place set tx = ${ahead} where era = (select max(number) from event_era)`);
  await owner.query(`update dossier_event set tx = ${ahead} where era = (select max(number) from event_era)`);
  await owner.query("commit");
  const asOwner = openDatabase({ url: database.ownerUrl, max: 1, role: null });
  expect(await beginEraAfterRestore(asOwner.db)).toBeGreaterThan(1);
  expect(await beginEraAfterRestore(asOwner.db)).toBeNull();
  await asOwner.close();
}

const allTime = { from: new Date(0), to: new Date("2030-01-01") };
const allDays = { from: "1970-01-01", to: "2030-01-01" };
const numbers = ["received", "accepted", "refused", "early", "onTime", "late", "returned"] as const;

/** The same figures by unit, counted from the histories as they were made. */
function expectedCounts(histories: readonly Written[], scope: Scope): ReadonlyMap<number, Counts> {
  const rows = new Map<number, Record<keyof Counts, number>>();
  const add = (place: number, number: keyof Counts) => {
    const id = idOf(place);
    const row = rows.get(id) ?? { received: 0, accepted: 0, refused: 0, early: 0, onTime: 0, late: 0, returned: 0 };
    row[number]++;
    rows.set(id, row);
  };
  for (const one of histories) {
    const handler = handlerOf(one);
    if (scope !== null && !scope.includes(idOf(one.unit)) && !scope.includes(idOf(handler))) continue;
    for (const { type, at, dueAt } of one.events) {
      if (type === "submit") add(one.unit, "received");
      if (type === "accept") add(one.unit, "accepted");
      if (type === "refuse") add(one.unit, "refused");
      if (type === "returnResult") add(one.unit, "returned");
      if (type === "approve" && dueAt !== null)
        add(handler, at > dueAt ? "late" : dayOf(at) < dayOf(dueAt) ? "early" : "onTime");
    }
  }
  return rows;
}

function expectedOpen(histories: readonly Written[], at: Date, scope: Scope): ReadonlyMap<number, OpenCounts> {
  const rows = new Map<number, { -readonly [Name in keyof OpenCounts]: number }>();
  for (const one of histories) {
    const last = one.events.at(-1);
    if (last === undefined || last.holder === null) continue;
    const touched = [one.unit, handlerOf(one), last.holder].map(idOf);
    if (scope !== null && !touched.some((id) => scope.includes(id))) continue;
    const unitId = idOf(last.holder);
    const row = rows.get(unitId) ?? {
      unitId,
      waitingForAnswer: 0,
      unanswered: 0,
      within: 0,
      overdue: 0,
      waitingForCitizen: 0,
      toReturn: 0,
    };
    const isLate = last.actBy !== null && last.actBy < at;
    const isAskedBack = last.state === "withdrawalRequested";
    if (last.state === "submitted") row.waitingForAnswer++;
    if (last.state === "submitted" && isLate) row.unanswered++;
    if (last.state === "accepted" || last.state === "inProgress" || (isAskedBack && last.dueAt !== null))
      row[isLate ? "overdue" : "within"]++;
    if (last.state === "awaitingSupplement" || (isAskedBack && last.dueAt === null)) row.waitingForCitizen++;
    if (last.state === "finished") row.toReturn++;
    rows.set(unitId, row);
  }
  return rows;
}

const listNumbers = {
  received: "received",
  accepted: "accepted",
  early: "early",
  onTime: "onTime",
  late: "late",
  within: "within",
  overdue: "overdue",
  waiting: "waitingForAnswer",
  unanswered: "unanswered",
  supplement: "waitingForCitizen",
  toReturn: "toReturn",
} as const;

/** What nobody fetched is no figure that is kept: it is counted from the rows when somebody looks. */
const keptLists = directionLists.filter((list) => list !== "uncollected");

const plan = fc.record({
  histories: fc.array(aHistory, { minLength: 1, maxLength: 6 }),
  // Of a unit of its own: acceptances in one unit wait for each other's line in the register, and this one would wait for us.
  heldOpen: aHistory.map((history) => ({ ...history, unit: unitCount - 1 })),
  cut: fc.integer({ min: 1, max: 6 }),
  limit: fc.integer({ min: 1, max: 7 }),
  isRestored: fc.boolean(),
  minute: fc.nat(9 * 24 * 60),
  scope: fc.option(fc.subarray([0, 1, 2, 3], { minLength: 1 })),
  asked: fc.record({ list: fc.constantFrom(...keptLists), unit: fc.nat(unitCount - 1) }),
});

it("figures kept piece by piece are what a count of everything gives", { timeout: 240_000 }, async () => {
  const { db } = database;
  const seen: Written[] = [];
  let applied = 0;
  await fc.assert(
    fc.asyncProperty(plan, async ({ cut, limit, ...made }) => {
      const histories = made.histories.map(written);
      const heldOpen = written(made.heldOpen);
      const city = { units, versions };
      // Part of the histories before, part after a transaction that took its place in the order and stays open.
      for (const one of histories) await write(owner, city, one, 0, cut);
      await slow.query("begin");
      await write(slow, city, heldOpen, 0, heldOpen.events.length);
      for (const one of histories) await write(owner, city, one, cut, one.events.length);
      seen.push(...histories, heldOpen);
      for (let step = 0; step < 5; step++) applied += await applyNextEvents(db, keepWays, limit);
      expect(await compareFigures(db)).toEqual([]);

      await slow.query("commit");
      if (made.isRestored) await restore();
      applied += await untilNoneWaits(db, () => applyNextEvents(db, keepWays, limit));
      expect(await compareFigures(db)).toEqual([]);
      expect(applied).toBe(seen.reduce((sum, { events }) => sum + events.length, 0));

      const scope = made.scope?.map(idOf) ?? null;
      const at = new Date(Date.parse("2026-11-16T00:00:00Z") + made.minute * 60_000);
      const counts = await listCounts(db, allDays, "unit", scope);
      const byUnit = new Map(counts.map(({ key, ...row }) => [Number(key), row]));
      expect(byUnit).toEqual(expectedCounts(seen, scope));
      const open = new Map((await listOpenCounts(db, at, scope)).map((row) => [row.unitId, row]));
      expect(open).toEqual(expectedOpen(seen, at, scope));

      const { list } = made.asked;
      const unitId = idOf(made.asked.unit);
      const opened = await listForDirection(db, {
        list,
        now: at,
        ...allTime,
        scope,
        unitIds: [unitId],
        channel: null,
        after: null,
        limit: 100_000,
      });
      const laid = { ...byUnit.get(unitId), ...open.get(unitId) };
      const told =
        list === "settled" ? (laid.early ?? 0) + (laid.onTime ?? 0) + (laid.late ?? 0) : (laid[listNumbers[list]] ?? 0);
      expect({ list, opened: opened.length }).toEqual({ list, opened: told });
    }),
    // Each run adds to what is there: a smaller example could not be told from the one that failed.
    { numRuns: 40, endOnFailure: true },
  );

  // Laid to units as they are, the numbers of all units are those of the city: each event is counted once.
  const total = async (by: GroupBy) => {
    const rows = await listCounts(db, allDays, by, null);
    return numbers.map((name) => rows.reduce((sum, row) => sum + row[name], 0));
  };
  for (const by of groupings) expect({ by, total: await total(by) }).toEqual({ by, total: await total("hour") });
});

it("a count from zero gives the same figures, and the listener goes on behind it", async () => {
  const { db } = database;
  const figures = async () => ({
    counts: await Promise.all(groupings.map((by) => listCounts(db, allDays, by, null))),
    open: await listOpenCounts(db, new Date("2026-11-19T03:00:00Z"), null),
  });
  const kept = await figures();

  expect(await rebuildFiguresFrom(db, keepWays)).toBeGreaterThan(0);

  expect(await figures()).toEqual(kept);
  expect(await compareFigures(db)).toEqual([]);
  expect(await applyNextEvents(db, keepWays, 5000)).toBe(0);
});
