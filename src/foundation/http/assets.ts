/** What browsers are given besides pages: built once into dist/assets, read once at start, kept in memory compressed. */
import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { MiddlewareHandler } from "hono";

export type Assets = {
  /** The address of an asset by the name a page asks for; it changes whenever the content does. */
  readonly path: (name: string) => string;
  readonly serve: MiddlewareHandler;
};

type Encoded = {
  readonly type: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly br: Uint8Array<ArrayBuffer> | null;
  readonly gzip: Uint8Array<ArrayBuffer> | null;
};

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};
const forever = "public, max-age=31536000, immutable";
// A name without a hash may mean other content tomorrow.
const forAnHour = "public, max-age=3600";

export function openAssets(distFolder: string): Assets {
  const folder = join(distFolder, "assets");
  const manifestFile = join(folder, "manifest.json");
  const manifest: Record<string, string> = existsSync(manifestFile)
    ? JSON.parse(readFileSync(manifestFile, "utf8"))
    : {};
  const read = (file: string): Uint8Array<ArrayBuffer> | null =>
    existsSync(file) ? new Uint8Array(readFileSync(file)) : null;
  const files = new Map<string, Encoded>();
  for (const address of Object.values(manifest)) {
    const file = join(folder, address.replace(/^\/assets\//, ""));
    const plain = read(file);
    if (plain === null)
      throw new Error(`${manifestFile} names ${address}, which is not there. Build again: npm run build`);
    files.set(address, {
      type: types[extname(file)] ?? "application/octet-stream",
      plain,
      br: read(`${file}.br`),
      gzip: read(`${file}.gz`),
    });
  }

  return {
    path: (name) => manifest[name] ?? `/assets/${name}`,
    async serve(c, next) {
      const asked = c.req.path;
      const named = manifest[asked.replace(/^\/assets\//, "")];
      const file = files.get(asked) ?? (named === undefined ? undefined : files.get(named));
      if (file === undefined || (c.req.method !== "GET" && c.req.method !== "HEAD")) return next();
      const accepts = c.req.header("accept-encoding") ?? "";
      const encoding =
        file.br !== null && /\bbr\b/.test(accepts)
          ? "br"
          : file.gzip !== null && /\bgzip\b/.test(accepts)
            ? "gzip"
            : null;
      const body = encoding === "br" ? file.br : encoding === "gzip" ? file.gzip : file.plain;
      return new Response(body, {
        headers: {
          "content-type": file.type,
          "cache-control": files.has(asked) ? forever : forAnHour,
          vary: "accept-encoding",
          ...(encoding === null ? {} : { "content-encoding": encoding }),
        },
      });
    },
  };
}
