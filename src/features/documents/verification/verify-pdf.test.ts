import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { movableClock } from "#foundation/clock/index.ts";
import { setResult } from "../papers/result.ts";
import type { SetPaper } from "../papers/slip.ts";
import { aCertificate, templates } from "../papers/testing.ts";
import { type LocalSigner, openLocalSigner } from "../signing/local-signer.ts";
import { signPdf } from "../signing/sign-pdf.ts";
import { verifyPdf } from "./verify-pdf.ts";

const at = new Date("2026-11-24T02:05:07Z");
const clock = movableClock(at);
const folder = mkdtempSync(join(tmpdir(), "signing-"));
afterAll(() => rmSync(folder, { recursive: true }));

const identities = {
  official: { kind: "official", id: "a-1", name: "Trịnh Đình Hùng", organisation: "UBND phường Lam Sơn" },
  unit: { kind: "unit", id: "14773", name: "ỦY BAN NHÂN DÂN PHƯỜNG LAM SƠN", organisation: "UBND phường Lam Sơn" },
} as const;

let signer: LocalSigner;
let paper: SetPaper;
let signed: Buffer;

beforeAll(async () => {
  signer = await openLocalSigner({ folder: join(folder, "keys"), clock });
  paper = await setResult(templates.results, aCertificate);
  signed = await sign(signer);
});

function sign(by: LocalSigner, signedAt = at, pdf = paper.pdf) {
  const orders = paper.signatures.map((field) => ({
    field,
    identity: identities[field.by],
    reason: "Ký ban hành",
    location: "Lam Sơn",
    at: signedAt,
  }));
  return signPdf(pdf, orders, by);
}

function flipped(pdf: Buffer, offset: number, mask = 0x01): Buffer {
  const altered = Buffer.from(pdf);
  altered[offset] = (altered[offset] ?? 0) ^ mask;
  return altered;
}

describe("a signed paper", () => {
  it("is genuine, and says who signed and when", () => {
    const verdict = verifyPdf(signed, [signer.root]);

    expect(verdict).toMatchObject({
      isGenuine: true,
      fault: null,
      signatures: [
        { by: { commonName: "Trịnh Đình Hùng", organisation: "UBND phường Lam Sơn" }, signedAt: at, faults: [] },
        { by: { commonName: "ỦY BAN NHÂN DÂN PHƯỜNG LAM SƠN" }, signedAt: at, faults: [] },
      ],
    });
  });

  it("begins with the very bytes that were signed first", () => {
    expect(signed.subarray(0, paper.pdf.length).equals(paper.pdf)).toBe(true);
  });

  it("is found out at every single byte that was changed, wherever it stands", () => {
    // Every byte of the last revision but the room of its signature, of which every third; a sample of all the rest.
    const last = signed.lastIndexOf("/Type /Sig");
    const contents = signed.indexOf("/Contents <", last) + "/Contents <".length;
    const contentsEnd = signed.indexOf(">", contents);
    const zerosFrom = signed.indexOf("0".repeat(200), contents);
    const offsets: number[] = [];
    for (let offset = 0; offset < signed.length; ) {
      offsets.push(offset);
      if (offset < paper.pdf.length) offset += 211;
      else if (offset < last - 300) offset += 17;
      else if (offset >= contents && offset < zerosFrom) offset += 3;
      else if (offset >= zerosFrom && offset < contentsEnd - 60) offset += 60;
      else offset += 1;
    }

    const unnoticed = offsets.filter((offset) => verifyPdf(flipped(signed, offset), [signer.root]).isGenuine);

    expect(unnoticed).toEqual([]);
    expect(offsets.length).toBeGreaterThan(3500);
  }, 120_000);

  it("is found out whichever bit was changed, also in the case of a letter", () => {
    const contents = signed.indexOf("/Contents <") + "/Contents <".length;
    for (let offset = contents - 200; offset < contents + 300; offset += 3) {
      for (const mask of [0x01, 0x02, 0x20, 0x80]) {
        expect(verifyPdf(flipped(signed, offset, mask), [signer.root]).isGenuine, `${offset} ${mask}`).toBe(false);
      }
    }
  });

  it("is found out when something is added, cut off or put in front", () => {
    for (const altered of [
      Buffer.concat([signed, Buffer.from("\n")]),
      Buffer.concat([signed, signed]),
      signed.subarray(0, -1),
      signed.subarray(0, signed.length / 2),
      Buffer.concat([Buffer.from("\n"), signed]),
      Buffer.alloc(0),
      Buffer.from("%PDF-1.7\n%%EOF"),
    ]) {
      expect(verifyPdf(altered, [signer.root]).isGenuine).toBe(false);
    }
  });

  it("is found out when its last signature was taken away", () => {
    const first = signed.subarray(0, signed.indexOf("%%EOF\n", paper.pdf.length) + 6);
    const verdict = verifyPdf(first, [signer.root]);

    // What is left is a whole paper with one signature; that it lacks the seal is for the issuer's record to say.
    expect(verdict.signatures).toHaveLength(1);
  });

  it("is found out when a trusted hand changed the page before signing again", async () => {
    const once = await signPdf(paper.pdf, [order("official")], signer);
    const page = /(\d+) 0 obj\n<<\n\/Type \/Page\n/.exec(once.toString("latin1"))?.[1] ?? "";
    const replaced = once.toString("latin1").lastIndexOf(`${page} 0 obj`);
    const text = once.toString("latin1", replaced, once.indexOf("endobj", replaced));
    // A revision that points the page at other contents, then signed by somebody else whom we trust.
    const xrefAt = once.length + text.length + 8;
    const previous = /startxref\n(\d+)\n%%EOF\n$/.exec(once.toString("latin1"))?.[1];
    const trailer = /trailer\n(<<.*>>)\nstartxref/s.exec(once.toString("latin1", Number(previous)))?.[1] ?? "";
    const shadow = Buffer.concat([
      once,
      Buffer.from(`\n${text.replace(/\/Contents \d+/, "/Contents 1")}endobj\n`, "latin1"),
      Buffer.from(
        `xref\n${page} 1\n${String(once.length + 1).padStart(10, "0")} 00000 n \n` +
          `trailer\n${trailer.replace(/\/Prev \d+/, `/Prev ${previous}`)}\nstartxref\n${xrefAt}\n%%EOF\n`,
        "latin1",
      ),
    ]);
    const twice = await signPdf(shadow, [order("unit")], signer);

    const verdict = verifyPdf(twice, [signer.root]);

    expect(verdict.isGenuine).toBe(false);
    expect(verdict.fault).toBe("changed-after-signing");
  });

  it("is not genuine without a signature, nor by a root we do not trust", async () => {
    expect(verifyPdf(paper.pdf, [signer.root])).toEqual({ isGenuine: false, fault: "not-signed", signatures: [] });

    const stranger = await openLocalSigner({ folder: join(folder, "stranger"), clock });
    const verdict = verifyPdf(await sign(stranger), [signer.root]);

    expect(verdict.isGenuine).toBe(false);
    expect(verdict.signatures.map((signature) => signature.faults)).toEqual([["untrusted"], ["untrusted"]]);
    expect(verifyPdf(signed, []).isGenuine).toBe(false);
  });

  it("is not genuine when the certificate was not in force at the time of signing", async () => {
    const late = await sign(signer, new Date("2099-01-01T00:00:00Z"));

    expect(verifyPdf(late, [signer.root]).signatures[0]?.faults).toEqual(["certificate-not-in-force"]);
  });

  function order(by: "official" | "unit") {
    const field = paper.signatures.find((candidate) => candidate.by === by);
    if (!field) throw new Error(by);
    return { field, identity: identities[by], reason: "Ký ban hành", location: "Lam Sơn", at };
  }
});

