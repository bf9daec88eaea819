/** Linked procedures (61/2018/NĐ-CP art. 19(6)–(7)): one filing, several agencies, each with its part and its own limit. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hasPoppler, textOf } from "#features/documents/papers/testing-pdf.ts";
import { verify } from "../src/verify.ts";
import { desk } from "./support/desk.ts";
import { anOfficial } from "./support/officials.ts";
import { changeFile, type TestProgram, testProgram } from "./support/program.ts";
import { aSubmission } from "./support/submission.ts";

let program: TestProgram;
let at: ReturnType<typeof desk>;
const monday = "2026-11-16T01:30:00Z"; // 08:30 in the city
const tuesday = "2026-11-17T01:30:00Z";
/** Help with the costs of a funeral: two working days at the ward, three at the city (136/2013/NĐ-CP). */
const funeral = "1.001731";
/** A certificate of marital status; in the city of this test two offices have a part of it beside the ward. */
const marriageStatus = "1.004873";
const html = { accept: "text/html" };

beforeAll(async () => {
  program = await testProgram({
    now: monday,
    change: (city) =>
      changeFile(join(city, "procedures", `${marriageStatus}.json`), {
        linked: {
          lead: "XA-UBND",
          basis: "60/2014/QH13",
          parts: [
            { agency: "XA-UBND", task: "Xác nhận tình trạng hôn nhân", taskEn: "Certify the status", throughStep: 5 },
            { agency: "TP-TUPHAP", task: "Đối chiếu sổ gốc", taskEn: "Compare with the book", hours: 8 },
            { agency: "TP-NOIVU", task: "Cập nhật danh sách", taskEn: "Bring the list up to date", hours: 16 },
          ],
        },
      }),
  });
  at = desk(program);
  await anOfficial(program, "justice", "specialist", "TP-TUPHAP");
  await anOfficial(program, "interior", "specialist", "TP-NOIVU");
  await anOfficial(program, "health", "specialist", "TP-YTE");
});
beforeEach(() => program.clock.set(monday));

type Part = { unitCode: string; state: string; isLate: boolean; startedAt: string | null; dueAt: string | null };
const partsOf = async (code: string, who = "reception-ward"): Promise<Part[]> => (await at.read(code, who)).linked;
const statesOf = async (code: string, who?: string) => (await partsOf(code, who)).map(({ state }) => state);

async function codesIn(who: string, queue: string): Promise<readonly string[]> {
  const { json } = await program.ask(who, "GET", `/api/v1/worklist?queue=${queue}`);
  return json.items.map((item: { code: string }) => item.code);
}

async function page(who: string, address: string): Promise<string> {
  const answer = await program.ask(who, "GET", address, undefined, html);
  if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
  return answer.bytes.toString();
}
const ownPage = (code: string) => page("citizen", `/tai-khoan/ho-so/${code}`);

