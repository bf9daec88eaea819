/** What people and programs send that is not right: a clear answer in both languages, nothing half-written, nothing lost. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { verify } from "../src/verify.ts";
import { type Answer, type TestProgram, testProgram } from "./support/program.ts";
import { aBirthRegistration, aPdf } from "./support/submission.ts";

let program: TestProgram;

beforeAll(async () => {
  program = await testProgram();
});

type Body = Awaited<ReturnType<typeof aBirthRegistration>>;

const submit = (body: unknown, key = randomUUID(), who: string | null = "citizen") =>
  program.ask(who, "POST", "/api/v1/dossiers", body, { "idempotency-key": key });

async function rows(): Promise<unknown> {
  const owner = new pg.Client({ connectionString: program.database.ownerUrl });
  await owner.connect();
  const { rows: found } = await owner.query(
    "select (select count(*) from dossier) as dossiers, (select count(*) from dossier_event) as events",
  );
  await owner.end();
  return found[0];
}

/** A problem document whose words a Vietnamese and an English reader understand. */
function expectProblem(answer: Answer, status: number): void {
  expect({ status: answer.status, body: answer.json }).toMatchObject({ status });
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
  expect(answer.json.detail).toMatch(/[à-ỹđ].* \/ \p{Lu}/iu);
  expect(answer.json.requestId).toBe(answer.headers.get("x-request-id"));
}

const faultsOf = (answer: Answer): readonly string[] =>
  answer.json.errors.map((fault: { path: string; code: string }) => `${fault.path} ${fault.code}`);

async function upload(content: Buffer, name: string): Promise<Answer> {
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(content)], { type: "application/pdf" }), name);
  return program.ask("citizen", "POST", "/api/v1/uploads", form);
}

describe("a submission that is not right stores nothing and says what to do", () => {
  const faulty: readonly (readonly [string, (body: Body) => unknown, number, readonly string[]])[] = [
    ["an unknown field", (body) => ({ ...body, more: 1 }), 400, ["/more unknownField"]],
    ["a missing field", ({ unitCode: _, ...body }) => body, 400, ["/unitCode missing"]],
    ["a wrong type", (body) => ({ ...body, answers: "x" }), 400, ["/answers type"]],
    ["ten megabytes of text", (body) => ({ ...body, represented: "a".repeat(10_000_000) }), 413, [" tooLarge"]],
    [
      "300 attachments",
      (body) => ({
        ...body,
        components: [
          ...body.components.slice(1),
          { ...body.components[0], uploadIds: Array.from({ length: 300 }, () => randomUUID()) },
        ],
      }),
      400,
      ["/components/2/uploadIds maxItems"],
    ],
    [
      "a missing component",
      (body) => ({ ...body, components: body.components.slice(1) }),
      422,
      ["/components missingComponent"],
    ],
    [
      "a birth date in the future",
      (body) => ({ ...body, answers: { ...body.answers, childBirthDate: "2999-01-01" } }),
      422,
      ["/answers/childBirthDate date"],
    ],
    [
      "a unit that does not receive it",
      (body) => ({ ...body, unitCode: "TP-MOTCUA" }),
      422,
      ["/unitCode notReceivedHere"],
    ],
    ["a unit of another city", (body) => ({ ...body, unitCode: "00001" }), 422, ["/unitCode notReceivedHere"]],
    [
      "a procedure of another city",
      (body) => ({ ...body, procedureCode: "9.999999" }),
      422,
      ["/procedureCode unknownProcedure"],
    ],
    [
      "a name of invisible characters",
      (body) => ({ ...body, owner: { ...body.owner, name: "\u200b\u200d" } }),
      400,
      ["/owner/name minLength"],
    ],
  ];

  it.each(faulty)("%s", async (_, spoil, status, faults) => {
    const body = await aBirthRegistration(program, "citizen");
    const before = await rows();
    const key = randomUUID();

    const answer = await submit(spoil(body), key);

    expectProblem(answer, status);
    expect(faultsOf(answer)).toEqual(expect.arrayContaining([...faults]));
    for (const fault of answer.json.errors) if (status !== 413) expect(fault.message).toMatch(/ \/ /);
    expect(await rows()).toEqual(before);
    // The same id is free for the corrected try.
    expect((await submit(body, key)).status).toBe(201);
  });
});

describe("a file that is not right is refused", () => {
  it.each([
    ["empty", Buffer.alloc(0), "trống.pdf", 422],
    ["a renamed program", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(3000)]), "giấy khai sinh.pdf", 415],
    ["a renamed script", Buffer.from("#!/bin/sh\necho\n"), "giấy khai sinh.pdf", 415],
    ["a broken PDF", aPdf("cut").subarray(0, 200), "hỏng.pdf", 422],
  ])("%s", async (_, content, name, status) => {
    expectProblem(await upload(content, name), status);
  });
});

