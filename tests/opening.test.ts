/** People open accounts themselves and set forgotten passwords anew, by a code; nobody learns whose address is known. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Browser, browser } from "./support/browser.ts";
import { appOf, typed } from "./support/code-app.ts";
import { type TestProgram, testProgram } from "./support/program.ts";

const start = "2026-11-24T02:00:00Z";
const password = "cầu Hàm Rồng bắc qua sông Mã";
let program: TestProgram;
let numbers = 0;

beforeAll(async () => {
  program = await testProgram({ now: start });
});
beforeEach(() => program.clock.set(start));

const freshNumber = () => `09120000${String(++numbers).padStart(2, "0")}`;
const later = (ms: number) => program.clock.set(new Date(program.clock.now().getTime() + ms));
const minute = 60_000;

/** What an address was sent, the newest first. */
async function sentTo(address: string): Promise<readonly string[]> {
  await program.deps.codes.settled();
  return program.deps.notices
    .pretended()
    .filter(({ to }) => to === address)
    .map(({ text }) => text);
}
const codeIn = (text: string | undefined) => /\b\d{6}\b/.exec(text ?? "")?.[0] ?? "";

const passwords = (text = password) => ({ "mat-khau-moi": text, "mat-khau-moi-nhap-lai": text });
const apply = (by: Browser, contact: string, name = "Lê Thị Hoa", kind = "citizen") =>
  by.post("/tai-khoan/mo", { "lien-he": contact, ten: name, loai: kind });

async function opened(contact: string, address = contact): Promise<Browser> {
  const by = browser(program);
  const { location } = await apply(by, contact);
  expect(location).toMatch(/^\/tai-khoan\/ma\/[\w-]{43}$/);
  const [text] = await sentTo(address);
  const done = await by.post(location, { ma: codeIn(text), ...passwords() });
  expect(done).toMatchObject({ status: 303, location: "/tai-khoan" });
  return by;
}

const signIn = (by: Browser, login: string, secret = password) => by.post("/dang-nhap", { login, password: secret });

describe("opening an account", () => {
  it.each([
    ["a telephone", "+84 912 111 001", "0912111001", "0912.111.001"],
    ["a mailbox", " Hoa.Le@Example.VN ", "hoa.le@example.vn", "hoa.le@example.vn"],
  ])(
    "by %s takes a code and a password, and signs in however the address is written",
    async (_, typed, address, again) => {
      const by = await opened(typed, address);
      expect((await by.get("/tai-khoan")).html).toContain("Lê Thị Hoa");
      expect((await signIn(browser(program), again)).location).toBe("/tai-khoan");
      expect((await signIn(browser(program), again, "sai mật khẩu")).status).toBe(422);
    },
  );

  it("is of a business too, and files under its name", async () => {
    const number = freshNumber();
    const by = browser(program);
    const { location } = await apply(by, number, "Công ty TNHH Sông Mã", "business");
    await by.post(location, { ma: codeIn((await sentTo(number))[0]), ...passwords() });
    const { rows } = await program.deps.database.pool.query(
      "select kind, is_demo from account where display_name = 'Công ty TNHH Sông Mã'",
    );
    expect(rows).toEqual([{ kind: "business", is_demo: false }]);
  });

  it("tells all faults at once and keeps what was typed", async () => {
    const by = browser(program);
    const nothing = await apply(by, " ", "  ");
    expect(nothing.status).toBe(422);
    expect(nothing.html).toContain("Hãy nhập số điện thoại");
    expect(nothing.html).toContain("Hãy nhập tên.");
    for (const wrong of ["0123", "0912 345 67x", "a@b", "hoa@@example.vn", `${"a".repeat(300)}@example.vn`]) {
      const { status, html } = await apply(by, wrong, "Lê <Hoa>");
      expect([wrong, status]).toEqual([wrong, 422]);
      expect(html).toContain("Lê &lt;Hoa&gt;");
    }
    expect((await apply(by, freshNumber(), "a".repeat(121))).html).toContain("dài quá 120");
  });

  it("answers the same for an address that has an account, and only the address is told", async () => {
    const number = freshNumber();
    await opened(number);
    const by = browser(program);
    const known = await apply(by, number);
    const unknown = await apply(by, freshNumber());
    expect(known.status).toBe(unknown.status);
    const pages = await Promise.all([known, unknown].map(({ location }) => by.get(location)));
    const [one, other] = pages.map(({ html }) => html.replace(/09\d{8}/g, "09").replace(/ma(\/|%2F)[\w-]{43}/g, "ma/"));
    expect(one).toBe(other);
    expect((await sentTo(number))[0]).toContain("da co tai khoan");
    // No code fits, not even one that is guessed rightly by chance.
    expect((await by.post(known.location, { ma: "123456", ...passwords() })).html).toContain("Mã chưa đúng");
  });

  it("counts wrong codes under a lock, and a slip of the password costs no try", async () => {
    const number = freshNumber();
    const by = browser(program);
    const { location } = await apply(by, number);
    const code = codeIn((await sentTo(number))[0]);
    const short = await by.post(location, { ma: code, ...passwords("ngan") });
    expect(short.status).toBe(422);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => by.post(location, { ma: wrong, ...passwords() })),
    );
    expect(answers.filter(({ html }) => html.includes("Mã chưa đúng"))).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(7);
    expect((await by.post(location, { ma: code, ...passwords() })).status).toBe(404);
  });

  it("takes a code once, for a quarter of an hour, and one account for one address", async () => {
    const number = freshNumber();
    const by = browser(program);
    const first = await apply(by, number);
    const firstCode = codeIn((await sentTo(number))[0]);
    const second = await apply(by, number);
    const secondCode = codeIn((await sentTo(number))[0]);
    const done = await Promise.all([
      by.post(first.location, { ma: firstCode, ...passwords() }),
      by.post(second.location, { ma: secondCode, ...passwords() }),
      by.post(first.location, { ma: firstCode, ...passwords() }),
    ]);
    expect(done.map(({ status }) => status).sort()).toEqual([303, 404, 404]);

    const late = freshNumber();
    const { location } = await apply(by, late);
    later(15 * minute + 1);
    expect((await by.get(location)).html).toContain("quá 15 phút");
    expect((await by.post(location, { ma: codeIn((await sentTo(late))[0]), ...passwords() })).status).toBe(404);
  });

  it("rings no telephone more than three times an hour, whoever asks", async () => {
    const number = freshNumber();
    const answers = await Promise.all(Array.from({ length: 6 }, () => apply(browser(program), number)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 303, 303, 429, 429, 429]);
    expect(await sentTo(number)).toHaveLength(3);
    later(61 * minute);
    expect((await apply(browser(program), number)).status).toBe(303);
  });

  it("leaves no address, name or code in the database as it is read", async () => {
    const number = freshNumber();
    const by = browser(program);
    await apply(by, number, "Nguyễn Bí Mật");
    const code = codeIn((await sentTo(number))[0]);
    await opened(freshNumber());
    const { rows } = await program.deps.database.pool.query(
      "select json_agg(r)::text as kept from code_request r union all select json_agg(c)::text from account_contact c",
    );
    const kept = JSON.stringify(rows);
    expect(kept).toContain("sealed_address");
    for (const secret of [number, "Bí Mật", code, Buffer.from(number).toString("hex")]) {
      expect(kept).not.toContain(secret);
    }
  });
});

