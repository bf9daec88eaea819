/** Where an account is signed in: seen and ended by its holder alone, at once. */
import { beforeAll, describe, expect, it } from "vitest";
import { type Browser, browser } from "./support/browser.ts";
import { type TestProgram, testProgram } from "./support/program.ts";

let program: TestProgram;
const page = "/tai-khoan/phien";
const chrome =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36";

beforeAll(async () => {
  program = await testProgram({ now: "2026-11-24T02:00:00Z" });
});

async function signedIn(login: string, userAgent = chrome): Promise<Browser> {
  const by = browser(program);
  const answer = await by.post(
    "/dang-nhap",
    { login: `${login}@demo`, password: "motcua-demo" },
    { "user-agent": userAgent },
  );
  expect(answer.status).toBe(303);
  return by;
}

const endings = (html: string) =>
  [...html.matchAll(/action="(\/tai-khoan\/phien\/\d+\/ket-thuc)"/g)].map(([, at]) => at ?? "");
const isIn = async (by: Browser) => (await by.get("/tai-khoan/phien")).status === 200;

describe("a person who is signed in at two places", () => {
  it("sees both by device, this one first, and ends the other, which is out at once", async () => {
    const here = await signedIn("business");
    const there = await signedIn(
      "business",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1) Version/18.1 Mobile Safari/604.1",
    );
    expect(await isIn(there)).toBe(true);

    const { html } = await here.get(page);
    expect(html.indexOf("Chrome, Windows")).toBeGreaterThan(0);
    expect(html.indexOf("Safari, iPhone")).toBeGreaterThan(html.indexOf("Chrome, Windows"));
    expect(html.match(/Phiên này/g)).toHaveLength(1);
    expect(html).not.toContain("token");
    const [other = "", ...more] = endings(html);
    expect(more).toEqual([]);

    expect(await here.post(other, {})).toMatchObject({ status: 303, location: `${page}?da=mot` });
    expect((await there.get(page)).location).toContain("/dang-nhap");
    expect(await isIn(here)).toBe(true);
    expect((await here.get(`${page}?da=mot`)).html).toContain("Đã kết thúc phiên");
  });

  it("ends all others with one press, and keeps this one", async () => {
    const others = [await signedIn("specialist"), await signedIn("specialist")];
    const here = await signedIn("specialist");
    const answer = await here.post(`${page}/ket-thuc`, {});
    expect(answer.location).toBe(`${page}?da=cac-phien-khac&so=2`);
    for (const other of others) expect(await isIn(other)).toBe(false);
    expect(await isIn(here)).toBe(true);
    const { html } = await here.get(answer.location);
    expect(html).toContain("Đã kết thúc 2 phiên khác");
    expect(endings(html)).toEqual([]);
  });
});

describe("a session", () => {
  it("is ended by nobody else, and once", async () => {
    const owner = await signedIn("leader");
    const second = await signedIn("leader");
    const [theirs = ""] = endings((await owner.get(page)).html);
    const stranger = await signedIn("director");
    expect((await stranger.post(theirs, {})).status).toBe(404);
    expect(await isIn(second)).toBe(true);
    const both = await Promise.all([owner.post(theirs, {}), owner.post(theirs, {})]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
    expect((await owner.post(`${page}/0/ket-thuc`, {})).status).toBe(404);
    expect((await owner.post(`${page}/99999999999999999999/ket-thuc`, {})).status).toBe(404);
  });

  it("is not shown to strangers", async () => {
    const nobody = browser(program);
    expect((await nobody.get(page)).location).toContain("/dang-nhap");
    expect((await program.ask(null, "GET", "/api/v1/sessions")).status).toBe(401);
  });

  it("of a program is listed and ended over the API", async () => {
    const listed = await program.ask("inspector", "GET", "/api/v1/sessions");
    expect(listed.status).toBe(200);
    expect(listed.json.items).toEqual([expect.objectContaining({ kind: "program", isCurrent: true, device: "" })]);
    const browserOfTheirs = await signedIn("inspector");
    const { items } = (await program.ask("inspector", "GET", "/api/v1/sessions")).json;
    const other = items.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent);
    expect(other).toMatchObject({ kind: "browser", device: "Chrome, Windows" });
    expect((await program.ask("inspector", "DELETE", `/api/v1/sessions/${other.id}`)).status).toBe(204);
    expect((await program.ask("inspector", "DELETE", `/api/v1/sessions/${other.id}`)).status).toBe(404);
    expect(await isIn(browserOfTheirs)).toBe(false);
  });
});
