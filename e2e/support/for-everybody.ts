import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";

/** Axe in both colour schemes, and nothing wider than the screen. */
export async function isForEverybody(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [page.url(), id, nodes.map(({ html }) => html)])).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
  const isWider = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect([page.url(), isWider]).toEqual([page.url(), false]);
}

/** Axe is a script itself: it looks at the same page in a browser that runs scripts. */
export async function isForEverybodyWithoutScripts(browser: Browser, page: Page): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 }, bypassCSP: true });
  const copy = await context.newPage();
  const html = await page.content();
  await copy.route("**/*", (route) =>
    route.request().resourceType() === "document"
      ? route.fulfill({ contentType: "text/html; charset=utf-8", body: html })
      : route.continue(),
  );
  await copy.goto(page.url());
  await isForEverybody(copy);
  await context.close();
}
