import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aBirthRegistration, anUpload, aPdf } from "./support/submission.ts";

let program: TestProgram;

beforeAll(async () => {
  program = await testProgram();
});

describe("a dossier by the public API", () => {
  it("goes from the catalogue to the returned result", async () => {
    const { ask, clock } = program;
    const body = await aBirthRegistration(program, "citizen");
    const submitted = await ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": randomUUID() });
    expect(submitted.json).toMatchObject({ state: "submitted" });
    expect(submitted.status).toBe(201);
    const { code, lookupSecret } = submitted.json;
    const move = async (who: string, name: string, said?: object) => {
      const answer = await ask(who, "POST", `/api/v1/dossiers/${code}/moves/${name}`, said);
      expect({ name, status: answer.status, problem: answer.json?.detail, errors: answer.json?.errors }).toMatchObject({
        name,
        status: 200,
      });
      return answer.json;
    };

    clock.set("2026-11-23T03:00:00Z");
    const acceptedDossier = await move("reception-ward", "accept");
    expect(acceptedDossier).toMatchObject({
      state: "accepted",
      nationalStatus: 2,
      dueAt: "2026-11-23T17:00:00.000+07:00",
    });
    await move("reception-ward", "handOver");
    await move("specialist", "proposeResult", { proposal: "Đủ điều kiện đăng ký khai sinh." });
    const finished = await move("leader-ward", "approve");
    expect(finished).toMatchObject({ state: "finished", nationalStatus: 9 });
    const returned = await move("reception-ward", "returnResult");
    expect(returned).toMatchObject({ state: "returned", nationalStatus: 10, moves: ["digitise"] });

    const result = await ask("citizen", "GET", `/api/v1/dossiers/${code}/papers/result`);
    expect(result.status).toBe(200);
    expect(result.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    const issued = (await ask("citizen", "GET", `/api/v1/dossiers/${code}`)).json.papers.find(
      (paper: { kind: string }) => paper.kind === "result",
    );
    const verdict = await ask(null, "GET", `/api/v1/verifications/${issued.id}`);
    expect(verdict.json).toMatchObject({ isGenuine: true, kind: "result", number: issued.number });
    expect(JSON.stringify(verdict.json)).not.toContain("Tuyết");
    expect((await ask(null, "GET", `/xac-minh/${issued.id}`)).status).toBe(200);

    const stranger = await ask(null, "GET", `/api/v1/lookups/${code}`);
    expect(stranger.json).not.toHaveProperty("timeline");
    expect(JSON.stringify(stranger.json)).not.toContain("Nguyễn");
    const friend = await ask(null, "GET", `/api/v1/lookups/${code}`, undefined, { "lookup-secret": lookupSecret });
    expect(friend.json.timeline.map((entry: { type: string }) => entry.type)).toEqual([
      "submit",
      "accept",
      "handOver",
      "proposeResult",
      "approve",
      "returnResult",
    ]);
  });
});

describe("a submission", () => {
  it("sent again with the same id gets the same answer, and makes no second dossier", async () => {
    const { ask } = program;
    const body = await aBirthRegistration(program, "citizen");
    const key = { "idempotency-key": randomUUID() };

    const [first, second] = await Promise.all([
      ask("citizen", "POST", "/api/v1/dossiers", body, key),
      ask("citizen", "POST", "/api/v1/dossiers", body, key),
    ]);
    const third = await ask("citizen", "POST", "/api/v1/dossiers", body, key);

    expect([first.status, second.status].sort()).toEqual([200, 201]);
    expect(third.status).toBe(200);
    expect(second.json).toEqual(first.json);
    expect(third.json).toEqual(first.json);
  });

  it("with a used id and another body is refused", async () => {
    const { ask } = program;
    const body = await aBirthRegistration(program, "citizen");
    const key = { "idempotency-key": randomUUID() };
    await ask("citizen", "POST", "/api/v1/dossiers", body, key);

    const other = await ask("citizen", "POST", "/api/v1/dossiers", { ...body, resultChannel: "post" }, key);
    const stranger = await ask("business", "POST", "/api/v1/dossiers", body, key);

    expect(other.status).toBe(422);
    expect(stranger.status).toBe(422);
  });

  it("is told every fault at once, in both languages", async () => {
    const { ask } = program;
    const body = await aBirthRegistration(program, "citizen");

    const answer = await ask(
      "citizen",
      "POST",
      "/api/v1/dossiers",
      {
        ...body,
        components: [],
        answers: { ...body.answers, childBirthDate: "2999-01-01", childFullName: undefined, nothing: 1 },
      },
      { "idempotency-key": randomUUID() },
    );

    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    const paths = answer.json.errors.map((fault: { path: string }) => fault.path);
    expect(paths).toEqual(expect.arrayContaining(["/answers/childBirthDate", "/answers/childFullName", "/components"]));
    expect(answer.json.errors.filter((fault: { code: string }) => fault.code === "missingComponent")).toHaveLength(3);
  });

  it("with an unknown field, a wrong type or no id is refused with 400", async () => {
    const { ask } = program;
    const body = await aBirthRegistration(program, "citizen");
    const key = { "idempotency-key": randomUUID() };

    expect((await ask("citizen", "POST", "/api/v1/dossiers", { ...body, more: 1 }, key)).status).toBe(400);
    expect((await ask("citizen", "POST", "/api/v1/dossiers", { ...body, answers: "x" }, key)).status).toBe(400);
    expect((await ask("citizen", "POST", "/api/v1/dossiers", body)).status).toBe(400);
    expect(
      (await ask("citizen", "POST", "/api/v1/dossiers", "{", { ...key, "content-type": "application/json" })).status,
    ).toBe(400);
    expect(
      (await ask("citizen", "POST", "/api/v1/dossiers", "x=1", { ...key, "content-type": "text/plain" })).status,
    ).toBe(415);
    expect((await ask(null, "POST", "/api/v1/dossiers", body, key)).status).toBe(401);
    expect((await ask("reception", "POST", "/api/v1/dossiers", body, key)).status).toBe(403);
  });

  it("cannot bring another person's upload, nor one that another dossier has", async () => {
    const { ask } = program;
    const foreign = await anUpload(program, "business", aPdf("foreign"));
    const body = await aBirthRegistration(program, "citizen");
    await ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": randomUUID() });

    const again = await ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": randomUUID() });
    const stolen = await ask(
      "citizen",
      "POST",
      "/api/v1/dossiers",
      { ...body, components: body.components.map((component) => ({ ...component, uploadIds: [foreign] })).slice(0, 1) },
      { "idempotency-key": randomUUID() },
    );

    expect(again.json.errors.map((fault: { code: string }) => fault.code)).toContain("uploadTaken");
    expect(stolen.status).toBe(422);
  });

  it("is added when others in the same moment name files that are missing, and of two with one file one is refused", async () => {
    const { ask } = program;
    const [good, shared, rival] = await Promise.all([1, 2, 3].map(() => aBirthRegistration(program, "citizen")));
    if (good === undefined || shared === undefined || rival === undefined) throw new Error("Three were made");
    const strange = { ...good, components: good.components.map((one) => ({ ...one, uploadIds: [randomUUID()] })) };
    const send = (body: unknown) =>
      ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": randomUUID() });

    const [added, missing, first, second] = await Promise.all([
      send(good),
      send(strange),
      send(shared),
      send({ ...rival, components: shared.components }),
    ]);

    expect(added.status).toBe(201);
    expect(missing.json.errors.map((fault: { code: string }) => fault.code)).toEqual(
      strange.components.map(() => "unknownUpload"),
    );
    expect([first.status, second.status].sort()).toEqual([201, 422]);
    const refused = first.status === 422 ? first : second;
    expect(refused.json.errors.map((fault: { code: string }) => fault.code)).toContain("uploadTaken");
  });
});
