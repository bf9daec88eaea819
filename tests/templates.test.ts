import { beforeAll, describe, expect, it } from "vitest";
import { hasPoppler, textOf } from "#features/documents/papers/testing-pdf.ts";
import { type TestProgram, testProgram } from "./support/program.ts";

let program: TestProgram;
beforeAll(async () => {
  program = await testProgram();
});

const get = (who: string | null, path: string) => program.ask(who, "GET", path, undefined, { accept: "text/html" });

describe("the templates of papers", () => {
  it("are listed for the administrator: every paper, its file, its form in both sets", async () => {
    const answer = await get("admin", "/quan-tri/bieu-mau");

    expect(answer.status).toBe(200);
    const words = answer.bytes.toString("utf8");
    for (const said of [
      "papers/receipt.json",
      "papers/register.json",
      "Mẫu số 07",
      "Bộ mẫu 2018",
      "Thông báo dừng giải quyết hồ sơ",
    ])
      expect(words).toContain(said);
    expect(words).not.toContain("mới hơn bản đang dùng");
    const links = [...words.matchAll(/href="(\/quan-tri\/bieu-mau\/[^"]+)"/g)].map(([, href = ""]) =>
      href.replaceAll("&amp;", "&"),
    );
    expect(links).toHaveLength(18 * 2 - 1);
  });

  it("are each shown with sample data of the city itself, marked as a sample", async () => {
    for (const path of ["receipt?profile=vn-2018", "apology?profile=vn-2025", "decision?profile=vn-2018", "register"]) {
      const answer = await get("admin", `/quan-tri/bieu-mau/${path}`);

      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toBe("application/pdf");
      expect(answer.headers.get("content-disposition")).toContain('filename="mau-');
      if (!hasPoppler) continue;
      const text = textOf(answer.bytes);
      expect(text).toMatch(/MẪU(?= |$)/);
      expect(text).toMatch(/THÀNH PHỐ THANH HÓA|PHƯỜNG HÀM RỒNG/);
    }
  });

  it("that a set does not know, or nobody, are not there", async () => {
    for (const path of ["stopNotice?profile=vn-2018", "receipt?profile=vn-1999", "nothing", "__proto__", "constructor"])
      expect((await get("admin", `/quan-tri/bieu-mau/${path}`)).status).toBe(404);
  });

  it("are for nobody else", async () => {
    for (const who of ["citizen", "reception", "leader", "director"]) {
      expect((await get(who, "/quan-tri/bieu-mau")).status).toBe(403);
      expect((await get(who, "/quan-tri/bieu-mau/receipt")).status).toBe(403);
    }
    expect((await get(null, "/quan-tri/bieu-mau")).status).toBe(303);
  });
});
