/**
 * What a validator of PDF/A-2a (ISO 19005-2) looks at, as far as it can be looked at in code of our own, on papers as they
 * are issued: signed. The widths of glyphs and the grammar of streams are left to other programs (docs/papers.md).
 */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { movableClock } from "#foundation/clock/index.ts";
import { type LocalSigner, openLocalSigner } from "../signing/local-signer.ts";
import { objectText, readStructure } from "../signing/pdf-structure.ts";
import { signPdf } from "../signing/sign-pdf.ts";
import { verifyPdf } from "../verification/verify-pdf.ts";
import { setReceipt } from "./receipt.ts";
import type { SetPaper } from "./slip.ts";
import { aReceipt, specimens, templates } from "./testing.ts";
import { hasPoppler, poppler } from "./testing-pdf.ts";

const folder = mkdtempSync(join(tmpdir(), "pdf-a-"));
let signer: LocalSigner;
beforeAll(async () => {
  signer = await openLocalSigner({ folder, clock: movableClock("2026-11-24T02:00:00Z") });
});
afterAll(() => rmSync(folder, { recursive: true }));

function issue({ pdf, signatures }: SetPaper): Promise<Buffer> {
  const orders = signatures.map((field) => ({
    field,
    reason: "Ký & đóng dấu",
    location: "Lam Sơn",
    at: new Date("2026-11-24T02:05:07Z"),
    identity: { kind: field.by, id: field.by, name: "Nguyễn Thị Thanh Thủy", organisation: "UBND phường Lam Sơn" },
  }));
  return signPdf(pdf, orders, signer);
}

type File = ReturnType<typeof open>;

function open(pdf: Buffer) {
  const structure = readStructure(pdf);
  const objects = new Map([...structure.offsets.keys()].map((number) => [number, objectText(pdf, structure, number)]));
  const get = (number: number) => {
    const text = objects.get(number);
    if (text === undefined) throw new Error(`There is no object ${number}`);
    return text;
  };
  /** The object that a dictionary names under a key. */
  const follow = (dictionary: string, key: string) => {
    const number = new RegExp(`/${key} (?:\\[\\s*)?(\\d+) 0 R`).exec(dictionary)?.[1];
    if (number === undefined) throw new Error(`There is no /${key} in ${dictionary.slice(0, 200)}`);
    return get(Number(number));
  };
  const dictionaryOf = (text: string) => {
    const end = text.indexOf("\nstream\n");
    return end < 0 ? text : text.slice(0, end);
  };
  const streamOf = (text: string) => {
    const at = text.indexOf("stream\n") + "stream\n".length;
    const bytes = Buffer.from(text.slice(at, text.lastIndexOf("\nendstream")), "latin1");
    return dictionaryOf(text).includes("/FlateDecode") ? inflateSync(bytes) : bytes;
  };
  const all = [...objects.values()];
  const ofType = (type: string) => all.filter((text) => new RegExp(`/Type /${type}\b`).test(dictionaryOf(text)));
  return { pdf, structure, catalog: get(structure.root), get, follow, streamOf, dictionaryOf, all, ofType };
}

/** The pages' content, one line an operator. */
function contentsOf(file: File): readonly (readonly string[])[] {
  return file.ofType("Page").map((page) => file.streamOf(file.follow(page, "Contents")).toString("latin1").split("\n"));
}

const each = specimens.flatMap((specimen) =>
  specimen.profiles.map(({ name }) => ({ name: `${specimen.key} (${name})`, set: () => specimen.set(name) })),
);

