import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Place, preparePlaces } from "./support/places.ts";
import { type RunningProgram, startProgram } from "./support/running-program.ts";

let program: RunningProgram;
let places: readonly Place[] = [];

beforeAll(async () => {
  program = await startProgram();
  places = await preparePlaces(program);
}, 120_000);

afterAll(async () => {
  await program?.close();
});

// Every rule once; then, where only colours differ, the rules that look at colours.
const colourRules = ["color-contrast", "link-in-text-block"];
const modes = {
  light: { media: { colorScheme: "light", forcedColors: "none" }, widths: [1280, 768, 320], rules: [] },
  dark: { media: { colorScheme: "dark", forcedColors: "none" }, widths: [1280, 768, 320], rules: colourRules },
  "forced colours": { media: { colorScheme: "light", forcedColors: "active" }, widths: [1280], rules: [] },
} as const;

/** Goes through every page as the one who sees it, two at a time. */
async function visitAll(visit: (page: Page, place: Place) => Promise<void>): Promise<void> {
  for (const who of new Set(places.map((place) => place.who))) {
    const context = await program.browser.newContext({
      baseURL: program.base,
      ...(who === null ? {} : { storageState: await program.signedIn(who) }),
    });
    const left = places.filter((one) => one.who === who);
    const walk = async () => {
      for (let place = left.shift(); place !== undefined; place = left.shift()) {
        const page = await context.newPage();
        await visit(page, place);
        await page.close();
      }
    };
    await Promise.all([walk(), walk()]);
    await context.close();
  }
}

async function openPlace(page: Page, place: Place): Promise<void> {
  await page.goto(place.path);
  await place.press?.(page);
  await page.waitForLoadState();
}

it.each(Object.entries(modes))(
  "everybody can use every page at every width in %s",
  async (_, mode) => {
    const faults: string[] = [];

    await visitAll(async (page, place) => {
      await page.emulateMedia(mode.media);
      await page.setViewportSize({ width: 1280, height: 900 });
      await openPlace(page, place);
      for (const width of mode.widths) {
        await page.setViewportSize({ width, height: 900 });
        const axe = new AxeBuilder({ page });
        const { violations } = await (mode.rules.length > 0 ? axe.withRules([...mode.rules]) : axe).analyze();
        for (const { id, nodes } of violations) {
          faults.push(`${place.name} at ${width}: ${id} at ${nodes.map((node) => node.target).join(" | ")}`);
        }
      }
    });

    expect(faults).toEqual([]);
  },
  600_000,
);

it("no page is wider than a telephone, each has one heading of its own, and the browser complains of nothing", async () => {
  const faults: string[] = [];

  await visitAll(async (page, place) => {
    page.on("console", (message) => {
      // An answer with faults has a status that says so, which Chromium writes down as well.
      const isStatus = /responded with a status of 4/.test(message.text());
      if (message.type() === "error" && !isStatus) faults.push(`${place.name}: ${message.text()}`);
    });
    page.on("pageerror", (error) => faults.push(`${place.name}: ${error.message}`));
    await page.setViewportSize({ width: 320, height: 700 });
    await openPlace(page, place);
    const seen = await page.evaluate(() => ({
      headings: document.querySelectorAll("h1").length,
      isWide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      title: document.title,
    }));
    if (seen.headings !== 1) faults.push(`${place.name}: ${seen.headings} main headings`);
    if (seen.isWide) faults.push(`${place.name}: wider than the screen`);
    if (seen.title.trim() === "") faults.push(`${place.name}: no title`);
  });

  expect(faults).toEqual([]);
}, 300_000);
