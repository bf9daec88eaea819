/** Whom each number is laid to, and what a leader of any unit sees. */
import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { applyEveryEvent } from "#features/supervision/testing.ts";
import { anOfficial } from "./support/officials.ts";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aBirthRegistration, aSubmission } from "./support/submission.ts";

/** Certifying a copy: received by the city's one-stop unit, handled by the justice division, signed by the city. */
const certification = "2.000908";
const tuesday = "2026-11-17T01:30:00Z";

let program: TestProgram;
let head: string;
let otherHead: string;
let leaderOfDivision: string;
let wardLeader: string;

beforeAll(async () => {
  program = await testProgram({ now: tuesday });
  head = await anOfficial(program, "head-justice", "head_of_office", "TP-TUPHAP");
  leaderOfDivision = await anOfficial(program, "leader-justice", "leader", "TP-TUPHAP");
  otherHead = await anOfficial(program, "head-economy", "head_of_office", "TP-KINHTE");
  wardLeader = await anOfficial(program, "leader-one-ward", "leader", "14755");
});

async function send(body: object): Promise<string> {
  const key = { "idempotency-key": randomUUID() };
  const answer = await program.ask("citizen", "POST", "/api/v1/dossiers", body, key);
  if (answer.status !== 201) throw new Error(answer.bytes.toString());
  return answer.json.code;
}

async function move(who: string, code: string, name: string, said?: object): Promise<void> {
  const answer = await program.ask(who, "POST", `/api/v1/dossiers/${code}/moves/${name}`, said);
  if (answer.status !== 200) throw new Error(`${name}: ${answer.bytes.toString()}`);
}

async function today(who: string) {
  await applyEveryEvent({ ...program.deps, db: program.deps.database.db });
  return (await program.ask(who, "GET", "/api/v1/figures/today")).json;
}

const unitOf = (figures: { byUnit: { unitCode: string }[] }, code: string) =>
  figures.byUnit.find(({ unitCode }) => unitCode === code);
const listed = async (who: string, query: string) =>
  (await program.ask(who, "GET", `/dieu-hanh/ho-so?${query}`)).bytes.toString().match(/<a class="code"/g)?.length ?? 0;

describe("the head of a division", () => {
  let code: string;
  beforeAll(async () => {
    code = await send(await aSubmission(program, "citizen", certification));
    await send(await aBirthRegistration(program, "citizen", "14755"));
  });

  it("sees from the first day what came in for the division, and who holds it", async () => {
    const figures = await today(head);

    expect(figures).toMatchObject({ received: 1, accepted: 0, waitingForAnswer: 1 });
    expect(unitOf(figures, "TP-MOTCUA")).toMatchObject({ received: 1, waitingForAnswer: 1 });
    expect(await today(otherHead)).toMatchObject({ received: 0, waitingForAnswer: 0, byUnit: [] });
    expect(await today(leaderOfDivision)).toMatchObject({ received: 1 });
    expect(await today(wardLeader)).toMatchObject({ received: 1 });
    expect(await today("director")).toMatchObject({ received: 2, waitingForAnswer: 2 });
  });

  it("sees what the division holds and what it is late with, until it hands it on", async () => {
    await move("reception", code, "accept");
    await move("reception", code, "handOver");
    expect(unitOf(await today(head), "TP-TUPHAP")).toMatchObject({ inProcess: { within: 1, overdue: 0 } });

    program.clock.set("2026-11-20T02:00:00Z");
    const late = await today(head);
    expect(late.inProcess).toEqual({ within: 0, overdue: 1 });
    expect(unitOf(late, "TP-TUPHAP")).toMatchObject({ inProcess: { within: 0, overdue: 1 } });
    expect(await listed(head, "ds=overdue&dv=TP-TUPHAP")).toBe(1);
    expect(await listed(otherHead, "ds=overdue")).toBe(0);

    await move("specialist", code, "proposeResult", { proposal: "Đủ điều kiện." });
    await move("leader", code, "handOver");
    const signing = await today(head);
    expect(unitOf(signing, "TP-TUPHAP")).toBeUndefined();
    expect(unitOf(signing, "TP-UBND")).toMatchObject({ inProcess: { within: 0, overdue: 1 } });
    expect(await listed(head, "ds=overdue&dv=TP-UBND")).toBe(1);
    expect(await listed(head, "ds=overdue&dv=TP-TUPHAP")).toBe(0);
  });

  it("sees what was settled for the division, though the city signs and another unit hands it out", async () => {
    await move("leader", code, "approve");

    const figures = await today(head);
    expect(figures).toMatchObject({ late: 1, toReturn: 1, inProcess: { within: 0, overdue: 0 } });
    expect(unitOf(figures, "TP-TUPHAP")).toMatchObject({ late: 1 });
    expect(unitOf(figures, "TP-MOTCUA")).toMatchObject({ late: 0, toReturn: 1 });
    expect(await listed(head, "ds=late&dv=TP-TUPHAP")).toBe(1);
    expect(await listed(head, "ds=late&dv=TP-MOTCUA")).toBe(0);
  });

  it("can open what the numbers count, as the leader of the division can", async () => {
    for (const who of [head, leaderOfDivision]) {
      expect((await program.ask(who, "GET", `/can-bo/ho-so/${code}`)).status, who).toBe(200);
    }
    expect((await program.ask(otherHead, "GET", `/can-bo/ho-so/${code}`)).status).not.toBe(200);
  });

  it("has the sum of the city's figures counted once, whoever has to do with a dossier", async () => {
    const figures = await today("director");
    for (const number of ["received", "late", "toReturn", "waitingForAnswer"]) {
      const sum = figures.byUnit.reduce(
        (total: number, unit: Record<string, number>) => total + (unit[number] ?? 0),
        0,
      );
      expect({ number, sum }).toEqual({ number, sum: figures[number] });
    }
  });
});

describe("a submission that nobody answers", () => {
  beforeEach(() => program.clock.set("2026-11-23T01:00:00Z"));

  it("is counted from the minute its legal time has passed, and opens to its dossier", async () => {
    const before = await today("director");
    const code = await send(await aBirthRegistration(program, "citizen", "14755"));
    const waiting = await today("director");
    expect(waiting.firstAnswer).toEqual({
      within: before.firstAnswer.within + 1,
      overdue: before.firstAnswer.overdue,
    });

    // Eight working hours, over the holiday of 24 November.
    program.clock.set("2026-11-25T01:00:59Z");
    expect((await today("director")).firstAnswer).toEqual(waiting.firstAnswer);
    program.clock.set("2026-11-25T01:01:00Z");
    const late = await today("director");
    expect(late.firstAnswer).toEqual({ within: 0, overdue: before.firstAnswer.overdue + 1 });
    expect(await listed("director", "ds=unanswered")).toBe(late.firstAnswer.overdue);
    expect(await listed("director", "ds=waiting")).toBe(late.waitingForAnswer);
    expect((await program.ask("director", "GET", "/dieu-hanh")).bytes.toString()).toContain("Chưa tiếp nhận đúng hạn");
    expect((await today(wardLeader)).firstAnswer.overdue).toBeGreaterThan(0);
    expect((await today(head)).firstAnswer.overdue).toBe(0);

    await move("reception-ward", code, "accept");
    expect((await today("director")).firstAnswer.overdue).toBe(late.firstAnswer.overdue - 1);
  });
});
