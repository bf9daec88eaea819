/** Who has how much in hand, for whoever answers for it; and why a row of the list stands where it stands. */
import { beforeAll, describe, expect, it } from "vitest";
import { accountId, desk } from "./support/desk.ts";
import { type TestProgram, testProgram } from "./support/program.ts";

let program: TestProgram;
let at: ReturnType<typeof desk>;
let codes: string[] = [];

beforeAll(async () => {
  program = await testProgram({ now: "2026-11-16T01:30:00Z" });
  at = desk(program);
  codes = [];
  for (let no = 0; no < 4; no++) codes.push(await at.send());
  const [one = "", two = "", three = ""] = codes;
  const specialist = await accountId(program, "specialist");
  for (const code of [one, two, three]) {
    await at.walk(code, ["reception-ward", "accept"], ["reception-ward", "handOver", { assigneeId: specialist }]);
  }
  await at.walk(
    three,
    ["specialist", "proposeResult", { proposal: "Đủ điều kiện." }],
    ["leader-ward", "sendBack", { note: "Thiếu căn cứ." }],
  );
});

const pageOf = async (who: string, path: string) => {
  const answer = await program.ask(who, "GET", path);
  return { status: answer.status, text: answer.bytes.toString() };
};

describe("the load of an office", () => {
  it("says of each official how many they have and how many are late, each number a way to these dossiers", async () => {
    program.clock.set("2026-11-16T03:00:00Z");
    const specialist = await accountId(program, "specialist");

    const { text } = await pageOf("leader-ward", "/can-bo/khoi-luong");

    expect(text).toMatch(new RegExp(`href="/can-bo/khoi-luong/ho-so\\?nguoi=${specialist}"[^>]*>3</a>`));
    expect(text).not.toContain("quaHan=1");
    const list = await pageOf("leader-ward", `/can-bo/khoi-luong/ho-so?nguoi=${specialist}`);
    for (const code of codes.slice(0, 3)) expect(list.text).toContain(code);
    expect(list.text).not.toContain(codes[3]);
  });

  it("counts what is late by law, and what nobody has taken by desk", async () => {
    program.clock.set("2026-11-20T03:00:00Z");
    const specialist = await accountId(program, "specialist");

    const { text } = await pageOf("leader-ward", "/can-bo/khoi-luong");

    expect(text).toContain(`nguoi=${specialist}&amp;quaHan=1`);
    const free = /href="(\/can-bo\/khoi-luong\/ho-so\?donVi=[^"]+vaiTro=reception)"/.exec(text)?.[1] ?? "";
    const list = await pageOf("leader-ward", free.replaceAll("&amp;", "&"));
    expect(list.status).toBe(200);
    expect(list.text).toContain(codes[3]);
    const late = await pageOf("leader-ward", `/can-bo/khoi-luong/ho-so?nguoi=${specialist}&quaHan=1`);
    for (const code of codes.slice(0, 3)) expect(late.text).toContain(code);
  });

  it("is for heads alone, each of their own units", async () => {
    const specialist = await accountId(program, "specialist");
    for (const who of ["specialist", "reception-ward", "inspector", "admin"]) {
      expect((await pageOf(who, "/can-bo/khoi-luong")).status).toBe(403);
      expect((await pageOf(who, `/can-bo/khoi-luong/ho-so?nguoi=${specialist}`)).status).toBe(403);
    }
    const { text } = await pageOf("leader", `/can-bo/khoi-luong/ho-so?nguoi=${specialist}`);
    for (const code of codes) expect(text).not.toContain(code);
    expect((await pageOf("leader", "/can-bo/khoi-luong/ho-so?nguoi=x")).status).toBe(404);
    expect((await pageOf("leader", "/can-bo/khoi-luong/ho-so?donVi=x&vaiTro=reception")).status).toBe(404);
    expect((await pageOf("leader", "/can-bo/khoi-luong/ho-so")).status).toBe(404);
  });
});

describe("why a row stands where it stands", () => {
  it("is said in a short phrase: how late, and what happened", async () => {
    program.clock.set("2026-11-20T03:00:00Z");
    const [one = "", , three = ""] = codes;

    const { json } = await program.ask("specialist", "GET", "/api/v1/worklist?queue=mine");
    const why = new Map(json.items.map((item: { code: string; why: unknown }) => [item.code, item.why]));

    expect(why.get(one)).toEqual({ time: "overdue", happened: null });
    expect(why.get(three)).toEqual({ time: "overdue", happened: "sent-back" });
    const { text } = await pageOf("specialist", "/can-bo");
    expect(text).toMatch(/Quá hạn \d+ ngày/);
    expect(text).toContain("Bị trả lại");
  });

  it("says that the applicant answered, until somebody acts on it", async () => {
    program.clock.set("2026-11-16T04:00:00Z");
    const code = await at.send();
    const { json: procedure } = await program.ask(null, "GET", "/api/v1/procedures/1.001193");
    const faults = [{ legalBasis: procedure.legalBasis[0].number, message: "Thiếu giấy chứng sinh" }];
    await at.walk(code, ["reception-ward", "requestSupplement", { faults }], ["citizen", "supplement", {}]);

    const happened = async () => {
      const { json } = await program.ask("reception-ward", "GET", "/api/v1/worklist?queue=unit");
      return json.items.find((item: { code: string }) => item.code === code)?.why.happened;
    };
    expect(await happened()).toBe("answered");
    await at.walk(code, ["reception-ward", "accept"]);
    expect(await happened()).toBe(null);
  });
});
