/** Bodies that were asked for their opinion and missed their day: who is told, of whom, and from when on. */
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { digestQueue, openDelivery } from "#features/notifications/index.ts";
import { verify } from "../src/verify.ts";
import { desk } from "./support/desk.ts";
import { anOfficial } from "./support/officials.ts";
import { type TestProgram, testProgram } from "./support/program.ts";

let program: TestProgram;
let at: ReturnType<typeof desk>;
let owner: pg.Client;
const monday = "2026-11-16T01:30:00Z";
/** The end of the working day on which the answer is due. */
const deadline = "2026-11-17T10:00:00.000Z";
const justAfter = "2026-11-17T10:00:00.001Z";
/** A certificate of marital status: a ward's, due three working days after acceptance. */
const marriageStatus = "1.004873";
const html = { accept: "text/html" };
const secretQuestion = "Nội bộ: người này có đang kết hôn không?";

beforeAll(async () => {
  program = await testProgram({ now: monday });
  at = desk(program);
  owner = new pg.Client({ connectionString: program.database.ownerUrl });
  await owner.connect();
  await anOfficial(program, "justice", "specialist", "TP-TUPHAP");
  await anOfficial(program, "interior", "specialist", "TP-NOIVU");
});
afterAll(() => owner.end());
beforeEach(() => program.clock.set(monday));

const question = (unitCodes: readonly string[], answerBy = "2026-11-17") => ({
  note: secretQuestion,
  unitCodes,
  answerBy,
});

/** With the specialist of the ward, who asked these bodies on Monday. */
async function asking(...questions: readonly ReturnType<typeof question>[]): Promise<string> {
  const code = await at.send(marriageStatus);
  await at.walk(
    code,
    ["reception-ward", "accept"],
    ["reception-ward", "handOver"],
    ...questions.map((one) => ["specialist", "consult", one] as const),
  );
  return code;
}

type Late = { unitCode: string; answerBy: string };
const lateIn = async (code: string, who = "specialist") =>
  (await at.read(code, who)).lateBodies.map(({ unitCode }: Late) => unitCode);

async function queueOf(who: string): Promise<Map<string, readonly string[]>> {
  const { json } = await program.ask(who, "GET", "/api/v1/worklist?queue=late-bodies");
  return new Map(json.items.map((item: { code: string; lateUnitCodes: string[] }) => [item.code, item.lateUnitCodes]));
}

async function pageFor(who: string, code: string): Promise<string> {
  const address = who === "citizen" ? `/tai-khoan/ho-so/${code}` : `/can-bo/ho-so/${code}`;
  const answer = await program.ask(who, "GET", address, undefined, html);
  if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
  return answer.bytes.toString();
}

