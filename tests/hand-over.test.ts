import { beforeAll, describe, expect, it } from "vitest";
import { verify } from "../src/verify.ts";
import { accountId, desk, post } from "./support/desk.ts";
import { type TestProgram, testProgram } from "./support/program.ts";

let program: TestProgram;
let at: ReturnType<typeof desk>;
let ward = "";
/** A second specialist, and a second leader, of the ward beside the demo ones. */
let colleague = "";

beforeAll(async () => {
  program = await testProgram({ now: "2026-11-16T01:30:00Z" });
  at = desk(program);
  ward = (await program.ask(null, "GET", "/api/v1/procedures/1.001193")).json.units[0].code;
  colleague = await post(program, "quality", `${ward}.TPHT`, "specialist");
  await post(program, "quality", ward, "leader");
});

const accepted = ["reception-ward", "accept"] as const;
const handedOver = ["reception-ward", "handOver"] as const;
const proposed = ["specialist", "proposeResult", { proposal: "Đủ điều kiện." }] as const;

async function deskOf(who: string, code: string): Promise<string> {
  return (await program.ask(who, "GET", `/can-bo/ho-so/${code}`)).bytes.toString();
}

async function pressAtDesk(who: string, code: string, name: string, fields: Record<string, string>) {
  return program.ask(who, "POST", `/can-bo/ho-so/${code}/viec/${name}`, new URLSearchParams(fields).toString(), {
    "content-type": "application/x-www-form-urlencoded",
    accept: "text/html",
  });
}

describe("a dossier handed over by name", () => {
  it("is that colleague's alone, and officials read in its history whose", async () => {
    const code = await at.send();
    await at.walk(code, accepted, ["reception-ward", "handOver", { assigneeId: colleague }]);

    expect((await at.move("specialist", code, "proposeResult", { proposal: "x" })).status).toBe(403);
    const dossier = await at.read(code, "quality");
    expect(dossier.moves).toContain("proposeResult");
    expect(dossier.timeline.at(-1)).toMatchObject({
      type: "handOver",
      assignee: { id: colleague, name: "Vũ Thị Khánh" },
    });
    expect(await deskOf("reception-ward", code)).toMatch(/Giao cho: <span class="name">Vũ Thị Khánh/);
    expect(JSON.stringify(await at.read(code, "citizen"))).not.toContain("Khánh");
  });

  it("goes to whoever is free when nobody is named", async () => {
    const code = await at.send();
    await at.walk(code, accepted, handedOver);

    expect((await at.read(code, "quality")).moves).toContain("proposeResult");
    expect((await at.read(code, "specialist")).moves).toContain("proposeResult");
  });

  it("may be proposed to a leader by name", async () => {
    const code = await at.send();
    await at.walk(code, accepted, handedOver, [
      "specialist",
      "proposeResult",
      { proposal: "Đủ điều kiện.", assigneeId: colleague },
    ]);

    expect((await at.move("leader-ward", code, "approve")).status).toBe(403);
    expect((await at.move("quality", code, "approve")).json).toMatchObject({ state: "finished" });
  });

  it("is refused for somebody who is not posted there today, and stays where it is", async () => {
    const gone = await post(program, "inspector", `${ward}.TPHT`, "specialist", { to: "2026-11-15" });
    const strangers = {
      "of the city above": await accountId(program, "leader"),
      "who has left": gone,
      "of another step": await accountId(program, "leader-ward"),
      "at the same desk": await accountId(program, "reception-ward"),
      "an applicant": await accountId(program, "citizen"),
      nobody: "00000000-0000-4000-8000-000000000000",
    };
    const code = await at.send();
    await at.walk(code, accepted);

    for (const [who, assigneeId] of Object.entries(strangers)) {
      const answer = await at.move("reception-ward", code, "handOver", { assigneeId });
      expect({ who, status: answer.status, errors: answer.json.errors }).toMatchObject({
        who,
        status: 422,
        errors: [{ path: "/assigneeId", code: "unknownAssignee" }],
      });
    }
    expect(await at.read(code)).toMatchObject({ state: "accepted", eventCount: 2 });
  });

  it("is not decided for a ward by giving it to a leader of the city", async () => {
    const code = await at.send();
    await at.walk(code, accepted, handedOver);

    const answer = await at.move("specialist", code, "proposeResult", {
      proposal: "Đủ điều kiện.",
      assigneeId: await accountId(program, "leader"),
    });

    expect(answer.status).toBe(422);
  });

  it("names nobody where the move gives it to nobody", async () => {
    const code = await at.send();

    const answer = await at.move("reception-ward", code, "accept", { assigneeId: colleague });

    expect(answer.json.errors).toMatchObject([{ path: "/assigneeId", code: "nobodyToName" }]);
    expect((await at.read(code)).state).toBe("submitted");
  });
});

