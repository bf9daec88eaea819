import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { applyEveryEvent } from "../src/features/supervision/testing.ts";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aBirthRegistration } from "./support/submission.ts";

let program: TestProgram;
let code: string;

beforeAll(async () => {
  program = await testProgram({ now: "2026-11-17T01:30:00Z" });
  const body = await aBirthRegistration(program, "citizen");
  code = (await program.ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": randomUUID() })).json
    .code;
});

const find = (who: string, typed: string) => program.ask(who, "GET", `/can-bo/tim?q=${encodeURIComponent(typed)}`);

describe("finding a dossier at the counter", () => {
  it.each([
    "nguyen anh tuyet",
    "NGUYỄN THỊ ÁNH TUYẾT",
    "tuyet nguyen",
    "038190001234",
    "038 190 001 234",
    "0912 345 678",
  ])("works with %j", async (typed) => {
    expect((await find("reception-ward", typed)).bytes.toString()).toContain(code);
  });

  it("leads straight to it by its code, as people type codes", async () => {
    const answer = await find("reception-ward", ` ${code.toLowerCase()} `);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toContain(code);
  });

  it("tells an official of another office nothing, by code neither", async () => {
    for (const typed of ["nguyen anh tuyet", "038190001234", code]) {
      const answer = await find("reception", typed);
      expect({ typed, status: answer.status }).toEqual({ typed, status: 200 });
      expect(answer.bytes.toString()).not.toContain("Nguyễn Thị Ánh Tuyết");
      expect(answer.bytes.toString()).not.toContain(`/can-bo/ho-so/${code}`);
    }
  });
});

describe("the figures of a leader of the city", () => {
  it("are those of what the city's one-stop unit received, and not a ward's", async () => {
    await applyEveryEvent({ ...program.deps, db: program.deps.database.db });
    expect((await program.ask("leader", "GET", "/api/v1/figures/today")).json.received).toBe(0);
    expect((await program.ask("leader-ward", "GET", "/api/v1/figures/today")).json.received).toBe(1);
    expect((await program.ask("director", "GET", "/api/v1/figures/today")).json.received).toBe(1);
  });
});
