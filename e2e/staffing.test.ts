/**
 * An official begins: entered from a sheet by an administrator, the slip opened on a telephone, two-step sign-in set up
 * without scripts and by keyboard, and a result signed after a fresh code. Every page on the way is usable by everybody.
 */
import { Secret, TOTP } from "otpauth";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isForEverybody, isForEverybodyWithoutScripts } from "./support/for-everybody.ts";
import { type RunningProgram, startProgram } from "./support/running-program.ts";

let program: RunningProgram;
beforeAll(async () => {
  program = await startProgram();
}, 120_000);
afterAll(() => program?.close());

const password = "cầu Hàm Rồng bắc qua sông Mã";

async function open(browser: Browser, width: number, who: string | null, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    baseURL: program.base,
    viewport: { width, height: 800 },
    javaScriptEnabled,
    ...(who === null ? {} : { storageState: await program.signedIn(who) }),
  });
  return context.newPage();
}

it.each([1280, 320])("an official is entered, begins and signs in with a code, %i px wide", async (width) => {
  const login = `hoa.${width}`;
  const admin = await open(program.browser, width, "admin");
  await admin.goto("/quan-tri/can-bo");
  await isForEverybody(admin);
  await admin.getByRole("link", { name: "Nhập danh sách cán bộ" }).click();
  await admin
    .getByLabel("Danh sách")
    .fill(`Họ tên\tTên đăng nhập\tĐơn vị\tVai trò\nLê Thị Hoa\t${login}\tKHONG-CO\tLãnh đạo`);
  await admin.getByRole("button", { name: "Xem trước" }).click();
  await admin.locator(".error-summary").waitFor();
  await isForEverybody(admin);
  await admin
    .getByLabel("Danh sách")
    .fill(
      `Họ tên\tTên đăng nhập\tMã đơn vị\tVai trò\nLê Thị Hoa\t${login}\t14773\tLãnh đạo\nLê Thị Hoa\t${login}\t14773\tVăn thư`,
    );
  await admin.getByRole("button", { name: "Xem trước" }).click();
  await admin.getByText("Sẽ mở 1 tài khoản mới và ghi 2 vị trí.").waitFor();
  await isForEverybody(admin);
  await admin.getByRole("button", { name: "Ghi danh sách" }).click();
  await admin.getByText("Đã mở 1 tài khoản và ghi 2 vị trí.").waitFor();
  await isForEverybody(admin);
  const link = (await admin.locator(".slip-link").textContent()) ?? "";

  const page = await open(program.browser, 320, null, false);
  await page.goto(new URL(link).pathname);
  await isForEverybodyWithoutScripts(program.browser, page);
  await page.locator("#mat-khau-moi").fill(password);
  await page.locator("#mat-khau-moi-nhap-lai").fill(password);
  await page.keyboard.press("Enter");
  await page.getByText("Đã đặt mật khẩu.").waitFor();
  expect(await page.locator("#login").inputValue()).toBe(login);
  await page.locator("#password").fill(password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/dang-nhap"));

  await page.goto("/tai-khoan/xac-thuc");
  await isForEverybodyWithoutScripts(program.browser, page);
  await page.getByRole("link", { name: "Bật xác thực hai bước" }).press("Enter");
  await page.waitForURL("**/ung-dung");
  await isForEverybodyWithoutScripts(program.browser, page);
  await page.getByText("Không quét được?").press("Enter");
  const secret = ((await page.locator(".app-secret").textContent()) ?? "").replaceAll(" ", "");
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  await page.locator("#ma-xac-thuc").fill(totp.generate());
  await page.locator("#mat-khau-dang-dung").fill(password);
  await page.keyboard.press("Enter");
  await page.getByText("Mã dự phòng của bạn").waitFor();
  await isForEverybodyWithoutScripts(program.browser, page);
  const recovery = (await page.locator(".recovery-codes code").first().textContent()) ?? "";

  await page.context().clearCookies();
  await page.goto("/dang-nhap");
  await page.locator("#login").fill(login);
  await page.locator("#password").fill(password);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/dang-nhap/ma");
  await isForEverybodyWithoutScripts(program.browser, page);
  await page.locator("#ma-xac-thuc").fill("sai");
  await page.keyboard.press("Enter");
  await page.locator(".error-summary").waitFor();
  await page.locator("#ma-xac-thuc").fill(recovery);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/can-bo");
  await page.goto("/tai-khoan/xac-thuc");
  expect(await page.locator("main").textContent()).toContain("Còn 9 mã chưa dùng");
  await isForEverybodyWithoutScripts(program.browser, page);

  await admin.getByRole("link", { name: "Về danh sách cán bộ" }).click();
  await admin.goto(`/quan-tri/can-bo?tim=${login}`);
  await admin.getByRole("link", { name: "Lê Thị Hoa" }).click();
  await isForEverybody(admin);
  await admin.getByRole("button", { name: "Kết thúc vị trí Lãnh đạo" }).click();
  await admin.getByText("Đã kết thúc vị trí.").waitFor();
  await page.goto("/can-bo");
  expect(new URL(page.url()).pathname).toBe("/dang-nhap");
  await page.context().close();
  await admin.context().close();
});
