import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type GallerySite, openGallery } from "./support/gallery-site.ts";

/** What scripts add to pages that work without them. */
let site: GallerySite;
let page: Page;

beforeAll(async () => {
  site = await openGallery();
});

beforeEach(async () => {
  page = await site.browser.newPage({ viewport: { width: 768, height: 900 } });
});

afterEach(async () => {
  await page.close();
});

afterAll(async () => {
  await site?.close();
});

const focused = () => page.evaluate(() => document.activeElement?.id ?? "");

describe("the search box", () => {
  const items = [
    { text: "Đăng ký khai sinh", detail: "Hộ tịch", href: "/procedure" },
    { text: "Đăng ký lại khai sinh", href: "/tasks" },
  ];

  beforeEach(async () => {
    await page.route("**/goi-y?*", (route) => route.fulfill({ json: { items } }));
    await page.goto(`${site.base}/home`);
    await page.locator("#tim").fill("khai sinh");
    await page.locator("[role=option]").first().waitFor();
  });

  it("offers what it knows, walked with the arrow keys and opened with Enter", async () => {
    const box = page.locator("#tim");
    expect(await box.getAttribute("aria-expanded")).toBe("true");

    await box.press("ArrowDown");
    expect(await page.locator("[role=option][aria-selected=true]").textContent()).toBe("Đăng ký khai sinhHộ tịch");
    await box.press("ArrowDown");
    await box.press("Enter");

    await page.waitForURL("**/tasks");
  });

  it("closes with Escape and then searches for what was typed", async () => {
    const box = page.locator("#tim");
    await page.route("**/thu-tuc*", (route) => route.fulfill({ contentType: "text/html", body: "found" }));
    await box.press("Escape");

    expect(await box.getAttribute("aria-expanded")).toBe("false");
    expect(await box.inputValue()).toBe("khai sinh");
    await box.press("Enter");

    await page.getByText("found").waitFor();
    expect(page.url()).toMatch(/\/thu-tuc\?q=khai\+sinh$/);
  });

  it("opens what is pressed", async () => {
    await page.locator("[role=option]").first().click();

    await page.waitForURL("**/procedure");
  });
});

describe("the error summary", () => {
  it("has the focus first, and leads into the field with its label in sight", async () => {
    await page.goto(`${site.base}/question`);
    expect(await page.evaluate(() => document.activeElement?.className)).toContain("error-summary");

    await page.locator(".error-summary a").nth(1).click();

    expect(await focused()).toBe("con-ngay-sinh");
    expect(await page.locator("legend", { hasText: "Ngày sinh" }).isVisible()).toBe(true);
  });
});

describe("an upload", () => {
  const paper = { name: "giay.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") };

  beforeEach(async () => {
    await page.goto(`${site.base}/gallery`);
  });

  it("is sent at once, and its id goes with the form", async () => {
    await page.route("**/api/v1/uploads", (route) => route.fulfill({ status: 201, json: { uploadId: "0190-7" } }));

    await page.locator("#vt-chung-sinh").setInputFiles(paper);

    const field = page.locator('[data-field="vt.chung-sinh"]');
    await field.locator('input[type="hidden"][value="0190-7"]').waitFor({ state: "attached" });
    expect(await field.locator('input[type="hidden"]').getAttribute("name")).toBe("vt.chung-sinh");
    expect(await field.locator(".upload-say").textContent()).toBe("Đã tải lên giay.pdf");
  });

  it("stays in the list when the line breaks, and can be tried again", async () => {
    let tries = 0;
    await page.route("**/api/v1/uploads", (route) => {
      tries += 1;
      return tries === 1 ? route.abort() : route.fulfill({ status: 201, json: { uploadId: "0190-8" } });
    });
    await page.locator("#vt-chung-sinh").setInputFiles(paper);
    const field = page.locator('[data-field="vt.chung-sinh"]');

    await field.getByRole("button", { name: "Thử lại" }).click();

    await field.locator('input[type="hidden"][value="0190-8"]').waitFor({ state: "attached" });
    expect(await field.locator(".is-failed").count()).toBe(0);
  });

  it("says what is wrong with a file that the city does not take", async () => {
    await page.route("**/api/v1/uploads", (route) => route.fulfill({ status: 415, json: {} }));

    await page.locator("#vt-chung-sinh").setInputFiles(paper);

    await page.getByText("giay.pdf không thuộc loại tệp nhận được.").first().waitFor();
    expect(await page.getByRole("button", { name: "Thử lại" }).count()).toBe(0);
  });
});

