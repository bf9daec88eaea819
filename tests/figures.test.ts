import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { compareFigures, listenToEvents, rebuildFigures } from "#features/supervision/index.ts";
import { applyEveryEvent, type ListenDeps } from "#features/supervision/testing.ts";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aBirthRegistration } from "./support/submission.ts";

let program: TestProgram;
let listening: ListenDeps;

beforeAll(async () => {
  program = await testProgram({ now: "2026-11-17T01:30:00Z" });
  listening = { ...program.deps, db: program.deps.database.db };
});

async function submit(): Promise<string> {
  const body = await aBirthRegistration(program, "citizen");
  return (await program.ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": randomUUID() })).json
    .code;
}

const move = (who: string, code: string, name: string, said?: object) =>
  program.ask(who, "POST", `/api/v1/dossiers/${code}/moves/${name}`, said);
const today = async () => (await program.ask("director", "GET", "/api/v1/figures/today")).json;

async function settle(code: string): Promise<void> {
  await move("reception-ward", code, "handOver");
  await move("specialist", code, "proposeResult", { proposal: "Đủ điều kiện." });
  await move("leader-ward", code, "approve");
}

describe("figures", () => {
  it("count each event once, early, on time and late apart, and what is in process now", async () => {
    const { clock } = program;
    const codes = [await submit(), await submit(), await submit(), await submit()];
    const [onTime, late, open] = codes;
    for (const code of [onTime, late, open]) await move("reception-ward", code ?? "", "accept");
    await settle(onTime ?? "");
    await applyEveryEvent(listening);
    expect(await today()).toMatchObject({
      received: 4,
      accepted: 3,
      onTime: 1,
      late: 0,
      inProcess: { within: 2, overdue: 0 },
      waitingForAnswer: 1,
      toReturn: 1,
    });

    clock.set("2026-11-18T02:00:00Z");
    expect(await today()).toMatchObject({ received: 0, inProcess: { within: 0, overdue: 2 } });
    await settle(late ?? "");
    await applyEveryEvent(listening);

    expect(await today()).toMatchObject({ late: 1, inProcess: { within: 0, overdue: 1 } });
    const days = (await program.ask("director", "GET", "/api/v1/figures?from=2026-11-17&to=2026-11-18&by=day")).json;
    expect(days.items).toMatchObject([
      { key: "2026-11-17", received: 4, onTime: 1, late: 0 },
      { key: "2026-11-18", received: 0, late: 1 },
    ]);
    expect(await listenToEvents(listening)).toBe(0);
  });

  it("open to their dossiers", async () => {
    const page = await program.ask("director", "GET", "/dieu-hanh/ho-so?ds=overdue");
    expect(page.status).toBe(200);
    expect(page.bytes.toString().match(/H56\.27\.\d\d-261117-\d{4}/g)?.length).toBeGreaterThanOrEqual(1);
    expect((await program.ask("director", "GET", "/dieu-hanh")).status).toBe(200);
    expect((await program.ask("citizen", "GET", "/dieu-hanh")).status).toBe(403);
  });

  it("open to exactly as many dossiers as they say, by unit, channel and hour too", async () => {
    const page = (await program.ask("director", "GET", "/dieu-hanh")).bytes.toString();
    const href = `<a (?:class="[^"]+" )?href="(/dieu-hanh/ho-so\\?[^"]+)">`;
    const links = [
      // A number in a table, a figure with its name above, a bar with its name before.
      `${href}(\\d+)</a>`,
      `${href}[^<]+</a></p><p class="figure-value">(\\d+)`,
      `${href}[^<]+</a></span><span class="ranked-value">(\\d+)`,
    ].flatMap((pattern) =>
      [...page.matchAll(new RegExp(pattern, "g"))].map(([, to, said]) => ({
        href: (to ?? "").replaceAll("&amp;", "&"),
        said: Number(said),
      })),
    );

    expect(links.some(({ href }) => href.includes("gio="))).toBe(true);
    expect(links.some(({ href }) => href.includes("kenh="))).toBe(true);
    expect(links.some(({ href }) => href.includes("dv="))).toBe(true);
    expect(links.filter(({ href }) => /ds=late($|&)/.test(href)).length).toBeGreaterThan(1);
    const opened = await Promise.all(
      links.map(async ({ href }) => {
        const list = (await program.ask("director", "GET", href)).bytes.toString();
        return { href, said: list.match(/<a class="code"/g)?.length ?? 0 };
      }),
    );
    expect(opened).toEqual(links);
  });

  it("of a list that is not there are refused, and an empty filter is none", async () => {
    for (const query of ["ds=moon", "dv=99999", "kenh=4", "gio=24"]) {
      expect((await program.ask("director", "GET", `/dieu-hanh/ho-so?${query}`)).status, query).toBe(400);
    }
    expect((await program.ask("director", "GET", "/dieu-hanh/ho-so?ds=within&dv=&kenh=")).status).toBe(200);
  });

  it("kept piece by piece are what a count of everything gives, and a rebuild gives the same", async () => {
    const { db } = listening;
    await submit();
    await applyEveryEvent(listening);

    expect(await compareFigures(db)).toEqual([]);
    const before = await db.selectFrom("figureHour").selectAll().orderBy("hour").orderBy("unitId").execute();
    await rebuildFigures(listening);
    expect(await compareFigures(db)).toEqual([]);
    expect(await db.selectFrom("figureHour").selectAll().orderBy("hour").orderBy("unitId").execute()).toEqual(before);
  });

  it("miss nothing that an open transaction commits later than its neighbours", async () => {
    const { db } = listening;
    const slow = new pg.Client({ connectionString: program.database.ownerUrl });
    await slow.connect();
    await slow.query("begin");
    // Takes its place in the order of transactions and stays open while others commit.
    await slow.query("select pg_current_xact_id()");
    await submit();
    expect(await listenToEvents(listening)).toBe(0);
    await slow.query("rollback");
    await slow.end();

    expect(await applyEveryEvent(listening)).toBe(1);
    expect(await compareFigures(db)).toEqual([]);
  });

  it("are applied once when two workers listen at the same time", async () => {
    const { db } = listening;
    for (let i = 0; i < 5; i++) await submit();

    const applied = await Promise.all([
      listenToEvents(listening),
      listenToEvents(listening),
      listenToEvents(listening),
    ]);
    const rest = await applyEveryEvent(listening);

    expect(applied.reduce((sum, one) => sum + one, rest)).toBe(5);
    expect(await compareFigures(db)).toEqual([]);
  });

  it("that were tampered with are told", async () => {
    const { db } = listening;
    for (const table of ["figureHour", "figureDay", "figureProcedureDay"] as const) {
      await db.updateTable(table).set({ received: 999 }).execute();
      expect((await compareFigures(db)).length, table).toBeGreaterThan(0);
      await rebuildFigures(listening);
    }
    for (const table of ["figureOpen", "figureDue"] as const) {
      await db.updateTable(table).set({ count: 999 }).execute();
      expect((await compareFigures(db)).length, table).toBeGreaterThan(0);
      await rebuildFigures(listening);
    }
    await rebuildFigures(listening);
    expect(await compareFigures(db)).toEqual([]);
  });
});
