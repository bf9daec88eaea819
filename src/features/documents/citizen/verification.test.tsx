import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AppEnv, createRoutes } from "#features/identity/index.ts";
import { createOrganisation, type Unit } from "#features/organisation/index.ts";
import { movableClock } from "#foundation/clock/index.ts";
import { testDatabase } from "#foundation/db/testing.ts";
import { RequestError } from "#foundation/errors/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { openSealing } from "#foundation/sealing/index.ts";
import { declareVerificationsApi } from "../api/verifications.ts";
import { openFileStore } from "../files/file-store.ts";
import { setResult } from "../papers/result.ts";
import { aCertificate, templates } from "../papers/testing.ts";
import { insertPaper, type Paper } from "../queries.ts";
import { fingerprint } from "../signing/certificate.ts";
import { openLocalSigner } from "../signing/local-signer.ts";
import { signPdf } from "../signing/sign-pdf.ts";
import type { SignerIdentity } from "../signing/signer.ts";
import { declareVerificationPages } from "./routes.tsx";

const { db, ownerUrl } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), "verification-"));
const clock = movableClock("2026-11-24T02:05:07Z");
const files = await openFileStore({ folder, sealing: openSealing({ key: "11".repeat(32) }) });
const signer = await openLocalSigner({ folder: join(folder, "keys"), clock });
const owner = new pg.Client({ connectionString: ownerUrl });
await owner.connect();
const { rows } = await owner.query(
  "insert into unit (code, kind, level, verified) values ('14773', 'ward', 'commune', true) returning id",
);
const unitId: number = rows[0].id;
afterAll(async () => {
  await owner.end();
  rmSync(folder, { recursive: true });
});

const unit: Unit = {
  id: unitId,
  code: "14773",
  kind: "ward",
  level: "commune",
  parentId: null,
  agencyId: null,
  agencyRole: null,
  verified: true,
  source: null,
  laterChanges: [],
  name: "Phường Lam Sơn",
  nameEn: "Lam Son Ward",
  shortName: "Lam Sơn",
  names: [],
};
const organisation = createOrganisation([unit]);

let language: Language = "vi";
const routes = createRoutes();
const deps = { db, files, clock, trustedRoots: [signer.root], organisation: () => organisation };
declareVerificationsApi(routes, deps);
declareVerificationPages(
  routes,
  deps,
  (_, page) => new Response(`<title>${page.title}</title>${String(page.main)}`, { status: page.status ?? 200 }),
);

const app = new Hono<AppEnv>();
app.use(async (c, next) => {
  c.set("visitor", { kind: "anonymous" });
  c.set("language", language);
  await next();
});
app.route("/", routes.app);
app.onError((error, c) => {
  if (error instanceof RequestError) return c.json({}, error.status);
  throw error;
});

const official: SignerIdentity = {
  kind: "official",
  id: "a-1",
  name: "Trịnh Đình Hùng",
  organisation: "UBND phường Lam Sơn",
};
const seal: SignerIdentity = {
  kind: "unit",
  id: "14773",
  name: "UBND PHƯỜNG LAM SƠN",
  organisation: "UBND phường Lam Sơn",
};

let number = 0;

async function issued(more: Partial<Paper> = {}): Promise<{ paper: Paper; pdf: Buffer }> {
  number += 1;
  const id = randomUUID();
  const set = await setResult(templates.results, { ...aCertificate, verifyUrl: `https://x.example/xac-minh/${id}` });
  const orders = [official, seal].map((identity) => {
    const field = set.signatures.find((place) => place.by === identity.kind);
    if (!field) throw new Error(identity.kind);
    return { identity, field, reason: "Ký ban hành", location: "Lam Sơn", at: clock.now() };
  });
  const pdf = await signPdf(set.pdf, orders, signer);
  const { sha256, size } = await files.keep(pdf);
  const certificates = await Promise.all([official, seal].map((identity) => signer.certificatesOf(identity)));
  const paper: Paper = {
    id,
    dossierId: randomUUID(),
    kind: "result",
    unitId,
    series: "KS-UBND",
    seriesYear: 2026,
    number,
    numberText: `${number}/KS-UBND`,
    title: "Giấy khai sinh",
    fileSha256: sha256,
    fileSize: size,
    issuedAt: clock.now(),
    template: "results/certificate",
    templateVersion: 1,
    citation: "30/2020/NĐ-CP",
    signers: [official, seal].map((identity, at) => ({
      role: identity.kind,
      name: identity.name,
      certificate: fingerprint(certificates[at]?.[0] ?? Buffer.alloc(0)),
    })),
    validUntil: null,
    replaces: null,
    replacesReason: null,
    ...more,
  };
  await insertPaper(db, paper);
  return { paper, pdf };
}

