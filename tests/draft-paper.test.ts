import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { desk } from "./support/desk.ts";
import { type Answer, type TestProgram, testProgram } from "./support/program.ts";

let program: TestProgram;
let at: ReturnType<typeof desk>;

beforeAll(async () => {
  program = await testProgram({ now: "2026-11-16T01:30:00Z" });
  at = desk(program);
});

const hasPoppler = spawnSync("pdftotext", ["-v"]).error === undefined;
const textOf = ({ bytes }: Answer) =>
  spawnSync("pdftotext", ["-raw", "-", "-"], { input: bytes, encoding: "utf8" }).stdout.replace(/\s+/g, " ");

const accepted = ["reception-ward", "accept"] as const;
const handedOver = ["reception-ward", "handOver"] as const;
const proposed = ["specialist", "proposeResult", { proposal: "Đăng ký khai sinh cho cháu." }] as const;

const ofResult = (who: string | null, code: string) =>
  program.ask(who, "GET", `/api/v1/dossiers/${code}/papers/result?draft=1`);
const fromForm = (who: string, code: string, paper: string, fields: Record<string, string>) =>
  program.ask(who, "POST", `/can-bo/ho-so/${code}/du-thao/${paper}`, new URLSearchParams(fields).toString(), {
    "content-type": "application/x-www-form-urlencoded",
  });

