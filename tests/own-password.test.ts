/** A person changes their password: what is refused, and who is out afterwards. */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { hashPassword } from "../src/features/identity/passwords.ts";
import { insertAccounts } from "../src/features/identity/queries.ts";
import { type Browser, browser } from "./support/browser.ts";
import { type TestProgram, testProgram } from "./support/program.ts";

let program: TestProgram;
const page = "/tai-khoan/mat-khau";
const old = "thuyền về bến lúc 5 giờ";
const fresh = "nắng chiều qua cầu Hàm Rồng";

beforeAll(async () => {
  program = await testProgram({ now: "2026-11-24T02:00:00Z" });
});

async function account(login: string, kind: "citizen" | "official" = "citizen"): Promise<void> {
  const passwordHash = await hashPassword(old);
  const createdAt = new Date("2026-11-01T00:00:00Z");
  await insertAccounts(program.deps.database.db, [
    { id: randomUUID(), login, kind, displayName: "Lê Thị Minh Hòa", passwordHash, isDemo: false, createdAt },
  ]);
}

async function signIn(login: string, password: string): Promise<Browser | null> {
  const by = browser(program);
  const answer = await by.post("/dang-nhap", { login, password });
  return answer.status === 303 ? by : null;
}

async function signedIn(login: string, password = old): Promise<Browser> {
  const by = await signIn(login, password);
  if (by === null) throw new Error(`${login} was not let in`);
  return by;
}

const change = (by: Browser, current: string, next: string, again = next) =>
  by.post(page, { "mat-khau-dang-dung": current, "mat-khau-moi": next, "mat-khau-moi-nhap-lai": again });

describe("a person who changes their password", () => {
  it("goes on here, is out everywhere else, and signs in with the new one alone", async () => {
    await account("hoa@example.vn");
    const elsewhere = await signedIn("hoa@example.vn");
    const here = await signedIn("hoa@example.vn");
    const answer = await change(here, old, fresh);
    expect(answer).toMatchObject({ status: 303, location: "/tai-khoan/phien?da=mat-khau&so=1" });
    expect((await here.get(answer.location)).html).toContain("Đã đổi mật khẩu và kết thúc 1 phiên khác.");
    expect((await elsewhere.get(page)).location).toContain("/dang-nhap");
    expect(await signIn("hoa@example.vn", old)).toBeNull();
    expect(await signIn("hoa@example.vn", fresh.normalize("NFD"))).not.toBeNull();
  });

  it("is told all that is wrong at once, and nothing is changed", async () => {
    await account("binh@example.vn");
    const by = await signedIn("binh@example.vn");
    const { status, html } = await change(by, "", "Matkhau@2026", "khác");
    expect(status).toBe(422);
    expect(html).toContain("Hãy nhập mật khẩu đang dùng.");
    expect(html).toContain("là từ mà kẻ gian thử trước tiên");
    expect(html).toContain("Hai lần nhập mật khẩu mới chưa giống nhau.");
    expect(html).not.toContain("Matkhau@2026");
    expect((await change(by, old, old)).html).toContain("phải khác mật khẩu đang dùng");
    expect((await change(by, "không phải", fresh)).html).toContain("Mật khẩu đang dùng chưa đúng.");
    expect(await signIn("binh@example.vn", old)).not.toBeNull();
  });

  it("cannot be guessed at from an open session: after ten wrong ones it rests", async () => {
    await account("chau@example.vn");
    const by = await signedIn("chau@example.vn");
    for (let time = 0; time < 10; time++) await change(by, `đoán lần ${time}`, fresh);
    const { status, html } = await change(by, old, fresh);
    expect(status).toBe(422);
    expect(html).toContain("Hãy thử lại sau 15 phút");
    program.clock.set("2026-11-24T02:16:00Z");
    expect((await change(by, old, fresh)).status).toBe(303);
  });
});

describe("the password", () => {
  it("of an official is longer", async () => {
    await account("can-bo@example.vn", "official");
    const by = await signedIn("can-bo@example.vn");
    expect((await change(by, old, "kX9-vupo")).html).toContain("ít nhất 12 ký tự");
    expect((await change(by, old, "kX9-vupo-42")).html).toContain("ít nhất 12 ký tự");
    expect((await change(by, old, "kX9-vupo-42b")).status).toBe(303);
  });

  it("of the sample accounts, which everybody shares, stays", async () => {
    const by = browser(program);
    await by.signIn("citizen");
    expect((await by.get(page)).html).toContain("dùng chung của bản chạy thử");
    const answer = await change(by, "motcua-demo", fresh);
    expect(answer.status).toBe(422);
    expect(await signIn("citizen@demo", "motcua-demo")).not.toBeNull();
  });

  it("is no stranger's to change", async () => {
    expect((await change(browser(program), old, fresh)).status).toBe(401);
  });
});
