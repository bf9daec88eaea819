/** Setting right what was recorded: by a new event, with the reason, and never a clock or a state with it. */
import { beforeAll, describe, expect, it } from "vitest";
import { verify } from "../src/verify.ts";
import { browser } from "./support/browser.ts";
import { desk } from "./support/desk.ts";
import { type TestProgram, testProgram } from "./support/program.ts";

let program: TestProgram;
let move: ReturnType<typeof desk>["move"];
let read: ReturnType<typeof desk>["read"];
let send: ReturnType<typeof desk>["send"];
let walk: ReturnType<typeof desk>["walk"];
/** A certificate of marital status: by a ward. */
const marriageStatus = "1.004873";
const guidance = "Mang theo sổ hộ khẩu.";
const reason = "Sổ hộ khẩu giấy không còn dùng.";

beforeAll(async () => {
  program = await testProgram({ now: "2026-11-16T01:30:00Z" });
  ({ move, read, send, walk } = desk(program));
});

type Entry = { number: number; type: string };
const numberOf = async (code: string, type: string): Promise<number> =>
  (await read(code)).timeline.findLast((entry: Entry) => entry.type === type).number;

async function guided(): Promise<{ code: string; number: number }> {
  const code = await send(marriageStatus);
  await walk(code, ["reception-ward", "accept"], ["reception-ward", "giveGuidance", { note: guidance }]);
  return { code, number: await numberOf(code, "giveGuidance") };
}

const faultsOf = (answer: { json: { errors: { path: string; code: string }[] } }) =>
  answer.json.errors.map(({ path, code }) => [path, code]);

