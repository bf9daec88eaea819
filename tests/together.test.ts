/** One move of several dossiers: each for itself, none twice, and nothing lost when the program fails in the midst. */
import { beforeAll, describe, expect, it } from "vitest";
import { isForMany, type MoveName, moveMany, moveNames, moves } from "#features/dossiers/index.ts";
import type { Official } from "#features/identity/index.ts";
import { verify } from "../src/verify.ts";
import { accountId, desk } from "./support/desk.ts";
import { type TestProgram, testProgram } from "./support/program.ts";

let program: TestProgram;
let at: ReturnType<typeof desk>;

beforeAll(async () => {
  program = await testProgram({ now: "2026-11-16T01:30:00Z" });
  at = desk(program);
});

async function sent(count: number): Promise<readonly string[]> {
  const codes: string[] = [];
  for (let no = 0; no < count; no++) codes.push(await at.send());
  return codes;
}

/** Proposed, and lying before the leader. */
async function toSign(count: number): Promise<readonly string[]> {
  const codes = await sent(count);
  for (const [no, code] of codes.entries()) {
    await at.walk(
      code,
      ["reception-ward", "accept"],
      ["reception-ward", "handOver"],
      ["specialist", "proposeResult", { proposal: `Đủ điều kiện đăng ký, hồ sơ thứ ${no + 1}.` }],
    );
  }
  return codes;
}

const many = (who: string | null, move: string, body: unknown) =>
  program.ask(who, "POST", `/api/v1/moves/${move}`, body);

const press = (who: string, move: string, fields: readonly (readonly [string, string])[]) =>
  program.ask(
    who,
    "POST",
    `/can-bo/cung-lam/${move}`,
    new URLSearchParams(fields.map(([...pair]) => pair)).toString(),
    {
      "content-type": "application/x-www-form-urlencoded",
      accept: "text/html",
    },
  );

async function officialOf(who: string): Promise<Official> {
  const { json } = await program.ask(null, "POST", "/api/v1/sessions", {
    login: `${who}@demo`,
    password: "motcua-demo",
  });
  const visitor = await program.deps.sessions.visitorOf(json.token);
  if (visitor.kind !== "official") throw new Error(`${who} is no official`);
  return visitor;
}

const outcomes = (answer: { json: { items: { outcome: string }[] } }) => answer.json.items.map((one) => one.outcome);

describe("which moves are for many", () => {
  it("is read from what each demands: the press, or whom it is given to, and nothing of the applicant's", () => {
    expect(moveNames.filter(isForMany)).toEqual(["accept", "assign", "handOver", "undoHandOver", "approve"]);
    for (const move of moveNames.filter(isForMany)) {
      expect(moves[move].demands.filter((demand) => demand !== "assignee")).toEqual([]);
    }
  });

  it("refuses every other by address", async () => {
    for (const move of ["refuse", "proposeResult", "recall", "withdraw", "nothing", "constructor"]) {
      expect((await many("reception-ward", move, { codes: ["H56.27.03-261116-0001"] })).status).toBe(404);
      expect((await program.ask("reception-ward", "GET", `/can-bo/cung-lam/${move}`)).status).toBe(404);
    }
    await expect(
      moveMany(
        program.deps.dossiers,
        await officialOf("reception-ward"),
        "refuse" satisfies MoveName,
        { items: [], note: null, assigneeId: null },
        () => undefined,
      ),
    ).rejects.toThrow("no move for many");
  });
});

