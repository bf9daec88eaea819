/** A result that lies at the counter: who is reminded, when, how often, and who sees it (one-stop-rules §11, RES-06). */
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reminders, remindOfResults } from "#features/dossiers/index.ts";
import { queueNotices } from "#features/notifications/index.ts";
import { verify } from "../src/verify.ts";
import { desk } from "./support/desk.ts";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aSubmission } from "./support/submission.ts";

let program: TestProgram;
let owner: pg.Pool;
let at: ReturnType<typeof desk>;

const handledOn = "2026-11-02T02:00:00Z"; // Monday, 09:00; due the same day
const sixthDay = "2026-11-10T01:00:00Z"; // the morning after five working days
const sixteenthDay = "2026-11-25T01:00:00Z"; // 24 November is a holiday

beforeAll(async () => {
  program = await testProgram({ now: handledOn });
  owner = new pg.Pool({ connectionString: program.database.ownerUrl, max: 2 });
  at = desk(program);
});
afterAll(() => owner.end());

const deps = () => ({ ...program.deps.dossiers, remindAfter: program.deps.city.remindToCollectAfter });
const remindAt = (now: string) => {
  program.clock.set(new Date(now));
  return remindOfResults(deps());
};

async function finished(resultChannel: "counter" | "online" | "post" = "counter"): Promise<string> {
  program.clock.set(new Date(handledOn));
  const body = await aSubmission(program, "citizen", "1.001193");
  const sent = await program.ask(
    "citizen",
    "POST",
    "/api/v1/dossiers",
    { ...body, resultChannel, owner: { ...body.owner, email: "nguoi.dan@example.vn", phone: "0912345678" } },
    { "idempotency-key": randomUUID() },
  );
  const { code } = sent.json;
  await at.walk(
    code,
    ["reception-ward", "accept"],
    ["reception-ward", "handOver"],
    ["specialist", "proposeResult", { proposal: "Đủ điều kiện." }],
    ["leader-ward", "approve"],
  );
  return code;
}

const fetched = async (code: string) => {
  const answer = await at.move("reception-ward", code, "returnResult", { handedTo: "Lê Thị Hoa, CCCD 038090001234" });
  expect(answer.status).toBe(200);
};
const remindersOf = async (code: string) =>
  (await at.read(code)).timeline.filter(({ type }: { type: string }) => type === "remindToCollect");
const queue = async (who = "reception-ward") =>
  (await program.ask(who, "GET", "/api/v1/worklist?queue=uncollected")).json.items;
const codesIn = async (who?: string) => (await queue(who)).map(({ code }: { code: string }) => code);
const form = (path: string, fields: Record<string, string>) =>
  program.ask("reception-ward", "POST", path, new URLSearchParams(fields).toString(), {
    "content-type": "application/x-www-form-urlencoded",
  });
const directionNumber = async (who: string) => {
  const page = (await program.ask(who, "GET", "/dieu-hanh")).bytes.toString();
  return /Chưa đến nhận kết quả<\/a><\/p><p class="figure-value">\s*(\d+)/.exec(page)?.[1];
};

/** Databases of one cluster share the order of transactions: a neighbour's open one holds back ours for a moment. */
async function noticesQueued(): Promise<void> {
  for (;;) {
    await queueNotices({
      ...program.deps,
      templates: program.deps.notices.templates,
      quiet: program.deps.config.notices.quiet,
      on: ["email", "sms", "zalo"],
    });
    const { rows } = await owner.query(`select exists (select from dossier_event e, notice_place p
      where (e.era, e.tx, e.dossier_id, e.number) > (p.era, p.tx, p.dossier_id, p.number)) as waiting`);
    if (!rows[0].waiting) return;
    await wait(2);
  }
}
const told = async () =>
  (await owner.query("select told, channel from notice where told = 'remindToCollect' order by id")).rows;

