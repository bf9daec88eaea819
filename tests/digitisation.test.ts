/** Which papers of a dossier are digitised or re-used: recorded with the receipt and the return, set right, counted per unit. */
import { beforeAll, describe, expect, it } from "vitest";
import { verify } from "../src/verify.ts";
import { desk } from "./support/desk.ts";
import { type TestProgram, testProgram } from "./support/program.ts";

let program: TestProgram;
let at: ReturnType<typeof desk>;

beforeAll(async () => {
  program = await testProgram();
  at = desk(program);
});

const birth = "giay-chung-sinh";
const standing = async (code: string, who?: string) => (await at.read(code, who)).digitisation;
const ofPaper = async (code: string, of: string, who?: string) =>
  (await standing(code, who)).find((one: { of: string }) => one.of === of);
const form = (who: string, code: string, move: string, fields: Record<string, string>) =>
  program.ask(who, "POST", `/can-bo/ho-so/${code}/viec/${move}`, new URLSearchParams(fields).toString(), {
    "content-type": "application/x-www-form-urlencoded",
  });
const shares = async (who = "director", query = "from=2026-11-01&to=2026-11-30") =>
  (await program.ask(who, "GET", `/api/v1/figures/digitisation?${query}`)).json;

async function accepted(said: object = {}): Promise<string> {
  const code = await at.send();
  await at.walk(code, ["reception-ward", "accept", said]);
  return code;
}

describe("with the receipt", () => {
  it("each paper gets its state: what came as a file is digitised, before acceptance nothing is said", async () => {
    const code = await at.send();
    expect(await standing(code)).toEqual([]);

    await at.walk(code, ["reception-ward", "accept"]);

    expect(await ofPaper(code, birth)).toEqual({ of: birth, state: 1, isReused: false, source: null });
  });

  it("a paper taken from an earlier result is recorded with where it came from, which only officials read", async () => {
    const code = await accepted({ digitisation: [{ of: birth, state: 3, source: "  Số 12/2024 \u200b" }] });

    expect(await ofPaper(code, birth)).toEqual({ of: birth, state: 3, isReused: true, source: "Số 12/2024" });
    expect(await ofPaper(code, birth, "citizen")).toEqual({ of: birth, state: 3, isReused: true });
    const page = (await program.ask("reception-ward", "GET", `/can-bo/ho-so/${code}`)).bytes.toString();
    expect(page).toContain("Dùng lại kết quả đã cấp trước");
    expect(page).toContain("lấy từ Số 12/2024");
  });

  it("is refused with the place of the fault, and the dossier is not accepted", async () => {
    const code = await at.send();

    const answer = await at.move("reception-ward", code, "accept", {
      digitisation: [
        { of: birth, state: 2 },
        { of: "giay-la", state: 1 },
      ],
    });
    const wrongState = await at.move("reception-ward", code, "accept", { digitisation: [{ of: birth, state: 4 }] });

    expect(answer.status).toBe(422);
    expect(answer.json.errors.map(({ path, code: fault }: { path: string; code: string }) => [path, fault])).toEqual([
      ["/digitisation/0/source", "missing"],
      ["/digitisation/1/of", "unknownComponent"],
    ]);
    expect(wrongState.status).toBe(400);
    expect(await at.read(code)).toMatchObject({ state: "submitted", digitisation: [] });
  });

  it("is chosen on the page of the desk, where a fault stands at its box and what was typed stays", async () => {
    const code = await at.send();

    const wrong = await form("reception-ward", code, "accept", {
      [`so-hoa.${birth}`]: "3",
      [`nguon.${birth}`]: "",
    });
    const right = await form("reception-ward", code, "accept", {
      [`so-hoa.${birth}`]: "3",
      [`nguon.${birth}`]: "H56.27.03-251001-0004",
    });

    expect(wrong.status).toBe(422);
    expect(wrong.bytes.toString()).toContain('<option value="3" selected');
    expect(wrong.bytes.toString()).toContain(`href="#accept-nguon-${birth}"`);
    expect(right.status).toBe(303);
    expect(await ofPaper(code, birth)).toMatchObject({ state: 3, source: "H56.27.03-251001-0004" });
  });
});

