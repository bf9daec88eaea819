/** Officials are entered, given their slips, taken off a place and closed; each by those who may, each at once. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { lockDormant, staffCommand } from "#features/identity/index.ts";
import { prepareCertificates } from "../src/certificates.ts";
import { type Browser, browser } from "./support/browser.ts";
import { appOf, setUpAt, typed } from "./support/code-app.ts";
import { anOfficial } from "./support/officials.ts";
import { type TestProgram, testProgram } from "./support/program.ts";

const start = "2026-11-24T02:00:00Z";
const password = "cầu Hàm Rồng bắc qua sông Mã";
const enterAt = "/quan-tri/can-bo/nhap";
let program: TestProgram;
let admin: Browser;
let lists = 0;

beforeAll(async () => {
  program = await testProgram({ now: start, staffSecondFactor: "required" });
});
beforeEach(async () => {
  program.clock.set(start);
  admin = browser(program);
  await admin.signIn("admin");
});

const head = "Họ và tên;Tên đăng nhập;Mã đơn vị;Vai trò";
const listOf = (...lines: readonly string[]) => [head, ...lines].join("\n");
/** Logins nobody has used before. */
const fresh = () => `hoa${++lists}`;
const record = (by: Browser, list: string) => by.post(enterAt, { "danh-sach": list, buoc: "ghi" });
const linksIn = (html: string) => [...html.matchAll(/\/tai-khoan\/bat-dau\/[\w-]{43}/g)].map(([link]) => link);

async function entered(login: string, ...places: readonly string[]) {
  const { status, html } = await record(admin, listOf(...places.map((place) => `Lê Thị Hoa;${login};${place}`)));
  expect(status).toBe(200);
  const [link = ""] = linksIn(html);
  const row = await program.deps.database.db
    .selectFrom("account")
    .select("id")
    .where("login", "=", login)
    .executeTakeFirstOrThrow();
  return { link, id: row.id, html };
}

const passwords = (text = password) => ({ "mat-khau-moi": text, "mat-khau-moi-nhap-lai": text });

/** With the slip in hand: password, telephone, and to work. */
async function begun(login: string, link: string): Promise<{ by: Browser; code: () => string }> {
  const by = browser(program);
  expect((await by.post(link, passwords())).location).toBe(`/dang-nhap?login=${login}&moi=1`);
  expect((await by.post("/dang-nhap", { login, password })).location).toBe("/tai-khoan/xac-thuc");
  const code = appOf(program, (await by.get(setUpAt)).html);
  expect((await by.post(setUpAt, typed(code()))).status).toBe(200);
  return { by, code };
}

