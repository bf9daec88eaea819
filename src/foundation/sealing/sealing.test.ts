import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { MasterKeyError, openSealing, SealBrokenError } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "sealing-"));
afterAll(() => rmSync(folder, { recursive: true }));

const master = "11".repeat(32);
const sealing = openSealing({ key: master });

describe("a sealed value", () => {
  it("gives back what was sealed, whatever it was", () => {
    const { key } = sealing.newDossierKey();

    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (plain, aad) => {
        expect(sealing.open(key, aad, sealing.seal(key, aad, plain))).toEqual(Buffer.from(plain));
      }),
    );
    expect(sealing.openText(key, "d/phone", sealing.seal(key, "d/phone", "Nguyễn Thị Ánh"))).toBe("Nguyễn Thị Ánh");
  });

  it("does not open once any single bit of it was altered", () => {
    const { key } = sealing.newDossierKey();
    const sealed = sealing.seal(key, "dossier/idNumber", "038199012345");

    for (let at = 0; at < sealed.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const altered = Buffer.from(sealed);
        altered[at] = (altered[at] ?? 0) ^ (1 << bit);
        expect(() => sealing.open(key, "dossier/idNumber", altered)).toThrow(SealBrokenError);
      }
    }
  });

  it("does not open when cut short, lengthened or emptied", () => {
    const { key } = sealing.newDossierKey();
    const sealed = sealing.seal(key, "a", "038199012345");

    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => sealing.open(key, "a", sealed.subarray(0, length))).toThrow(SealBrokenError);
    }
    expect(() => sealing.open(key, "a", Buffer.concat([sealed, Buffer.of(0)]))).toThrow(SealBrokenError);
  });

  it("does not open in another place, nor with the key of another dossier", () => {
    const mine = sealing.newDossierKey();
    const other = sealing.newDossierKey();
    const sealed = sealing.seal(mine.key, "dossier-1/phone", "0912345678");

    expect(() => sealing.open(mine.key, "dossier-2/phone", sealed)).toThrow(SealBrokenError);
    expect(() => sealing.open(other.key, "dossier-1/phone", sealed)).toThrow(SealBrokenError);
  });

  it("looks different each time, so that equal values cannot be told from the database", () => {
    const { key } = sealing.newDossierKey();
    const seen = new Set(Array.from({ length: 2000 }, () => sealing.seal(key, "a", "same").toString("hex")));

    expect(seen.size).toBe(2000);
  });
});

describe("a dossier's key", () => {
  it("comes back from its wrapped form, also after a restart", () => {
    const { key, wrapped } = sealing.newDossierKey();
    const sealed = sealing.seal(key, "a", "secret");

    const restarted = openSealing({ key: Buffer.from(master, "hex") });

    expect(restarted.openText(restarted.unwrap(wrapped), "a", sealed)).toBe("secret");
  });

  it("does not come back from a form that was altered", () => {
    const { wrapped } = sealing.newDossierKey();

    for (let at = 0; at < wrapped.length; at += 1) {
      const altered = Buffer.from(wrapped);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(() => sealing.unwrap(altered)).toThrow(SealBrokenError);
    }
  });

  it("says so when another master key is in use", () => {
    const { wrapped } = sealing.newDossierKey();
    const elsewhere = openSealing({ key: "22".repeat(32) });

    expect(() => elsewhere.unwrap(wrapped)).toThrow(/another master key/);
  });

  it("has a sibling for what belongs to no dossier: the same after a restart, another for another purpose", () => {
    const sealed = sealing.seal(sealing.standingKey("names of uploads"), "a", "giay-khai-sinh.pdf");
    const restarted = openSealing({ key: master });

    expect(restarted.openText(restarted.standingKey("names of uploads"), "a", sealed)).toBe("giay-khai-sinh.pdf");
    expect(() => restarted.open(restarted.standingKey("other"), "a", sealed)).toThrow(SealBrokenError);
  });

  it("shows nothing of itself when printed", () => {
    const { key } = sealing.newDossierKey();

    expect(inspect(key)).not.toMatch(/[0-9a-f]{16}/);
    expect(JSON.stringify(key)).toBe("{}");
  });
});

describe("the blind index", () => {
  it("finds the same phone and ID number however it is written", () => {
    const phone = sealing.blindIndex("phone", "0912 345 678");

    expect(phone).toHaveLength(16);
    expect(sealing.blindIndex("phone", "+84 912.345.678")).toEqual(phone);
    expect(sealing.blindIndex("phone", "84912345678")).toEqual(phone);
    expect(sealing.blindIndex("id-number", "038 199 012 345")).toEqual(sealing.blindIndex("id-number", "038199012345"));
  });

  it("differs by value, by kind and by master key", () => {
    const one = sealing.blindIndex("id-number", "0912345678");

    expect(sealing.blindIndex("id-number", "0912345679")).not.toEqual(one);
    expect(sealing.blindIndex("phone", "0912345678")).not.toEqual(one);
    expect(openSealing({ key: "22".repeat(32) }).blindIndex("id-number", "0912345678")).not.toEqual(one);
  });
});

describe("the master key file", () => {
  it("is made at the first start, for its owner alone, and read at the next", () => {
    const keyFile = join(folder, "keys", "master.key");

    const first = openSealing({ keyFile });
    const { wrapped } = first.newDossierKey();

    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(() => openSealing({ keyFile }).unwrap(wrapped)).not.toThrow();
  });

  it("is refused when others can read it, or when it holds something else", () => {
    const keyFile = join(folder, "open.key");
    openSealing({ keyFile });
    chmodSync(keyFile, 0o644);
    expect(() => openSealing({ keyFile })).toThrow(/chmod 600/);

    const wrong = join(folder, "wrong.key");
    writeFileSync(wrong, "", { mode: 0o600 });
    expect(() => openSealing({ keyFile: wrong })).toThrow(MasterKeyError);
    expect(readFileSync(wrong, "utf8")).toBe("");
  });

  it("may be given by a setting, as 32 bytes and nothing else", () => {
    expect(() => openSealing({ key: Buffer.alloc(32, 7).toString("base64") })).not.toThrow();
    expect(() => openSealing({ key: "too short" })).toThrow(MasterKeyError);
  });
});