describe("afterwards", () => {
  it("the desks that receive and return set it right by a new event; others and applicants do not", async () => {
    const code = await accepted();
    await at.walk(code, ["reception-ward", "handOver"]);

    const others = await Promise.all(
      ["citizen", "specialist", "leader-ward", "reception"].map((who) =>
        at.move(who, code, "digitise", { digitisation: [{ of: birth, state: 0 }] }),
      ),
    );
    const right = await at.move("reception-ward", code, "digitise", { digitisation: [{ of: birth, state: 0 }] });
    const again = await at.move("reception-ward", code, "digitise", { digitisation: [{ of: birth, state: 0 }] });

    for (const { status } of others) expect([403, 404]).toContain(status);
    expect([right.status, again.status]).toEqual([200, 422]);
    expect(await ofPaper(code, birth)).toMatchObject({ state: 0 });
    expect((await at.read(code)).timeline.at(-1)).toMatchObject({ type: "digitise", state: "inProgress" });
    const page = (await program.ask("reception-ward", "GET", `/can-bo/ho-so/${code}`)).bytes.toString();
    expect(page).toContain("1 giấy tờ chưa số hóa");
    expect(page).toContain("Hồ sơ đang ở");
  });

  it("two at once: each is recorded after the other, and the last word stands", async () => {
    const code = await accepted();

    const both = await Promise.all([
      at.move("reception-ward", code, "digitise", { digitisation: [{ of: birth, state: 2, source: "A-1" }] }),
      at.move("reception-ward", code, "digitise", { digitisation: [{ of: birth, state: 3, source: "B-2" }] }),
    ]);

    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const events = (await at.read(code)).timeline.filter(({ type }: { type: string }) => type === "digitise");
    expect(events).toHaveLength(2);
    expect(["A-1", "B-2"]).toContain((await ofPaper(code, birth)).source);
  });
});

describe("with the return of the result", () => {
  async function finished(): Promise<string> {
    const code = await accepted();
    await at.walk(
      code,
      ["reception-ward", "handOver"],
      ["specialist", "proposeResult", { proposal: "Đủ điều kiện." }],
      ["leader-ward", "approve"],
    );
    return code;
  }

  it("the signed result is kept digitised; one that is paper alone is said to be", async () => {
    const [plain, paper] = [await finished(), await finished()];

    await at.walk(plain, ["reception-ward", "returnResult", { handedTo: "Lê Thị Hoa" }]);
    const onPaper = await form("reception-ward", paper, "returnResult", {
      handedTo: "Lê Thị Hoa",
      "so-hoa.$result": "0",
    });

    expect(onPaper.status).toBe(303);
    expect([await ofPaper(plain, "$result"), await ofPaper(paper, "$result")]).toMatchObject([
      { state: 1 },
      { state: 0 },
    ]);

    await at.walk(paper, ["reception-ward", "digitise", { digitisation: [{ of: "$result", state: 1 }] }]);

    expect(await at.read(paper)).toMatchObject({ state: "returned" });
    expect(await ofPaper(paper, "$result")).toMatchObject({ state: 1 });
  });
});

describe("the share of a unit", () => {
  it("counts what was accepted in these days: whole, re-used, and results kept; every unit sees its own", async () => {
    const before = (await shares()).items[0];
    await accepted();
    await accepted({ digitisation: [{ of: birth, state: 3, source: "12/2024" }] });
    await accepted({ digitisation: [{ of: birth, state: 0 }] });

    const [unit] = (await shares()).items;

    expect(unit).toEqual({
      ...before,
      accepted: before.accepted + 3,
      whole: before.whole + 2,
      reused: before.reused + 1,
    });
    expect((await shares("leader-ward")).items).toEqual([unit]);
    expect((await shares("director", "from=2026-10-01&to=2026-10-31")).items).toEqual([]);
    const page = (await program.ask("director", "GET", "/dieu-hanh/so-hoa")).bytes.toString();
    expect(page).toContain(`${unit.whole}/${unit.accepted}`);
  });

  it("of days that are none, the other way round, or too many is no share", async () => {
    for (const query of [
      "",
      "from=2026-11-31&to=2026-11-30",
      "from=2026-11-30&to=2026-11-01",
      "from=2020-01-01&to=2026-11-30",
    ]) {
      expect((await program.ask("director", "GET", `/api/v1/figures/digitisation?${query}`)).status).toBe(400);
    }
    const page = await program.ask("director", "GET", "/dieu-hanh/so-hoa?tu=31%2F11%2F2026&den=");
    expect(page.bytes.toString()).toContain("Hãy nhập khoảng ngày hợp lệ");
    const empty = await program.ask("director", "GET", "/dieu-hanh/so-hoa?tu=01%2F10%2F2026&den=31%2F10%2F2026");
    expect(empty.bytes.toString()).toContain("Không có hồ sơ nào tiếp nhận");
  });
});

it("leaves nothing for verify to find", async () => {
  let said = "";
  await verify(program.deps, { write: (text) => (said += text) });

  expect(said).toContain(" 0 faults");
});
