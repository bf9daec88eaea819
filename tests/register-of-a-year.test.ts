/** The register of a unit and year: continuous, closed once by its head, and still the same whenever it is looked at again. */
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { hasPoppler, textOf } from "#features/documents/papers/testing-pdf.ts";
import { verify } from "../src/verify.ts";
import { desk } from "./support/desk.ts";
import { type TestProgram, testProgram } from "./support/program.ts";

let program: TestProgram;
let at: ReturnType<typeof desk>;
let unit: string;

beforeAll(async () => {
  program = await testProgram({ now: "2026-12-28T01:30:00Z" });
  at = desk(program);
  for (let no = 0; no < 3; no++) await at.walk(await at.send(), ["reception-ward", "accept"]);
  const code = await at.send();
  await at.walk(
    code,
    ["reception-ward", "accept"],
    ["reception-ward", "handOver"],
    ["specialist", "proposeResult", { proposal: "Đủ điều kiện." }],
    ["leader-ward", "approve"],
    ["reception-ward", "returnResult"],
  );
  unit = (await at.read(code)).unitCode ?? (await at.read(code)).unit.code;
});

const register = (who: string | null, year = 2026) => program.ask(who, "GET", `/api/v1/registers/${unit}/${year}`);
const close = (who: string, year = 2026) => program.ask(who, "POST", `/api/v1/registers/${unit}/${year}/closing`);
const page = (who: string, query = "") => program.ask(who, "GET", `/can-bo/so-theo-doi${query}`);

async function verdict(): Promise<string> {
  let said = "";
  await verify(program.deps, { write: (text) => (said += text) });
  return said;
}

describe("an open register", () => {
  it("has a line for each accepted dossier, from 1 without a gap, also when many are accepted at once", async () => {
    const codes = await Promise.all([at.send(), at.send(), at.send(), at.send()]);
    await Promise.all(codes.map((code) => at.move("reception-ward", code, "accept")));

    const { json } = await register("leader-ward");

    expect(json.items.map(({ no }: { no: number }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(new Set(json.items.map(({ code }: { code: string }) => code)).size).toBe(8);
    expect(json.closing).toBeNull();
    expect(json.items[3].returned.receiver).toBe(json.items[3].owner);
  });

  it("leaves out what was refused at intake", async () => {
    const code = await at.send();
    await at.walk(code, ["reception-ward", "refuse", { note: "Sai nơi nộp." }]);

    const { json } = await register("leader-ward");

    expect(json.items.map((line: { code: string }) => line.code)).not.toContain(code);
  });

  it("is read at its own unit and by overseers, and by nobody else", async () => {
    expect((await register(null)).status).toBe(401);
    expect((await register("citizen")).status).toBe(403);
    expect((await register("reception")).status).toBe(404);
    expect((await register("director")).status).toBe(200);
    expect((await page("reception-ward")).status).toBe(200);
    expect((await page("reception-ward", "?don-vi=TP-MOTCUA&nam=2026")).status).toBe(422);
    expect((await page("reception-ward", `?don-vi=${unit}&nam=0`)).status).toBe(422);
  });

  it("is printed whole, and its pages lead from one to the next", async () => {
    const file = await program.ask("leader-ward", "GET", `/can-bo/so-theo-doi/${unit}/2026/so.pdf`);
    const second = await program.ask("leader-ward", "GET", `/api/v1/registers/${unit}/2026?cursor=6`);

    expect(file.headers.get("content-type")).toBe("application/pdf");
    if (hasPoppler) expect(textOf(file.bytes)).toContain("Nguyễn Thị Ánh Tuyết");
    expect(second.json.items.map(({ no }: { no: number }) => no)).toEqual([7, 8]);
  });

  it("is not closed before its year is over, nor by the desk", async () => {
    expect((await close("leader-ward")).json.type).toBe("/problems/year-not-over");
    expect((await close("reception-ward")).status).toBe(403);
  });
});

describe("a closed register", () => {
  it("is closed once, also when two do it at once, with a hash that is shown and verified", async () => {
    program.clock.set(new Date("2027-01-04T02:00:00Z"));

    const both = await Promise.all([close("leader-ward"), close("leader-ward")]);

    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const closing = both.find(({ status }) => status === 201)?.json;
    expect(closing).toMatchObject({ count: 8, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await register("leader-ward")).json.closing).toEqual(closing);
    expect((await page("leader-ward", `?don-vi=${unit}&nam=2026`)).bytes.toString()).toContain(closing.hash);
    const file = await program.ask("leader-ward", "GET", `/can-bo/so-theo-doi/${unit}/2026/so.pdf`);
    if (hasPoppler) expect(textOf(file.bytes).replaceAll(" ", "")).toContain(closing.hash);
    expect(await verdict()).toContain(" 0 faults");
  });

  it("takes no more numbers; the next year begins at 1", async () => {
    const late = await at.send();
    program.clock.set(new Date("2026-12-30T02:00:00Z"));
    const refused = await at.move("reception-ward", late, "accept");
    program.clock.set(new Date("2027-01-04T03:00:00Z"));
    const accepted = await at.move("reception-ward", late, "accept");

    expect(refused.status).toBe(500);
    expect(accepted.status).toBe(200);
    expect((await register("leader-ward", 2027)).json.items.map(({ no }: { no: number }) => no)).toEqual([1]);
    expect((await register("leader-ward")).json.count).toBe(8);
  });

  it("stays as it was closed when a dossier of it is returned later", async () => {
    const { json } = await register("leader-ward");
    const open = json.items.find((line: { returned: object | null }) => line.returned === null).code;
    await at.walk(
      open,
      ["reception-ward", "handOver"],
      ["specialist", "proposeResult", { proposal: "Đủ điều kiện." }],
      ["leader-ward", "approve"],
      ["reception-ward", "returnResult"],
    );

    expect(await verdict()).toContain(" 0 faults");
  });

  it("is found out when anybody changes what it speaks of", async () => {
    const owner = new pg.Client({ connectionString: program.database.ownerUrl });
    await owner.connect();
    await owner.query("alter table register_closing disable trigger all");
    await owner.query("update register_closing set hash = sha256('another story')");
    await owner.query("alter table register_closing enable trigger all");
    await owner.end();

    expect(await verdict()).toContain(`register ${unit} 2026: the lines kept do not give the hash it was closed with`);
  });
});