describe.each(each)("the issued paper $name", ({ set }) => {
  let file: File;
  beforeAll(async () => {
    file = open(await issue(await set()));
  });

  it("is a PDF 1.7 that is not encrypted, has an identity, and runs nothing", () => {
    const { pdf, all } = file;
    const text = pdf.toString("latin1");

    expect(text.slice(0, 9)).toBe("%PDF-1.7\n");
    expect([...pdf.subarray(9, 14)].map((byte) => byte > 127)).toEqual([false, true, true, true, true]);
    for (const trailer of text.split("\ntrailer\n").slice(1))
      expect(trailer).toMatch(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/);
    for (const forbidden of [
      "/Encrypt",
      "/JavaScript",
      "/OpenAction",
      "/AA ",
      "/EmbeddedFile",
      "/XFA",
      "/LZWDecode",
      "/RichMedia",
      "/Launch",
    ]) {
      expect(all.filter((object) => file.dictionaryOf(object).includes(forbidden))).toEqual([]);
    }
  });

  it("says in its metadata that it is PDF/A-2a, its title and its language, in XML that is well formed", () => {
    const metadata = file.follow(file.catalog, "Metadata");
    const xml = file.streamOf(metadata).toString("utf8");

    expect(file.dictionaryOf(metadata)).not.toContain("/Filter");
    expect(xml.codePointAt('<?xpacket begin="'.length)).toBe(0xfeff);
    expect(xml).toContain("<pdfaid:part>2</pdfaid:part>");
    expect(xml).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
    expect(xml).toMatch(/<dc:title><rdf:Alt><rdf:li xml:lang="x-default">[^<]{5,}</);
    expect(xml).toContain("<rdf:li>vi-VN</rdf:li>");
    expect(xmlFault(xml)).toBeNull();
    expect(file.catalog).toContain("/Lang (vi-VN)");
    expect(file.follow(file.catalog, "ViewerPreferences")).toContain("/DisplayDocTitle true");
  });

  it("knows what its colours mean: an sRGB profile, and nothing but device colours", () => {
    const intent = file.follow(file.catalog, "OutputIntents");
    const profile = file.follow(intent, "DestOutputProfile");
    const icc = file.streamOf(profile);

    expect(intent).toContain("/S /GTS_PDFA1");
    expect(profile).toContain("/N 3");
    expect(icc.toString("latin1", 36, 40)).toBe("acsp");
    expect(icc.toString("latin1", 12, 20)).toBe("mntrRGB ");
    expect(icc.readUInt32BE(0)).toBe(icc.length);
    expect(icc[8]).toBeLessThanOrEqual(4);
    for (const object of file.all)
      expect(file.dictionaryOf(object)).not.toMatch(/\/(SMask|CA|ca|BM|DeviceCMYK|Separation)\b/);
  });

  it("brings every typeface, with the letters that stand behind each glyph", () => {
    const composites = file.all.filter((text) => text.includes("/Subtype /Type0"));
    const descendants = file.all.filter((text) => text.includes("/Subtype /CIDFontType2"));

    expect(composites.length).toBeGreaterThanOrEqual(2);
    expect(file.all.filter((text) => /\/Type \/Font\b/.test(file.dictionaryOf(text))).length).toBe(
      composites.length + descendants.length,
    );
    for (const font of composites) expect(file.follow(font, "ToUnicode")).toContain("stream");
    for (const font of descendants) {
      expect(font).toContain("/CIDToGIDMap /Identity");
      expect(font).toMatch(/\/BaseFont \/[A-Z]{6}\+Tinos-/);
      expect(file.follow(file.follow(font, "FontDescriptor"), "FontFile2")).toContain("stream");
    }
  });

  it("shows nothing that is neither tagged nor ornament, and no missing glyph", () => {
    for (const lines of contentsOf(file)) {
      let depth = 0;
      for (const line of lines) {
        if (/ (BDC|BMC)$/.test(line)) depth += 1;
        if (line === "EMC") depth -= 1;
        if (/(?:^|\s)(TJ|Tj|S|f|f\*|B|Do)$/.test(line)) expect({ line, depth }).toEqual({ line, depth: 1 });
        for (const [, glyphs = ""] of line.matchAll(/<([0-9a-f]+)>/g))
          expect(glyphs.match(/.{4}/g)).not.toContain("0000");
      }
      expect(depth).toBe(0);
    }
  });

  it("is a tree of known parts: every mark has its place in it, every picture its words, every head its scope", () => {
    const { catalog, follow } = file;
    const root = follow(catalog, "StructTreeRoot");
    const parts = file.all.filter((text) => /^<<\n\/S \/\w+\n/.test(text) && text.includes("/P "));
    const kinds = new Set(parts.map((text) => /\/S \/(\w+)/.exec(text)?.[1]));
    const marks = contentsOf(file).map((lines) => lines.filter((line) => line.includes("/MCID")).length);
    const lists = new Map(
      [...root.matchAll(/(\d+) \[((?:\d+ 0 R ?)*)\]/g)].map(([, key, list = ""]) => [key, list.split(" R").length - 1]),
    );
    const places = file.ofType("Page").map((page) => lists.get(/\/StructParents (\d+)/.exec(page)?.[1]));

    expect(follow(catalog, "MarkInfo")).toContain("/Marked true");
    expect(
      [...kinds].filter(
        (kind) => !["Document", "P", "H1", "H2", "Table", "TR", "TH", "TD", "Figure"].includes(kind ?? ""),
      ),
    ).toEqual([]);
    expect(places).toEqual(marks);
    for (const part of parts) {
      if (part.includes("/S /Figure")) expect(part).toMatch(/\/Alt \(/);
      if (part.includes("/S /TH")) expect(part).toContain("/Scope /Column");
    }
  });

  it("carries its signatures as fields that are printed and locked, each with a look of its own", () => {
    const fields = file.all.filter((text) => text.includes("/Subtype /Widget"));

    for (const field of fields) {
      expect(field).toContain("/F 132 ");
      expect(file.follow(field.replace("/AP << /N", "/Look"), "Look")).toContain("/Subtype /Form");
      expect(file.follow(field, "V")).toContain("/SubFilter /ETSI.CAdES.detached");
    }
    if (fields.length > 0) expect(verifyPdf(file.pdf, [signer.root])).toMatchObject({ isGenuine: true, fault: null });
  });
});

describe("a paper about people with unusual names", () => {
  it("is well formed too, in its metadata and its title", async () => {
    const issuer = `Ủy ban "A & B" <c>\n${randomUUID()}`;
    const head = { ...aReceipt.head, issuer, number: "1/<&>\"'" };

    const file = open(await issue(await setReceipt(templates.receipt, { ...aReceipt, head })));

    const xml = file.streamOf(file.follow(file.catalog, "Metadata")).toString("utf8");
    expect(xmlFault(xml)).toBeNull();
    expect(xml).toContain("A &amp; B&quot; &lt;c&gt; ");
    if (hasPoppler) expect(poppler("pdfinfo", file.pdf)).toMatch(/Title:\s+Giấy tiếp nhận .* số 1\/<&>"'/);
  });
});

describe.runIf(hasPoppler)("read by another program", () => {
  it.each(["receipt", "decision", "register", "controlSlip"])(
    "%s is tagged PDF 1.7 with its faces embedded",
    async (key) => {
      const specimen = specimens.find((one) => one.key === key);
      if (!specimen) throw new Error(`There is no ${key}`);
      const pdf = await issue(await specimen.set("vn-2018"));

      const info = poppler("pdfinfo", pdf);
      expect(info).toMatch(/Tagged:\s+yes/);
      expect(info).toMatch(/Encrypted:\s+no/);
      expect(info).toMatch(/JavaScript:\s+no/);
      expect(info).toMatch(/PDF version:\s+1\.7/);
      const fonts = poppler("pdffonts", pdf).trim().split("\n").slice(2);
      for (const font of fonts) expect(font).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/);
      expect(poppler("pdfinfo", pdf, "-struct-text")).toMatch(/Document\s[\s\S]*H1[\s\S]*(?:Table|P)/);
    },
  );
});

/** Whether tags open and close as they should and nothing stands bare that XML reserves; null when all is well. */
function xmlFault(xml: string): string | null {
  const open: string[] = [];
  for (const [whole, name = "", closing] of xml.matchAll(/<(\/?[\w:]+|\?[^?]*\?)[^<>]*?(\/?)>/g)) {
    if (whole.startsWith("<?")) continue;
    if (name.startsWith("/")) {
      if (open.pop() !== name.slice(1)) return `${name} closes what is not open`;
    } else if (closing === "") open.push(name);
  }
  if (open.length > 0) return `${open.join(", ")} stays open`;
  const bare = xml.replace(/<[^<>]*>/g, "");
  return /[<>]|&(?!\w+;)/.test(bare) ? "a sign stands bare" : null;
}
