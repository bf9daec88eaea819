import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { contentSecurityPolicy } from "#foundation/http/index.ts";
import { GalleryPage } from "#ui/gallery/gallery-page.tsx";
import { sampleFrame } from "#ui/gallery/sample-frame.ts";
import { samplePages } from "#ui/gallery/sample-pages.tsx";
import type { Frame } from "#ui/layouts/index.ts";

const assets = join(import.meta.dirname, "../../dist/assets");
const types: Record<string, string> = {
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
const renders: Record<string, (frame: Frame) => { readonly markup: string } | null> = {
  gallery: (frame) => GalleryPage({ frame }),
  ...samplePages,
};

export type GallerySite = {
  readonly base: string;
  readonly browser: Browser;
  readonly pages: readonly string[];
  /** Bytes of each file that was asked for, by its path. */
  readonly weights: Map<string, number>;
  readonly close: () => Promise<void>;
};

/** The gallery and the sample pages with the files that are really served (after a build), and a Chromium to see them with. */
export async function openGallery(): Promise<GallerySite> {
  const manifest: Record<string, string> = JSON.parse(readFileSync(join(assets, "manifest.json"), "utf8"));
  const weights = new Map<string, number>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    response.setHeader("content-security-policy", contentSecurityPolicy);
    if (pathname.startsWith("/assets/")) {
      const body = readFileSync(join(assets, pathname.slice("/assets/".length)));
      weights.set(pathname, body.length);
      return response.setHeader("content-type", types[extname(pathname)] ?? "application/octet-stream").end(body);
    }
    const render = renders[pathname.slice(1)];
    if (!render) return response.writeHead(404).end();
    const textSize = searchParams.get("text") === "larger" ? "larger" : "normal";
    const asset = (name: string) => manifest[name] ?? `/assets/missing/${name}`;
    response.setHeader("content-type", "text/html; charset=utf-8");
    return response.end(render(sampleFrame({ asset, textSize }))?.markup);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  return {
    base: typeof address === "object" && address ? `http://127.0.0.1:${address.port}` : "",
    browser,
    pages: Object.keys(renders),
    weights,
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
