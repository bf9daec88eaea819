import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { movableClock } from "#foundation/clock/index.ts";
import { setReceipt } from "../papers/receipt.ts";
import type { SetPaper } from "../papers/slip.ts";
import { aReceipt, specimens, templates } from "../papers/testing.ts";
import { hasPoppler, pagesOf, poppler, textOf } from "../papers/testing-pdf.ts";
import { type LocalSigner, openLocalSigner } from "../signing/local-signer.ts";
import { PdfStructureError, pageNumbers, readStructure } from "../signing/pdf-structure.ts";
import { signPdf } from "../signing/sign-pdf.ts";
import { mergePdfs } from "./merge-pdfs.ts";

const folder = mkdtempSync(join(tmpdir(), "merge-"));
let signer: LocalSigner;
beforeAll(async () => {
  signer = await openLocalSigner({ folder: join(folder, "keys"), clock: movableClock("2026-11-24T02:00:00Z") });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function issued(set: Promise<SetPaper>): Promise<Buffer> {
  const { pdf, signatures } = await set;
  const orders = signatures.map((field) => ({
    field,
    reason: "Ký số 12 0 R",
    location: "Lam Sơn",
    at: new Date("2026-11-24T02:05:07Z"),
    identity: { kind: field.by, id: field.by, name: "Nguyễn Thị Thanh Thủy", organisation: "UBND" },
  }));
  return signPdf(pdf, orders, signer);
}

const specimen = (key: string) => {
  const found = specimens.find((one) => one.key === key);
  if (!found) throw new Error(`There is no ${key}`);
  return issued(found.set("vn-2018"));
};

/** Every page as a picture, in the bytes pdftoppm makes of it. */
function pictures(pdf: Buffer): readonly string[] {
  const place = mkdtempSync(join(folder, "pages-"));
  writeFileSync(join(place, "a.pdf"), pdf);
  spawnSync("pdftoppm", ["-r", "50", join(place, "a.pdf"), join(place, "page")]);
  return readdirSync(place)
    .filter((file) => file.endsWith(".ppm"))
    .sort()
    .map((file) => readFileSync(join(place, file)).toString("base64"));
}

describe("papers to be printed", () => {
  it("are one file with every page of each in the order asked, and no signature", async () => {
    const papers = await Promise.all(["decision", "receipt", "register", "receipt"].map(specimen));

    const merged = mergePdfs(papers, "Bản in");

    expect(pagesOf(merged)).toBe(
      papers.reduce((sum, paper) => sum + pageNumbers(paper, readStructure(paper)).length, 0),
    );
    expect(merged.includes("/ByteRange")).toBe(false);
    expect(merged.includes("/AcroForm")).toBe(false);
    expect(merged.equals(mergePdfs(papers, "Bản in"))).toBe(true);
    if (!hasPoppler) return;
    expect(textOf(merged)).toBe(papers.map(textOf).join(""));
    expect(poppler("pdfinfo", merged)).toMatch(/Title:\s+Bản in[\s\S]*Tagged:\s+yes/);
    expect(poppler("pdffonts", merged)).not.toMatch(/error|no\s+no/i);
  });

  it.runIf(hasPoppler)("look as they were issued, to the last dot, frames of signatures too", async () => {
    const papers = await Promise.all(["receipt", "decision", "apology"].map(specimen));

    expect(pictures(mergePdfs(papers, "Bản in"))).toEqual(papers.flatMap(pictures));
  });

  it.runIf(hasPoppler)("keep their tags, page by page", async () => {
    const papers = await Promise.all(["receipt", "refusal"].map(specimen));

    const tree = poppler("pdfinfo", mergePdfs(papers, "Bản in"), "-struct-text");

    expect(tree.match(/^Document/gm)).toHaveLength(2);
    expect(tree).toContain("Thành phần hồ sơ nộp gồm");
    expect(tree).toContain("Phiếu từ chối".toLocaleUpperCase("vi"));
    expect(tree).not.toMatch(/error/i);
  });

  it("may say in a text what looks like a reference", async () => {
    const head = { ...aReceipt.head, issuer: "Phòng 3 0 R (và 4 0 R\\)" };
    const paper = await issued(setReceipt(templates.receipt, { ...aReceipt, head, content: "5 0 R" }));

    const merged = mergePdfs([paper, paper], "6 0 R");

    if (hasPoppler) expect(textOf(merged).match(/PHÒNG 3 0 R \(VÀ 4 0 R\\\)/g)).toHaveLength(2);
  });

  it("are two hundred within a moment", async () => {
    const paper = await specimen("receipt");

    const began = process.cpuUsage();
    const merged = mergePdfs(
      Array.from({ length: 200 }, () => paper),
      "Bản in",
    );
    const { user } = process.cpuUsage(began);

    expect(pagesOf(merged)).toBe(200);
    expect(user / 1000).toBeLessThan(3000);
  });

  it("are only those this program wrote", () => {
    for (const other of ["", "%PDF-1.4\n", "hello"]) {
      expect(() => mergePdfs([Buffer.from(other)], "Bản in")).toThrow(PdfStructureError);
    }
  });
});
