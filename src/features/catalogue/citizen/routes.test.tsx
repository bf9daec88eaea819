import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { type AppEnv, createRoutes, type Visitor } from "#features/identity/index.ts";
import { RequestError } from "#foundation/errors/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { sampleDeps, sampleProcedures } from "../testing.ts";
import { declareCataloguePages } from "./routes.tsx";

const deps = sampleDeps();
const routes = createRoutes();
declareCataloguePages(routes, deps, (c, { title, main }) => {
  const visitor = c.get("visitor");
  return new Response(`${<title>{title}</title>}${visitor.kind === "anonymous" ? "" : visitor.name}${main}`);
});

const mai: Visitor = { kind: "citizen", accountId: "1", login: "mai", name: "Mai", isDemo: false };

function site(language: Language, visitor: Visitor = { kind: "anonymous" }) {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set("visitor", visitor);
    c.set("language", language);
    await next();
  });
  app.route("/", routes.app);
  app.onError((error, c) => {
    if (error instanceof RequestError) return c.text(error.message, error.status);
    throw error;
  });
  return async (path: string, headers: Record<string, string> = {}) => {
    const response = await app.request(path, { headers });
    return { status: response.status, headers: response.headers, page: await response.text() };
  };
}
const vi = site("vi");
const en = site("en");
/** The words of a page, as a reader meets them. */
const words = (page: string) =>
  page
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");