describe("a list of officials", () => {
  it("is shown before it is recorded, recorded once, and changes nothing the second time", async () => {
    const login = fresh();
    const list = listOf(`Lê Thị Hoa;${login};14773;Tiếp nhận`, `Lê Thị Hoa;${login};14773;Trả kết quả`);
    const preview = await admin.post(enterAt, { "danh-sach": list, buoc: "xem" });
    expect(preview.html).toContain("Sẽ mở 1 tài khoản mới và ghi 2 vị trí.");
    expect(preview.html).toContain("Phường Lam Sơn");
    expect((await admin.get(`/quan-tri/can-bo?tim=${login}`)).html).toContain("Không có cán bộ nào khớp.");

    const both = await Promise.all([record(admin, list), record(admin, list)]);
    expect(both.map(({ html }) => linksIn(html).length).sort()).toEqual([0, 1]);
    const again = await admin.post(enterAt, { "danh-sach": list, buoc: "xem" });
    expect(again.html).toContain("Danh sách không thay đổi gì");
    const found = await admin.get(`/quan-tri/can-bo?tim=${encodeURIComponent("lê thi HOA")}`);
    expect(found.html).toContain(login);
    expect(found.html).toContain("Chờ đặt mật khẩu");
  });

  it("with one fault records nothing, and keeps what was pasted", async () => {
    const login = fresh();
    const list = listOf(`Lê Thị Hoa;${login};14773;Tiếp nhận`, `Lê Văn Hùng;${fresh()};KHONG-CO;Tiếp nhận`);
    const { status, html } = await record(admin, list);
    expect(status).toBe(422);
    expect(html).toContain("<strong>Dòng 3</strong>: Không có đơn vị này (KHONG-CO)");
    expect(html).toContain(`Lê Thị Hoa;${login};14773;Tiếp nhận`);
    expect((await admin.get(`/quan-tri/can-bo?tim=${login}`)).html).toContain("Không có cán bộ nào khớp.");
    expect((await record(admin, "  ")).html).toContain("Hãy dán danh sách.");
  });

  it("is for administrators, of units below theirs, and never for oneself", async () => {
    const reception = browser(program);
    await reception.signIn("reception");
    expect((await reception.get("/quan-tri/can-bo")).status).toBe(403);
    const list = listOf(`Lê Thị Hoa;${fresh()};14773;Tiếp nhận`);
    expect((await record(reception, list)).status).toBe(403);

    const ward = browser(program);
    await ward.signIn(await anOfficial(program, `quan-tri-${fresh()}`, "admin", "14773"));
    const beyond = await record(ward, listOf(`Lê Thị Hoa;${fresh()};TP-TUPHAP;Lãnh đạo`));
    expect(beyond.html).toContain("không thuộc phạm vi bạn quản trị");
    expect((await record(ward, list)).status).toBe(200);

    const own = fresh();
    const { link } = await entered(own, "TP-UBND;Quản trị");
    const { by } = await begun(own, link);
    const self = await record(by, listOf(`Lê Thị Hoa;${own};TP-UBND;Lãnh đạo`));
    expect(self.html).toContain("Bạn không tự giao vị trí cho mình được");
  });

  it("asks an administrator for a fresh proof", async () => {
    const login = fresh();
    const { link } = await entered(login, "TP-UBND;Quản trị");
    const { by } = await begun(login, link);
    program.clock.set("2026-11-24T02:20:00Z");
    const list = listOf(`Lê Văn Hùng;${fresh()};14773;Tiếp nhận`);
    const asked = await record(by, list);
    expect(asked.status).toBe(403);
    expect(asked.html).toContain("Xác nhận lại là bạn");
    expect(asked.html).toContain("Lê Văn Hùng");
  });
});

describe("a certificate", () => {
  it("is made for each who was entered, and once, though the job is done twice", async () => {
    const login = fresh();
    const { id } = await entered(login, "14773;Lãnh đạo", "TP-UBND;Thanh tra");
    const { rows } = await program.deps.database.pool.query(
      "select payload from graphile_worker._private_jobs where payload::jsonb->'accountIds' ? $1",
      [id],
    );
    expect(rows).toHaveLength(1);
    const folder = join(program.folder, "keys", "signing");
    const made = () => readdirSync(folder).filter((name) => name.startsWith("official-")).length;
    const before = made();
    await prepareCertificates(program.deps, rows[0].payload);
    expect(made()).toBe(before + 2);
    await prepareCertificates(program.deps, rows[0].payload);
    expect(made()).toBe(before + 2);
    await expect(prepareCertificates(program.deps, { accountIds: "tất cả" })).rejects.toThrow(/accountIds/);
  });
});

