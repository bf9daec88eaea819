import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { applicant, examplesOf, signInAs } from "./support/applicant.ts";
import { type RunningProgram, startProgram } from "./support/running-program.ts";

let program: RunningProgram;
let examples: Readonly<Record<string, string>>;

beforeAll(async () => {
  program = await startProgram();
  examples = await examplesOf(program.base, "1.001193");
});

afterAll(async () => {
  await program?.close();
});

describe.each([
  { how: "with scripts", javaScriptEnabled: true, width: 1280 },
  { how: "with scripts", javaScriptEnabled: true, width: 320 },
  { how: "without scripts", javaScriptEnabled: false, width: 1280 },
  { how: "without scripts", javaScriptEnabled: false, width: 320 },
])("$how, $width px wide", ({ javaScriptEnabled, width }) => {
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];

  beforeEach(() => {
    complaints.length = 0;
  });

  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });

  async function open(who: string | null): Promise<Page> {
    const context = await program.browser.newContext({
      baseURL: program.base,
      javaScriptEnabled,
      viewport: { width, height: 900 },
      ...(who === null ? {} : { storageState: await program.signedIn(who) }),
    });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on("console", (message) => message.type() === "error" && complaints.push(`${page.url()}: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
    return page;
  }

  /** Opens the dossier as this official and makes the move, with what it asks for. */
  async function move(who: string, code: string, button: string, says: Record<string, string> = {}): Promise<void> {
    const page = await open(who);
    await page.goto(`/can-bo/ho-so/${code}#xu-ly`);
    const form = page.locator(".move-first form");
    for (const [label, words] of Object.entries(says)) await form.getByLabel(label).fill(words);
    await form.getByRole("button", { name: button, exact: true }).click();
    await page.getByText("Đã ghi nhận.").waitFor();
    await page.context().close();
  }

  it("a birth is registered, from the search box to the signed result", async () => {
    const page = await open(null);
    await page.goto("/");
    const search = page.locator("main input[type=search]");
    await search.fill("dang ky khai sinh");
    await page.locator("main .search-button").click();
    await page.locator("main").getByRole("link", { name: "Đăng ký khai sinh", exact: true }).first().click();
    await page.waitForURL("**/thu-tuc/1.001193");
    await page.getByRole("link", { name: "Nộp hồ sơ qua mạng" }).first().click();
    await page.waitForURL("**/nop-ho-so/1.001193");
    await page.getByRole("link", { name: "Đăng nhập trước" }).click();
    await signInAs(page, "citizen");

    await page.locator("#unitCode").selectOption({ label: "Phường Lam Sơn" });
    await page.locator('main form button[type="submit"]').last().click();
    await page.waitForURL("**/nop-ho-so/ban-nhap/**");
    await applicant(page, examples).fillAll();
    expect(await page.locator("main").textContent()).toContain("0912 345 678");
    await page.getByRole("button", { name: "Gửi hồ sơ" }).click();
    await page.waitForURL("**/da-nop/**");
    const code = decodeURIComponent(new URL(page.url()).pathname.split("/").at(-1) ?? "");
    expect(await page.locator("main").textContent()).toContain(code);
    await page.getByRole("link", { name: "Theo dõi hồ sơ" }).click();
    await page.waitForURL(`**/tai-khoan/ho-so/${code}`);
    expect(await page.locator("main").textContent()).toContain("chờ tiếp nhận");

    await move("reception-ward", code, "Tiếp nhận");
    await move("reception-ward", code, "Chuyển bước tiếp theo");
    await move("specialist", code, "Trình kết quả", { "Nội dung trình ký": "Đăng ký khai sinh, đủ điều kiện." });
    await move("leader-ward", code, "Duyệt và ký");
    await move("reception-ward", code, "Trả kết quả");

    await page.reload();
    expect(await page.locator("main").textContent()).toContain("Kết quả đã được trả");
    const href = await page.getByRole("link", { name: "Kết quả giải quyết (PDF)" }).getAttribute("href");
    const paper = await (await page.request.get(href ?? "")).body();
    expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
    expect(paper.includes("/ByteRange")).toBe(true);

    const stranger = await open(null);
    await stranger.goto("/tra-cuu");
    await stranger.locator("#ma").fill(code.toLowerCase());
    await stranger.locator("main form button[type=submit]").click();
    await stranger.locator("h1", { hasText: code }).waitFor();
    const progress = await stranger.locator("main").textContent();
    expect(progress).toContain("Đã trả kết quả");
    for (const known of ["Lê Thị Minh Hòa", "038190000001", examples.childFullName ?? "?", "giấy tờ số"]) {
      expect(progress).not.toContain(known);
    }
    expect((await stranger.request.get(href ?? "", { maxRedirects: 0 })).status()).not.toBe(200);
    expect(complaints).toEqual([]);
  });
});
