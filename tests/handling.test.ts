import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { moveNames } from "#features/dossiers/index.ts";
import { verify } from "../src/verify.ts";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aBirthRegistration, anUpload, aPdf } from "./support/submission.ts";

let program: TestProgram;
const monday = "2026-11-16T01:30:00Z";

beforeAll(async () => {
  program = await testProgram({ now: monday });
});

async function aDossier(): Promise<string> {
  const body = await aBirthRegistration(program, "citizen");
  const answer = await program.ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": randomUUID() });
  if (answer.status !== 201) throw new Error(answer.bytes.toString());
  return answer.json.code;
}

const move = (who: string, code: string, name: string, said?: object) =>
  program.ask(who, "POST", `/api/v1/dossiers/${code}/moves/${name}`, said);

async function read(code: string, who = "reception-ward") {
  return (await program.ask(who, "GET", `/api/v1/dossiers/${code}`)).json;
}

describe("accepting", () => {
  it("by two officials at once is done once, and the other is told where the dossier stands", async () => {
    const code = await aDossier();

    const answers = await Promise.all([move("reception-ward", code, "accept"), move("reception-ward", code, "accept")]);

    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.json).toMatchObject({
      state: "accepted",
      nationalStatus: 2,
    });
    expect((await read(code)).timeline).toHaveLength(2);
  });

  it("starts the clock of the law: in time before 15:00 it is due the same day, after it the next", async () => {
    program.clock.set("2026-11-16T07:59:00Z");
    const early = await aDossier();
    await move("reception-ward", early, "accept");
    program.clock.set("2026-11-16T08:01:00Z");
    const late = await aDossier();
    await move("reception-ward", late, "accept");
    program.clock.set(monday);

    expect((await read(early)).dueAt).toBe("2026-11-16T17:00:00.000+07:00");
    expect((await read(late)).dueAt).toBe("2026-11-17T17:00:00.000+07:00");
  });

  it("issues a numbered receipt; two dossiers of a unit never share a number", async () => {
    const codes = [await aDossier(), await aDossier()];
    await Promise.all(codes.map((code) => move("reception-ward", code, "accept")));

    const papers = (await Promise.all(codes.map((code) => read(code)))).map((dossier) => dossier.papers[0]);

    expect(new Set(papers.map((paper: { number: string }) => paper.number)).size).toBe(2);
    const receipt = await program.ask("citizen", "GET", `/api/v1/dossiers/${codes[0]}/papers/receipt`);
    expect(receipt.headers.get("content-type")).toBe("application/pdf");
  });
});

describe("a supplement", () => {
  it("names every fault, stops the clock, and starts the limit anew when it comes", async () => {
    const code = await aDossier();
    await move("reception-ward", code, "accept");
    await move("reception-ward", code, "handOver");
    const { components } = (await program.ask(null, "GET", "/api/v1/procedures/1.001193")).json;
    const componentKey = components.find(
      (one: { kind: string; required: boolean }) => one.kind === "document" && one.required,
    ).componentKey;

    const asked = await move("specialist", code, "requestSupplement", {
      faults: [{ componentKey, message: "Bản chụp bị mờ." }],
    });
    expect(asked.json).toMatchObject({ state: "awaitingSupplement", nationalStatus: 5, dueAt: null });
    const original = asked.json.originalDueAt;
    program.clock.set("2026-11-19T02:00:00Z");
    const uploadId = await anUpload(program, "citizen", aPdf("rõ hơn"));
    const given = await move("citizen", code, "supplement", { components: [{ componentKey, uploadIds: [uploadId] }] });

    expect(given.json).toMatchObject({
      state: "inProgress",
      originalDueAt: original,
      dueAt: "2026-11-19T17:00:00.000+07:00",
    });
    expect(given.json.clock.map((interval: { kind: string }) => interval.kind)).toEqual([
      "running",
      "paused",
      "running",
    ]);
    program.clock.set(monday);
  });

  it("is asked for once only", async () => {
    const code = await aDossier();
    const basis = { legalBasis: "60/2014/QH13", message: "Cần văn bản ủy quyền." };
    await move("reception-ward", code, "requestSupplement", { faults: [basis] });
    await move("citizen", code, "supplement", { answers: (await read(code, "citizen")).answers });

    const again = await move("reception-ward", code, "requestSupplement", { faults: [basis] });

    expect(again.status).toBe(409);
    expect(again.json.type).toBe("/problems/supplement-only-once");
  });

  it("must point at a published component or a legal basis", async () => {
    const code = await aDossier();

    const nothing = await move("reception-ward", code, "requestSupplement", {});
    const invented = await move("reception-ward", code, "requestSupplement", {
      faults: [
        { componentKey: "giay-tu-nghi-ra", message: "x" },
        { message: "không căn cứ" },
        { legalBasis: "1/2099/QĐ", message: "y" },
      ],
    });

    expect(nothing.status).toBe(422);
    expect(invented.json.errors.map((fault: { path: string; code: string }) => [fault.path, fault.code])).toEqual([
      ["/faults/0/componentKey", "unknownComponent"],
      ["/faults/1/componentKey", "missing"],
      ["/faults/2/legalBasis", "unknownLegalBasis"],
    ]);
    expect((await read(code)).state).toBe("submitted");
  });
});

