/** The figures as programs ask for them: each grouping against a count of the dossiers themselves. */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { applyEveryEvent } from "#features/supervision/testing.ts";
import { desk } from "./support/desk.ts";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aSubmission } from "./support/submission.ts";

let program: TestProgram;

beforeAll(async () => {
  program = await testProgram({ now: "2026-11-17T01:30:00Z" });
  const { clock } = program;
  const { walk } = desk(program);
  const send = async (procedure: string, unit: string) => {
    const key = { "idempotency-key": randomUUID() };
    const body = await aSubmission(program, "citizen", procedure, unit);
    return (await program.ask("citizen", "POST", "/api/v1/dossiers", body, key)).json.code as string;
  };
  const settle = (code: string) =>
    walk(
      code,
      ["reception-ward", "handOver"],
      ["specialist", "proposeResult", { proposal: "Đủ điều kiện." }],
      ["leader-ward", "approve"],
    );
  const inTime = await send("1.001193", "14755");
  const late = await send("1.001193", "14758");
  await send("2.000815", "14755");
  const refused = await send("2.000908", "TP-MOTCUA");
  for (const code of [inTime, late]) await walk(code, ["reception-ward", "accept"]);
  clock.set("2026-11-17T03:10:00Z");
  await settle(inTime);
  await walk(refused, ["reception", "refuse", { note: "Không thuộc thẩm quyền." }]);
  // Past midnight in the city, still the day before in Greenwich.
  clock.set("2026-11-17T17:30:00Z");
  await send("2.000908", "TP-MOTCUA");
  await settle(late);
  await applyEveryEvent({ ...program.deps, db: program.deps.database.db });
});

const ask = (query: string, who = "director") => program.ask(who, "GET", `/api/v1/figures?${query}`);
const span = "from=2026-11-17&to=2026-11-18";

/** What the dossiers and their histories say, by any key, counted without the tables of figures. */
async function recounted(keyOf: (dossier: Row, at: Date, isDecision: boolean) => string) {
  const { db } = program.deps.database;
  const rows = await db
    .selectFrom("dossierEvent as e")
    .innerJoin("dossier as d", "d.id", "e.dossierId")
    .innerJoin("unit as u", "u.id", "d.receivingUnitId")
    .innerJoin("procedureVersion as v", "v.id", "d.procedureVersionId")
    .innerJoin("procedure as p", "p.id", "v.procedureId")
    .innerJoin("handlingUnit as h", (join) =>
      join
        .onRef("h.procedureVersionId", "=", "d.procedureVersionId")
        .onRef("h.receivingUnitId", "=", "d.receivingUnitId"),
    )
    .innerJoin("unit as hu", "hu.id", "h.unitId")
    .select(["e.type", "e.at", "d.dueAt", "d.channel", "u.code as unit", "hu.code as handler", "p.code", "p.field"])
    .execute();
  const counts = new Map<string, Record<string, number>>();
  for (const row of rows) {
    const number =
      row.type === "approve"
        ? row.dueAt !== null && row.at > row.dueAt
          ? "late"
          : "onTime"
        : { submit: "received", accept: "accepted", refuse: "refused" }[row.type];
    if (number === undefined) continue;
    const key = keyOf(row, row.at, row.type === "approve");
    const kept = counts.get(key) ?? {};
    counts.set(key, { ...kept, [number]: (kept[number] ?? 0) + 1 });
  }
  return counts;
}
type Row = { unit: string; handler: string; code: string; field: string; channel: number };

const inCity = (at: Date) => new Date(at.getTime() + 7 * 3_600_000).toISOString();
const groupings: readonly (readonly [string, (row: Row, at: Date, isDecision: boolean) => string])[] = [
  ["unit", (row, _at, isDecision) => (isDecision ? row.handler : row.unit)],
  ["procedure", ({ code }) => code],
  ["field", ({ field }) => field],
  ["hour", (_row, at) => `${inCity(at).slice(0, 13)}:00`],
  ["day", (_row, at) => inCity(at).slice(0, 10)],
  ["channel", ({ channel }) => String(channel)],
];

describe("the figures of a range of days", () => {
  it.each(groupings)("by %s are what a count of the dossiers gives", async (by, keyOf) => {
    const { status, json } = await ask(`${span}&by=${by}`);
    expect(status).toBe(200);
    expect(json).toMatchObject({ by, nextCursor: null });

    const told = new Map<string, object>(
      json.items.map(({ key, name: _name, ...counts }: { key: string; name: string | null }) => [
        key,
        Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0)),
      ]),
    );

    expect(told).toEqual(await recounted(keyOf));
    expect(told.size).toBeGreaterThan(0);
  });

  it("name what their keys stand for", async () => {
    const name = async (by: string, key: string) =>
      (await ask(`${span}&by=${by}`)).json.items.find((item: { key: string }) => item.key === key)?.name;
    expect(await name("unit", "TP-MOTCUA")).toContain("một cửa");
    expect(await name("procedure", "1.001193")).toBe("Đăng ký khai sinh");
    expect(await name("channel", "2")).toBe("Trực tuyến");
  });

  it("are by day when nothing is said, of both days included, and empty where nothing happened", async () => {
    expect((await ask(span)).json.items.map(({ key }: { key: string }) => key)).toEqual(["2026-11-17", "2026-11-18"]);
    expect((await ask("from=2026-11-18&to=2026-11-18")).json.items).toHaveLength(1);
    expect((await ask("from=2020-01-01&to=2020-01-01")).json.items).toEqual([]);
  });

  it("of a question with faults are refused, and every fault is told at once", async () => {
    const faults = async (query: string) => {
      const { status, json } = await ask(query);
      return [status, ...json.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)];
    };
    expect(await faults("from=x&to=2026-02-30&by=moon&unit=1")).toEqual([
      400,
      "unit unknownField",
      "from notADay",
      "to notADay",
      "by unknown",
    ]);
    expect(await faults("")).toEqual([400, "from notADay", "to notADay"]);
    expect(await faults("from=2026-11-18&to=2026-11-17&by=moon")).toEqual([400, "by unknown", "to range"]);
    expect(await faults("from=2020-01-01&to=2026-11-17")).toEqual([400, "to range"]);
    expect(await faults("from=24/11/2026&to=2026-11-24")).toEqual([400, "from notADay"]);
    expect(await faults("from=2026-11-17&from=2026-11-18&to=2026-11-18")).toEqual([400, "from repeated"]);
    const today = await program.ask("director", "GET", "/api/v1/figures/today?by=unit");
    expect([today.status, today.json.errors[0].code]).toEqual([400, "unknownField"]);
  });

  it("are for officials only", async () => {
    for (const path of [`/api/v1/figures?${span}`, "/api/v1/figures/today"]) {
      expect((await program.ask("citizen", "GET", path)).status, path).toBe(403);
      expect((await program.ask(null, "GET", path)).status, path).toBe(401);
      expect((await program.ask("specialist", "GET", path)).status, path).toBe(403);
    }
  });
});