describe("a slip", () => {
  it("opens the account once, with a password that is good enough", async () => {
    const login = fresh();
    const { link } = await entered(login, "14773;Tiếp nhận");
    const by = browser(program);
    expect((await by.post("/dang-nhap", { login, password })).status).toBe(422);
    expect((await by.get(link)).html).toContain("Chào Lê Thị Hoa.");
    const short = await by.post(link, { ...passwords("ngan"), "mat-khau-moi-nhap-lai": "khac" });
    expect(short.status).toBe(422);
    expect(short.html).toContain("ít nhất 12 ký tự");
    expect(short.html).toContain("chưa giống nhau");

    const both = await Promise.all([by.post(link, passwords()), by.post(link, passwords())]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
    expect((await by.get(link)).status).toBe(404);
    expect((await by.get(`/dang-nhap?login=${login}&moi=1`)).html).toContain("Đã đặt mật khẩu.");
  });

  it("is void after seven days, and when a newer one was given, which voids password and telephone too", async () => {
    const login = fresh();
    const first = await entered(login, "14773;Lãnh đạo");
    program.clock.set("2026-12-01T02:00:01Z");
    expect((await browser(program).get(first.link)).html).toContain("quá 7 ngày");
    program.clock.set(start);
    const { by } = await begun(login, first.link);
    expect((await by.get("/can-bo")).status).toBe(200);

    const { html } = await admin.post(`/quan-tri/can-bo/${first.id}/phieu`, {});
    const [second = ""] = linksIn(html);
    expect((await by.get("/can-bo")).location).toContain("/dang-nhap");
    expect((await by.post("/dang-nhap", { login, password })).status).toBe(422);
    const next = await begun(login, second);
    expect((await next.by.get("/can-bo")).status).toBe(200);
  });

  it("does not lie in the database, nor on a page that is opened again", async () => {
    const { link, id } = await entered(fresh(), "14773;Tiếp nhận");
    const token = link.split("/").at(-1) ?? "";
    const { rows } = await program.deps.database.pool.query(
      "select json_agg(i)::text as kept from invitation i union all select json_agg(e)::text from staffing_event e",
    );
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await admin.get(`/quan-tri/can-bo/${id}`)).html).not.toContain(token);
  });
});

describe("a right that ends", () => {
  it("ends while the page is open, and everybody can read who ended it", async () => {
    const login = fresh();
    const { link, id } = await entered(login, "14773;Lãnh đạo", "14773;Văn thư");
    const { by, code } = await begun(login, link);
    const page = (await admin.get(`/quan-tri/can-bo/${id}`)).html;
    const [ending = "", ...others] = [...page.matchAll(/action="([^"]+\/ket-thuc)"/g)].map(([, at]) => at ?? "");
    expect(others).toHaveLength(1);

    expect((await admin.post(ending, {})).location).toBe(`/quan-tri/can-bo/${id}?da=het-vi-tri`);
    expect((await by.get("/can-bo")).location).toContain("/dang-nhap");
    expect((await admin.post(ending, {})).status).toBe(409);
    program.clock.set("2026-11-24T02:01:00Z");
    await by.post("/dang-nhap", { login, password });
    await by.post("/dang-nhap/ma", typed(code()));
    const { html } = await by.get("/can-bo");
    expect(html).toContain("Văn thư");
    expect((await by.get("/can-bo/cung-lam/approve")).status).toBeLessThan(500);
    const history = (await admin.get(`/quan-tri/can-bo/${id}`)).html;
    expect(history).toContain("Kết thúc vị trí: Lãnh đạo, Phường Lam Sơn");
    expect(history).toContain("Bùi Anh Tuấn");
  });

  it("ends with the account, for good, and not by its own holder or for a shared account", async () => {
    const login = fresh();
    const { link, id } = await entered(login, "TP-UBND;Quản trị");
    const { by, code } = await begun(login, link);
    expect((await by.post(`/quan-tri/can-bo/${id}/dong`, {})).html).toContain("không tự thay đổi quyền");
    expect((await admin.post(`/quan-tri/can-bo/${id}/dong`, {})).location).toBe(`/quan-tri/can-bo/${id}?da=dong`);
    expect((await by.get("/can-bo")).location).toContain("/dang-nhap");
    program.clock.set("2026-11-24T02:01:00Z");
    expect((await by.post("/dang-nhap", { login, password })).status).toBe(422);
    expect((await by.post("/dang-nhap/ma", typed(code()))).status).toBe(422);
    expect((await admin.post(`/quan-tri/can-bo/${id}/dong`, {})).status).toBe(409);
    expect((await admin.post(`/quan-tri/can-bo/${id}/phieu`, {})).status).toBe(409);
    const list = await record(admin, listOf(`Lê Thị Hoa;${login};14773;Tiếp nhận`));
    expect(list.html).toContain("Tài khoản này đã đóng");

    const shared = await program.deps.database.db
      .selectFrom("account")
      .select("id")
      .where("login", "=", "leader@demo")
      .executeTakeFirstOrThrow();
    expect((await admin.post(`/quan-tri/can-bo/${shared.id}/dong`, {})).status).toBe(403);
    expect((await admin.post("/quan-tri/can-bo/khong-co/dong", {})).status).toBe(404);
  });

  it("ends with an account that nobody has used for 45 days, until a new slip is given", async () => {
    const login = fresh();
    const { link, id } = await entered(login, "14773;Lãnh đạo");
    const { by } = await begun(login, link);
    const at = (day: string) => program.clock.set(`${day}T02:00:00Z`);
    const state = async () => (await admin.get(`/quan-tri/can-bo?tim=${login}`)).html;
    at("2026-12-31");
    await admin.signIn("admin");
    expect(await state()).not.toContain("Sắp khóa");
    at("2027-01-02");
    await admin.signIn("admin");
    expect(await state()).toContain("Sắp khóa vì lâu không dùng");
    at("2027-01-07");
    await lockDormant(program.deps.staffing);
    expect((await by.post("/dang-nhap", { login, password })).location).toBe("/dang-nhap/ma");
    at("2027-01-08");
    expect(await lockDormant(program.deps.staffing)).toBeGreaterThan(0);
    expect(await lockDormant(program.deps.staffing)).toBe(0);
    expect((await by.post("/dang-nhap", { login, password })).status).toBe(422);
    await admin.signIn("admin");
    expect((await admin.get(`/quan-tri/can-bo/${id}`)).html).toContain("Khóa vì 45 ngày không dùng");
    const [again = ""] = linksIn((await admin.post(`/quan-tri/can-bo/${id}/phieu`, {})).html);
    const next = await begun(login, again);
    expect(await lockDormant(program.deps.staffing)).toBe(0);
    expect((await next.by.get("/can-bo")).status).toBe(200);
  });

  it("leaves a record that not even the program can change", async () => {
    await expect(program.deps.database.pool.query("update staffing_event set what = 'closed'")).rejects.toThrow(
      /permission denied/,
    );
    await expect(program.deps.database.pool.query("delete from staffing_event")).rejects.toThrow(/permission denied/);
  });
});

