/** Choosing channels without a script and without a mouse, and the bell that rings with one. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aBirthRegistration } from "../tests/support/submission.ts";
import { asking } from "./support/asking.ts";
import { type RunningProgram, startProgram } from "./support/running-program.ts";

let program: RunningProgram;
beforeAll(async () => {
  program = await startProgram();
}, 120_000);
afterAll(() => program?.close());

it("a person chooses channels by keyboard, without scripts", async () => {
  const context = await program.browser.newContext({
    baseURL: program.base,
    javaScriptEnabled: false,
    storageState: await program.signedIn("business"),
  });
  const page = await context.newPage();
  await page.goto("/tai-khoan/thong-bao");
  await page.getByRole("link", { name: "Chọn kênh nhận thông báo" }).press("Enter");
  await page.waitForURL("**/kenh");
  await page.locator('input[value="sms"]').press("Space");
  await page.locator("#dia-chi-sms").press("End");
  await page.keyboard.type("0912 345 67");
  await page.keyboard.press("Enter");
  await page.locator(".error-summary").waitFor();
  expect(await page.title()).toMatch(/^Lỗi: /);

  await page.locator("#dia-chi-sms").press("End");
  await page.keyboard.type("8");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/kenh?da-luu=1");

  expect(await page.getByRole("status").first().textContent()).toContain("Đã lưu lựa chọn của bạn.");
  expect(await page.locator("#dia-chi-sms").inputValue()).toBe("0912345678");
  expect(await page.locator('input[value="email"]').isChecked()).toBe(false);
  await context.close();
});

it("the bell of an open page rings within two seconds of a move, and a page without scripts has a plain link", async () => {
  const { ask } = asking(program.base);
  const body = await aBirthRegistration({ ask }, "citizen", "14773");
  const { json } = await ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": randomUUID() });
  const storageState = await program.signedIn("citizen");
  const context = await program.browser.newContext({ baseURL: program.base, storageState });
  const page = await context.newPage();
  await page.goto("/tai-khoan");
  const count = page.locator(".masthead-bell .masthead-count");
  expect(await count.isVisible()).toBe(false);
  await page.waitForTimeout(700);

  await ask("reception-ward", "POST", `/api/v1/dossiers/${json.code}/moves/accept`, {});

  await count.waitFor({ state: "visible", timeout: 2000 });
  expect(await count.textContent()).toBe("1 mới");
  await page.locator(".masthead-bell").click();
  await page.waitForURL("**/tai-khoan/thong-bao");
  await context.close();

  const plain = await program.browser.newContext({ baseURL: program.base, storageState, javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto("/tai-khoan");
  expect((await still.locator(".masthead-bell").textContent())?.trim()).toBe("Thông báo");
  await plain.close();
});