describe("work on a dossier", () => {
  it("goes back to the one who handed it over, with the reason", async () => {
    const code = await aDossier();
    await move("reception-ward", code, "accept");
    await move("reception-ward", code, "handOver");
    await move("specialist", code, "proposeResult", { proposal: "Đủ điều kiện." });

    expect((await move("leader-ward", code, "sendBack", {})).status).toBe(422);
    const back = await move("leader-ward", code, "sendBack", { note: "Thiếu ngày sinh bằng chữ." });

    expect(back.json.holder).toMatchObject({ role: "specialist", step: 1 });
    const returned = (await program.ask("specialist", "GET", "/api/v1/worklist?queue=returned")).json.items;
    expect(returned.map((item: { code: string }) => item.code)).toContain(code);
  });

  it("out of order is refused with the present state, and by the wrong person altogether", async () => {
    const code = await aDossier();

    expect((await move("reception-ward", code, "handOver")).status).toBe(409);
    expect((await move("reception-ward", code, "approve")).status).toBe(403);
    expect((await move("citizen", code, "accept")).status).toBe(403);
    expect((await move("business", code, "withdraw")).status).toBe(404);
    expect((await move("reception", code, "accept")).status).toBe(404);
    expect((await move("director", code, "accept")).status).toBe(403);
    expect((await move("leader-ward", code, "approve")).status).toBe(409);
    expect((await move("reception-ward", code, "fly")).status).toBe(404);
    expect((await read(code)).timeline).toHaveLength(1);
  });

  it("of a ward is not decided, nor seen, by a leader of the city above it", async () => {
    const code = await aDossier();
    await move("reception-ward", code, "accept");
    await move("reception-ward", code, "handOver");
    await move("specialist", code, "proposeResult", { proposal: "Đủ điều kiện." });

    expect((await move("leader", code, "approve")).status).toBe(404);
    expect((await program.ask("leader", "GET", `/can-bo/ho-so/${code}`)).status).toBe(404);
    expect((await move("leader-ward", code, "approve")).status).toBe(200);
  });

  it("seen on a page that is out of date does not decide", async () => {
    const code = await aDossier();
    await move("reception-ward", code, "accept");

    const stale = await move("reception-ward", code, "handOver", { seenEvent: 1 });

    expect(stale.status).toBe(409);
  });

  it("offers nobody a move that would be refused", async () => {
    const codes = await Promise.all([aDossier(), aDossier()]);
    await move("reception-ward", codes[1] ?? "", "accept");
    for (const code of codes) {
      for (const who of ["citizen", "reception-ward", "specialist", "leader-ward", "director"]) {
        const { moves: offered, state } = await read(code, who);
        for (const name of moveNames.filter((one) => !offered.includes(one) && one !== "assign")) {
          const answer = await move(who, code, name, {
            note: "x",
            proposal: "x",
            faults: [{ legalBasis: "60/2014/QH13", message: "x" }],
          });
          expect({ who, state, name, refused: answer.status >= 400 }).toEqual({ who, state, name, refused: true });
        }
      }
    }
  });
});

