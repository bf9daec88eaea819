import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { findDossierByCode, verifyDossier } from "#features/dossiers/index.ts";
import { desk } from "./support/desk.ts";
import { anOfficial } from "./support/officials.ts";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aSubmission } from "./support/submission.ts";

let program: TestProgram;
let at: ReturnType<typeof desk>;

beforeAll(async () => {
  // A Monday, 8:30 in the morning.
  program = await testProgram({ now: "2026-11-16T01:30:00Z" });
  at = desk(program);
});

const birth = "1.001193";
const household = "1.001612";
const accept = { move: "accept", wantsReceipt: true };

async function brought(procedureCode: string, who = "reception-ward", said: object = {}) {
  return { ...(await aSubmission(program, who, procedureCode)), channel: "counter", outcome: accept, ...said };
}

const receive = (who: string | null, body: unknown, id: string = randomUUID()) =>
  program.ask(who, "POST", "/api/v1/receptions", body, { "idempotency-key": id });

describe("a dossier brought to the counter", () => {
  it("is accepted at once when complete: code, clock and form 01, and who received it on record", async () => {
    const body = await brought(household, "reception", {
      submitter: { name: "Đỗ Văn Ngọc", idNumber: "038 090 004 321" },
      represented: "Hộ kinh doanh Sông Chu",
    });
    const answer = await receive("reception", body);

    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({ state: "accepted" });
    const dossier = await at.read(answer.json.code, "reception");
    expect(dossier).toMatchObject({
      channel: "counter",
      owner: { name: "Nguyễn Thị Ánh Tuyết" },
      submitter: { name: "Đỗ Văn Ngọc" },
      represented: "Hộ kinh doanh Sông Chu",
      // Three working days from the day after.
      dueAt: "2026-11-19T17:00:00.000+07:00",
    });
    const [newest, first] = dossier.timeline.length === 2 ? dossier.timeline : [];
    const entries = [newest, first].sort((a, b) => a.number - b.number);
    expect(entries.map(({ type, role, unitCode }) => [type, role, unitCode])).toEqual([
      ["submit", "reception", "TP-MOTCUA"],
      ["accept", "reception", "TP-MOTCUA"],
    ]);
    expect(dossier.papers.map(({ kind }: { kind: string }) => kind)).toEqual(["receipt"]);
  });

  it("is held to the same checks as one sent online, all faults at once", async () => {
    const body = await brought(household, "reception");
    const answer = await receive("reception", { ...body, answers: {}, components: [] });

    expect(answer.status).toBe(422);
    const codes = answer.json.errors.map(({ code }: { code: string }) => code);
    expect(codes).toContain("required");
    expect(codes).toContain("missingComponent");
  });

  it("that lacks papers leaves with form 02, and is completed at the counter by whoever comes back", async () => {
    const body = await brought(birth, "reception-ward");
    const [missing] = body.components;
    const answer = await receive("reception-ward", {
      ...body,
      components: [],
      outcome: {
        move: "requestSupplement",
        faults: [{ componentKey: missing?.componentKey, message: "Cần giấy chứng sinh." }],
      },
    });

    expect(answer.status).toBe(201);
    expect(answer.json.state).toBe("awaitingSupplement");
    const { code } = answer.json;
    expect((await at.read(code)).papers.map(({ kind }: { kind: string }) => kind)).toEqual(["supplementRequest"]);

    expect((await at.move("citizen", code, "supplement", { components: body.components })).status).toBe(404);
    expect((await at.move("specialist", code, "supplement", { components: body.components })).status).toBe(403);
    expect((await at.move("reception-ward", code, "supplement", { components: [] })).status).toBe(422);
    const supplemented = await at.move("reception-ward", code, "supplement", { components: body.components });
    expect(supplemented.status).toBe(200);
    expect(supplemented.json.state).toBe("submitted");
    expect((await at.move("reception-ward", code, "accept")).json.state).toBe("accepted");
  });

  it("is refused on the spot with form 03 and a reason, and never without one", async () => {
    const body = await brought(birth);
    const silent = await receive("reception-ward", { ...body, outcome: { move: "refuse", note: " \u200b " } });
    expect(silent.status).toBe(422);
    const before = await received();
    const refused = await receive("reception-ward", {
      ...body,
      outcome: { move: "refuse", note: "Việc này thuộc thẩm quyền của nơi cư trú khác." },
    });

    expect(refused.json.state).toBe("refused");
    expect(await received()).toBe(before + 1);
    expect((await at.read(refused.json.code)).papers.map(({ kind }: { kind: string }) => kind)).toEqual(["refusal"]);
  });

  it("is one dossier when the button is pressed twice at once", async () => {
    const body = await brought(household, "reception");
    const id = randomUUID();
    const [one, other] = await Promise.all([receive("reception", body, id), receive("reception", body, id)]);
    const again = await receive("reception", body, id);

    expect(new Set([one.json.code, other.json.code, again.json.code]).size).toBe(1);
    expect([one.status, other.status].sort()).toEqual([200, 201]);
    expect(again.status).toBe(200);
    expect((await at.read(one.json.code, "reception")).eventCount).toBe(2);
    expect((await receive("reception", { ...body, channel: "post" }, id)).status).toBe(422);
  });

  it("is withdrawn by the person who comes back, at the desk that received it", async () => {
    const answer = await receive("reception", await brought(household, "reception"));
    const { code } = answer.json;

    expect((await at.move("citizen", code, "withdraw")).status).toBe(404);
    expect((await at.move("reception", code, "recall")).status).toBe(403);
    expect((await at.move("reception", code, "withdraw")).json.state).toBe("withdrawalRequested");
  });

  it("comes by post as well, and then waits for nobody's wish for a slip", async () => {
    const body = await brought(birth, "reception-ward", {
      channel: "post",
      outcome: { ...accept, wantsReceipt: false },
    });
    const answer = await receive("reception-ward", body);
    const dossier = await at.read(answer.json.code);

    expect(dossier.channel).toBe("post");
    expect(dossier.papers.map(({ kind }: { kind: string }) => kind)).toEqual(["receipt"]);
  });
});