describe("parts that follow one another", () => {
  const acceptedAtWard = async () => {
    const code = await at.send(funeral);
    await at.walk(code, ["reception-ward", "accept"]);
    return code;
  };
  const toCity = [
    ["reception-ward", "handOver"],
    ["specialist", "handOver"],
    ["leader-ward", "handOver"],
  ] as const;

  it("wait for acceptance, and then begin one after the other, each with its own limit in the limit of the whole", async () => {
    const code = await at.send(funeral);
    expect(await statesOf(code)).toEqual(["coming", "coming"]);
    await at.walk(code, ["reception-ward", "accept"]);
    expect(await partsOf(code)).toMatchObject([
      { state: "running", hours: 16, isLead: false, dueAt: "2026-11-18T08:30:00.000+07:00" },
      { unitCode: "TP-LDTBXH", state: "coming", hours: 24, isLead: true, startedAt: null, dueAt: null },
    ]);

    program.clock.set(tuesday);
    await at.walk(code, ...toCity);

    const { linked, dueAt } = await at.read(code, "reception");
    expect(linked).toMatchObject([
      { state: "done", doneAt: "2026-11-17T08:30:00.000+07:00", isLate: false },
      { state: "running", startedAt: "2026-11-17T08:30:00.000+07:00", dueAt: "2026-11-20T08:30:00.000+07:00" },
    ]);
    expect(dueAt).toBe("2026-11-23T17:00:00.000+07:00");
  });

  it("lie in the list of the agency whose part it is, and in no other's", async () => {
    const code = await acceptedAtWard();
    expect(await codesIn("reception-ward", "unit")).toContain(code);
    expect(await codesIn("reception", "unit")).not.toContain(code);

    await at.walk(code, ...toCity);

    expect(await codesIn("reception-ward", "unit")).not.toContain(code);
    expect(await codesIn("reception", "unit")).toContain(code);
  });

  it("name the agency that is late while it is late, and say afterwards that it was", async () => {
    const code = await acceptedAtWard();

    program.clock.set("2026-11-18T01:30:00.000Z");
    expect((await partsOf(code))[0]).toMatchObject({ state: "running", isLate: false });
    program.clock.set("2026-11-18T01:30:00.001Z");
    expect((await partsOf(code))[0]).toMatchObject({ state: "running", isLate: true });
    expect(await ownPage(code)).toContain("Có phần việc liên thông quá hạn");
    expect(await page("reception-ward", `/can-bo/ho-so/${code}`)).toContain("Có phần việc liên thông quá hạn");

    await at.walk(code, ...toCity);
    expect(await partsOf(code)).toMatchObject([
      { state: "done", isLate: true },
      { state: "running", isLate: false },
    ]);
    const after = await ownPage(code);
    expect(after).not.toContain("Có phần việc liên thông quá hạn");
    expect(after).toContain("Xong sau hạn");
  });

  it("go back to the former agency when the hand-over is taken back, and its limit does not begin anew", async () => {
    const code = await acceptedAtWard();
    const [before] = await partsOf(code);
    program.clock.set(tuesday);
    await at.walk(code, ...toCity, ["leader-ward", "undoHandOver"]);

    expect(await partsOf(code)).toMatchObject([
      { state: "running", dueAt: before?.dueAt },
      { state: "coming", startedAt: null },
    ]);
    program.clock.set("2026-11-17T03:30:00Z");
    await at.walk(code, ["leader-ward", "handOver"]);
    expect((await partsOf(code))[1]).toMatchObject({ state: "running", startedAt: "2026-11-17T10:30:00.000+07:00" });
  });

  it("stand while the citizen prepares papers, and the running part begins anew with the whole", async () => {
    const code = await acceptedAtWard();
    await at.walk(
      code,
      ["reception-ward", "handOver"],
      ["specialist", "requestSupplement", { faults: [{ legalBasis: "136/2013/NĐ-CP", message: "Cần bản sao rõ." }] }],
    );
    program.clock.set("2026-11-20T01:30:00Z");
    expect((await partsOf(code))[0]).toMatchObject({ state: "waiting", isLate: false });

    await at.walk(code, ["citizen", "supplement", { answers: (await at.read(code, "citizen")).answers }]);

    // Two working days from Friday; Tuesday the 24th is a holiday.
    expect((await partsOf(code))[0]).toMatchObject({ state: "running", dueAt: "2026-11-25T08:30:00.000+07:00" });
  });

  it("end with a result of the lead agency, which goes back to where the citizen handed in", async () => {
    const code = await acceptedAtWard();
    const { unitCode } = await at.read(code);
    await at.walk(
      code,
      ...toCity,
      ["reception", "handOver"],
      ["leader", "handOver"],
      ["specialist", "proposeResult", { proposal: "Đủ điều kiện." }],
      ["leader", "handOver"],
      ["leader", "approve"],
      ["leader", "handOver"],
    );

    const { linked, holder } = await at.read(code, "reception-ward");
    expect(linked.map(({ state }: Part) => state)).toEqual(["done", "done"]);
    expect(holder).toMatchObject({ role: "return", unitCode: expect.stringContaining(unitCode) });
  });

  it("are no longer needed when the dossier is closed without them", async () => {
    const code = await acceptedAtWard();
    await at.walk(
      code,
      ["citizen", "withdraw"],
      ["leader-ward", "stop", { note: "Theo đơn.", settlement: { paid: 0, refundable: 0, papers: "" } }],
    );

    program.clock.set("2026-11-25T01:30:00Z");
    expect(await partsOf(code)).toMatchObject([
      { state: "ended", isLate: false },
      { state: "ended", isLate: false },
    ]);
  });
});