describe("the applicant", () => {
  it("recalls within ten minutes and not after, while nobody has accepted", async () => {
    const [quick, slow, accepted] = [await aDossier(), await aDossier(), await aDossier()];
    await move("reception-ward", accepted, "accept");

    expect((await move("citizen", quick, "recall")).json).toMatchObject({ state: "recalled", nationalStatus: 7 });
    expect((await move("citizen", accepted, "recall")).status).toBe(409);
    program.clock.set("2026-11-16T01:40:01Z");
    expect((await move("citizen", slow, "recall")).status).toBe(409);
    expect((await move("citizen", slow, "withdraw")).json).toMatchObject({ state: "withdrawn", nationalStatus: 8 });
    program.clock.set(monday);
  });

  it("is told why a dossier is refused at intake", async () => {
    const code = await aDossier();

    expect((await move("reception-ward", code, "refuse")).status).toBe(422);
    await move("reception-ward", code, "refuse", { note: "Không thuộc thẩm quyền của phường." });

    const dossier = await read(code, "citizen");
    expect(dossier).toMatchObject({ state: "refused", nationalStatus: 3, moves: [] });
    expect(dossier.timeline.at(-1).reason).toContain("thẩm quyền");
    expect((await program.ask("citizen", "GET", `/api/v1/dossiers/${code}/papers/refusal`)).status).toBe(200);
  });
});

describe("the history", () => {
  it("is never rewritten, by the owner of the database neither", async () => {
    const code = await aDossier();
    const owner = new pg.Client({ connectionString: program.database.ownerUrl });
    await owner.connect();
    const attempts = [
      "update dossier_event set at = now()",
      "delete from dossier_event",
      "update dossier_content set sealed = ''",
      `delete from dossier where code = '${code}'`,
      `update dossier set submitted_at = now(), event_count = event_count + 1 where code = '${code}'`,
      `update dossier set state = 'accepted' where code = '${code}'`,
    ];
    for (const attempt of attempts) await expect(owner.query(attempt), attempt).rejects.toThrow();
    await owner.end();
  });

  it("gives every row again when it is replayed", async () => {
    const lines: string[] = [];
    const exitCode = await verify(program.deps, { write: (line: string) => lines.push(line) });
    expect(lines.join("")).toMatch(/dossiers checked, 0 faults/);
    expect(exitCode).toBe(0);
  });

  // Triggers are off, as for somebody who owns the server: what they change must still be told.
  it.each([
    ["a moved date", "update dossier set act_by = act_by + interval '1 day' where id = $1", "actBy differs"],
    ["a state nobody decided", "update dossier set state = 'inProgress' where id = $1", "state differs"],
    ["a forged event", "update dossier_event set commitment = sha256('x') where dossier_id = $1", "commitment"],
    [
      "an event taken away",
      "delete from dossier_event where dossier_id = $1 and number = 2",
      "1 events, its row says 2",
    ],
    [
      "a payload taken away",
      "delete from dossier_event_payload where dossier_id = $1 and number = 2",
      "lost its payload",
    ],
    ["an illegal path", "update dossier_event set type = 'approve' where dossier_id = $1 and number = 2", "not legal"],
    [
      "an event laid to another unit",
      "update dossier_event set from_unit_id = 1 where dossier_id = $1 and number = 2",
      "another holder",
    ],
    [
      "a due time that figures would count",
      "update dossier_event set due_at = due_at + interval '1 day' where dossier_id = $1 and number = 2",
      "another due time",
    ],
    ["an attachment cut off", "delete from dossier_upload where dossier_id = $1", "is not linked"],
    ["a content taken away", "delete from dossier_content where dossier_id = $1", "has 0 contents"],
  ])("tells of %s", async (_what, tampering, told) => {
    const code = await aDossier();
    await move("reception-ward", code, "accept");
    const owner = new pg.Client({ connectionString: program.database.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<{ id: string }>("select id from dossier where code = $1", [code]);
    await owner.query("begin");
    await owner.query("set local session_replication_role = replica");
    await owner.query(tampering, [rows[0]?.id]);
    await owner.query("commit");
    await owner.end();
    const lines: string[] = [];

    const exitCode = await verify(program.deps, { write: (line: string) => lines.push(line) });

    expect(exitCode).toBe(1);
    expect(lines.filter((line) => line.startsWith(code)).join("")).toContain(told);
  });
});

describe("a copy of the database", () => {
  it("holds no ID number and no phone in plain text", async () => {
    await aDossier();
    const owner = new pg.Client({ connectionString: program.database.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
    );
    for (const { name } of rows) {
      const { rows: found } = await owner.query(
        `select 1 from ${name} t where t::text like '%038190001234%' or t::text like '%0912345678%' limit 1`,
      );
      expect({ name, found: found.length }).toEqual({ name, found: 0 });
    }
    await owner.end();
  });
});