describe("a dossier sent back", () => {
  it("goes to another colleague when one is named", async () => {
    const code = await at.send();
    await at.walk(code, accepted, handedOver, proposed);

    await at.walk(code, ["leader-ward", "sendBack", { note: "Người khác xem lại.", assigneeId: colleague }]);

    expect((await at.read(code, "quality")).moves).toContain("proposeResult");
    expect((await at.read(code, "specialist")).moves).not.toContain("proposeResult");
  });

  it("goes to whoever does the step now, when the one who handed it on has left the office", async () => {
    const leaving = await post(program, "inspector", `${ward}.TPHT`, "specialist", { from: "2026-11-16" });
    const code = await at.send();
    await at.walk(code, accepted, ["reception-ward", "handOver", { assigneeId: leaving }]);
    await at.walk(code, ["inspector", "proposeResult", { proposal: "Đủ điều kiện." }]);
    await post(program, "inspector", `${ward}.TPHT`, "specialist", { from: "2026-11-16", to: "2026-11-16" });
    program.clock.set("2026-11-17T01:30:00Z");

    await at.walk(code, ["leader-ward", "sendBack", { note: "Xem lại ngày sinh." }]);

    expect((await at.read(code)).holder).toMatchObject({ step: 1, role: "specialist" });
    expect((await at.read(code, "specialist")).moves).toContain("proposeResult");
    program.clock.set("2026-11-16T01:30:00Z");
  });

  it("does not go to the head who only gave it to somebody else", async () => {
    const code = await at.send("2.001931");
    await at.walk(code, ["reception", "accept"], ["reception", "handOver"]);
    const specialist = await accountId(program, "specialist");
    await at.walk(code, ["leader", "assign", { assigneeId: specialist }]);
    await at.walk(code, ["leader", "assign", { assigneeId: specialist, note: "Gấp." }]);

    await at.walk(code, ["specialist", "sendBack", { note: "Không thuộc phòng." }]);
    await at.walk(code, ["leader", "sendBack", { note: "Trả lại một cửa." }]);

    expect((await at.read(code, "reception")).moves).toContain("handOver");
  });
});

describe("the desk", () => {
  it("offers by name those who are posted where the dossier goes, each with what they have in hand", async () => {
    const busy = await at.send();
    await at.walk(busy, accepted, ["reception-ward", "handOver", { assigneeId: colleague }]);
    const code = await at.send();
    await at.walk(code, accepted);

    const html = await deskOf("reception-ward", code);

    const select = /<select[^>]*id="handOver-to"[\s\S]*?<\/select>/.exec(html)?.[0] ?? "";
    expect(select).toContain(">Người nào rảnh sẽ nhận</option>");
    expect(select).toMatch(/Vũ Thị Khánh – đang giữ [1-9]\d* hồ sơ/);
    expect(select).toContain("Trịnh Văn Quang – chưa giữ hồ sơ nào");
    expect(select).not.toContain("Phạm Đức Long");
  });

  it("hands over by a plain form, with and without a name", async () => {
    const [named, free] = [await at.send(), await at.send()];
    await at.walk(named, accepted);
    await at.walk(free, accepted);

    const one = await pressAtDesk("reception-ward", named, "handOver", {
      assigneeId: colleague,
      note: "",
      seenEvent: "2",
    });
    const other = await pressAtDesk("reception-ward", free, "handOver", { assigneeId: "", note: "", seenEvent: "2" });

    expect([one.status, other.status]).toEqual([303, 303]);
    expect((await at.read(named, "quality")).holder.assigneeId).toBe(colleague);
    expect((await at.read(free, "quality")).holder.assigneeId).toBeNull();
  });

  it("leads to the name that does not fit, and keeps what was written", async () => {
    const code = await at.send();
    await at.walk(code, accepted);

    const answer = await pressAtDesk("reception-ward", code, "handOver", {
      assigneeId: "khong-phai-ma",
      note: "Hồ sơ gấp, gia đình chờ.",
      seenEvent: "2",
    });

    const html = answer.bytes.toString();
    expect(answer.status).toBe(422);
    expect(html).toContain('href="#handOver-to"');
    expect(html).toContain("Hồ sơ gấp, gia đình chờ.");
  });

  it("tells who has the dossier now", async () => {
    const code = await at.send();
    await at.walk(code, accepted, ["reception-ward", "handOver", { assigneeId: colleague }]);

    expect(await deskOf("specialist", code)).toMatch(/Hồ sơ đang ở Vũ Thị Khánh/);
  });
});

