import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { type AppEnv, createRoutes } from "#features/identity/index.ts";
import { RequestError } from "#foundation/errors/index.ts";
import { sampleDeps } from "../testing.ts";
import { declareCatalogueApi } from "./routes.ts";

const routes = createRoutes();
declareCatalogueApi(routes, sampleDeps(), (definition) => ({ type: "object", title: definition.name }));
const app = new Hono<AppEnv>();
app.use(async (c, next) => {
  c.set("visitor", { kind: "anonymous" });
  c.set("language", "vi");
  await next();
});
app.route("/", routes.app);
app.onError((error, c) => {
  if (error instanceof RequestError) return c.json({ ...error, name: error.name }, error.status);
  throw error;
});
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await app.request(path, { headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) };
};

describe("GET /api/v1/procedures", () => {
  it("lists the catalogue page by page without missing or repeating any", async () => {
    const codes: string[] = [];
    let cursor = "";
    do {
      const { body } = await get(`/api/v1/procedures?limit=20${cursor === "" ? "" : `&cursor=${cursor}`}`);
      codes.push(...body.items.map(({ code }: { code: string }) => code));
      cursor = body.nextCursor ?? "";
    } while (cursor !== "");

    expect(codes).toHaveLength(75);
    expect(new Set(codes).size).toBe(75);
  });

  it("finds without marks and with slips, and filters by field, level, online level and unit", async () => {
    const codesOf = async (query: string) =>
      (await get(`/api/v1/procedures?limit=100&${query}`)).body.items.map(({ code }: { code: string }) => code);

    expect((await codesOf("q=dang kys khai sinhh"))[0]).toBe("1.001193");
    expect(await codesOf("field=ho-tich")).toHaveLength(19);
    expect(await codesOf(`field=${encodeURIComponent("Hộ tịch")}`)).toHaveLength(19);
    expect(await codesOf("level=commune")).toHaveLength(11);
    expect(await codesOf("level=city")).toHaveLength(64);
    expect((await codesOf("onlineLevel=3")).length + (await codesOf("onlineLevel=4")).length).toBe(75);
    expect(await codesOf("unit=14773")).toHaveLength(14);
    expect(await codesOf("unit=14773&q=khai sinh&level=commune")).toContain("1.001193");
  });

  it("names every fault of the question at once", async () => {
    const { status, body } = await get(
      "/api/v1/procedures?limit=0&level=ward&onlineLevel=9&unit=1&field=x&colour=red&q=a&q=b",
    );

    expect(status).toBe(400);
    expect(body.faults.map(({ path }: { path: string }) => path).sort()).toEqual(
      ["colour", "field", "level", "limit", "onlineLevel", "q", "unit"].sort(),
    );
  });
});

describe("GET /api/v1/procedures/{code}", () => {
  it("says everything published: components with keys, units, process, form", async () => {
    const { status, body } = await get("/api/v1/procedures/1.001193");

    expect(status).toBe(200);
    expect(body.units).toHaveLength(34);
    expect(body.units).toContainEqual({ code: "14773", name: "Phường Lam Sơn", nameEn: "Lam Son Ward" });
    expect(body.components[0]).toMatchObject({
      componentKey: "to-khai-dang-ky-khai-sinh",
      kind: "form",
      upload: "none",
    });
    expect(body.processSteps.map(({ no }: { no: number }) => no)).toEqual([1, 2, 3, 4]);
    expect(body.formSchema).toEqual({ type: "object", title: "Đăng ký khai sinh" });
    expect(body.deadline).toMatchObject({ value: 1, unit: "working_day", workingHours: 8 });
  });

  it("answers for another day, and says so when there was nothing yet", async () => {
    expect((await get("/api/v1/procedures/1.001193?on=2020-10-01")).status).toBe(200);
    expect((await get("/api/v1/procedures/1.001193?on=2019-01-01")).status).toBe(404);
    expect((await get("/api/v1/procedures/1.001193?on=yesterday")).status).toBe(400);
    expect((await get("/api/v1/procedures/9.999999")).status).toBe(404);
  });

  it("costs nothing the second time", async () => {
    const first = await get("/api/v1/procedures/1.001193");
    const second = await get("/api/v1/procedures/1.001193", { "if-none-match": first.headers.get("etag") ?? "" });

    expect(second.status).toBe(304);
    expect(second.body).toBeNull();
  });
});

describe("GET /api/v1/units", () => {
  it("shows the agencies and transaction points as a tree", async () => {
    const { body } = await get("/api/v1/units");

    const [province] = body.items;
    expect(province).toMatchObject({ code: "38", kind: "province" });
    const [city] = province.children;
    const lamSon = city.children.find(({ code }: { code: string }) => code === "14773");
    expect(lamSon.children.map(({ code }: { code: string }) => code)).toEqual([
      "14773.UBND",
      "14773.MOTCUA",
      "14773.VP",
      "14773.TPHT",
      "14773.LDTBXH",
      "KIOSK-14773",
    ]);
  });
});
