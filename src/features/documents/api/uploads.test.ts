import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { type AppEnv, createRoutes, type Visitor } from "#features/identity/index.ts";
import { movableClock } from "#foundation/clock/index.ts";
import { testDatabase } from "#foundation/db/testing.ts";
import { BadInputError, RequestError } from "#foundation/errors/index.ts";
import { openSealing } from "#foundation/sealing/index.ts";
import { openFileStore } from "../files/file-store.ts";
import { aPdf, aPng } from "../files/testing.ts";
import { declareUploadsApi } from "./uploads.ts";

const { db, ownerUrl } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), "uploads-"));
const sealing = openSealing({ key: "11".repeat(32) });
const files = await openFileStore({ folder, sealing });
const accountId = randomUUID();
const owner = new pg.Client({ connectionString: ownerUrl });
await owner.connect();
await owner.query(
  "insert into account (id, login, kind, display_name, password_hash, created_at) values ($1, 'a', 'citizen', 'Ánh', '', now())",
  [accountId],
);
afterAll(async () => {
  await owner.end();
  rmSync(folder, { recursive: true });
});

const maxUploadBytes = 2 * 1024 * 1024;
const citizen: Visitor = { kind: "citizen", accountId, login: "a", name: "Ánh", isDemo: false };
let visitor: Visitor = citizen;
const routes = createRoutes();
declareUploadsApi(routes, { db, files, sealing, clock: movableClock("2026-11-24T02:00:00Z"), maxUploadBytes });
const app = new Hono<AppEnv>();
app.use(async (c, next) => {
  c.set("visitor", visitor);
  c.set("requestId", "r-1");
  await next();
});
app.route("/", routes.app);
app.onError((error, c) => {
  if (error instanceof BadInputError) return c.json({ errors: error.faults }, error.status);
  if (error instanceof RequestError) return c.json({}, error.status);
  throw error;
});

async function send(...parts: readonly (readonly [string, File | string])[]): Promise<Response> {
  const form = new FormData();
  for (const [name, part] of parts) form.append(name, part);
  const encoded = new Response(form);
  return app.request("/api/v1/uploads", {
    method: "POST",
    headers: { "content-type": encoded.headers.get("content-type") ?? "" },
    body: await encoded.arrayBuffer(),
  });
}

const aFile = (content: Buffer, name = "giấy khai sinh.pdf") => new File([new Uint8Array(content)], name);
const rows = async () => (await owner.query("select count(*)::int as n from upload")).rows[0].n;

describe("POST /api/v1/uploads", () => {
  it("stores the file and answers what it is", async () => {
    const response = await send(["file", aFile(aPng(), "ảnh.jpg")]);

    expect(response.status).toBe(201);
    const body = await response.json();
    expect(body).toEqual({
      uploadId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      size: aPng().length,
      mediaType: "image/png",
    });
    expect((await files.readWhole(body.sha256)).equals(aPng())).toBe(true);
  });

  it.each([
    ["a renamed program", { file: aFile(Buffer.from(`MZ${"\0".repeat(3000)}`)) }, 415, "not-accepted"],
    ["an empty file", { file: aFile(Buffer.alloc(0)) }, 422, "empty"],
    ["a broken PDF", { file: aFile(aPdf().subarray(0, 200)) }, 422, "broken"],
    ["a file just too long", { file: aFile(Buffer.alloc(maxUploadBytes + 1, aPdf())) }, 413, "too-large"],
    ["no file", { file: "text" }, 422, "missing"],
    ["a file in another field", { datei: aFile(aPdf()) }, 400, "unknownField"],
    ["a field too many", { file: aFile(aPdf()), note: "hello" }, 400, "unknownField"],
  ])("refuses %s in words a person can act on", async (_, parts, status, code) => {
    const before = await rows();

    const response = await send(...Object.entries(parts));

    expect(response.status).toBe(status);
    const body = await response.json();
    expect(body.errors).toEqual([
      { path: expect.any(String), code, message: expect.stringMatching(/^\p{Lu}.+ \/ \p{Lu}.+/u) },
    ]);
    if (code !== "unknownField") expect(await rows()).toBe(before);
    expect(readdirSync(join(folder, "quarantine"))).toEqual([]);
  });

  it("refuses a body that is far too long before reading it, and two files at once", async () => {
    const tooLong = await app.request("/api/v1/uploads", {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x", "content-length": "999999999" },
      body: "--x",
    });
    expect(tooLong.status).toBe(413);

    expect((await send(["file", aFile(aPdf())], ["file", aFile(aPdf())])).status).toBe(422);
  });

  it("stops a body without a length once it is longer than any file may be", async () => {
    let sent = 0;
    const head = new TextEncoder().encode(
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4\n',
    );
    const endless = new ReadableStream({
      pull(controller) {
        controller.enqueue(sent === 0 ? head : new Uint8Array(65_536).fill(37));
        sent += 65_536;
      },
    });

    const response = await app.request("/api/v1/uploads", {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body: endless,
      duplex: "half",
    } as RequestInit);

    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(8 * 1024 * 1024);
    expect(readdirSync(join(folder, "quarantine"))).toEqual([]);
  });

  it.each([
    ["application/json", "{}", 415],
    ["multipart/form-data", "x", 400],
    ["multipart/form-data; boundary=x", "nothing of the kind", 400],
    [
      "multipart/form-data; boundary=x",
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4 cut off',
      400,
    ],
  ])("answers a body it cannot read (%s)", async (contentType, body, status) => {
    const response = await app.request("/api/v1/uploads", {
      method: "POST",
      headers: { "content-type": contentType },
      body,
    });

    expect(response.status).toBe(status);
    expect(readdirSync(join(folder, "quarantine"))).toEqual([]);
  });

  it("asks strangers to sign in first", async () => {
    visitor = { kind: "anonymous" };
    expect((await send(["file", aFile(aPdf())])).status).toBe(401);
    visitor = citizen;
  });
});