describe("a correction", () => {
  it("names the event and the reason; the old words stay, and no clock or state moves", async () => {
    const { code, number } = await guided();
    const before = await read(code);

    const answer = await move("reception-ward", code, "correct", {
      note: reason,
      corrects: number,
      corrected: { note: "Mang theo căn cước." },
    });

    expect(answer.status).toBe(200);
    for (const field of ["state", "dueAt", "originalDueAt", "acceptedAt", "stepDueAt", "holder", "clock"])
      expect(answer.json[field]).toEqual(before[field]);
    const old = answer.json.timeline.find((entry: Entry) => entry.number === number);
    expect(old).toMatchObject({ reason: guidance, correctedBy: number + 1 });
    expect(answer.json.timeline.at(-1)).toMatchObject({
      type: "correct",
      corrects: number,
      reason,
      corrected: { note: "Mang theo căn cước." },
    });
    let said = "";
    expect(await verify(program.deps, { write: (text) => (said += text) }), said).toBe(0);
  });

  it("of guidance is read by the applicant, of a colleague's note it is not", async () => {
    const { code, number } = await guided();
    await walk(
      code,
      ["reception-ward", "correct", { note: reason, corrects: number }],
      ["reception-ward", "handOver", { note: "Xem kỹ tờ khai." }],
    );
    const handOver = await numberOf(code, "handOver");
    await walk(code, [
      "reception-ward",
      "correct",
      { note: "Nhầm hồ sơ của người khác.", corrects: handOver, corrected: { note: "Đã xem tờ khai." } },
    ]);

    const seen = await read(code, "citizen");
    const own = browser(program);
    await own.signIn("citizen");
    const { html } = await own.get(`/tai-khoan/ho-so/${code}`);

    expect(seen.timeline.find((entry: Entry) => entry.number === number + 1)).toMatchObject({ reason });
    expect(JSON.stringify(seen)).not.toContain("Nhầm hồ sơ");
    expect(html).toMatch(new RegExp(`<del class="corrected"><p>${guidance}</p></del>`));
    expect(html).toContain(reason);
    expect(html).not.toContain("Nhầm hồ sơ");
    expect(html).not.toContain("Đã xem tờ khai");
  });

  it("needs a reason and something new; each thing is corrected once, and a correction can be corrected", async () => {
    const { code, number } = await guided();
    const correct = (said: object) => move("reception-ward", code, "correct", said);

    expect(faultsOf(await correct({}))).toEqual([
      ["/note", "missing"],
      ["/corrects", "missing"],
    ]);
    expect(faultsOf(await correct({ note: " ", corrects: number, corrected: { note: guidance } }))).toEqual([
      ["/note", "missing"],
      ["/corrected", "unchanged"],
    ]);
    expect(faultsOf(await correct({ note: reason, corrects: number, corrected: { note: "x".repeat(4001) } }))).toEqual([
      ["/corrected/note", "tooLong"],
    ]);
    expect((await correct({ note: reason, corrects: number })).status).toBe(200);
    expect(faultsOf(await correct({ note: reason, corrects: number }))).toEqual([["/corrects", "notCorrectable"]]);
    const again = await correct({ note: "Vẫn cần.", corrects: number + 1, corrected: { note: guidance } });
    expect(again.status).toBe(200);
  });

  it("is for whoever recorded it and the head of their unit, not for other colleagues, and never for a decision", async () => {
    const code = await send(marriageStatus);
    await walk(code, ["reception-ward", "accept"], ["reception-ward", "handOver", { note: "Xem kỹ tờ khai." }]);
    const handOver = await numberOf(code, "handOver");
    const said = { note: reason, corrects: handOver };

    const specialist = await move("specialist", code, "correct", said);
    const stranger = await move("leader", code, "correct", said);
    const acceptance = await move("reception-ward", code, "correct", { ...said, corrects: handOver - 1 });
    const citizen = await move("citizen", code, "correct", said);
    const head = await move("leader-ward", code, "correct", said);

    expect(faultsOf(specialist)).toEqual([["/corrects", "notCorrectable"]]);
    expect(stranger.status).toBe(404);
    expect(faultsOf(acceptance)).toEqual([["/corrects", "notCorrectable"]]);
    expect(citizen.status).toBe(403);
    expect(head.status).toBe(200);
  });

  it("made twice at once is made once", async () => {
    const { code, number } = await guided();
    const said = { note: reason, corrects: number };

    const answers = await Promise.all([1, 2].map(() => move("reception-ward", code, "correct", said)));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it("of a verification keeps its parts, on a page that works without scripts", async () => {
    const code = await send(marriageStatus);
    await walk(
      code,
      ["reception-ward", "accept"],
      ["reception-ward", "handOver"],
      [
        "specialist",
        "recordVerification",
        {
          note: "Chưa kết hôn.",
          verification: { on: "9 giờ 16/11", place: "Nhà văn hóa", participants: "Ông Lê Văn Á" },
        },
      ],
    );
    const number = await numberOf(code, "recordVerification");
    const official = browser(program);
    await official.signIn("specialist");
    const page = `/can-bo/ho-so/${code}/dinh-chinh/${number}`;

    const offered = await official.get(`/can-bo/ho-so/${code}`);
    const form = await official.get(page);
    const typed = { verifiedOn: "9 giờ 16/11", place: "", participants: "Ông Lê Văn Á", words: "Chưa kết hôn." };
    const wrong = await official.post(page, { ...typed, reason: "" });
    const right = await official.post(page, { ...typed, place: "Trụ sở phường", reason: "Ghi nhầm nơi họp." });
    const after = await official.get(`/can-bo/ho-so/${code}`);

    expect(offered.html).toContain(`href="${page}"`);
    expect(form.html).toContain('value="Nhà văn hóa"');
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('href="#place"');
    expect(wrong.html).toContain('href="#reason"');
    expect(right.status).toBe(303);
    expect(after.html).toMatch(/<del class="corrected">.*Nhà văn hóa.*<\/del>/s);
    expect(after.html).toContain("Trụ sở phường");
    expect(after.html).toContain("Ghi nhầm nơi họp.");
    expect((await official.get(page)).status).toBe(404);
  });

  it("of who got a result comes after the dossier is closed, and somebody must have it", async () => {
    const code = await send(marriageStatus);
    await walk(
      code,
      ["reception-ward", "accept"],
      ["reception-ward", "handOver"],
      ["specialist", "proposeResult", { proposal: "Đủ điều kiện." }],
      ["leader-ward", "approve"],
    );
    const { holder } = await read(code);
    if (holder.role !== "return") await walk(code, ["reception-ward", "handOver"]);
    await walk(code, ["reception-ward", "returnResult", { handedTo: "Nguyễn Văn A" }]);
    const number = await numberOf(code, "returnResult");

    const empty = await move("reception-ward", code, "correct", { note: reason, corrects: number });
    const done = await move("reception-ward", code, "correct", {
      note: "Người nhận là em trai, có giấy ủy quyền.",
      corrects: number,
      corrected: { handedTo: "Nguyễn Văn Bình" },
    });

    expect(faultsOf(empty)).toEqual([["/corrected/handedTo", "missing"]]);
    expect(done.json).toMatchObject({ state: "returned" });
    expect(done.json.timeline.at(-1).corrected.handedTo).toBe("Nguyễn Văn Bình");
    let said = "";
    expect(await verify(program.deps, { write: (text) => (said += text) }), said).toBe(0);
  });
});
