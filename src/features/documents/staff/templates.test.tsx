import { Hono } from "hono";
import { beforeEach, describe, expect, it } from "vitest";
import { type AppEnv, createRoutes } from "#features/identity/index.ts";
import { CityFileError } from "#features/organisation/index.ts";
import type { PaperTemplates } from "../papers/template.ts";
import { lamSon, templates } from "../papers/testing.ts";
import { declareTemplatePages } from "./routes.tsx";

let now: () => PaperTemplates;
beforeEach(() => {
  now = () => templates;
});

const routes = createRoutes();
declareTemplatePages(routes, { inUse: templates, readNow: () => now(), samplePlace: () => lamSon }, (_, page) => {
  return new Response(String(page.main), { status: page.status ?? 200 });
});
const app = new Hono<AppEnv>();
app.use(async (c, next) => {
  c.set("visitor", {
    kind: "official",
    accountId: "1",
    login: "a",
    name: "A",
    isDemo: true,
    postings: [{ unitId: 1, role: "admin" }],
  });
  c.set("language", "en");
  await next();
});
app.route("/", routes.app);

describe("templates that are being written", () => {
  it("are shown as they lie in the folder, with the version that is still in use", async () => {
    now = () => ({ ...templates, receipt: { ...templates.receipt, version: 9 } });

    const words = await (await app.request("/quan-tri/bieu-mau")).text();

    expect(words).toContain(`version ${templates.receipt.version} in use, the file is version 9`);
    expect(words).toContain("come into force with the next start");
    const preview = await app.request("/quan-tri/bieu-mau/receipt?profile=vn-2018");
    expect(preview.headers.get("content-disposition")).toContain("mau-receipt-vn-2018-ban-9.pdf");
  });

  it("with faults are told of, every fault at once, in the list and in place of a preview", async () => {
    now = () => {
      throw new CityFileError("cities/x/papers", [
        "receipt.json (receipt): /texts/set must name {count}",
        "apology.json (apology): /blocks <names>",
      ]);
    };

    for (const path of ["/quan-tri/bieu-mau", "/quan-tri/bieu-mau/refusal"]) {
      const answer = await app.request(path);
      const words = await answer.text();

      expect(answer.status).toBe(422);
      expect(words).toContain("The templates have 2 faults");
      expect(words).toContain("receipt.json (receipt): /texts/set must name {count}");
      expect(words).toContain("apology.json (apology): /blocks &lt;names&gt;");
    }
  });
});