describe("the pages of the catalogue", () => {
  it("leads from home to every procedure in at most three clicks, and to most in two", async () => {
    const linksOf = async (path: string) =>
      [...(await vi(path)).page.matchAll(/href="(\/[^"#]*)"/g)].map((match) => match[1] ?? "");
    const first = new Set(await linksOf("/"));
    const second = new Set<string>();
    for (const path of first) {
      if (/^\/(doi-song|linh-vuc)\//.test(path)) for (const link of await linksOf(path)) second.add(link);
    }

    for (const { code } of sampleProcedures()) expect(second, code).toContain(`/thu-tuc/${code}`);
  });

  it("says every constituent part of every procedure in both languages, with no key left untranslated", async () => {
    for (const definition of sampleProcedures()) {
      for (const [show, name] of [
        [vi, definition.name],
        [en, definition.nameEn],
      ] as const) {
        const { status, page } = await show(`/thu-tuc/${definition.code}`);
        const text = words(page);

        expect(status).toBe(200);
        expect(page).toContain("<h1>");
        expect(text).not.toMatch(/undefined|\[object|NaN|null/);
        for (const part of [name, definition.result, definition.legalBasis[0]?.number ?? ""]) {
          expect(text.toLowerCase(), definition.code).toContain(part.replace(/\s+/g, " ").toLowerCase());
        }
        for (const id of [
          "components",
          "steps",
          "time",
          "fees",
          "ways",
          "who",
          "where",
          "form",
          "result",
          "legal",
          "sureness",
        ]) {
          expect(page, id).toContain(`id="${id}"`);
        }
      }
    }
  });

  it("marks what stays Vietnamese on an English page", async () => {
    const { page } = await en("/thu-tuc/1.001193");

    expect(page).toContain('<span lang="vi">Đăng ký khai sinh</span>');
    expect(words(page)).toContain("1 working day");
  });

  it("says plainly how sure the data is", async () => {
    expect(words((await vi("/thu-tuc/1.001193")).page)).toMatch(/Chắc Thời hạn, phí, hồ sơ/);
    expect(words((await vi("/thu-tuc/1.000903")).page)).toContain("Chưa chắc");
  });

  it("finds by the box, keeps what was typed, and shows a ward that bears the name", async () => {
    const { page } = await vi(`/thu-tuc?q=${encodeURIComponent("dang kys khai sinhh")}`);
    expect(page).toMatch(/value="dang kys khai sinhh"/);
    expect(page.indexOf("/thu-tuc/1.001193")).toBeLessThan(page.indexOf("/thu-tuc/2.000528"));

    expect((await vi("/thu-tuc?q=lam+son")).page).toContain("/don-vi/14773");
  });

  it("helps when nothing is found, and writes what was typed as text", async () => {
    const { page } = await vi(`/thu-tuc?q=${encodeURIComponent("<script>alert(1)</script>qqq")}`);

    expect(page).not.toContain("<script>alert");
    expect(words(page)).toContain("Chưa tìm thấy thủ tục nào");
  });

  it("filters, pages on by key, and forgives a filter that does not exist", async () => {
    const { page } = await vi("/thu-tuc?level=city");
    const next = /href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";

    expect(next).toContain("level=city");
    expect((await vi(next)).page).toContain("/thu-tuc/");
    expect((await vi("/thu-tuc?level=galaxy&field=none&limit=-1")).status).toBe(200);
  });

  it("shows a ward its own procedures and what became of it, a city office what it decides", async () => {
    const ward = words((await vi("/don-vi/14773")).page);
    expect(ward).toContain("Phường Lam Sơn");
    expect(ward).toContain("Đăng ký khai sinh");
    expect(ward).toContain("Phường Hạc Thành");
    expect(ward).not.toContain("karaoke");

    expect(words((await vi("/don-vi/TP-VHTT")).page)).toContain("karaoke");
    expect((await vi("/don-vi/TP-YTE")).page).toContain("một cửa");
    for (const unit of deps.organisation().units) {
      expect((await vi(`/don-vi/${unit.code}`)).status, unit.code).toBe(200);
      expect(words((await en(`/don-vi/${unit.code}`)).page), unit.code).not.toMatch(/undefined|\[object/);
    }
  });

  it("prints a poster whose QR code leads to the procedure", async () => {
    const { page } = await vi("/thu-tuc/1.001193/to-dan");

    expect(page).toContain("https://motcua.example/thu-tuc/1.001193");
    expect(page).toContain("<svg");
  });

  it("has no page for what is not there", async () => {
    for (const path of [
      "/thu-tuc/9.999999",
      "/don-vi/99999",
      "/doi-song/mars",
      "/linh-vuc/x",
      "/thu-tuc/9.999999/to-dan",
    ]) {
      expect((await vi(path)).status, path).toBe(404);
    }
  });

  it("keeps a whole page for strangers, each language and look its own, and never one that bears a name", async () => {
    const path = "/thu-tuc/1.001193";
    const first = await vi(path);
    const etag = first.headers.get("etag") ?? "";

    expect((await vi(path, { "if-none-match": etag })).status).toBe(304);
    expect((await en(path, { "if-none-match": etag })).status).toBe(200);
    const signedIn = await site("vi", mai)(path, { "if-none-match": etag });
    expect(signedIn.status).toBe(200);
    expect(signedIn.page).toContain("Mai");
    expect(signedIn.headers.get("etag")).toBeNull();
    expect((await vi(path)).page).toBe(first.page);
    expect((await vi(`${path}?on=2020-10-01`)).headers.get("etag")).toBeNull();
  });

  it("suggests while somebody types, in the language of the page", async () => {
    const suggested = async (show: typeof vi, q: string) =>
      JSON.parse((await show(`/goi-y?q=${encodeURIComponent(q)}`)).page);

    const { items } = await suggested(vi, "khai si");
    expect(items[0]).toEqual({
      href: "/thu-tuc/1.001193",
      text: "Đăng ký khai sinh",
      detail: expect.stringContaining("Trong ngày"),
    });
    expect(items.length).toBeLessThanOrEqual(8);
    expect((await suggested(en, "birth")).items[0].text).toBe("Birth registration");
    expect((await suggested(vi, "k")).items).toEqual([]);
    expect((await suggested(vi, "lam son")).items[0]).toMatchObject({ href: "/don-vi/14773", text: "Phường Lam Sơn" });
  });
});
