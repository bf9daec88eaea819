import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endBytes, fileKind, startBytes } from "./file-kind.ts";
import { aDocx, aHeic, aJpg, anArchive, anXlsx, aPdf, aPng } from "./testing.ts";

function kindOf(content: Buffer) {
  return fileKind({
    start: content.subarray(0, startBytes),
    end: content.subarray(Math.max(0, content.length - endBytes)),
    size: content.length,
  });
}

const whole = { pdf: aPdf(), png: aPng(), jpg: aJpg(), heic: aHeic(), docx: aDocx(), xlsx: anXlsx() };

describe("the kind of a file", () => {
  it.each(Object.entries(whole))("is read from its content: %s", (kind, content) => {
    expect(kindOf(content)).toEqual({ kind });
  });

  it.each(Object.entries(whole))("is not given to a %s that was cut off", (_, content) => {
    expect(kindOf(content.subarray(0, content.length - 30))).toHaveProperty("fault");
    expect(kindOf(content.subarray(0, Math.floor(content.length / 2)))).toHaveProperty("fault");
  });

  it.each([
    ["a Windows program", Buffer.from(`MZ\x90\0${"\0".repeat(2000)}`)],
    ["a program that also says it is a PDF", Buffer.concat([Buffer.from("MZ"), aPdf()])],
    ["a Linux program", Buffer.from(`\x7fELF${"\0".repeat(2000)}`)],
    ["a script", Buffer.from("#!/bin/sh\nrm -rf /\n")],
    ["a web page", Buffer.from("<!doctype html><script>alert(1)</script>%PDF-1.4")],
    ["a drawing that can run scripts", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["plain text", Buffer.from("Kính gửi Ủy ban nhân dân")],
    ["an archive of anything", anArchive({ "setup.bat": "del" })],
    ["an archive that only has the content types", anArchive({ "[Content_Types].xml": "<Types/>" })],
    ["a video of a phone", Buffer.from("\0\0\0\x18ftypmp42\0\0\0\0mp42isom")],
  ])("is none of ours for %s", (_, content) => {
    expect(kindOf(content)).toEqual({ fault: "not-accepted" });
  });

  it("refuses macros, archives that unpack to a flood, and pictures that do", () => {
    const base = { "[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>" };

    expect(kindOf(anArchive({ ...base, "word/vbaProject.bin": "x" }))).toEqual({ fault: "has-macros" });
    expect(kindOf(anArchive({ ...base, "word/media/a.png": Buffer.alloc(3_000_000) }))).toEqual({
      fault: "unpacks-too-large",
    });
    expect(kindOf(aPng(60_000, 60_000))).toEqual({ fault: "unpacks-too-large" });
    expect(kindOf(aJpg(60_000, 60_000))).toEqual({ fault: "unpacks-too-large" });
  });

  it("takes a PDF that a scanner or a mail program put a line before or after", () => {
    expect(kindOf(Buffer.concat([Buffer.from("\n\n"), aPdf()]))).toEqual({ kind: "pdf" });
    expect(kindOf(Buffer.concat([aPdf(), Buffer.from("\r\n\0\0")]))).toEqual({ kind: "pdf" });
  });

  it("answers for any bytes at all, without failing", () => {
    const starts = [...Object.values(whole).map((content) => content.subarray(0, 24)), Buffer.alloc(0)];

    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }), (start, rest) => {
        expect(kindOf(Buffer.concat([start, rest]))).toBeTypeOf("object");
      }),
      { numRuns: 2000 },
    );
  });
});
