/** The moves beside the ordinary way, through the whole program: asking others, apologising, stopping, refusing late. */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { verify } from "../src/verify.ts";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aSubmission } from "./support/submission.ts";

let program: TestProgram;
const monday = "2026-11-16T01:30:00Z";
/** A certificate of marital status: by a ward, due three working days after acceptance. */
const marriageStatus = "1.004873";

beforeAll(async () => {
  program = await testProgram({ now: monday });
});

const move = (who: string, code: string, name: string, said?: object) =>
  program.ask(who, "POST", `/api/v1/dossiers/${code}/moves/${name}`, said);

async function read(code: string, who = "reception-ward") {
  return (await program.ask(who, "GET", `/api/v1/dossiers/${code}`)).json;
}

async function send(body: object): Promise<string> {
  const answer = await program.ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": randomUUID() });
  if (answer.status !== 201) throw new Error(answer.bytes.toString());
  return answer.json.code;
}

/** With the specialist, due three working days after Monday. */
async function inProgress(): Promise<string> {
  const code = await send(await aSubmission(program, "citizen", marriageStatus));
  await move("reception-ward", code, "accept");
  await move("reception-ward", code, "handOver");
  return code;
}

const faultsOf = (answer: { json: { errors: { path: string; code: string }[] } }) =>
  answer.json.errors.map(({ path, code }) => [path, code]);

describe("other bodies", () => {
  const question = { note: "Người này có đang kết hôn không?", unitCodes: ["TP-TUPHAP"], answerBy: "2026-11-17" };

  it("are asked with a question and a day, answer once, and the citizen's clock runs on", async () => {
    const code = await inProgress();
    const { dueAt } = await read(code);

    const asked = await move("specialist", code, "consult", question);
    const list = await program.ask("specialist", "GET", "/api/v1/worklist?queue=asked");
    const answered = await move("specialist", code, "answerConsultation", { note: "Chưa kết hôn." });
    const again = await move("specialist", code, "answerConsultation", { note: "Chưa." });

    expect(asked.json.timeline.at(-1)).toMatchObject({
      type: "consult",
      asked: { unitCodes: ["TP-TUPHAP"], answerBy: "2026-11-17T17:00:00.000+07:00" },
    });
    expect(list.json.items.map((item: { code: string }) => item.code)).toContain(code);
    expect(answered.json).toMatchObject({ state: "inProgress", dueAt });
    expect(again.status).toBe(403);
    expect((await program.ask("specialist", "GET", "/api/v1/worklist?queue=asked")).json.items).toEqual([]);
  });

  it("may answer after the decision, and it is seen to have come after it", async () => {
    const code = await inProgress();
    await move("specialist", code, "consult", question);
    await move("specialist", code, "proposeResult", { proposal: "Đủ điều kiện." });
    await move("leader-ward", code, "approve");

    const answered = await move("specialist", code, "answerConsultation", { note: "Chưa kết hôn." });

    expect(answered.json.state).toBe("finished");
    expect(answered.json.timeline.map((entry: { type: string }) => entry.type).slice(-2)).toEqual([
      "approve",
      "answerConsultation",
    ]);
  });

  it("are named one by one when they do not exist, hold the dossier or were asked; the day must be a working day", async () => {
    const code = await inProgress();
    await move("specialist", code, "consult", question);

    const wrong = await move("specialist", code, "consult", {
      unitCodes: ["TP-TUPHAP", "KHONG-CO"],
      answerBy: "2026-11-22",
    });

    expect(wrong.status).toBe(422);
    expect(faultsOf(wrong)).toEqual([
      ["/note", "missing"],
      ["/unitCodes/0", "alreadyAsked"],
      ["/unitCodes/1", "unknownUnit"],
      ["/answerBy", "notAWorkingDay"],
    ]);
  });

  it("that were never asked do not see the dossier", async () => {
    const code = await inProgress();

    expect((await move("leader", code, "answerConsultation", { note: "x" })).status).toBe(404);
  });
});

