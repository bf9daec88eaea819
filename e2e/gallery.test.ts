import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "#foundation/http/index.ts";
import { GalleryPage } from "#ui/gallery/gallery-page.tsx";
import { sampleFrame } from "#ui/gallery/sample-frame.ts";
import { samplePages } from "#ui/gallery/sample-pages.tsx";
import type { Frame } from "#ui/layouts/index.ts";

/** Every part and every sample page, measured in a real browser with the files that are served. Needs `npm run build`. */
const assets = join(import.meta.dirname, "../dist/assets");
const manifest: Record<string, string> = JSON.parse(readFileSync(join(assets, "manifest.json"), "utf8"));
const types: Record<string, string> = {
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
const pages: Record<string, (frame: Frame) => { readonly markup: string } | null> = {
  gallery: (frame) => GalleryPage({ frame }),
  ...samplePages,
};

// The other pages are made of the same parts in the same layouts, and the journeys measure the real ones.
const measured = ["gallery", "home", "question", "dossier", "direction"];

let server: Server;
let browser: Browser;
let base = "";
const weights = new Map<string, number>();

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    response.setHeader("content-security-policy", contentSecurityPolicy);
    if (pathname.startsWith("/assets/")) {
      const body = readFileSync(join(assets, pathname.slice("/assets/".length)));
      weights.set(pathname, body.length);
      return response.setHeader("content-type", types[extname(pathname)] ?? "application/octet-stream").end(body);
    }
    const render = pages[pathname.slice(1)];
    if (!render) return response.writeHead(404).end();
    const textSize = searchParams.get("text") === "larger" ? "larger" : "normal";
    const asset = (name: string) => manifest[name] ?? `/assets/missing/${name}`;
    response.setHeader("content-type", "text/html; charset=utf-8");
    return response.end(render(sampleFrame({ asset, textSize }))?.markup);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  base = typeof address === "object" && address ? `http://127.0.0.1:${address.port}` : "";
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
});

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

const modes = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  "forced colours": { colorScheme: "light", forcedColors: "active" },
} as const;

describe.each([320, 768, 1280])("at %d px", (width) => {
  it.each(Object.keys(modes))("everybody can use every part and page in %s", async (mode) => {
    const settings = mode === "dark" ? modes.dark : mode === "light" ? modes.light : modes["forced colours"];
    const context = await browser.newContext({ ...settings, viewport: { width, height: 900 }, bypassCSP: true });
    const faults: string[] = [];

    for (const name of measured) {
      const page = await context.newPage();
      await page.goto(`${base}/${name}`);
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
  const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
  const wide: string[] = [];

  for (const name of Object.keys(pages)) {
    await page.goto(`${base}/${name}?text=larger`);
    if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) {
      wide.push(name);
    }
  }
  await page.close();

  expect(wide).toEqual([]);
});

it("runs nothing that the content security policy forbids", async () => {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));

  for (const name of Object.keys(pages)) await page.goto(`${base}/${name}`);
  await page.close();

  expect(complaints.filter((words) => !words.includes("404"))).toEqual([]);
});

it("gives a citizen's page in at most 100 KB with 30 KB of script, not counting the font, before compression", async () => {
  const page = await browser.newPage();
  weights.clear();

  const response = await page.goto(`${base}/question`);
  await page.waitForLoadState("networkidle");
  const html = (await response?.body())?.length ?? 0;
  await page.close();

  const sizeOf = (extension: string) =>
    [...weights].filter(([path]) => path.endsWith(extension)).reduce((sum, [, bytes]) => sum + bytes, 0);
  expect(sizeOf(".js")).toBeLessThanOrEqual(30_000);
  expect(html + sizeOf(".js") + sizeOf(".css") + sizeOf(".svg")).toBeLessThanOrEqual(100_000);
});