describe("a forgotten password", () => {
  it("is set anew by a code, and everywhere else is out", async () => {
    const number = freshNumber();
    const before = await opened(number);
    const by = browser(program);
    const { location } = await by.post("/tai-khoan/quen-mat-khau", { "lien-he": number });
    const fresh = "một mật khẩu khác hẳn";
    const done = await by.post(location, { ma: codeIn((await sentTo(number))[0]), ...passwords(fresh) });
    expect(done).toMatchObject({ status: 303, location: "/dang-nhap?moi=2" });
    expect((await by.get(done.location)).html).toContain("Đã đặt mật khẩu mới.");
    expect((await before.get("/tai-khoan")).location).toContain("/dang-nhap");
    expect((await signIn(by, number)).status).toBe(422);
    expect((await signIn(by, number, fresh)).location).toBe("/tai-khoan");
  });

  it("of an unknown address looks the same, and its owner is told by e-mail that there is no account", async () => {
    const by = browser(program);
    const asked = await by.post("/tai-khoan/quen-mat-khau", { "lien-he": "khong-co@example.vn" });
    expect(asked.location).toMatch(/^\/tai-khoan\/ma\//);
    expect((await sentTo("khong-co@example.vn"))[0]).toContain("chưa có tài khoản");
    const number = freshNumber();
    expect((await by.post("/tai-khoan/quen-mat-khau", { "lien-he": number })).status).toBe(303);
    expect(await sentTo(number)).toEqual([]);
    expect((await by.post(asked.location, { ma: "000000", ...passwords() })).status).toBe(422);
  });

  it("does not get around the second factor", async () => {
    const number = freshNumber();
    const owner = await opened(number);
    const page = await owner.get("/tai-khoan/xac-thuc/ung-dung");
    const code = appOf(program, page.html);
    await owner.post("/tai-khoan/xac-thuc/ung-dung", { ...typed(code()), "mat-khau-dang-dung": password });
    const by = browser(program);
    const { location } = await by.post("/tai-khoan/quen-mat-khau", { "lien-he": number });
    await by.post(location, { ma: codeIn((await sentTo(number))[0]), ...passwords("một mật khẩu khác hẳn") });
    expect((await signIn(by, number, "một mật khẩu khác hẳn")).location).toBe("/dang-nhap/ma");
  });
});

describe("guessing at sign-in", () => {
  it("is counted for the address, however it is written", async () => {
    const number = freshNumber();
    await opened(number);
    const written = [number, `+84${number.slice(1)}`, number.replace(/(\d{4})(\d{3})/, "$1 $2 ")];
    for (let guess = 0; guess < 10; guess++) await signIn(browser(program), written[guess % 3] ?? "", `sai ${guess}`);
    expect((await signIn(browser(program), number)).html).toContain("sai quá nhiều");
    later(16 * minute);
    expect((await signIn(browser(program), number)).location).toBe("/tai-khoan");
  });
});
