/** Lists an official keeps under a name: theirs alone, few, and back with one press. */
import { beforeAll, describe, expect, it } from "vitest";
import { type TestProgram, testProgram } from "./support/program.ts";

let program: TestProgram;
const root = "/can-bo/danh-sach-rieng";

beforeAll(async () => {
  program = await testProgram();
});

const send = (who: string, path: string, fields: Record<string, string>) =>
  program.ask(who, "POST", path, new URLSearchParams(fields).toString(), {
    "content-type": "application/x-www-form-urlencoded",
    accept: "text/html",
  });
const save = (who: string, ten: string, ds = "overdue", tt = "1.001193") => send(who, root, { ten, ds, tt });
const pageOf = async (who: string, path = "/can-bo") => (await program.ask(who, "GET", path)).bytes.toString();

describe("a saved list", () => {
  it("stands above the list under its name, and opens the queue and the procedure it was saved with", async () => {
    const saved = await save("specialist", "Khai sinh  quá hạn");

    expect(saved.status).toBe(303);
    expect(saved.headers.get("location")).toBe("/can-bo?ds=overdue&tt=1.001193");
    const page = await pageOf("specialist", "/can-bo?ds=overdue&tt=1.001193");
    expect(page).toContain('<a href="/can-bo?ds=overdue&amp;tt=1.001193" aria-current="page">Khai sinh quá hạn</a>');
  });

  it("is nobody else's: neither seen, renamed nor removed by a colleague", async () => {
    await save("leader", "Của lãnh đạo");

    expect(await pageOf("reception", root)).not.toContain("Của lãnh đạo");
    expect((await send("reception", `${root}/1`, { ten: "Chiếm" })).status).toBe(404);
    await send("reception", `${root}/1/xoa`, {});
    expect(await pageOf("leader", root)).toContain("Của lãnh đạo");
  });

  it("is there once after a double press, also at the same moment", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => save("quality", "Bấm hai lần")));

    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const page = await pageOf("quality", root);
    expect(page.match(/>Bấm hai lần<\/a>/g)).toHaveLength(1);
  });

  it("has a name of its own: none, one too long, one that is taken are told apart, and what was typed stays", async () => {
    await save("inspector", "Một");
    const cases = [
      ["   ", "Nhập tên danh sách"],
      ["ễ".repeat(61), "Tên dài tối đa 60 ký tự"],
      ["Một", "Bạn đã có danh sách khác mang tên này"],
    ] as const;

    for (const [name, words] of cases) {
      const answer = await save("inspector", name, "waiting");
      expect({ name, status: answer.status }).toEqual({ name, status: 422 });
      const page = answer.bytes.toString();
      expect(page).toContain(words);
      expect(page).toContain('name="ds" value="waiting"');
    }
    expect((await save("inspector", "ễ".repeat(60))).status).toBe(303);
    expect(await pageOf("inspector")).not.toContain("<script>");
  });

  it("shows a name of markup as what it is", async () => {
    await save("director", '<img src=x onerror="alert(1)">');

    expect(await pageOf("director")).toContain("&lt;img src=x onerror=");
  });

  it("is renamed and removed", async () => {
    await save("reception-ward", "Cũ");
    await save("reception-ward", "Khác");

    expect((await send("reception-ward", `${root}/1`, { ten: "Khác" })).status).toBe(422);
    expect((await send("reception-ward", `${root}/1`, { ten: "Mới" })).status).toBe(303);
    expect((await send("reception-ward", `${root}/2/xoa`, {})).status).toBe(303);
    expect((await send("reception-ward", `${root}/2/xoa`, {})).status).toBe(303);
    expect((await send("reception-ward", `${root}/x`, { ten: "Mới" })).status).toBe(404);
    const page = await pageOf("reception-ward");
    expect(page).toContain(">Mới</a>");
    expect(page).not.toContain(">Khác</a>");
  });

  it("is one of twelve at most, and a place that became free is taken again", async () => {
    const names = Array.from({ length: 14 }, (_, no) => `Danh sách ${no + 1}`);
    const answers = await Promise.all(names.map((name) => save("admin", name)));

    expect(answers.filter(({ status }) => status === 303)).toHaveLength(12);
    const refused = await save("admin", "Một danh sách nữa");
    expect(refused.status).toBe(409);
    expect(refused.bytes.toString()).toContain("Bạn đã lưu đủ 12 danh sách");
    await send("admin", `${root}/5/xoa`, {});
    expect((await save("admin", "Một danh sách nữa")).status).toBe(303);
  });

  it("of a queue or procedure that there is not is one of all work", async () => {
    const saved = await save("leader-ward", "Lạ", "../../x", "9.999999");

    expect(saved.headers.get("location")).toBe("/can-bo?ds=mine");
  });
});