describe("an immediate result", () => {
  it("goes through one door and four steps in one sitting, without form 01 unless asked for", async () => {
    const body = await brought(birth, "reception-ward", { outcome: { ...accept, wantsReceipt: false } });
    const answer = await receive("reception-ward", body);
    const { code } = answer.json;

    expect(answer.json).toMatchObject({ state: "inProgress", paper: null, dueAt: "2026-11-16T17:00:00.000+07:00" });
    await at.walk(
      code,
      ["specialist", "proposeResult", { proposal: "Đăng ký khai sinh cho cháu." }],
      ["leader-ward", "approve"],
      ["reception-ward", "returnResult", { handedTo: "Nguyễn Thị Ánh Tuyết" }],
    );
    const dossier = await at.read(code);
    expect(dossier.state).toBe("returned");
    expect(dossier.papers.map(({ kind }: { kind: string }) => kind)).toEqual(["result"]);
    expect(dossier.acceptedAt).toBe("2026-11-16T08:30:00.000+07:00");
  });

  it("has its form 01 when the person asks for it; what takes days always has it", async () => {
    const asked = await receive("reception-ward", await brought(birth));
    const slow = await receive(
      "reception",
      await brought(household, "reception", { outcome: { ...accept, wantsReceipt: false } }),
    );

    expect(asked.json.paper).not.toBeNull();
    expect(slow.json.paper).not.toBeNull();
  });
});

describe("the counter", () => {
  it("is for the reception of that unit and for nobody else", async () => {
    const body = await brought(birth);
    const elsewhere = await anOfficial(program, "reception-elsewhere", "reception", "TP-MOTCUA");

    expect((await receive(null, body)).status).toBe(401);
    for (const who of ["citizen", "business", "specialist", "leader-ward", "director", "admin"]) {
      expect([who, (await receive(who, body)).status]).toEqual([who, 403]);
    }
    expect((await receive(elsewhere, body)).status).toBe(403);
  });

  it("takes no papers that somebody else uploaded", async () => {
    const body = await brought(birth, "citizen");

    const answer = await receive("reception-ward", body);

    expect(answer.status).toBe(422);
    expect(answer.json.errors[0].code).toBe("unknownUpload");
  });
});

describe("what came over the counter", () => {
  it("is what its history says, and counts as the channel it came by", async () => {
    const { database, sealing } = program.deps;
    const { db } = database;
    const codes = await db.selectFrom("dossier").select("code").where("channel", "in", [1, 3]).execute();
    expect(codes.length).toBeGreaterThan(5);
    for (const { code } of codes) {
      const dossier = await findDossierByCode(db, code);
      expect(dossier && (await verifyDossier({ db, sealing }, dossier))).toEqual([]);
    }
  });
});

async function received(): Promise<number> {
  const rows = await program.deps.database.db.selectFrom("dossier").select("id").execute();
  return rows.length;
}