describe("a name as it comes from a Mac and from Zalo", () => {
  it("is kept in one form without what cannot be seen, and is found", async () => {
    const body = await aBirthRegistration(program, "citizen");
    const written = `${"Trần Thị Bưởi".normalize("NFD")}\u200b \ufeffHồng`;
    const { json } = await submit({ ...body, owner: { ...body.owner, name: written } });

    const dossier = (await program.ask("citizen", "GET", `/api/v1/dossiers/${json.code}`)).json;

    expect(dossier.owner.name).toBe("Trần Thị Bưởi Hồng");
    for (const typed of ["tran thi buoi hong", "Trần Thị Bưởi Hồng", written, "HONG buoi"]) {
      const found = await program.ask("reception-ward", "GET", `/can-bo/tim?q=${encodeURIComponent(typed)}`);
      expect({ typed, found: found.bytes.toString().includes(json.code) }).toEqual({ typed, found: true });
    }
  });

  it("sent in both forms with one id is one dossier", async () => {
    const body = await aBirthRegistration(program, "citizen");
    const key = randomUUID();
    const composed = await submit({ ...body, owner: { ...body.owner, name: "Lê Thị Hoà" } }, key);
    const decomposed = await submit({ ...body, owner: { ...body.owner, name: "Lê Thị Hoà".normalize("NFD") } }, key);

    expect([composed.status, decomposed.status]).toEqual([201, 200]);
    expect(decomposed.json.code).toBe(composed.json.code);
  });
});

describe("a code that is none of ours", () => {
  it.each(["H29.01.01-261124-0001", "G22.99.99-261124-0001", "khong-phai-ma", "%00", "%F0%9F%98%80", "a".repeat(5000)])(
    "%.40s is not found",
    async (code) => {
      expectProblem(await program.ask(null, "GET", `/api/v1/lookups/${code}`), 404);
      expectProblem(await program.ask("citizen", "GET", `/api/v1/dossiers/${code}`), 404);
    },
  );
});

describe("a session that ended", () => {
  it("is told to sign in, and stores nothing", async () => {
    const { json } = await program.ask(null, "POST", "/api/v1/sessions", {
      login: "citizen@demo",
      password: "motcua-demo",
    });
    const held = { authorization: `Bearer ${json.token}` };
    const body = await aBirthRegistration(program, "citizen");
    await program.ask(null, "DELETE", "/api/v1/sessions/current", undefined, held);

    const answer = await program.ask(null, "POST", "/api/v1/dossiers", body, {
      ...held,
      "idempotency-key": randomUUID(),
    });

    expectProblem(answer, 401);
  });

  it("a made-up token is a stranger's", async () => {
    const answer = await program.ask(null, "GET", "/api/v1/worklist", undefined, { authorization: "Bearer \u00ff'--" });

    expectProblem(answer, 401);
  });
});

describe("the database gone for some seconds", () => {
  it("is said with a time to try again; then everything works and nothing is lost", async () => {
    const stored = await submit(await aBirthRegistration(program, "citizen"));
    const body = await aBirthRegistration(program, "citizen");
    const key = randomUUID();
    const name = new URL(program.database.ownerUrl).pathname.slice(1);
    const elsewhere = new URL(program.database.ownerUrl);
    elsewhere.pathname = "/postgres";
    const owner = new pg.Client({ connectionString: elsewhere.href });
    await owner.connect();
    try {
      await owner.query(`alter database ${name} with allow_connections false`);
      await owner.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);

      const refusals = [
        await submit(body, key),
        await program.ask("citizen", "GET", `/api/v1/dossiers/${stored.json.code}`),
        await program.ask(null, "GET", `/api/v1/lookups/${stored.json.code}`),
      ];

      for (const refusal of refusals) {
        expectProblem(refusal, 503);
        expect(Number(refusal.headers.get("retry-after"))).toBeGreaterThan(0);
      }
      const page = await program.ask("citizen", "GET", "/tai-khoan", undefined, { accept: "text/html" });
      expect({ status: page.status, retryAfter: page.headers.get("retry-after") }).toEqual({
        status: 503,
        retryAfter: "5",
      });
      expect(page.bytes.toString()).toContain("Cơ sở dữ liệu tạm thời không phản hồi");
    } finally {
      await owner.query(`alter database ${name} with allow_connections true`);
      await owner.end();
    }

    expect((await submit(body, key)).status).toBe(201);
    expect((await submit(body, key)).status).toBe(200);
    expect((await program.ask("citizen", "GET", `/api/v1/dossiers/${stored.json.code}`)).status).toBe(200);
    const said: string[] = [];
    await verify(program.deps, { write: (line: string) => said.push(line) });
    expect(said.filter((line) => /^\S+-\d{6}-\d+: /.test(line))).toEqual([]);
  });
});