describe("a result that will be late", () => {
  const apology = { note: "Cơ quan phối hợp chưa trả lời.", cause: "consultation", newDueOn: "2026-11-25" };

  it("is apologised for once, by a leader, at least a day before; the original date stays on record", async () => {
    const code = await inProgress();
    const { dueAt } = await read(code);
    await move("specialist", code, "proposeApology", apology);
    const waiting = await program.ask("leader-ward", "GET", "/api/v1/worklist?queue=decisions");

    const signed = await move("leader-ward", code, "apologise", { newDueOn: "2026-11-23" });
    const second = await move("leader-ward", code, "apologise", { ...apology, newDueOn: "2026-11-27" });

    expect(waiting.json.items.map((item: { code: string }) => item.code)).toContain(code);
    expect(signed.json).toMatchObject({ originalDueAt: dueAt, dueAt: "2026-11-23T17:00:00.000+07:00" });
    expect(signed.json.papers.map((paper: { kind: string }) => paper.kind)).toContain("apology");
    expect(second.status).toBe(409);
    expect(second.json.type).toBe("/problems/rescheduled-only-once");
    const told = (await read(code, "citizen")).timeline.find((entry: { type: string }) => entry.type === "apologise");
    expect(told).toMatchObject({ reason: apology.note, newDueOn: "2026-11-23", cause: "consultation" });
  });

  it("stays overdue when nobody apologised the day before", async () => {
    const code = await inProgress();
    const { dueAt } = await read(code);
    program.clock.set(dueAt);

    const late = await move("leader-ward", code, "apologise", apology);

    program.clock.set(monday);
    expect(late.status).toBe(409);
    expect(late.json.type).toBe("/problems/too-late");
    expect((await read(code)).dueAt).toBe(dueAt);
  });

  it("gets a later working day, a reason and a cause, or every fault is told", async () => {
    const code = await inProgress();

    const empty = await move("specialist", code, "proposeApology", {});
    const sunday = await move("specialist", code, "proposeApology", { ...apology, newDueOn: "2026-11-29" });
    const earlier = await move("specialist", code, "proposeApology", { ...apology, newDueOn: "2026-11-17" });
    const noDay = await move("specialist", code, "proposeApology", { ...apology, newDueOn: "2026-02-30" });

    expect(faultsOf(empty)).toEqual([
      ["/note", "missing"],
      ["/cause", "missing"],
      ["/newDueOn", "missing"],
    ]);
    expect(faultsOf(sunday)).toEqual([["/newDueOn", "notAWorkingDay"]]);
    expect(faultsOf(earlier)).toEqual([["/newDueOn", "notLater"]]);
    expect(faultsOf(noDay)).toEqual([["/newDueOn", "notAWorkingDay"]]);
    expect((await move("specialist", code, "apologise", apology)).status).toBe(403);
  });
});

describe("a withdrawal", () => {
  it("of a dossier nobody accepted is done at once", async () => {
    const code = await send(await aSubmission(program, "citizen", "1.001193"));

    expect((await move("citizen", code, "withdraw")).json).toMatchObject({ state: "withdrawn", nationalStatus: 8 });
  });

  it("of one that is being handled is considered, the clock running on, and granted by a leader with its money", async () => {
    const code = await inProgress();
    const { dueAt } = await read(code);

    const asked = await move("citizen", code, "withdraw", { note: "Tôi chuyển nơi ở." });
    const handled = await move("specialist", code, "proposeResult", { proposal: "x" });
    const notHers = await move("specialist", code, "stop", {
      note: "x",
      settlement: { paid: 0, refundable: 0, papers: "" },
    });
    const half = await move("leader-ward", code, "stop", {
      note: " ",
      settlement: { paid: 10, refundable: 11, papers: "" },
    });
    const stopped = await move("leader-ward", code, "stop", {
      note: "Theo đơn của người nộp.",
      settlement: { paid: 8000, refundable: 8000, papers: "Trả đủ bản chụp" },
    });

    expect(asked.json).toMatchObject({ state: "withdrawalRequested", nationalStatus: 7, dueAt });
    expect(handled.status).toBe(409);
    expect(notHers.status).toBe(403);
    expect(faultsOf(half)).toEqual([
      ["/note", "missing"],
      ["/settlement/refundable", "notAnAmount"],
    ]);
    expect(stopped.json).toMatchObject({ state: "stopped", nationalStatus: 8, dueAt: null });
  });

  it("that is declined puts the dossier back as it was, with the reason for the applicant", async () => {
    const code = await inProgress();
    const before = await read(code);
    await move("citizen", code, "withdraw");

    const declined = await move("leader-ward", code, "declineWithdrawal", { note: "Kết quả đã chờ ký." });

    expect(declined.json).toMatchObject({ state: "inProgress", dueAt: before.dueAt, holder: before.holder });
    expect((await read(code, "citizen")).timeline.at(-1)).toMatchObject({ reason: "Kết quả đã chờ ký." });
    expect((await move("specialist", code, "proposeResult", { proposal: "Đủ." })).status).toBe(200);
  });
});

