import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { hasPoppler, pagesOf, textOf } from "#features/documents/papers/testing-pdf.ts";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aBirthRegistration } from "./support/submission.ts";

let program: TestProgram;
const codes: string[] = [];

beforeAll(async () => {
  program = await testProgram();
  for (let at = 0; at < 3; at += 1) {
    const body = await aBirthRegistration(program, "citizen");
    const sent = await program.ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": randomUUID() });
    codes.push(sent.json.code);
  }
  program.clock.set("2026-11-23T03:00:00Z");
  for (const code of codes.slice(0, 2)) {
    const answer = await program.ask("reception-ward", "POST", `/api/v1/dossiers/${code}/moves/accept`);
    expect(answer.status).toBe(200);
  }
});

function print(who: string | null, asked: readonly string[], kind = "receipt") {
  const form = new URLSearchParams([...asked.map((code): [string, string] => ["hoSo", code]), ["giayTo", kind]]);
  return program.ask(who, "POST", "/can-bo/in", form.toString(), {
    "content-type": "application/x-www-form-urlencoded",
    accept: "text/html",
  });
}
const wordsOf = (answer: { bytes: Buffer }) => answer.bytes.toString("utf8");

describe("papers of several dossiers", () => {
  it("are printed as one file in the order asked, named as what it is, never kept by a browser", async () => {
    const [first = "", second = ""] = codes;

    const answer = await print("reception-ward", [second, first]);

    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(answer.headers.get("content-disposition")).toContain("in-2-giay-to-khong-kem-chu-ky-so.pdf");
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(pagesOf(answer.bytes)).toBeGreaterThanOrEqual(2);
    if (!hasPoppler) return;
    const text = textOf(answer.bytes);
    expect(text.indexOf(second)).toBeGreaterThan(0);
    expect(text.indexOf(second)).toBeLessThan(text.indexOf(first));
    expect(text.match(/GIẤY TIẾP NHẬN HỒ SƠ/g)).toHaveLength(2);
  });

  it("may be typed a line each, twice and in small letters: each is printed once", async () => {
    const typed = `  ${codes[0]?.toLowerCase()} \n\n${codes[1]},${codes[0]}`;

    const answer = await print("reception-ward", [typed], "all");

    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toContain("in-2-");
  });

  it("are printed whole or not at all: what is missing is named", async () => {
    const answer = await print("reception-ward", [
      codes[0] ?? "",
      codes[2] ?? "",
      "H56.27.01-200101-9999",
      "khong-phai-ma",
    ]);

    expect(answer.status).toBe(422);
    const words = wordsOf(answer);
    expect(words).toContain(`Hồ sơ ${codes[2]} chưa có giấy tờ loại này`);
    expect(words).toContain("Không tìm thấy hồ sơ H56.27.01-200101-9999");
    expect(words).toContain("Không tìm thấy hồ sơ khong-phai-ma");
    expect(words).toContain("Chưa in gì");
    // What was typed is still there to be mended.
    expect(words).toContain(`${codes[0]}\n${codes[2]}`);
  });

  it("are for officials who may see each dossier, and do not tell others that it exists", async () => {
    expect((await print("citizen", codes.slice(0, 1))).status).toBe(403);
    expect((await print(null, codes.slice(0, 1))).status).toBe(401);

    const elsewhere = await print("reception", codes.slice(0, 1));
    const nowhere = await print("reception", ["H56.27.01-200101-9999"]);

    expect([elsewhere.status, nowhere.status]).toEqual([422, 422]);
    expect(wordsOf(elsewhere)).toContain(`Không tìm thấy hồ sơ ${codes[0]}`);
  });

  it("are at most two hundred, and more than none", async () => {
    const many = Array.from({ length: 201 }, (_, at) => `H56.27.01-200101-${String(at).padStart(4, "0")}`);

    expect(wordsOf(await print("reception-ward", many))).toContain("Có 201 giấy tờ; mỗi lần in tối đa 200");
    expect(wordsOf(await print("reception-ward", []))).toContain("Hãy nhập hoặc chọn ít nhất một mã hồ sơ");
    expect(wordsOf(await print("reception-ward", ["<script>alert(1)</script>"]))).not.toContain("<script>alert");
  });

  it("can be asked for in the worklist and on a page of their own", async () => {
    const list = await program.ask("reception-ward", "GET", "/can-bo?ds=unit", undefined, { accept: "text/html" });
    const page = await program.ask("reception-ward", "GET", `/can-bo/in?hoSo=${codes[0]}`, undefined, {
      accept: "text/html",
    });

    expect(wordsOf(list)).toContain('action="/can-bo/in"');
    expect(wordsOf(list)).toContain(`value="${codes[0]}"`);
    expect(page.status).toBe(200);
    expect(wordsOf(page)).toContain(codes[0] ?? "");
  });
});