describe("several dossiers by a program", () => {
  it("are moved each for itself: what is refused holds up no other, and says why", async () => {
    const [first = "", second = "", third = ""] = await sent(3);
    await at.walk(second, ["reception-ward", "accept"]);

    const answer = await many("reception-ward", "accept", {
      codes: [first, second, "H56.27.03-991231-9999", third.toLowerCase(), first, "không phải mã"],
    });

    expect(answer.status).toBe(200);
    expect(answer.json.items).toMatchObject([
      { code: first, outcome: "done", state: "accepted", eventCount: 2 },
      { code: second, outcome: "refused", reason: "moved-on", state: "accepted" },
      { code: "H56.27.03-991231-9999", outcome: "unknown" },
      { code: third, outcome: "done", state: "accepted" },
      { code: "không phải mã", outcome: "unknown" },
    ]);
    expect((await at.read(second)).eventCount).toBe(2);
  });

  it("are bounded in number, and strangers, citizens and unknown fields are turned away", async () => {
    const codes = Array.from({ length: 201 }, (_, no) => `H56.27.03-261116-${String(no).padStart(4, "0")}`);
    expect((await many("reception-ward", "accept", { codes })).status).toBe(400);
    expect((await many("reception-ward", "accept", { codes: [] })).status).toBe(400);
    expect((await many("reception-ward", "accept", { codes: ["a"], faults: [] })).status).toBe(400);
    expect((await many("citizen", "accept", { codes: ["a"] })).status).toBe(403);
    expect((await many(null, "accept", { codes: ["a"] })).status).toBe(401);
    expect((await many("leader-ward", "assign", { codes: ["a"] })).json.errors).toMatchObject([
      { path: "/assigneeId", code: "missing" },
    ]);
  });

  it("are nothing to somebody of another office: they learn not even that they are there", async () => {
    const [code = ""] = await sent(1);

    expect(outcomes(await many("specialist", "approve", { codes: [code] }))).toEqual(["refused"]);
    expect(outcomes(await many("reception", "accept", { codes: [code] }))).toEqual(["unknown"]);
    expect((await at.read(code)).state).toBe("submitted");
  });

  it("are not moved a second time when the request is repeated with what was seen", async () => {
    const codes = await sent(3);
    const seenEvents = Object.fromEntries(codes.map((code) => [code, 1]));

    const [one, other] = await Promise.all([
      many("reception-ward", "accept", { codes, seenEvents }),
      many("reception-ward", "accept", { codes, seenEvents }),
    ]);

    for (const at of [0, 1, 2])
      expect([outcomes(one)[at], outcomes(other)[at]].toSorted()).toEqual(["done", "doneBefore"]);
    for (const code of codes) expect((await at.read(code)).eventCount).toBe(2);
  });

  it("are given to one colleague by name, and refused one by one where that colleague is not posted", async () => {
    const codes = await sent(2);
    await many("reception-ward", "accept", { codes });
    const [city = ""] = [await at.send("1.001193")];
    const specialist = await accountId(program, "specialist");

    const answer = await many("reception-ward", "handOver", { codes: [...codes, city], assigneeId: specialist });
    expect(outcomes(answer)).toEqual(["done", "done", "refused"]);
    expect((await at.read(codes[0] ?? "", "specialist")).holder.assigneeId).toBe(specialist);

    const wrong = await many("reception-ward", "undoHandOver", { codes });
    expect(outcomes(wrong)).toEqual(["done", "done"]);
    const stranger = await accountId(program, "leader");
    const refused = await many("reception-ward", "handOver", { codes, assigneeId: stranger });
    expect(refused.json.items.map((one: { reason: string }) => one.reason)).toEqual([
      "unknown-assignee",
      "unknown-assignee",
    ]);
  });
});

