/** The lists an official works from: by due time, whole, and the same whether they sit at one desk or at hundreds. */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aBirthRegistration } from "./support/submission.ts";

let program: TestProgram;
/** More from one ward than is read of each desk at first, and a few from others around them in time. */
const handedIn: string[] = [];

beforeAll(async () => {
  program = await testProgram({ now: "2026-11-16T01:30:00Z" });
  const { json: procedure } = await program.ask(null, "GET", "/api/v1/procedures/1.001193");
  const [busy, other, third] = procedure.units.map((unit: { code: string }) => unit.code);
  for (const [minute, unit] of [other, ...Array.from({ length: 14 }, () => busy), third, busy].entries()) {
    program.clock.set(new Date(Date.UTC(2026, 10, 16, 1, 30 + minute)));
    const body = await aBirthRegistration(program, "citizen", unit);
    const answer = await program.ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": randomUUID() });
    handedIn.push(answer.json.code);
  }
}, 60_000);

async function list(who: string, query: string): Promise<{ codes: readonly string[]; nextCursor: string | null }> {
  const { json } = await program.ask(who, "GET", `/api/v1/worklist?${query}`);
  return { codes: json.items.map((item: { code: string }) => item.code), nextCursor: json.nextCursor };
}

describe("the list of somebody who stands in at every ward", () => {
  it("shows all that one busy ward has, in order of time among the others", async () => {
    for (const queue of ["mine", "unit", "due-soon"]) {
      expect((await list("reception-ward", `queue=${queue}`)).codes).toEqual(handedIn);
    }
  });

  it("shows what is in their own hands beside what nobody has taken", async () => {
    for (const code of handedIn.slice(1, 14)) {
      const answer = await program.ask("reception-ward", "POST", `/api/v1/dossiers/${code}/moves/accept`, {});
      expect(answer.status).toBe(200);
    }

    // Accepted in time for today, they are due at the end of it; a first answer still owed is due tomorrow.
    const { codes } = await list("reception-ward", "queue=mine");

    expect(codes.toSorted()).toEqual(handedIn.toSorted());
    expect(codes.slice(0, 13).toSorted()).toEqual(handedIn.slice(1, 14).toSorted());
  });
});

describe("queues", () => {
  it("hold nothing of another desk: whoever only returns results has nothing to accept", async () => {
    expect((await list("reception", "queue=unit")).codes).toEqual([]);
    expect((await list("specialist", "queue=mine")).codes).toEqual([]);
  });

  it("put what is late under overdue, and what waits for the citizen there alone", async () => {
    const { json: procedure } = await program.ask(null, "GET", "/api/v1/procedures/1.001193");
    const [asked = "", late = ""] = [handedIn[0], handedIn.at(-1)];
    const answer = await program.ask("reception-ward", "POST", `/api/v1/dossiers/${asked}/moves/requestSupplement`, {
      faults: [{ legalBasis: procedure.legalBasis[0].number, message: "Thiếu giấy chứng sinh" }],
    });
    expect(answer.status).toBe(200);
    program.clock.set("2026-11-18T01:30:00Z");

    expect((await list("reception-ward", "queue=waiting")).codes).toEqual([asked]);
    const overdue = (await list("reception-ward", "queue=overdue")).codes;
    expect(overdue).toContain(late);
    expect(overdue).not.toContain(asked);
    expect((await list("reception-ward", "queue=due-soon")).codes).toEqual([]);
  });
});