async function papersOnRecord(): Promise<unknown> {
  const owner = new pg.Client({ connectionString: program.database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query("select (select count(*) from paper), (select sum(last) from paper_number)");
  await owner.end();
  return rows[0];
}

describe("a draft of the result", () => {
  it("is read by the leader before signing: what was proposed, without number, signature and address to check it at", async () => {
    const code = await at.send();
    await at.walk(code, accepted, handedOver, proposed);
    const before = await papersOnRecord();

    const draft = await ofResult("leader-ward", code);

    expect(draft.status).toBe(200);
    expect(draft.headers.get("content-type")).toBe("application/pdf");
    expect(draft.headers.get("cache-control")).toBe("private, no-store");
    expect(draft.bytes.includes("/ByteRange")).toBe(false);
    expect(await papersOnRecord()).toEqual(before);
    expect((await program.ask("citizen", "GET", `/api/v1/dossiers/${code}/papers/result`)).status).toBe(404);
    if (!hasPoppler) return;
    const text = textOf(draft);
    expect(text).toContain("BẢN DỰ THẢO");
    expect(text).toContain("Đăng ký khai sinh cho cháu.");
    expect(text).toContain("GIẤY KHAI SINH");
    expect(text).toContain("Hoàng Thị Yến");
    expect(text).not.toContain("xac-minh");
  });

  it("says what the signed paper then says", async () => {
    const code = await at.send();
    await at.walk(code, accepted, handedOver, proposed);
    const draft = await ofResult("leader-ward", code);
    await at.walk(code, ["leader-ward", "approve"]);
    const signed = await program.ask("citizen", "GET", `/api/v1/dossiers/${code}/papers/result`);
    if (!hasPoppler) return;

    const mark = /B Ả N D Ự T H Ả O BẢN DỰ THẢO – chưa có giá trị pháp lý /g;
    const body = (answer: Answer) => /GIẤY KHAI SINH .*?(?=Nơi nhận)/.exec(textOf(answer).replaceAll(mark, ""))?.[0];

    expect(body(draft)).toBeDefined();
    expect(body(draft)).toBe(body(signed));
  });

  it("is read by the specialist from what stands in the form, with the place of the signature left open", async () => {
    const code = await at.send();
    await at.walk(code, accepted, handedOver);

    const typed = await fromForm("specialist", code, "result", { proposal: "Nội dung đang viết dở." });
    const byProgram = await program.ask("specialist", "POST", `/api/v1/dossiers/${code}/drafts/result`, {
      proposal: "Nội dung của chương trình.",
    });

    expect([typed.status, byProgram.status]).toEqual([200, 200]);
    expect((await at.read(code)).eventCount).toBe(3);
    if (!hasPoppler) return;
    expect(textOf(typed)).toContain("Nội dung đang viết dở.");
    expect(textOf(typed)).not.toContain("Trịnh Văn Quang");
    expect(textOf(byProgram)).toContain("Nội dung của chương trình.");
  });

  it("cannot be passed off as a paper of the city", async () => {
    const code = await at.send();
    await at.walk(code, accepted, handedOver, proposed);
    const draft = await ofResult("leader-ward", code);
    const form = new FormData();
    form.append("file", new Blob([new Uint8Array(draft.bytes)], { type: "application/pdf" }), "ket-qua.pdf");

    const verdict = await program.ask(null, "POST", "/xac-minh", form, { accept: "text/html" });

    expect(verdict.bytes.toString()).not.toContain("Văn bản thật");
    expect(draft.bytes.toString("latin1")).not.toContain("/Sig");
    if (spawnSync("pdfsig", ["-v"]).error !== undefined) return;
    const file = join(program.folder, "draft.pdf");
    writeFileSync(file, draft.bytes);
    expect(spawnSync("pdfsig", [file], { encoding: "utf8" }).stdout).toMatch(/does not contain any signatures/);
  });

  it("is for whoever proposes or signs it now, and nobody else", async () => {
    const code = await at.send();
    await at.walk(code, accepted, handedOver, proposed);

    expect((await ofResult(null, code)).status).toBe(404);
    expect((await ofResult("business", code)).status).toBe(404);
    expect((await ofResult("reception", code)).status).toBe(404);
    for (const who of ["citizen", "reception-ward", "specialist", "director"]) {
      expect({ who, status: (await ofResult(who, code)).status }).toEqual({ who, status: 403 });
    }
    await at.walk(code, ["leader-ward", "approve"]);
    expect((await ofResult("leader-ward", code)).status).toBe(403);
  });
});

describe("a draft of a slip", () => {
  it("shows the reception officer the refusal and the request as they would go out", async () => {
    const code = await at.send();

    const refusal = await fromForm("reception-ward", code, "refusal", { note: "Không thuộc thẩm quyền của phường." });
    const request = await fromForm("reception-ward", code, "supplementRequest", {
      "loi.giay-chung-sinh": "Bản chụp bị mờ ở phần ngày sinh.",
      "loi-khac": "Cần văn bản ủy quyền.",
      "can-cu": "60/2014/QH13",
    });

    expect([refusal.status, request.status]).toEqual([200, 200]);
    expect((await at.read(code)).eventCount).toBe(1);
    if (!hasPoppler) return;
    expect(textOf(refusal)).toContain("Không thuộc thẩm quyền của phường.");
    expect(textOf(request)).toContain("Bản chụp bị mờ ở phần ngày sinh.");
    expect(textOf(request)).toContain("60/2014/QH13");
  });

  it("is refused when it could not be issued by this person, for a receipt, and for more text than a paper has room for", async () => {
    const code = await at.send();

    expect((await fromForm("specialist", code, "refusal", { note: "x" })).status).toBe(403);
    expect((await fromForm("reception-ward", code, "result", { proposal: "x" })).status).toBe(403);
    expect((await fromForm("reception-ward", code, "receipt", {})).status).toBe(404);
    expect((await fromForm("reception-ward", code, "bai-tho", {})).status).toBe(404);
    expect((await fromForm("reception-ward", code, "refusal", { note: "x".repeat(4001) })).status).toBe(422);
    const answer = await program.ask("reception-ward", "POST", `/api/v1/dossiers/${code}/drafts/refusal`, {
      reason: "x",
    });
    expect(answer.status).toBe(400);
  });
});

describe("the desk", () => {
  it("shows the leader the draft beside the decision, and lets whoever writes see theirs first", async () => {
    const [written, decided] = [await at.send(), await at.send()];
    for (const code of [written, decided]) await at.walk(code, accepted, handedOver);
    await at.walk(decided, proposed);

    const writing = (await program.ask("specialist", "GET", `/can-bo/ho-so/${written}`)).bytes.toString();
    const deciding = (await program.ask("leader-ward", "GET", `/can-bo/ho-so/${decided}`)).bytes.toString();

    const address = (code: string) => `/can-bo/ho-so/${code}/du-thao/result`;
    expect(writing).toMatch(new RegExp(`<button[^>]*formaction="${address(written)}"[^>]*formtarget="_blank"`));
    expect(deciding).toMatch(new RegExp(`<iframe[^>]*src="${address(decided)}#`));
    const framed = await program.ask("leader-ward", "GET", address(decided));
    expect(framed.headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
  });
});