describe("signing many", () => {
  it("shows the proposal of each before the signature, everything ticked, also without choosing first", async () => {
    const codes = await toSign(3);

    const page = (await program.ask("leader-ward", "GET", "/can-bo/cung-lam/approve")).bytes.toString();

    for (const [no, code] of codes.entries()) {
      expect(page).toContain(`Đủ điều kiện đăng ký, hồ sơ thứ ${no + 1}.`);
      expect(page).toMatch(new RegExp(`value="${code}"[^>]*checked`));
      expect(page).toContain(`name="thay.${code}" value="4"`);
      expect(page).toContain(`/can-bo/ho-so/${code}/du-thao/result`);
    }
  });

  it("answers for each with a link, signs each once, and a second press changes nothing", async () => {
    const codes = await toSign(2);
    const [late = ""] = await sent(1);
    const fields = [...codes, late].flatMap((code) => [
      ["hoSo", code] as const,
      [`thay.${code}`, code === late ? "1" : "4"] as const,
    ]);

    const first = (await press("leader-ward", "approve", fields)).bytes.toString();
    const second = (await press("leader-ward", "approve", fields)).bytes.toString();

    expect(first).toContain("Đã thực hiện 2 trên 3 hồ sơ.");
    expect(first).toContain("Không làm được");
    for (const code of codes) expect(first).toContain(`href="/can-bo/ho-so/${code}"`);
    expect(second).toContain("Đã làm trước đó");
    for (const code of codes) {
      const dossier = await at.read(code);
      expect(dossier).toMatchObject({ state: "finished", eventCount: 5 });
      expect(dossier.papers.filter((paper: { kind: string }) => paper.kind === "result")).toHaveLength(1);
    }
  });

  it("signs nothing of what has moved on since it was looked at", async () => {
    const [code = ""] = await toSign(1);
    await at.walk(code, ["leader-ward", "sendBack", { note: "Bổ sung căn cứ." }]);
    await at.walk(code, ["specialist", "proposeResult", { proposal: "Nội dung khác hẳn." }]);

    const page = (
      await press("leader-ward", "approve", [
        ["hoSo", code],
        [`thay.${code}`, "4"],
      ])
    ).bytes.toString();

    expect(page).toContain("Không làm được");
    expect((await at.read(code)).state).toBe("inProgress");
  });

  it("says what is missing and keeps what was ticked and written", async () => {
    const [one = "", two = ""] = await toSign(2);

    const answer = await press("leader-ward", "approve", [
      [`thay.${one}`, "4"],
      [`thay.${two}`, "4"],
      ["note", "Ký trong ngày"],
    ]);

    expect(answer.status).toBe(422);
    const page = answer.bytes.toString();
    expect(page).toContain("Chọn ít nhất một hồ sơ");
    expect(page).toContain("Ký trong ngày");
    expect(page).toContain(one);
    expect(page).not.toMatch(new RegExp(`value="${one}"[^>]*checked`));
  });

  it("leaves each signed once or plainly pending when the program fails in the midst, and goes on from there", async () => {
    const codes = await toSign(5);
    const leader = await officialOf("leader-ward");
    const { dossiers } = program.deps;
    const errors: string[] = [];
    let papers = 0;
    const failing: typeof dossiers = {
      ...dossiers,
      async issuePaper(tx, order) {
        papers++;
        const paper = await dossiers.issuePaper(tx, order);
        // The paper is numbered, signed and on disk; what follows never comes.
        if (papers === 3) throw new Error("the disk is full");
        if (papers === 4) throw new Error("Connection terminated unexpectedly");
        return paper;
      },
    };
    const items = codes.map((code) => ({ code, seenEvent: 4 }));

    const results = await moveMany(failing, leader, "approve", { items, note: null, assigneeId: null }, (_, code) =>
      errors.push(code),
    );

    expect(results.map(({ outcome }) => outcome.kind)).toEqual(["done", "done", "failed", "failed", "not-tried"]);
    expect(errors).toEqual(codes.slice(2, 4));
    const states = await Promise.all(codes.map(async (code) => (await at.read(code)).state));
    expect(states).toEqual(["finished", "finished", "inProgress", "inProgress", "inProgress"]);
    const pending = (await program.ask("leader-ward", "GET", "/can-bo/cung-lam/approve")).bytes.toString();
    for (const [no, code] of codes.entries()) expect(pending.includes(`value="${code}"`)).toBe(no >= 2);

    const again = await moveMany(dossiers, leader, "approve", { items, note: null, assigneeId: null }, () => undefined);

    expect(again.map(({ outcome }) => outcome.kind)).toEqual(["done-before", "done-before", "done", "done", "done"]);
    const numbers = new Set<string>();
    for (const code of codes) {
      const { papers: issued, eventCount } = await at.read(code);
      const results = issued.filter((paper: { kind: string }) => paper.kind === "result");
      expect({ eventCount, results: results.length }).toEqual({ eventCount: 5, results: 1 });
      numbers.add(results[0].number);
    }
    expect(numbers.size).toBe(codes.length);
    const lines: string[] = [];
    expect(await verify(program.deps, { write: (line: string) => lines.push(line) })).toBe(0);
  });
});

describe("the list", () => {
  it("offers with the boxes what the roles of the official allow, each only to be looked at first", async () => {
    await sent(1);
    const page = (await program.ask("reception-ward", "GET", "/can-bo?ds=unit")).bytes.toString();

    expect(page).toMatch(/formaction="\/can-bo\/cung-lam\/accept"[^>]*formmethod="get"/);
    expect(page).not.toContain("/can-bo/cung-lam/approve");
    const leaders = (await program.ask("leader-ward", "GET", "/can-bo?ds=unit")).bytes.toString();
    expect(leaders).toContain('href="/can-bo/cung-lam/approve"');
  });
});