describe("the demo authority", () => {
  it("keeps its keys for its owner alone, and has the same ones after a restart", async () => {
    const keys = join(folder, "keys");
    for (const name of readdirSync(keys)) expect(statSync(join(keys, name)).mode & 0o777).toBe(0o600);

    const restarted = await openLocalSigner({ folder: keys, clock });

    expect(restarted.root.equals(signer.root)).toBe(true);
    expect((await sign(restarted)).equals(signed)).toBe(true);
  });

  it("ends up with one root and one certificate when two processes start at once", async () => {
    const shared = join(folder, "shared");
    const [one, two] = await Promise.all([
      openLocalSigner({ folder: shared, clock }),
      openLocalSigner({ folder: shared, clock }),
    ]);
    const certificates = await Promise.all(
      [one, two].map(async (each) => (await each.certificatesOf(identities.official))[0]?.toString("hex")),
    );

    expect(one.root.equals(two.root)).toBe(true);
    expect(certificates[0]).toBe(certificates[1]);
    expect(readdirSync(shared)).toHaveLength(2);
  });
});

const hasPdfsig = spawnSync("pdfsig", ["-v"]).error === undefined;
const hasCertutil = spawnSync("certutil", ["-H"]).error === undefined;

describe.runIf(hasPdfsig)("pdfsig of poppler", () => {
  it("calls both signatures valid, and the last one over the whole document", () => {
    const file = join(folder, "signed.pdf");
    writeFileSync(file, signed);

    const { stdout } = spawnSync("pdfsig", [file], { encoding: "utf8" });

    expect(stdout.match(/Signature is Valid\./g)).toHaveLength(2);
    expect(stdout).toContain("ETSI.CAdES.detached");
    expect(stdout).toContain("Total document signed");
    expect(stdout).toContain("Trịnh Đình Hùng");
  });

  it("finds what we find: a changed byte", () => {
    const file = join(folder, "altered.pdf");
    writeFileSync(file, flipped(signed, 2000));

    const { stdout } = spawnSync("pdfsig", [file], { encoding: "utf8" });

    expect(stdout).not.toContain("Signature is Valid.");
  });

  it.runIf(hasCertutil)("trusts the certificates once it trusts the root", () => {
    const database = mkdtempSync(join(tmpdir(), "nss-"));
    const [root, file] = [join(database, "root.der"), join(database, "signed.pdf")];
    writeFileSync(root, signer.root);
    writeFileSync(file, signed);
    spawnSync("certutil", ["-N", "-d", `sql:${database}`, "--empty-password"]);
    spawnSync("certutil", ["-A", "-d", `sql:${database}`, "-n", "root", "-t", "CT,CT,CT", "-i", root]);

    const { stdout } = spawnSync("pdfsig", ["-nssdir", database, file], { encoding: "utf8" });

    expect(readFileSync(file).length).toBe(signed.length);
    expect(stdout.match(/Certificate is Trusted\./g)).toHaveLength(2);
    rmSync(database, { recursive: true });
  });
});
