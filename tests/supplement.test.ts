/** A supplement by the pages of the applicant, as a browser without JavaScript goes them. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { verify } from "../src/verify.ts";
import { type Browser, browser, seenOf } from "./support/browser.ts";
import { desk } from "./support/desk.ts";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aPdf } from "./support/submission.ts";

let program: TestProgram;
let at: ReturnType<typeof desk>;
let by: Browser;

beforeAll(async () => {
  program = await testProgram({ now: "2026-11-16T01:30:00Z" });
  at = desk(program);
  by = browser(program);
  await by.signIn("citizen");
});
beforeEach(() => program.clock.set("2026-11-16T01:30:00Z"));

const blurred = { componentKey: "giay-chung-sinh", message: "Bản chụp bị mờ ở phần ngày sinh." };
const mother = { legalBasis: "60/2014/QH13", message: "Họ tên người mẹ khác giấy chứng sinh." };

/** A dossier of which the city asked all this. */
async function asked(...faults: readonly object[]): Promise<string> {
  const code = await at.send();
  await at.walk(code, ["reception-ward", "requestSupplement", { faults }]);
  return code;
}

const home = (code: string) => `/tai-khoan/ho-so/${code}/bo-sung`;
const motherPage = (code: string) => `${home(code)}/to-khai/thong-tin-nguoi-me`;

/** Opens a page of the form and sends it with what is in its boxes, but for these changes. */
async function change(path: string, changes: Record<string, string>, act = "continue", accept = "text/html") {
  const { html } = await by.get(path);
  const form = /<form class="eform"[\s\S]*?<\/form>/.exec(html)?.[0] ?? "";
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const [, name = ""] = / name="([^"]+)"/.exec(tag) ?? [];
    const isChosen = !/type="(?:radio|checkbox)"/.test(tag) || / checked/.test(tag);
    if (name !== "" && isChosen) fields[name] = / value="([^"]*)"/.exec(tag)?.[1] ?? "";
  }
  for (const [, name = "", text = ""] of form.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)/g))
    fields[name] = text;
  return by.post(path, { ...fields, do: act, ...changes }, { accept });
}

async function upload(code: string, content: string, { remove }: { remove?: string } = {}) {
  const path = `${home(code)}/giay-to`;
  const { html } = await by.get(path);
  const form = new FormData();
  form.append("seen", seenOf(html));
  for (const [, name = "", id = ""] of html.matchAll(/<input type="hidden" name="([a-z-]+)" value="([0-9a-f-]{36})"/g))
    form.append(name, id);
  if (remove === undefined) {
    form.append("do", "continue");
    form.append(
      "giay-chung-sinh.file",
      new Blob([new Uint8Array(aPdf(content))], { type: "application/pdf" }),
      "giấy chứng sinh rõ.pdf",
    );
  } else form.append("remove", remove);
  return by.upload(path, form);
}

const send = (code: string, seenEvent = "2") => by.post(home(code), { seenEvent });