describe("a second supplement", () => {
  const basis = { faults: [{ legalBasis: "60/2014/QH13", message: "Cần văn bản ủy quyền." }] };

  it("needs a leader's leave, and is then asked for once more", async () => {
    const code = await inProgress();
    await move("specialist", code, "requestSupplement", basis);
    await move("citizen", code, "supplement", { answers: (await read(code, "citizen")).answers });
    const without = await move("specialist", code, "requestSupplement", basis);
    await move("specialist", code, "askSecondSupplement", { note: "Giấy ủy quyền không có chữ ký." });

    const permitted = await move("leader-ward", code, "permitSupplement", { note: "Đồng ý, lần cuối." });
    const second = await move("specialist", code, "requestSupplement", basis);

    expect(without.json.type).toBe("/problems/supplement-only-once");
    expect(permitted.status).toBe(200);
    expect(second.json.state).toBe("awaitingSupplement");
    expect((await move("leader-ward", code, "permitSupplement", { note: "x" })).status).toBe(409);
  });
});

describe("a refusal after appraisal", () => {
  it("is proposed by the specialist, signed by the leader as form 03, and is the result", async () => {
    const code = await inProgress();
    await move("specialist", code, "proposeResult", {
      proposal: "Không đủ điều kiện theo Điều 21.",
      outcome: "refuse",
    });

    const approved = await move("leader-ward", code, "approve");

    expect(approved.json).toMatchObject({ state: "finished", nationalStatus: 9 });
    expect(approved.json.papers.map((paper: { kind: string }) => paper.kind)).toEqual(["receipt", "refusal"]);
    const paper = await program.ask("citizen", "GET", `/api/v1/dossiers/${code}/papers/refusal`);
    expect(paper.headers.get("content-type")).toBe("application/pdf");
  });
});

describe("what is recorded while work goes on", () => {
  it("is a verification with time, place and people, and guidance the applicant reads", async () => {
    const code = await inProgress();

    const half = await move("specialist", code, "recordVerification", {
      verification: { on: "", place: "x", participants: "" },
    });
    const verified = await move("specialist", code, "recordVerification", {
      note: "Nhà ở đúng như khai.",
      verification: { on: "09:00, 16/11/2026", place: "Phố 3", participants: "Ông Lê Văn Tám, tổ trưởng" },
    });
    const guided = await move("specialist", code, "giveGuidance", { note: "Khi đến nhận, mang theo CCCD." });

    expect(faultsOf(half)).toEqual([
      ["/note", "missing"],
      ["/verification/on", "missing"],
      ["/verification/participants", "missing"],
    ]);
    expect(verified.json.timeline.at(-1)).toMatchObject({ verification: { place: "Phố 3" } });
    expect(guided.status).toBe(200);
    const seen = (await read(code, "citizen")).timeline;
    expect(seen.at(-1)).toMatchObject({ type: "giveGuidance", reason: "Khi đến nhận, mang theo CCCD." });
    expect(seen.at(-2).reason).toBeUndefined();
  });
});

describe("acceptance", () => {
  it("leaves until the end of the day to pass the dossier on, after 15:00 until next morning", async () => {
    program.clock.set("2026-11-16T08:30:00Z");
    const code = await send(await aSubmission(program, "citizen", marriageStatus));
    await move("reception-ward", code, "accept");
    program.clock.set(monday);

    expect(new Date((await read(code)).stepDueAt).getTime()).toBeLessThanOrEqual(Date.parse("2026-11-17T01:00:00Z"));
  });
});

it("leaves every dossier as its history says", async () => {
  const lines: string[] = [];

  expect({ exitCode: await verify(program.deps, { write: (line: string) => lines.push(line) }), lines }).toMatchObject({
    exitCode: 0,
  });
});
