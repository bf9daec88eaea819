/** The people who use it all day: a specialist at her desk with the keyboard, and a leader with ten minutes. */
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aBirthRegistration } from "../tests/support/submission.ts";
import { type Ask, asking } from "./support/asking.ts";
import { type RunningProgram, startProgram } from "./support/running-program.ts";

let program: RunningProgram;
let ask: Ask;

beforeAll(async () => {
  program = await startProgram();
  ask = asking(program.base).ask;
});

afterAll(async () => {
  await program?.close();
});

const contexts: BrowserContext[] = [];
const complaints: string[] = [];
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

async function open(who: string, width: number): Promise<Page> {
  const context = await program.browser.newContext({
    baseURL: program.base,
    viewport: { width, height: 900 },
    storageState: await program.signedIn(who),
  });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("console", (message) => message.type() === "error" && complaints.push(`${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  return page;
}

async function move(who: string, code: string, name: string, said?: object): Promise<void> {
  const answer = await ask(who, "POST", `/api/v1/dossiers/${code}/moves/${name}`, said);
  if (answer.status !== 200) throw new Error(`${name} of ${code}: ${answer.bytes}`);
}

async function onTheSpecialistsDesk(): Promise<string> {
  const body = await aBirthRegistration({ ask }, "citizen", "14773");
  const sent = await ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": crypto.randomUUID() });
  const { code } = sent.json;
  await move("reception-ward", code, "accept");
  await move("reception-ward", code, "handOver");
  return code;
}

const rowOf = (page: Page, code: string) => page.locator(".work", { hasText: code });
const part = (page: Page) => page.locator("#xu-ly");
const recorded = (page: Page) => page.getByText("Đã ghi nhận.").waitFor();

describe("a specialist's day", () => {
  it("goes through the list by keys, notes, verifies, asks for a paper with a ready phrase, and proposes results", async () => {
    const codes = [await onTheSpecialistsDesk(), await onTheSpecialistsDesk(), await onTheSpecialistsDesk()];
    const page = await open("specialist", 1280);

    await page.goto("/can-bo");
    for (const code of codes) expect(await rowOf(page, code).count()).toBe(1);
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/can-bo/ho-so/**");
    const first = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    expect(codes).toContain(first);
    const [second = "", third = ""] = codes.filter((code) => code !== first);
    await page.locator("#ghi-chu textarea").fill("Đã gọi điện cho người nộp, hẹn xem bản chính chiều nay.");
    await page.locator("#ghi-chu").getByRole("button", { name: "Ghi lại" }).click();
    await page.locator("#ghi-chu .note-text", { hasText: "xem bản chính chiều nay" }).waitFor();
    await part(page).getByText("Ghi kết quả xác minh", { exact: true }).first().click();
    await page.getByLabel("Thời gian xác minh").fill("26/11/2026");
    await page.getByLabel("Địa điểm").fill("Trạm y tế phường Lam Sơn");
    await page.getByLabel("Người tham gia").fill("Trưởng trạm y tế");
    await page.getByLabel("Nội dung, kết quả xác minh").fill("Giấy chứng sinh do trạm cấp, đúng sổ.");
    await part(page).getByRole("button", { name: "Ghi kết quả xác minh", exact: true }).click();
    await recorded(page);
    await page.getByLabel("Nội dung trình ký").fill("Đủ điều kiện đăng ký khai sinh.");
    await part(page).getByRole("button", { name: "Trình kết quả", exact: true }).click();
    await recorded(page);

    await page.goto("/can-bo");
    expect(await rowOf(page, first).count()).toBe(0);
    await page.goto(`/can-bo/ho-so/${second}#xu-ly`);
    await part(page).getByText("Yêu cầu bổ sung", { exact: true }).first().click();
    await page.locator("#loi-giay-chung-sinh").fill("Giấy chứng sinh thiếu dấu của cơ sở y tế.");
    const asked = part(page).locator("form", { has: page.locator("#loi-giay-chung-sinh") });
    await asked.getByRole("button", { name: "Yêu cầu bổ sung", exact: true }).click();
    await recorded(page);

    await page.goto(`/can-bo/ho-so/${third}#xu-ly`);
    await page.getByLabel("Nội dung trình ký").fill("Đủ điều kiện đăng ký khai sinh.");
    await part(page).getByRole("button", { name: "Trình kết quả", exact: true }).click();
    await recorded(page);

    await page.goto("/can-bo");
    for (const code of [first, third]) expect(await rowOf(page, code).count()).toBe(0);
    await page.locator(".queue", { hasText: "Chờ người dân" }).click();
    expect(await rowOf(page, second).count()).toBe(1);

    const citizen = await open("citizen", 320);
    await citizen.goto(`/tai-khoan/ho-so/${first}`);
    const told = await citizen.locator("main").textContent();
    expect(told).not.toContain("xem bản chính chiều nay");
    await citizen.goto(`/tai-khoan/ho-so/${second}`);
    expect(await citizen.locator("main").textContent()).toContain("Giấy chứng sinh thiếu dấu của cơ sở y tế.");
    expect(complaints).toEqual([]);
  });
});

describe("a leader's ten minutes", () => {
  it.each([1280, 320])(
    "sign what is ready, all at once, and see what is late and with whom, %i px wide",
    async (width) => {
      const codes = [await onTheSpecialistsDesk(), await onTheSpecialistsDesk()];
      for (const code of codes) await move("specialist", code, "proposeResult", { proposal: "Đủ điều kiện đăng ký." });
      const page = await open("leader-ward", width);

      await page.goto("/can-bo");
      for (const code of codes) await rowOf(page, code).locator("input[type=checkbox]").check();
      await page.getByRole("button", { name: "Duyệt và ký", exact: true }).click();
      await page.waitForURL("**/can-bo/cung-lam/**");
      const review = (await page.locator("main").textContent()) ?? "";
      for (const code of codes) expect(review).toContain(code);
      await page.locator("main form button[type=submit]").last().click();
      await page.getByText("Đã thực hiện với cả 2 hồ sơ.").waitFor();

      for (const code of codes) {
        const { json } = await ask("leader-ward", "GET", `/api/v1/dossiers/${code}`);
        expect(json.state).toBe("finished");
        expect(json.papers.filter(({ kind }: { kind: string }) => kind === "result")).toHaveLength(1);
      }

      await page.goto("/dieu-hanh");
      expect(await page.locator("main").textContent()).toContain("Đã tiếp nhận");
      await page.goto("/can-bo/khoi-luong");
      expect(await page.locator("main").textContent()).toContain("Trịnh Văn Quang");
      expect(complaints).toEqual([]);
    },
  );
});