describe("a supplement by page", () => {
  it("replaces a paper and corrects an answer, checked once more, and tells the city exactly what changed", async () => {
    const code = await asked(blurred, mother);
    const before = await at.read(code, "citizen");
    const first = await by.get(home(code));
    expect(first.html).toContain("Bản chụp bị mờ ở phần ngày sinh.");
    expect(first.html).toContain("Họ tên người mẹ khác giấy chứng sinh.");
    expect(first.html).toContain("1 giấy tờ được yêu cầu chưa bổ sung");
    expect((await by.get(motherPage(code))).html).toContain("Họ tên người mẹ khác giấy chứng sinh.");

    const corrected = await change(motherPage(code), { motherFullName: "Nguyễn Thị Ân" });
    expect(corrected.location).toBe(`${home(code)}/kiem-tra`);
    const [old] = before.components.find(
      (one: { componentKey: string }) => one.componentKey === "giay-chung-sinh",
    ).uploadIds;
    expect((await upload(code, "", { remove: old })).status).toBe(303);
    expect((await upload(code, `rõ ${code}`)).location).toBe(`${home(code)}/kiem-tra`);

    const check = await by.get(`${home(code)}/kiem-tra`);
    expect(check.html).toMatch(/Trước: Nguyễn Thị An<[\s\S]*Sau: <strong>Nguyễn Thị Ân/);
    expect(check.html).toContain("Thêm: giấy chứng sinh rõ.pdf");
    expect(check.html).toContain("Bỏ: giấy tờ.pdf");
    expect(check.html).not.toContain("chưa có giấy tờ mới");
    expect((await at.read(code)).state).toBe("awaitingSupplement");
    expect((await send(code)).location).toBe(`/tai-khoan/ho-so/${code}`);

    const after = await at.read(code, "citizen");
    expect(after).toMatchObject({
      state: "submitted",
      answers: { ...before.answers, motherFullName: "Nguyễn Thị Ân" },
    });
    const files = after.components.find((one: { componentKey: string }) => one.componentKey === "giay-chung-sinh");
    expect(files.uploadIds).toHaveLength(1);
    expect(files.uploadIds).not.toContain(old);
  });

  it("shows the change to the official with what stood there before, and to others by its name only", async () => {
    const code = await asked(mother);
    await change(motherPage(code), { motherFullName: "Nguyễn Thị Ân" });
    await send(code);

    const official = (await program.ask("reception-ward", "GET", `/can-bo/ho-so/${code}`)).bytes.toString();
    expect(official).toMatch(/<del>Nguyễn Thị An<\/del>[\s\S]*<ins>Nguyễn Thị Ân<\/ins>/);
    expect(official).toContain("(đã sửa khi bổ sung)");
    const told = (await at.read(code)).timeline.at(-1);
    expect(told.changes).toEqual([
      { path: "/answers/motherFullName", before: "Nguyễn Thị An", after: "Nguyễn Thị Ân" },
    ]);

    const own = (await at.read(code, "citizen")).timeline.at(-1);
    expect(own.changed).toEqual(["/answers/motherFullName"]);
    expect(JSON.stringify(own)).not.toContain("Ân");
    const { lookupSecret } = await secretOf(code);
    const friend = await by.post("/tra-cuu", { ma: code, "bi-mat": lookupSecret });
    expect(friend.html).toContain("Đã sửa Thông tin người mẹ: Họ, chữ đệm, tên người mẹ");
    expect(friend.html).not.toContain("Nguyễn Thị Ân");
  });

  it("keeps what was begun, and gives it back on another day or device", async () => {
    const code = await asked(blurred);
    const path = motherPage(code);
    const { html } = await by.get(path);
    const saved = await change(path, { motherFullName: "Nguyễn Thị Bình Minh" }, "autosave", "application/json");
    expect(JSON.parse(saved.html).saved).toBe("Đã lưu lúc 08:30");

    program.clock.set("2026-11-20T01:30:00Z");
    const elsewhere = browser(program);
    await elsewhere.signIn("citizen");

    expect((await elsewhere.get(path)).html).toContain('value="Nguyễn Thị Bình Minh"');
    expect((await elsewhere.get(home(code))).html).toContain("Đã sửa");
    expect((await elsewhere.get("/tai-khoan")).html).not.toContain("Hồ sơ soạn dở");
    const late = await elsewhere.post(path, { seen: seenOf(html), do: "continue", motherFullName: "Thẻ Khác" });
    expect(late.status).toBe(409);
  });

  it("names every fault at once, on the page and before sending, and sends nothing", async () => {
    const code = await asked(mother);

    const wrong = await change(motherPage(code), { motherEthnicity: "", motherBirthYear: "2999" });
    const check = await by.get(`${home(code)}/kiem-tra`);
    const sent = await send(code);

    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('href="#motherEthnicity"');
    expect(wrong.html).toContain("“Năm sinh” không được lớn hơn 2026.");
    expect(check.html).toContain("Thông tin người mẹ: 2 chỗ cần sửa");
    expect(check.html).not.toContain("Gửi bổ sung</button>");
    expect(sent.status).toBe(422);
    expect((await at.read(code)).state).toBe("awaitingSupplement");
  });

  it("that changes nothing is not sent, and one that leaves a paper out is warned of", async () => {
    const code = await asked(blurred);

    expect((await send(code)).status).toBe(422);
    expect((await by.get(`${home(code)}/kiem-tra`)).html).toContain("Bạn chưa thay đổi gì");
    await change(motherPage(code), { motherFullName: "Nguyễn Thị Ân" });
    expect((await by.get(`${home(code)}/kiem-tra`)).html).toContain("Còn mục được yêu cầu mà chưa có giấy tờ mới");
    expect((await send(code)).status).toBe(303);
  });

  it("is undone as a whole, back to what was sent", async () => {
    const code = await asked(blurred);
    await change(motherPage(code), { motherFullName: "Nguyễn Thị Ân" });

    expect((await by.post(`${home(code)}/bo`, {})).location).toBe(home(code));

    expect((await by.get(motherPage(code))).html).toContain('value="Nguyễn Thị An"');
  });

  it("rewrites the date of birth in words when the date is corrected", async () => {
    const code = await asked(mother);
    const page = `${home(code)}/to-khai/nguoi-duoc-khai-sinh`;

    await change(page, { childBirthDate: "02/10/2025" });

    expect((await by.get(page)).html).toContain("Ngày hai tháng mười năm hai nghìn không trăm hai mươi lăm");
  });

  it("pressed twice is sent once, and leads to the dossier", async () => {
    const code = await asked(blurred);
    await upload(code, `hai lần ${code}`);

    const [one, two] = await Promise.all([send(code), send(code)]);

    expect([one.status, two.status].sort()).not.toEqual([422, 422]);
    expect((await at.read(code)).timeline.map((entry: { type: string }) => entry.type)).toEqual([
      "submit",
      "requestSupplement",
      "supplement",
    ]);
    expect((await send(code)).location).toBe(`/tai-khoan/ho-so/${code}`);
    expect((await by.get(home(code))).location).toBe(`/tai-khoan/ho-so/${code}`);
  });

  it("is nobody else's, and not there while nothing is asked", async () => {
    const [code, fresh] = [await asked(blurred), await at.send()];
    const other = browser(program);
    await other.signIn("business");

    expect((await other.get(home(code))).status).toBe(404);
    expect((await other.get(motherPage(code))).status).toBe(404);
    expect((await other.post(home(code), { seenEvent: "2" })).status).toBe(404);
    expect((await by.get(home(fresh))).location).toBe(`/tai-khoan/ho-so/${fresh}`);
    expect((await browser(program).get(home(code))).location).toContain("/dang-nhap");
  });

  it("begun and then withdrawn leaves no draft behind", async () => {
    const code = await asked(blurred);
    await change(motherPage(code), { motherFullName: "Nguyễn Thị Ân" });
    const drafts = () =>
      program.deps.database.db.selectFrom("draft").select("id").where("dossierId", "is not", null).execute();
    const before = (await drafts()).length;

    await at.walk(code, ["citizen", "withdraw"]);

    expect(await drafts()).toHaveLength(before - 1);
  });

  it("cannot be opened or sent as a new dossier by the id of its draft", async () => {
    const code = await asked(blurred);
    await change(motherPage(code), { motherFullName: "Nguyễn Thị Ân" });
    const { id } = await program.deps.database.db
      .selectFrom("draft")
      .select("id")
      .where("dossierId", "is not", null)
      .orderBy("savedAt", "desc")
      .executeTakeFirstOrThrow();

    expect((await by.get(`/nop-ho-so/ban-nhap/${id}`)).status).toBe(404);
    expect((await by.post(`/nop-ho-so/ban-nhap/${id}/gui`, {})).status).toBe(404);
  });

  it("leaves every history whole", async () => {
    const lines: string[] = [];
    expect(await verify(program.deps, { write: (line: string) => lines.push(line) })).toBe(0);
    expect(lines.join("")).toMatch(/dossiers checked, 0 faults/);
  });
});

/** The secret that stands on the page a person sees right after sending. */
async function secretOf(code: string): Promise<{ lookupSecret: string }> {
  const { html } = await by.get(`/da-nop/${code}`);
  const lookupSecret = /Mã bí mật<\/dt>\s*<dd[^>]*>\s*<span class="code">([^<]+)/.exec(html)?.[1] ?? "";
  return { lookupSecret };
}