describe("a dossier on a narrow screen", () => {
  it("shows one part at a time, and the part that the address names", async () => {
    await page.goto(`${site.base}/dossier`);
    expect(await page.locator("#khai").isVisible()).toBe(true);
    expect(await page.locator("#giay-to").isVisible()).toBe(false);

    await page.locator(".dossier-tabs a", { hasText: "Giấy tờ" }).click();

    expect(await page.locator("#khai").isVisible()).toBe(false);
    expect(await page.locator("#giay-to").isVisible()).toBe(true);
    expect(page.url()).toMatch(/#giay-to$/);
  });

  it("shows everything on a wide screen", async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${site.base}/dossier`);

    expect(await page.locator(".dossier-part:visible").count()).toBe(4);
  });
});

it("walks the worklist with j and k, and reaches the search with /", async () => {
  await page.goto(`${site.base}/worklist`);
  const person = () => page.evaluate(() => document.activeElement?.textContent ?? "");

  await page.keyboard.press("j");
  expect(await person()).toBe("Trần Thị Kim Ngân");
  await page.keyboard.press("j");
  expect(await person()).toBe("Nguyễn Văn An");
  await page.keyboard.press("k");
  expect(await person()).toBe("Trần Thị Kim Ngân");
  await page.keyboard.press("/");

  expect(await focused()).toBe("tim-nhanh");
});

describe("the keys of officials", () => {
  const person = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  const ticked = () => page.locator(".worklist input:checked").count();
  const dialog = () => page.getByRole("dialog", { name: "Phím tắt trên trang này" });

  it("tick the row one stands at, and all of them", async () => {
    await page.goto(`${site.base}/worklist`);
    await page.keyboard.press("x");
    expect(await ticked()).toBe(0);

    await page.keyboard.press("j");
    await page.keyboard.press("x");
    expect(await ticked()).toBe(1);
    await page.keyboard.press("a");
    expect(await ticked()).toBe(await page.locator(".work").count());
    await page.keyboard.press("a");

    expect(await ticked()).toBe(0);
  });

  it("are told in a dialog that gives the place back when it closes", async () => {
    await page.goto(`${site.base}/worklist`);
    await page.keyboard.press("j");
    await page.keyboard.press("?");
    expect(await dialog().isVisible()).toBe(true);
    await page.keyboard.press("j");
    await page.keyboard.press("Escape");

    expect(await dialog().isVisible()).toBe(false);
    expect(await person()).toBe("Trần Thị Kim Ngân");
  });

  it("are never taken from somebody who types, nor with Ctrl or Alt", async () => {
    await page.goto(`${site.base}/worklist`);
    await page.keyboard.press("j");
    await page.keyboard.press("Control+x");
    await page.keyboard.press("Alt+a");
    expect(await ticked()).toBe(0);

    await page.locator("#tim-nhanh").focus();
    await page.keyboard.type("xa j?k");

    expect(await page.locator("#tim-nhanh").inputValue()).toBe("xa j?k");
    expect(await ticked()).toBe(0);
    expect(await dialog().isVisible()).toBe(false);
  });

  it("can be switched off for good, and on again with the button that stays", async () => {
    await page.goto(`${site.base}/worklist`);
    await page.getByRole("button", { name: "Phím tắt" }).click();
    await page.getByLabel("Dùng phím tắt").uncheck();
    await page.getByRole("button", { name: "Đóng" }).click();
    await page.reload();
    const before = await person();
    for (const key of ["j", "/", "?", "a"]) await page.keyboard.press(key);
    expect({ at: await person(), ticked: await ticked(), help: await dialog().isVisible() }).toEqual({
      at: before,
      ticked: 0,
      help: false,
    });

    await page.getByRole("button", { name: "Phím tắt" }).click();
    await page.getByLabel("Dùng phím tắt").check();
    await page.getByRole("button", { name: "Đóng" }).click();
    await page.keyboard.press("j");

    expect(await person()).toBe("Trần Thị Kim Ngân");
  });

  it("go through the parts of a dossier, and back to the list", async () => {
    await page.goto(`${site.base}/dossier`);
    await page.keyboard.press("3");
    expect(await person()).toBe("Xử lý");
    expect(await page.locator(".dossier-part:visible").getAttribute("id")).toBe("xu-ly");
    await page.keyboard.press("k");

    expect(await person()).toBe("Giấy tờ");
  });

  it("leave the tabs of a dossier working, also the one whose address stands there already", async () => {
    await page.goto(`${site.base}/dossier#giay-to`);
    await page.keyboard.press("1");
    expect(await page.locator("#khai").isVisible()).toBe(true);

    await page.locator(".dossier-tabs a", { hasText: "Giấy tờ" }).click();

    expect(await page.locator("#giay-to").isVisible()).toBe(true);
    expect(await page.locator("#khai").isVisible()).toBe(false);
  });
});

it("asks what follows from a choice only while it is chosen", async () => {
  await page.goto(`${site.base}/gallery`);
  const address = page.locator("#vc-nhan-dia-chi");
  expect(await address.isVisible()).toBe(true);

  await page.locator("#vc-nhan").check();

  expect(await address.isVisible()).toBe(false);
  expect(await address.isDisabled()).toBe(true);
});

it("shows and hides a password", async () => {
  await page.goto(`${site.base}/gallery`);
  const box = page.locator("#vm-mat-khau");

  await page.getByRole("button", { name: "Hiện mật khẩu" }).click();
  expect(await box.getAttribute("type")).toBe("text");
  await page.getByRole("button", { name: "Ẩn mật khẩu" }).click();

  expect(await box.getAttribute("type")).toBe("password");
});

it("sends a form once, however often its button is pressed", async () => {
  let sent = 0;
  await page.goto(`${site.base}/question`);
  await page.route("**/question", async (route) => {
    if (route.request().method() === "POST") sent += 1;
    await new Promise((wait) => setTimeout(wait, 300));
    await route.fulfill({ contentType: "text/html", body: "received" });
  });

  await page.locator("form[method=post] .button").first().dblclick();
  await page.getByText("received").waitFor();

  expect(sent).toBe(1);
});

it("counts what is left to write", async () => {
  await page.goto(`${site.base}/gallery`);

  await page.locator("#vd-noi-dung").fill("a".repeat(1001));

  expect(await page.locator("#vd-noi-dung-count").textContent()).toBe("Thừa 1 ký tự");
});