describe("a result that lies at the counter", () => {
  it("is reminded of when the days of the city have passed, each time once, by the channels of the contact", async () => {
    const code = await finished();

    const early = await remindAt("2026-11-09T09:00:00Z");
    const first = await remindAt(sixthDay);
    const sameDay = await remindAt("2026-11-10T08:00:00Z");
    const nextDay = await remindAt("2026-11-11T01:00:00Z");
    const second = await remindAt(sixteenthDay);
    await noticesQueued();
    await noticesQueued();

    expect([early, first, sameDay, nextDay, second]).toEqual([0, 1, 0, 0, 1]);
    expect(await remindersOf(code)).toMatchObject([
      { role: "system", state: "finished", at: "2026-11-10T08:00:00.000+07:00" },
      { role: "system", state: "finished", at: "2026-11-25T08:00:00.000+07:00" },
    ]);
    expect((await told()).map(({ channel }) => channel)).toEqual(["email", "sms", "email", "sms"]);
    await fetched(code);
  });

  it("stands in the queue of its counter, among the leader's numbers and on the applicant's page, until it is fetched", async () => {
    const code = await finished();
    expect(await codesIn()).toEqual([]);
    await remindAt(sixthDay);

    const [row] = await queue();
    const page = (await program.ask("reception-ward", "GET", "/can-bo?ds=uncollected")).bytes.toString();
    const own = (await program.ask("citizen", "GET", `/tai-khoan/ho-so/${code}`)).bytes.toString();
    const list = (await program.ask("director", "GET", "/dieu-hanh/ho-so?ds=uncollected")).bytes.toString();

    expect(row).toMatchObject({ code, urgency: "waiting", why: { time: "uncollected" } });
    expect(page).toContain("Đã nhắc ngày 10/11");
    expect(own).toContain("Kết quả đang chờ bạn tại");
    expect(own).toContain("Nhắc đến nhận kết quả");
    expect([await directionNumber("director"), await directionNumber("leader-ward")]).toEqual(["1", "1"]);
    expect(list).toContain(code);
    expect(await codesIn("reception")).toEqual([]);

    await fetched(code);

    expect(await codesIn()).toEqual([]);
    expect(await directionNumber("director")).toBe("0");
    expect(await remindAt(sixteenthDay)).toBe(0);
  });

  it("is nobody's to fetch when it went online, and the office's own delay when it was never sent", async () => {
    await finished("online");
    await finished("post");

    expect(await remindAt(sixthDay)).toBe(0);
  });

  it("that came back from the post waits from that day on, and not while it is sent again", async () => {
    const code = await finished("post");
    const send = async (number: string) => {
      await form(`/can-bo/ho-so/${code}/buu-gui`, { trackingNumber: number });
      const desk = (await program.ask("reception-ward", "GET", "/can-bo/buu-chinh")).bytes.toString();
      await form(/\/can-bo\/buu-chinh\/[^"]+\/ban-giao/.exec(desk)?.[0] ?? "", { clerk: "Phạm Văn Bưu" });
    };
    const cameBack = async (on: string) => {
      const desk = (await program.ask("reception-ward", "GET", "/can-bo/buu-chinh")).bytes.toString();
      const action = new RegExp(`/can-bo/ho-so/${code}/buu-gui/[0-9a-f-]+`).exec(desk)?.[0] ?? "";
      expect((await form(action, { state: "cameBack", on, cause: "notMet" })).status).toBe(303);
    };
    await send("VNPOST7001");
    program.clock.set(new Date("2026-11-05T02:00:00Z"));
    expect(await remindAt(sixthDay)).toBe(0);
    await cameBack("10/11/2026");

    const tooEarly = await remindAt("2026-11-17T01:00:00Z");
    const back = await remindAt("2026-11-18T01:00:00Z");
    const listed = await codesIn();
    await send("VNPOST7002");
    const underWay = await codesIn();
    const whileUnderWay = await remindAt("2026-11-20T01:00:00Z");
    await cameBack("20/11/2026");
    const again = await remindAt("2026-12-01T01:00:00Z");

    expect([tooEarly, back, whileUnderWay, again]).toEqual([0, 1, 0, 1]);
    expect([listed, underWay, await codesIn()]).toEqual([[code], [], [code]]);
    await fetched(code);
  });

  it("is reminded of once by two workers at once, and by nobody who asks for it", async () => {
    const code = await finished();
    program.clock.set(new Date(sixthDay));

    const both = await Promise.all([remindOfResults(deps()), remindOfResults(deps())]);
    const asked = await Promise.all(
      ["citizen", "reception-ward", "leader-ward", "admin"].map((who) => at.move(who, code, "remindToCollect")),
    );

    expect(both.toSorted()).toEqual([0, 1]);
    expect(await remindersOf(code)).toHaveLength(1);
    for (const { status } of asked) expect([403, 404]).toContain(status);
    await fetched(code);
  });

  it("is looked for once a day while the counters are open", async () => {
    const code = await finished();
    const remind = reminders(deps());
    const pulse = (now: string) => {
      program.clock.set(new Date(now));
      return remind();
    };

    const atNight = await pulse("2026-11-09T22:00:00Z");
    const inTheMorning = await pulse("2026-11-10T01:00:00Z");
    const later = await pulse("2026-11-10T02:00:00Z");

    expect([atNight, inTheMorning, later]).toEqual([0, 1, 0]);
    await fetched(code);
  });
});

it("leaves nothing for verify to find", async () => {
  let said = "";
  await verify(program.deps, { write: (text) => (said += text) });

  expect(said).toContain(" 0 faults");
});