describe("`motcua staff`", () => {
  const folder = mkdtempSync(join(tmpdir(), "motcua-staff-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function run(list: string, ...args: readonly string[]) {
    const file = join(folder, "can-bo.csv");
    writeFileSync(file, list);
    let said = "";
    const { deps } = program;
    const out = { write: (text: string) => (said += text) };
    const code = await staffCommand({ ...deps.staffing, origin: deps.config.origin }, [file, ...args], out);
    return { code, said };
  }

  it("enters the first administrator of an installation, and changes nothing before it is told to", async () => {
    const login = fresh();
    const list = listOf(`Lê Thị Hoa;${login};TP-UBND;Quản trị`);
    expect(await run(list)).toMatchObject({ code: 0, said: expect.stringContaining("Sẽ mở 1 tài khoản mới") });
    const recorded = await run(list, "--record");
    expect(recorded.code).toBe(0);
    const [link = ""] = linksIn(recorded.said);
    const { by } = await begun(login, link);
    expect((await by.get("/quan-tri/can-bo")).status).toBe(200);
    expect(await run(list)).toMatchObject({ code: 0, said: expect.stringContaining("không thay đổi gì") });
  });

  it("tells every fault and ends with 1, and says how it is used", async () => {
    const faulty = await run(listOf("Hoa;x;KHONG-CO;Gì đó"), "--record");
    expect(faulty.code).toBe(1);
    expect(faulty.said).toContain("Dòng 2: Không có vai trò này (Gì đó)");
    expect(faulty.said).toContain("Dòng 2: Tên đăng nhập chỉ gồm");
    let said = "";
    const out = { write: (text: string) => (said += text) };
    const deps = { ...program.deps.staffing, origin: "" };
    expect(await staffCommand(deps, [], out)).toBe(2);
    expect(await staffCommand(deps, [join(folder, "khong-co.csv")], out)).toBe(2);
    expect(said).toContain("motcua staff FILE [--record]");
  });
});
