import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aBirthRegistration, aPdf } from "../tests/support/submission.ts";
import { asking } from "./support/asking.ts";
import { type RunningProgram, startProgram } from "./support/running-program.ts";

let program: RunningProgram;

beforeAll(async () => {
  program = await startProgram();
});

afterAll(async () => {
  await program?.close();
});

describe.each([
  { how: "with scripts", javaScriptEnabled: true, width: 1280 },
  { how: "without scripts", javaScriptEnabled: false, width: 320 },
])("$how, $width px wide", ({ javaScriptEnabled, width }) => {
  const contexts: BrowserContext[] = [];
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });

  async function open(who: string): Promise<Page> {
    const context = await program.browser.newContext({
      baseURL: program.base,
      javaScriptEnabled,
      viewport: { width, height: 900 },
      storageState: await program.signedIn(who),
    });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    return page;
  }

  async function send(): Promise<string> {
    const { ask } = asking(program.base);
    const body = await aBirthRegistration({ ask }, "citizen", "14773");
    const key = { "idempotency-key": crypto.randomUUID() };
    return (await ask("citizen", "POST", "/api/v1/dossiers", body, key)).json.code;
  }

  const part = (page: Page) => page.locator("#xu-ly");
  const press = async (page: Page, button: string) => {
    await part(page).getByRole("button", { name: button, exact: true }).click();
    await page.getByText("Đã ghi nhận.").waitFor();
  };

  it("a supplement is read as a draft, asked for, answered with a paper and a correction, and seen by the official", async () => {
    const code = await send();
    const official = await open("reception-ward");
    await official.goto(`/can-bo/ho-so/${code}#xu-ly`);
    await part(official).getByText("Yêu cầu bổ sung", { exact: true }).first().click();
    await official.locator("#loi-giay-chung-sinh").fill("Bản chụp bị mờ ở phần ngày sinh.");
    const asked = part(official).locator("form", { has: official.locator("#loi-giay-chung-sinh") });
    const [draft] = await Promise.all([
      official.context().waitForEvent("page"),
      asked.getByRole("button", { name: "Xem bản dự thảo (PDF)" }).click(),
    ]);
    await draft.close();
    await asked.getByRole("button", { name: "Yêu cầu bổ sung", exact: true }).click();
    await official.getByText("Đã ghi nhận.").waitFor();

    const citizen = await open("citizen");
    await citizen.goto(`/tai-khoan/ho-so/${code}`);
    await citizen.getByRole("link", { name: "Gửi bổ sung" }).click();
    await citizen.getByRole("link", { name: "Giấy tờ kèm theo" }).click();
    await citizen
      .locator("main input[type=file]")
      .first()
      .setInputFiles({
        name: "giấy chứng sinh rõ.pdf",
        mimeType: "application/pdf",
        buffer: aPdf(`rõ ${Math.random()}`),
      });
    await citizen.locator('main button[name="do"][value="continue"]').click();
    await citizen.waitForURL("**/bo-sung/kiem-tra");
    await citizen.goto(`/tai-khoan/ho-so/${code}/bo-sung`);
    await citizen.getByRole("link", { name: "Thông tin người mẹ" }).click();
    await citizen.locator("#motherFullName").fill("Nguyễn Thị Ân");
    await citizen.locator('main button[name="do"][value="continue"]').click();
    await citizen.waitForURL("**/bo-sung/kiem-tra");
    expect(await citizen.locator("main").textContent()).toContain("Sau: Nguyễn Thị Ân");
    await citizen.getByRole("button", { name: "Gửi bổ sung" }).click();
    await citizen.waitForURL(`**/tai-khoan/ho-so/${code}`);
    expect(await citizen.locator("main").textContent()).toContain("Đã sửa Thông tin người mẹ");

    await official.goto(`/can-bo/ho-so/${code}#qua-trinh`);
    expect(await official.locator(".changes").textContent()).toMatch(/Nguyễn Thị An.*Nguyễn Thị Ân/);
    expect(await official.locator("#giay-to").textContent()).toContain("mới bổ sung");
  });

  it("a hand-over by name is taken back and made again", async () => {
    const code = await send();
    const page = await open("reception-ward");
    await page.goto(`/can-bo/ho-so/${code}#xu-ly`);
    await press(page, "Tiếp nhận");
    await page.goto(`/can-bo/ho-so/${code}#xu-ly`);
    await page.locator("#handOver-to").selectOption({ index: 1 });
    await press(page, "Chuyển bước tiếp theo");
    await page.goto(`/can-bo/ho-so/${code}#xu-ly`);
    await press(page, "Lấy lại hồ sơ");
    await page.goto(`/can-bo/ho-so/${code}#xu-ly`);
    await press(page, "Chuyển bước tiếp theo");

    const history = await page.locator("#qua-trinh").textContent();
    expect(history).toMatch(
      /Chuyển bước tiếp theo.*Lấy lại hồ sơ vừa chuyển.*Chuyển bước tiếp theo.*Giao cho: Trịnh Văn Quang/,
    );
  });
});
