import { randomUUID } from "node:crypto";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, it } from "vitest";
import { pathOf } from "../src/api-document/openapi.ts";
import { type Answer, type TestProgram, testProgram } from "./support/program.ts";
import { aBirthRegistration, aPdf } from "./support/submission.ts";

let program: TestProgram;
let document: Answer["json"];

beforeAll(async () => {
  program = await testProgram();
  document = (await program.ask(null, "GET", "/api/openapi.json")).json;
});

describe("the OpenAPI document", () => {
  it("holds every declared route under /api, and nothing else", () => {
    const served = program.declared
      .filter(({ pattern }) => pattern.startsWith("/api/"))
      .map(({ method, pattern }) => `${method} ${pathOf(pattern)}`);
    const documented = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );

    expect(documented.sort()).toEqual(served.sort());
    expect(document.openapi).toBe("3.1.0");
  });

  it("names every operation once and leads every reference somewhere", () => {
    const ids = Object.values<Record<string, { operationId: string }>>(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    );

    expect(new Set(ids).size).toBe(ids.length);
    expect(references.filter((name) => document.components.schemas[name ?? ""] === undefined)).toEqual([]);
  });

  it("says what is really answered", async () => {
    const { ask } = program;
    const key = { "idempotency-key": randomUUID() };
    const body = await aBirthRegistration(program, "citizen");
    const submitted = await ask("citizen", "POST", "/api/v1/dossiers", body, key);
    const { code, lookupSecret } = submitted.json;
    const accepted = await ask("reception-ward", "POST", `/api/v1/dossiers/${code}/moves/accept`);
    const signIn = { login: "leader@demo", password: "motcua-demo" };
    const form = new FormData();
    form.append("file", new Blob([new Uint8Array(aPdf("one more"))]), "a.pdf");
    const answers: Record<string, Answer> = {
      Receipt: submitted,
      Dossier: await ask("citizen", "GET", `/api/v1/dossiers/${code}`),
      Progress: await ask(null, "GET", `/api/v1/lookups/${code}`, undefined, { "lookup-secret": lookupSecret }),
      Worklist: await ask("reception-ward", "GET", "/api/v1/worklist?queue=unit"),
      Session: await ask(null, "POST", "/api/v1/sessions", signIn),
      ProcedureList: await ask(null, "GET", "/api/v1/procedures?q=khai+sinh"),
      Procedure: await ask(null, "GET", "/api/v1/procedures/1.001193"),
      UnitTree: await ask(null, "GET", "/api/v1/units"),
      Upload: await ask("citizen", "POST", "/api/v1/uploads", form),
      Due: await ask(null, "GET", "/api/v1/calendar/due?from=2026-11-24T09:00:00%2B07:00&count=5"),
      FiguresToday: await ask("director", "GET", "/api/v1/figures/today"),
      Figures: await ask("director", "GET", "/api/v1/figures?from=2026-11-01&to=2026-11-30&by=unit"),
      Verification: await ask(null, "GET", `/api/v1/verifications/${accepted.json.papers[0].id}`),
      Money: await ask(
        "reception-ward",
        "POST",
        `/api/v1/dossiers/${code}/charges`,
        { feeIndex: 1, relief: { kind: "exempt" }, reason: "Hộ nghèo" },
        { "idempotency-key": randomUUID() },
      ),
      CashBook: await ask("reception-ward", "GET", "/api/v1/cash-book"),
      Problem: await ask(null, "GET", "/api/v1/dossiers/x"),
    };
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: "document", components: document.components });

    const wrong = Object.entries(answers).flatMap(([name, { json }]) => {
      const check = ajv.compile({ $ref: `document#/components/schemas/${name}` });
      return check(json) ? [] : [{ name, errors: check.errors, json }];
    });

    expect(wrong).toEqual([]);
  });
});

describe("the page of the API", () => {
  it("lists every operation in both languages", async () => {
    const vietnamese = (await program.ask(null, "GET", "/api/docs")).bytes.toString();
    const paths = Object.keys(document.paths);

    expect(paths.filter((path) => !vietnamese.includes(path))).toEqual([]);
    expect(vietnamese).toContain("Nộp hồ sơ");
  });
});