describe("a hand-over that nobody has taken", () => {
  const takenBack = ["reception-ward", "undoHandOver"] as const;

  it("is taken back by the one who made it, with every clock as it was", async () => {
    const code = await at.send();
    await at.walk(code, accepted);
    const { holder, dueAt, originalDueAt, stepDueAt } = await at.read(code);
    program.clock.set("2026-11-16T03:00:00Z");
    await at.walk(code, ["reception-ward", "handOver", { assigneeId: colleague }]);
    program.clock.set("2026-11-16T08:30:00Z");

    const back = await at.move(...withCode(takenBack, code));

    expect(back.json).toMatchObject({ state: "accepted", holder, dueAt, originalDueAt, stepDueAt });
    expect(back.json.moves).toContain("handOver");
    expect(back.json.timeline.slice(-2)).toMatchObject([
      { type: "handOver", assignee: { id: colleague } },
      { type: "undoHandOver", role: "reception", assignee: null, actorName: "Lê Ngọc Ánh" },
    ]);
    expect((await at.read(code, "quality")).moves).not.toContain("proposeResult");
    program.clock.set("2026-11-16T01:30:00Z");
  });

  it("can be made and taken back again, and the line of steps tells when it was really left", async () => {
    const code = await at.send();
    await at.walk(code, accepted, handedOver, takenBack);
    program.clock.set("2026-11-16T02:45:00Z");
    await at.walk(code, handedOver);

    const path = /<ol class="steps[\s\S]*?<\/ol>/.exec(await deskOf("specialist", code))?.[0] ?? "";

    expect(path).toContain("09:45, 16/11/2026");
    expect(path).not.toContain("08:30, 16/11/2026");
    program.clock.set("2026-11-16T01:30:00Z");
  });

  it("is not undone once the next one has done something, nor by anybody else", async () => {
    const [taken, open] = [await at.send(), await at.send()];
    await at.walk(taken, accepted, handedOver, proposed);
    await at.walk(open, accepted, handedOver);

    const late = await at.move("reception-ward", taken, "undoHandOver");

    expect(late.status).toBe(409);
    expect(late.json).toMatchObject({ type: "/problems/moved-on", state: "inProgress" });
    for (const [who, status] of Object.entries({ specialist: 409, "leader-ward": 409, director: 403, citizen: 403 })) {
      expect({ who, status: (await at.move(who, open, "undoHandOver")).status }).toEqual({ who, status });
      expect((await at.read(open, who)).moves).not.toContain("undoHandOver");
    }
    expect((await at.read(open)).moves).toContain("undoHandOver");
  });

  it("is not there before there was one, nor after a decision was signed", async () => {
    const [fresh, signed] = [await at.send(), await at.send()];
    await at.walk(fresh, accepted);
    await at.walk(signed, accepted, handedOver, proposed, ["leader-ward", "approve"]);

    expect((await at.move("reception-ward", fresh, "undoHandOver")).status).toBe(409);
    expect((await at.move("leader-ward", signed, "undoHandOver")).status).toBe(409);
  });

  it("is undone or acted upon, never both, when two press at once", async () => {
    const code = await at.send();
    await at.walk(code, accepted, handedOver);

    const [back, on] = await Promise.all([at.move(...withCode(takenBack, code)), at.move(...withCode(proposed, code))]);

    expect([back.status, on.status].filter((status) => status === 200)).toHaveLength(1);
    expect((await at.read(code)).eventCount).toBe(4);
  });

  it("is a proposal taken back by the specialist, whose words stand in the box again", async () => {
    const code = await at.send();
    await at.walk(code, accepted, handedOver, proposed, ["specialist", "undoHandOver"]);

    expect(await at.read(code, "specialist")).toMatchObject({ holder: { step: 1, role: "specialist" } });
    expect(await deskOf("specialist", code)).toMatch(/<textarea[^>]*id="propose-text"[^>]*>\s*Đủ điều kiện\./);
  });

  it("is an assignment by which the head handed it on, but not a change of the person only", async () => {
    const code = await at.send("2.001931");
    await at.walk(code, ["reception", "accept"], ["reception", "handOver"]);
    const assigneeId = await accountId(program, "specialist");
    await at.walk(code, ["leader", "assign", { assigneeId }], ["leader", "undoHandOver"]);

    expect((await at.read(code, "leader")).holder).toMatchObject({ step: 1, role: "head_of_office" });
    await at.walk(code, ["leader", "assign", { assigneeId }], ["leader", "assign", { assigneeId }]);
    expect((await at.move("leader", code, "undoHandOver")).status).toBe(409);
  });

  it("is offered at the desk right after it, and taken back by a plain form", async () => {
    const code = await at.send();
    await at.walk(code, accepted);
    const pressed = await pressAtDesk("reception-ward", code, "handOver", { assigneeId: "", note: "", seenEvent: "2" });

    const after = (await program.ask("reception-ward", "GET", pressed.headers.get("location") ?? "")).bytes.toString();
    const back = await pressAtDesk("reception-ward", code, "undoHandOver", { seenEvent: "3" });

    expect(after).toContain(`action="/can-bo/ho-so/${code}/viec/undoHandOver"`);
    expect(back.status).toBe(303);
    expect((await at.read(code)).state).toBe("accepted");
  });

  it("leaves every history whole", async () => {
    const lines: string[] = [];
    expect(await verify(program.deps, { write: (line: string) => lines.push(line) })).toBe(0);
    expect(lines.join("")).toMatch(/dossiers checked, 0 faults/);
  });
});

function withCode([who, name, said]: readonly [string, string, object?], code: string) {
  return [who, code, name, said] as const;
}
