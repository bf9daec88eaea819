/** A person opens an account on a telephone, without scripts, forgets the password and sets another. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isForEverybodyWithoutScripts } from "./support/for-everybody.ts";
import { type RunningProgram, startProgram } from "./support/running-program.ts";

let program: RunningProgram;
beforeAll(async () => {
  program = await startProgram();
}, 120_000);
afterAll(() => program?.close());

/** What the demo would have sent, as its administrator reads it. */
async function codeSent(admin: Page, to: RegExp): Promise<string> {
  for (let look = 0; look < 20; look++) {
    await admin.goto("/quan-tri/thong-bao");
    const text = (await admin.locator("main").textContent()) ?? "";
    const code = to.exec(text)?.[1];
    if (code !== undefined) return code;
    await admin.waitForTimeout(250);
  }
  throw new Error(`No message ${to}`);
}

it("an account is opened by telephone and its password set anew, without scripts", async () => {
  const context = await program.browser.newContext({
    baseURL: program.base,
    viewport: { width: 320, height: 800 },
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  const adminContext = await program.browser.newContext({
    baseURL: program.base,
    storageState: await program.signedIn("admin"),
  });
  const admin = await adminContext.newPage();
  const look = () => isForEverybodyWithoutScripts(program.browser, page);

  await page.goto("/dang-nhap");
  await look();
  await page.getByRole("link", { name: "Chưa có tài khoản?" }).click();
  await look();
  await page.getByLabel("Họ và tên").fill("Lê Thị Hoa");
  await page.locator("#lien-he").fill("0912 333");
  await page.keyboard.press("Enter");
  await page.locator(".error-summary").waitFor();
  await look();
  await page.locator("#lien-he").fill("0912 333 444");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/tai-khoan/ma/*");
  await look();
  await page.locator("#ma").fill(await codeSent(admin, /(\d{6}) la ma mo tai khoan/));
  await page.locator("#mat-khau-moi").fill("cầu Hàm Rồng bắc qua sông Mã");
  await page.locator("#mat-khau-moi-nhap-lai").fill("cầu Hàm Rồng bắc qua sông Mã");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/tai-khoan");
  expect(await page.locator("header").textContent()).toContain("Lê Thị Hoa");

  await context.clearCookies();
  await page.goto("/dang-nhap");
  await page.getByRole("link", { name: "Quên mật khẩu?" }).click();
  await look();
  await page.locator("#lien-he").fill("+84 912 333 444");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/tai-khoan/ma/*");
  await page.locator("#ma").fill(await codeSent(admin, /(\d{6}) la ma dat lai mat khau/));
  await page.locator("#mat-khau-moi").fill("một mật khẩu khác hẳn");
  await page.locator("#mat-khau-moi-nhap-lai").fill("một mật khẩu khác hẳn");
  await page.keyboard.press("Enter");
  await page.getByText("Đã đặt mật khẩu mới.").waitFor();
  await page.locator("#login").fill("0912333444");
  await page.locator("#password").fill("một mật khẩu khác hẳn");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/tai-khoan");
  await context.close();
  await adminContext.close();
});
