import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GallerySite, openGallery } from "./support/gallery-site.ts";

// The other pages are made of the same parts in the same layouts, and the journeys measure the real ones.
const measured = ["gallery", "home", "question", "dossier", "direction"];

let site: GallerySite;

beforeAll(async () => {
  site = await openGallery();
});

afterAll(async () => {
  await site?.close();
});

const modes = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  "forced colours": { colorScheme: "light", forcedColors: "active" },
} as const;

describe.each([320, 768, 1280])("at %d px", (width) => {
  it.each(Object.keys(modes))("everybody can use every part and page in %s", async (mode) => {
    const settings = mode === "dark" ? modes.dark : mode === "light" ? modes.light : modes["forced colours"];
    const context = await site.browser.newContext({ ...settings, viewport: { width, height: 900 }, bypassCSP: true });
    const faults: string[] = [];

    for (const name of measured) {
      const page = await context.newPage();
      await page.goto(`${site.base}/${name}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, nodes } of violations) faults.push(`${name}: ${id} at ${nodes.map((n) => n.target).join(", ")}`);
      if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) {
        faults.push(`${name}: wider than the screen`);
      }
      await page.close();
    }
    await context.close();

    expect(faults).toEqual([]);
  });
});

it("fits a telephone with the largest type, without scrolling sideways", async () => {
  const page = await site.browser.newPage({ viewport: { width: 320, height: 700 } });
  const wide: string[] = [];

  for (const name of site.pages) {
    await page.goto(`${site.base}/${name}?text=larger`);
    if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) {
      wide.push(name);
    }
  }
  await page.close();

  expect(wide).toEqual([]);
});

it("runs nothing that the content security policy forbids", async () => {
  const page = await site.browser.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));

  for (const name of site.pages) await page.goto(`${site.base}/${name}`);
  await page.close();

  expect(complaints.filter((words) => !words.includes("404"))).toEqual([]);
});

it("gives a citizen's page in at most 100 KB with 30 KB of script, not counting the font, before compression", async () => {
  const page = await site.browser.newPage();
  site.weights.clear();

  const response = await page.goto(`${site.base}/question`);
  await page.waitForLoadState("networkidle");
  const html = (await response?.body())?.length ?? 0;
  await page.close();

  const sizeOf = (extension: string) =>
    [...site.weights].filter(([path]) => path.endsWith(extension)).reduce((sum, [, bytes]) => sum + bytes, 0);
  expect(sizeOf(".js")).toBeLessThanOrEqual(30_000);
  expect(html + sizeOf(".js") + sizeOf(".css") + sizeOf(".svg")).toBeLessThanOrEqual(100_000);
});