describe("a body that was asked", () => {
  it("is in time up to its deadline, and late from then on", async () => {
    const code = await asking(question(["TP-TUPHAP"]));

    program.clock.set(deadline);
    expect(await lateIn(code)).toEqual([]);
    expect((await queueOf("leader-ward")).has(code)).toBe(false);

    program.clock.set(justAfter);
    expect((await at.read(code)).lateBodies).toEqual([
      { unitCode: "TP-TUPHAP", unitName: "Phòng Tư pháp", answerBy: "2026-11-17T17:00:00.000+07:00" },
    ]);
    expect((await queueOf("leader-ward")).get(code)).toEqual(["TP-TUPHAP"]);
  });

  it("and answers in time is never late", async () => {
    const code = await asking(question(["TP-TUPHAP"]));

    program.clock.set(deadline);
    await at.walk(code, ["justice", "answerConsultation", { note: "Chưa kết hôn." }]);
    program.clock.set("2026-11-19T01:30:00Z");

    const { lateBodies, timeline } = await at.read(code);
    expect(lateBodies).toEqual([]);
    expect(timeline.at(-1)).toMatchObject({ type: "answerConsultation", missedDay: null });
    expect((await queueOf("leader-ward")).has(code)).toBe(false);
    expect(await pageFor("specialist", code)).not.toContain("Trả lời sau hạn");
  });

  it("and answers late is reported no longer, but its answer says that it came late", async () => {
    const code = await asking(question(["TP-TUPHAP"]));

    program.clock.set(justAfter);
    await at.walk(code, ["justice", "answerConsultation", { note: "Chưa kết hôn." }]);

    const { lateBodies, timeline } = await at.read(code);
    expect(lateBodies).toEqual([]);
    expect(timeline.at(-1)).toMatchObject({ missedDay: "2026-11-17T17:00:00.000+07:00" });
    expect((await queueOf("leader-ward")).has(code)).toBe(false);
    expect(await pageFor("specialist", code)).toContain("Trả lời sau hạn, hạn là 17:00, 17/11/2026");
    const seen = await pageFor("citizen", code);
    expect(seen).toContain("Trả lời sau hạn");
    expect(seen).not.toContain("Chưa kết hôn.");
  });

  it("and is asked anew after its answer is held to the new day", async () => {
    const code = await asking(question(["TP-TUPHAP"]));
    await at.walk(
      code,
      ["justice", "answerConsultation", { note: "Chưa rõ." }],
      ["specialist", "consult", question(["TP-TUPHAP"], "2026-11-18")],
    );

    program.clock.set(justAfter);
    expect(await lateIn(code)).toEqual([]);
    program.clock.set("2026-11-18T10:00:00.001Z");
    expect(await lateIn(code)).toEqual(["TP-TUPHAP"]);
    expect((await queueOf("leader-ward")).get(code)).toEqual(["TP-TUPHAP"]);
  });

  it("is not waited for any more once the decision is signed", async () => {
    const code = await asking(question(["TP-TUPHAP"]));
    await at.walk(code, ["specialist", "proposeResult", { proposal: "Đủ điều kiện." }], ["leader-ward", "approve"]);

    program.clock.set(justAfter);

    expect(await lateIn(code)).toEqual([]);
    expect((await queueOf("leader-ward")).has(code)).toBe(false);
  });
});

describe("several bodies", () => {
  it("that are late at once are named each once, the one that has been late longest first, in one line of the list", async () => {
    const code = await asking(
      question(["TP-NOIVU"], "2026-11-18"),
      question(["TP-TUPHAP", "TP-KINHTE"], "2026-11-17"),
      question(["TP-YTE"], "2026-11-20"),
    );

    program.clock.set("2026-11-19T01:30:00Z");

    const named = await lateIn(code);
    expect(named.toSorted()).toEqual(["TP-KINHTE", "TP-NOIVU", "TP-TUPHAP"]);
    expect(named.at(-1)).toBe("TP-NOIVU");
    expect((await queueOf("leader-ward")).get(code)).toEqual(named);
  });

  it("of which one has answered leave the other to be named", async () => {
    const code = await asking(question(["TP-TUPHAP", "TP-NOIVU"]));

    program.clock.set(justAfter);
    await at.walk(code, ["interior", "answerConsultation", { note: "Không có ý kiến." }]);

    expect(await lateIn(code)).toEqual(["TP-TUPHAP"]);
    expect((await queueOf("leader-ward")).get(code)).toEqual(["TP-TUPHAP"]);
  });

  it("do not move the applicant's own time", async () => {
    const code = await asking(question(["TP-TUPHAP", "TP-NOIVU"]));
    const { dueAt } = await at.read(code);

    program.clock.set(justAfter);

    expect(await at.read(code)).toMatchObject({ dueAt, state: "inProgress" });
  });
});