const api = async (id: string) => (await app.request(`/api/v1/verifications/${id}`)).json();
const page = async (id: string) => (await app.request(`/xac-minh/${id}`)).text();

async function held(pdf: Buffer): Promise<Response> {
  const form = new FormData();
  form.append("file", new File([new Uint8Array(pdf)], "van-ban.pdf"));
  const encoded = new Response(form);
  return app.request("/xac-minh", {
    method: "POST",
    headers: { "content-type": encoded.headers.get("content-type") ?? "" },
    body: await encoded.arrayBuffer(),
  });
}

describe("whoever holds a paper", () => {
  let good: { paper: Paper; pdf: Buffer };
  beforeAll(async () => {
    good = await issued();
  });

  it("learns that it is genuine, who signed it and when", async () => {
    expect(await api(good.paper.id)).toEqual({
      resultId: good.paper.id,
      isGenuine: true,
      status: "valid",
      kind: "result",
      title: "Giấy khai sinh",
      number: good.paper.numberText,
      issuedAt: "2026-11-24T09:05:07+07:00",
      issuedBy: { unitCode: "14773", name: "Phường Lam Sơn" },
      validUntil: null,
      replacedBy: null,
      sha256: good.paper.fileSha256,
      signatures: [official, seal].map((identity) => ({
        name: identity.name,
        organisation: identity.organisation,
        signedAt: "2026-11-24T09:05:07+07:00",
        certificateSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        isValid: true,
        faults: [],
      })),
    });

    const html = await page(good.paper.id);
    for (const said of ["Văn bản thật, còn giá trị", "Phường Lam Sơn", good.paper.numberText, "Trịnh Đình Hùng"]) {
      expect(html).toContain(said);
    }
  });

  it("learns nothing of the person it is about", async () => {
    const told = JSON.stringify(await api(good.paper.id)) + (await page(good.paper.id));

    for (const secret of ["KHÔI", "Minh Khôi", "ÁNH", "Lê Hoàn", good.paper.dossierId, aCertificate.code]) {
      expect(told).not.toContain(secret);
    }
  });

  it("is answered in English too", async () => {
    language = "en";
    expect(await page(good.paper.id)).toContain("Genuine and in force");
    language = "vi";
  });

  it("may send the file itself: the very bytes are found, and one changed byte is not", async () => {
    const found = await held(good.pdf);
    expect(found.status).toBe(200);
    expect(await found.text()).toContain("Văn bản thật, còn giá trị");

    const altered = Buffer.from(good.pdf);
    altered[5000] = (altered[5000] ?? 0) ^ 1;
    const refused = await held(altered);
    expect(refused.status).toBe(404);
    expect(await refused.text()).toContain("không phải bản thành phố đã ban hành");
    expect((await held(Buffer.alloc(0))).status).toBe(422);
  });

  it("is told plainly when there is no such paper", async () => {
    for (const id of [randomUUID(), "1", "../x", "%00"]) {
      const response = await app.request(`/xac-minh/${encodeURIComponent(id)}`);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain("Không có văn bản nào mang mã này");
    }
    expect((await app.request(`/api/v1/verifications/${randomUUID()}`)).status).toBe(404);
    expect((await app.request("/api/v1/verifications/none")).status).toBe(404);
  });

  it("is told when it was replaced, and by which", async () => {
    const old = await issued();
    const fresh = await issued({ replaces: old.paper.id, replacesReason: "Sai ngày sinh của bé Khôi" });

    expect(await api(old.paper.id)).toMatchObject({ isGenuine: true, status: "replaced", replacedBy: fresh.paper.id });
    const html = await page(old.paper.id);
    expect(html).toContain(`/xac-minh/${fresh.paper.id}`);
    expect(html).not.toContain("Sai ngày sinh");
  });

  it("is told when its term has ended: the day after, not on the day", async () => {
    const { paper } = await issued({ validUntil: "2026-11-24" });
    expect(await api(paper.id)).toMatchObject({ status: "valid" });

    clock.set("2026-11-24T17:00:00Z");
    expect(await api(paper.id)).toMatchObject({ isGenuine: true, status: "expired" });
    clock.set("2026-11-24T02:05:07Z");
  });

  it("is warned when the copy on record was touched, or its signatures are not those that were written down", async () => {
    const other = await issued({ signers: [{ role: "official", name: "Ai đó", certificate: "00".repeat(32) }] });
    expect(await api(other.paper.id)).toMatchObject({ isGenuine: false, status: "broken" });

    const touched = await issued();
    const shelf = join(folder, "sealed", touched.paper.fileSha256.slice(0, 2));
    for (const name of readdirSync(shelf)) writeFileSync(join(shelf, name), "touched");
    expect(await api(touched.paper.id)).toMatchObject({ isGenuine: false, status: "broken", signatures: [] });
    expect(await page(touched.paper.id)).toContain("Không xác nhận được văn bản");
  });
});