describe("parts beside the steps", () => {
  const acceptedWithParts = async () => {
    const code = await at.send(marriageStatus);
    await at.walk(code, ["reception-ward", "accept"]);
    return code;
  };
  const toLeader = [
    ["reception-ward", "handOver"],
    ["specialist", "proposeResult", { proposal: "Đủ điều kiện." }],
  ] as const;
  const done = { note: "Đã đối chiếu, khớp." };

  it("all begin at acceptance, each with its own limit, in the list of their agency and no other's", async () => {
    const code = await acceptedWithParts();

    expect(await partsOf(code)).toMatchObject([
      { state: "running", isLead: true, isBeside: false },
      { unitCode: "TP-TUPHAP", state: "running", isBeside: true, dueAt: "2026-11-17T08:30:00.000+07:00" },
      { unitCode: "TP-NOIVU", state: "running", isBeside: true, dueAt: "2026-11-18T08:30:00.000+07:00" },
    ]);
    expect(await codesIn("justice", "asked")).toContain(code);
    expect(await codesIn("interior", "asked")).toContain(code);
    expect(await codesIn("health", "asked")).not.toContain(code);
    expect((await program.ask("health", "GET", `/api/v1/dossiers/${code}`)).status).toBe(404);
  });

  it("begin just the same when the dossier was brought to the counter", async () => {
    const body = await aSubmission(program, "reception-ward", marriageStatus);
    const { json } = await program.ask(
      "reception-ward",
      "POST",
      "/api/v1/receptions",
      { ...body, channel: "counter", outcome: { move: "accept", wantsReceipt: true } },
      { "idempotency-key": randomUUID() },
    );

    expect(await statesOf(json.code)).toEqual(["running", "running", "running"]);
    expect(await codesIn("justice", "asked")).toContain(json.code);
  });

  it("keep their dossier out of what a leader signs together, and hold up no other", async () => {
    const ready = await acceptedWithParts();
    const waiting = await acceptedWithParts();
    await at.walk(
      ready,
      ["justice", "answerConsultation", done],
      ["interior", "answerConsultation", done],
      ...toLeader,
    );
    await at.walk(waiting, ...toLeader);

    const { json } = await program.ask("leader-ward", "POST", "/api/v1/moves/approve", {
      codes: [waiting, ready],
    });

    expect(json.items).toMatchObject([
      { code: waiting, reason: "parts-are-open" },
      { code: ready, state: "finished" },
    ]);
  });

  it("stand on the transfer slip with their task and limit, beside the steps of the lead agency", async () => {
    const code = await acceptedWithParts();
    await at.walk(code, ["reception-ward", "handOver"]);
    const ordered = await program.ask("reception-ward", "POST", `/api/v1/dossiers/${code}/papers/transferSlip`);
    expect(ordered.status).toBe(201);

    const slip = await program.ask("reception-ward", "GET", `/api/v1/dossiers/${code}/papers/${ordered.json.id}`);
    expect(slip.status).toBe(200);
    if (!hasPoppler) return;
    const text = textOf(slip.bytes).replaceAll(/\s+/g, " ");
    for (const words of ["Đối chiếu sổ gốc", "8 giờ làm việc", "Cập nhật danh sách", "16 giờ làm việc"]) {
      expect(text).toContain(words);
    }
  });

  it("do not begin before acceptance, nor when the dossier is refused", async () => {
    const code = await at.send(marriageStatus);
    expect(await statesOf(code)).toEqual(["coming", "coming", "coming"]);
    await at.walk(code, ["reception-ward", "refuse", { note: "Không thuộc thẩm quyền." }]);

    expect(await statesOf(code)).toEqual(["ended", "ended", "ended"]);
    expect(await codesIn("justice", "asked")).not.toContain(code);
  });

  it("are reported done once, by their own agency, which reads what it was given to do", async () => {
    const code = await acceptedWithParts();
    const form = await page("justice", `/can-bo/ho-so/${code}`);
    expect(form).toContain("Báo xong phần việc");
    expect(form).toContain("Đối chiếu sổ gốc");
    expect((await at.move("justice", code, "answerConsultation", { note: " " })).status).toBe(422);
    expect((await at.move("health", code, "answerConsultation", done)).status).toBe(404);

    const both = await Promise.all([
      at.move("justice", code, "answerConsultation", done),
      at.move("justice", code, "answerConsultation", done),
    ]);

    expect(both.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    expect(await statesOf(code)).toEqual(["running", "done", "running"]);
    expect(await codesIn("justice", "asked")).not.toContain(code);
    const seen = await ownPage(code);
    expect(seen).toContain("Báo xong phần việc liên thông");
    expect(seen).not.toContain(done.note);
  });

  it("hold up the result of the whole until the last is reported", async () => {
    const code = await acceptedWithParts();
    await at.walk(code, ["justice", "answerConsultation", done], ...toLeader);

    const early = await at.move("leader-ward", code, "approve");
    expect(early.status).toBe(409);
    expect(early.json.type).toBe("/problems/parts-are-open");
    const { moves, state } = await at.read(code, "leader-ward");
    expect(moves).not.toContain("approve");
    expect(state).toBe("inProgress");
    expect(await page("leader-ward", `/can-bo/ho-so/${code}`)).toContain("Kết quả chung được ký sau khi");

    await at.walk(code, ["interior", "answerConsultation", done], ["leader-ward", "approve"]);
    expect((await at.read(code)).state).toBe("finished");
  });

  it("do not hold up a refusal, and are then no longer needed", async () => {
    const code = await acceptedWithParts();
    await at.walk(
      code,
      ["reception-ward", "handOver"],
      ["specialist", "proposeResult", { proposal: "Không đủ điều kiện.", outcome: "refuse" }],
      ["leader-ward", "approve"],
    );

    program.clock.set("2026-11-20T01:30:00Z");
    expect(await partsOf(code)).toMatchObject([
      { state: "done" },
      { state: "ended", isLate: false },
      { state: "ended", isLate: false },
    ]);
  });

  it("that are late are named to the applicant, at the desk and to the head, and not the others", async () => {
    const code = await acceptedWithParts();

    program.clock.set("2026-11-17T01:30:00.001Z");
    expect((await partsOf(code)).map(({ isLate }) => isLate)).toEqual([false, true, false]);
    const seen = await ownPage(code);
    expect(seen).toContain("Phòng Tư pháp: phải xong trước 08:30, thứ Ba, 17/11/2026.");
    expect(seen).not.toContain("Phòng Nội vụ: phải xong trước");
    // It is a part and no opinion.
    expect((await at.read(code)).lateBodies).toEqual([]);
    const head = await program.ask("leader-ward", "GET", "/api/v1/worklist?queue=late-bodies");
    const line = head.json.items.find((item: { code: string }) => item.code === code);
    expect(line.lateUnitCodes).toEqual(["TP-TUPHAP"]);

    await at.walk(code, ["justice", "answerConsultation", done]);
    expect((await partsOf(code))[1]).toMatchObject({ state: "done", isLate: true });
    expect((await at.read(code)).timeline.at(-1)).toMatchObject({ missedDay: "2026-11-17T08:30:00.000+07:00" });
  });

  it("are not the opinion that the same agency is asked for later", async () => {
    const code = await acceptedWithParts();
    const question = { note: "Đã có án ly hôn chưa?", unitCodes: ["TP-TUPHAP"], answerBy: "2026-11-18" };
    await at.walk(code, ["reception-ward", "handOver"]);
    expect((await at.move("specialist", code, "consult", question)).status).toBe(422);

    await at.walk(code, ["justice", "answerConsultation", done], ["specialist", "consult", question]);
    expect(await statesOf(code)).toEqual(["running", "done", "running"]);
    expect(await page("justice", `/can-bo/ho-so/${code}`)).toContain("Đã có án ly hôn chưa?");
    program.clock.set("2026-11-18T10:00:00.001Z");
    expect((await at.read(code)).lateBodies).toMatchObject([{ unitCode: "TP-TUPHAP" }]);
  });
});

describe("the page of a linked procedure", () => {
  it("says who answers for which part, for how long, and who leads, before anybody files", async () => {
    const shown = await page("citizen", `/thu-tuc/${funeral}`);
    expect(shown).toContain("Nhiều cơ quan cùng giải quyết (liên thông)");
    expect(shown).toContain("Phòng Lao động - Thương binh và Xã hội · chủ trì");
    expect(await page("citizen", "/thu-tuc/1.001193")).not.toContain("(liên thông)");

    const { json } = await program.ask(null, "GET", `/api/v1/procedures/${marriageStatus}`);
    expect(json.linked.parts).toMatchObject([
      { isLead: true, steps: { from: 1, through: 5 }, hours: 24 },
      { agency: { code: "TP-TUPHAP" }, isLead: false, steps: null, hours: 8 },
      { agency: { code: "TP-NOIVU" }, isLead: false, steps: null, hours: 16 },
    ]);
  });

  it.each([
    [funeral, 2, 3],
    ["1.001753", 3, 5],
    ["1.001758", 3, 3],
  ])("of %s gives the ward %i working days and the city %i, as its published limit says", async (code, ward, city) => {
    const { json } = await program.ask(null, "GET", `/api/v1/procedures/${code}`);

    expect(json.deadline.note).toContain(`0${ward} ngày tại cấp xã + 0${city} ngày tại cấp huyện`);
    expect(json.linked.parts.map(({ hours }: { hours: number }) => hours)).toEqual([ward * 8, city * 8]);
  });
});

describe("a procedure of one agency", () => {
  it("has no parts, and nothing of them on its page", async () => {
    const code = await at.send("1.001193");

    expect((await at.read(code)).linked).toBeNull();
    expect(await ownPage(code)).not.toContain("Các phần việc liên thông");
  });
});

describe("motcua verify", () => {
  let owner: pg.Client;
  beforeAll(async () => {
    owner = new pg.Client({ connectionString: program.database.ownerUrl });
    await owner.connect();
  });
  afterAll(() => owner.end());
  const verified = async () => {
    const lines: string[] = [];
    const exitCode = await verify(program.deps, { write: (line: string) => lines.push(line) });
    return { exitCode, text: lines.join("\n") };
  };

  it("finds every linked dossier as its history says, and a limit of a part that somebody moved", async () => {
    expect(await verified()).toMatchObject({ exitCode: 0 });

    await owner.query("alter table dossier_consultation disable trigger dossier_consultation_is_answered_once");
    const moved = "update dossier_consultation set due_at = due_at + $1::interval where unit_id = $2";
    const unit = program.deps.organisation().byCode("TP-NOIVU")?.id;
    await owner.query(moved, ["1 day", unit]);
    const found = await verified();
    await owner.query(moved, ["-1 day", unit]);
    await owner.query("alter table dossier_consultation enable trigger dossier_consultation_is_answered_once");

    expect(found.exitCode).toBe(1);
    expect(found.text).toContain("given a part, and by when, differs from its history");
    expect(await verified()).toMatchObject({ exitCode: 0 });
  });
});