describe("the report of late bodies", () => {
  it("goes to the heads of the unit that received the dossier and to the director above, and to nobody else", async () => {
    const code = await asking(question(["TP-TUPHAP"]));
    const { unitCode } = await at.read(code);
    const another = unitCode === "14764" ? "14767" : "14764";
    await anOfficial(program, "head-here", "head_of_office", unitCode);
    await anOfficial(program, "leader-here", "leader", unitCode);
    await anOfficial(program, "leader-elsewhere", "leader", another);
    await anOfficial(program, "leader-of-city", "leader", "TP-UBND");
    await anOfficial(program, "reception-here", "reception", unitCode);

    program.clock.set(justAfter);
    const seesIt: string[] = [];
    const all = ["head-here", "leader-here", "leader-elsewhere", "leader-of-city", "reception-here", "justice"];
    for (const who of [...all, "director"]) if ((await queueOf(who)).has(code)) seesIt.push(who);

    expect(seesIt).toEqual(["head-here", "leader-here", "director"]);
  });

  it("stands in the head's list with the names of the bodies, and is empty in words when nobody is late", async () => {
    const code = await asking(question(["TP-TUPHAP", "TP-NOIVU"]));
    await anOfficial(program, "leader-of-nothing", "leader", "16525");

    program.clock.set(justAfter);
    const list = async (who: string) =>
      (await program.ask(who, "GET", "/can-bo?ds=late-bodies", undefined, html)).bytes.toString();

    const page = await list("leader-ward");
    expect(page).toContain(code);
    expect(page).toMatch(/Phòng (Tư pháp|Nội vụ), Phòng (Tư pháp|Nội vụ)/);
    expect(await list("leader-of-nothing")).toContain("Không có cơ quan phối hợp nào chậm ở nơi bạn phụ trách.");
  });

  it("is part of the head's morning list, with the bodies by name and nobody's question", async () => {
    const code = await asking(question(["TP-TUPHAP", "TP-NOIVU"]));
    await program.ask(
      "leader-ward",
      "POST",
      "/tai-khoan/thong-bao/kenh",
      "kenh=digest&dia-chi-digest=yen.hoang%40example.gov.vn&ngon-ngu=vi",
      { ...html, "content-type": "application/x-www-form-urlencoded" },
    );

    program.clock.set("2026-11-18T00:00:00Z"); // Wednesday, 07:00 in the city
    const { deps } = program;
    expect(await digestQueue({ ...deps, db: deps.database.db })()).toBe(1);
    await deliver();

    const mail = deps.notices.pretended().find(({ to }) => to === "yen.hoang@example.gov.vn");
    const line = mail?.text.split("\n").find((one) => one.includes(code) && one.includes("Phòng"));
    expect(mail?.text).toContain("Cơ quan phối hợp đã quá hạn trả lời (báo cáo người đứng đầu");
    expect(line).toMatch(/17:00.*17\/11.* · Phòng Tư pháp/);
    expect(line).toContain("Phòng Nội vụ");
    expect(mail?.text).not.toContain(secretQuestion);
  });
});

describe("the applicant", () => {
  it("reads who is late, that their own time runs on and that the head was told, and no word of the question", async () => {
    const code = await asking(question(["TP-TUPHAP", "TP-NOIVU"]));
    expect(await pageFor("citizen", code)).not.toContain("chưa trả lời đúng hạn");

    program.clock.set(justAfter);
    const page = await pageFor("citizen", code);

    expect(page).toContain("Cơ quan được hỏi ý kiến chưa trả lời đúng hạn");
    expect(page).toContain("Phòng Tư pháp: phải trả lời trước");
    expect(page).toContain("Phòng Nội vụ: phải trả lời trước");
    expect(page).toContain("không làm dừng thời hạn hồ sơ của bạn");
    expect(page).not.toContain(secretQuestion);
    expect((await at.read(code, "citizen")).lateBodies.map(({ unitCode }: Late) => unitCode)).toHaveLength(2);
  });

  it("is told nothing by the public look-up, which knows the code alone", async () => {
    const code = await asking(question(["TP-TUPHAP"]));

    program.clock.set(justAfter);

    const progress = await program.ask(null, "GET", `/api/v1/lookups/${code}`);
    expect(progress.status).toBe(200);
    expect(progress.bytes.toString()).not.toMatch(/TP-TUPHAP|Tư pháp|lateBodies/);
  });
});

it("leaves every dossier as its history says", async () => {
  const lines: string[] = [];

  expect({ exitCode: await verify(program.deps, { write: (line: string) => lines.push(line) }), lines }).toMatchObject({
    exitCode: 0,
  });
});

/** Sends everything that waits to the pretended providers of the demo. */
async function deliver(): Promise<void> {
  const { deps } = program;
  const { templates, links, carriers } = deps.notices;
  const delivery = openDelivery(
    { ...deps, templates, links, origin: deps.config.origin, pollMs: 20, random: () => 0 },
    carriers,
  );
  for (let n = 0; n < 200; n++) {
    const { rows } = await owner.query("select count(*)::int as n from notice where state in ('queued', 'sending')");
    if (rows[0].n === 0) break;
    await wait(20);
  }
  await delivery.stop();
}
