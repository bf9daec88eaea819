import { createHash, randomBytes } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSealing } from "#foundation/sealing/index.ts";
import { type FileStore, openFileStore } from "./file-store.ts";
import { asStorageError, FileMissingError, StorageError } from "./storage-errors.ts";
import { aPdf, arriving } from "./testing.ts";

const maxBytes = 5 * 1024 * 1024;
const sealing = openSealing({ key: "11".repeat(32) });
let folder: string;
let store: FileStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "files-"));
  store = await openFileStore({ folder, sealing });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sha256Of = (content: Buffer) => createHash("sha256").update(content).digest("hex");
const placeOf = (sha256: string) => join(folder, "sealed", sha256.slice(0, 2), sha256);
const inQuarantine = () => readdirSync(join(folder, "quarantine"));

/** A whole PDF of about this length. */
function aLongPdf(bytes: number): Buffer {
  return aPdf(randomBytes(Math.max(1, Math.ceil((bytes - 400) / 2))).toString("hex"));
}

async function received(content: Buffer, pieceBytes?: number): Promise<string> {
  const result = await store.receive(arriving(content, pieceBytes), { maxBytes });
  if (!result.ok) throw new Error(`refused: ${result.refusal.reason}`);
  return result.value.sha256;
}

describe("a file that arrives", () => {
  it("is kept under its hash and read back as it was, whatever its length and however it came", async () => {
    for (const [bytes, pieceBytes] of [
      [500, 1],
      [256 * 1024, 65_536],
      [256 * 1024 + 401, 7_001],
      [3 * 1024 * 1024, 65_536],
    ] as const) {
      const content = aLongPdf(bytes);

      const result = await store.receive(arriving(content, pieceBytes), { maxBytes });

      const expected = { sha256: sha256Of(content), size: content.length, mediaType: "application/pdf" };
      expect(result).toEqual({ ok: true, value: expected });
      expect((await store.readWhole(expected.sha256)).equals(content)).toBe(true);
      expect((await store.open(expected.sha256)).size).toBe(content.length);
      expect(inQuarantine()).toEqual([]);
    }
  });

  it("fills its last chunk exactly, one byte less and one byte more", async () => {
    for (const length of [262_143, 262_144, 262_145, 524_288, 524_289]) {
      const content = randomBytes(length);
      const { sha256 } = await store.keep(content);
      expect((await store.readWhole(sha256)).equals(content)).toBe(true);
    }
  });

  it("shows nothing of its content on the disk, and only to its owner", async () => {
    const content = aPdf("NGUYỄN THỊ ÁNH 038199012345");

    const place = placeOf(await received(content));

    expect(readFileSync(place).includes("038199012345")).toBe(false);
    expect(readFileSync(place).includes("%PDF")).toBe(false);
    expect(statSync(place).mode & 0o077).toBe(0);
  });

  it("may come twice at once and is kept once", async () => {
    const content = aLongPdf(400_000);

    const hashes = await Promise.all(Array.from({ length: 8 }, () => received(content)));

    expect(new Set(hashes).size).toBe(1);
    expect(await store.check(hashes[0] ?? "")).toBe("whole");
    expect(inQuarantine()).toEqual([]);
  });

  it("heals a damaged copy of the same content", async () => {
    const content = aPdf();
    const sha256 = await received(content);
    writeFileSync(placeOf(sha256), "damaged");
    expect(await store.check(sha256)).toBe("broken");

    await received(content);

    expect(await store.check(sha256)).toBe("whole");
  });

  it.each([
    ["empty", Buffer.alloc(0), { reason: "empty" }],
    ["longer than allowed", aLongPdf(maxBytes + 1000), { reason: "too-large", maxBytes }],
    ["a renamed program", Buffer.from(`MZ${"\0".repeat(4000)}`), { reason: "not-accepted" }],
    ["a PDF that was cut off", aLongPdf(9000).subarray(0, 7000), { reason: "broken" }],
  ])("is refused when it is %s, and nothing of it stays", async (_, content, refusal) => {
    const result = await store.receive(arriving(content), { maxBytes });

    expect(result).toEqual({ ok: false, refusal });
    expect(inQuarantine()).toEqual([]);
    expect(readdirSync(join(folder, "sealed"))).toEqual([]);
  });

  it("stops taking in a program after its first bytes", async () => {
    let pieces = 0;
    async function* endless() {
      for (;;) {
        pieces += 1;
        yield Buffer.alloc(65_536, "MZ");
      }
    }

    expect(await store.receive(endless(), { maxBytes })).toMatchObject({ refusal: { reason: "not-accepted" } });
    expect(pieces).toBe(1);
  });

  it("leaves nothing behind when its sender hangs up", async () => {
    async function* brokenOff() {
      yield aLongPdf(900_000).subarray(0, 800_000);
      throw new Error("the sender hung up");
    }

    await expect(store.receive(brokenOff(), { maxBytes })).rejects.toThrow("the sender hung up");
    expect(inQuarantine()).toEqual([]);
  });
});

describe("a stored file", () => {
  it("is never handed out once any part of it was altered, cut or swapped", async () => {
    const sha256 = await received(aLongPdf(600_000));
    const good = readFileSync(placeOf(sha256));
    const samples = [...Array(96).keys(), ...Array.from({ length: 60 }, (_, at) => (at * 10_007) % good.length)];

    for (const at of [...samples, good.length - 1]) {
      const altered = Buffer.from(good);
      altered[at] = (altered[at] ?? 0) ^ 0x10;
      writeFileSync(placeOf(sha256), altered);
      expect(await store.check(sha256), `byte ${at}`).toBe("broken");
    }
    for (const length of [0, 10, 73, 74, 100, 73 + 262_160, good.length - 1]) {
      writeFileSync(placeOf(sha256), good.subarray(0, length));
      expect(await store.check(sha256), `cut to ${length}`).toBe("broken");
    }
    writeFileSync(placeOf(sha256), good);
    expect(await store.check(sha256)).toBe("whole");
  });

  it("is not mistaken for another that was put in its place", async () => {
    const one = await received(aPdf("one"));
    const two = await received(aPdf("two"));
    writeFileSync(placeOf(one), readFileSync(placeOf(two)));

    await expect(store.readWhole(one)).rejects.toThrow("not the one its name says");
  });

  it("is missed by name", async () => {
    expect(await store.check("0".repeat(64))).toBe("missing");
    await expect(store.open("0".repeat(64))).rejects.toThrow(FileMissingError);
    await expect(store.open("../../etc/passwd")).rejects.toThrow(FileMissingError);
  });
});

describe("sweeping", () => {
  const now = new Date("2026-11-24T03:00:00Z");
  const age = (path: string, hours: number) => {
    const at = new Date(now.getTime() - hours * 3_600_000);
    utimesSync(path, at, at);
  };

  it("removes files without a row after a day, and what a crash left in quarantine", async () => {
    const kept = await received(aPdf("has a row"));
    const young = await received(aPdf("its row is on its way"));
    const lost = await received(aPdf("never got a row"));
    const left = join(folder, "quarantine", "left-by-a-crash");
    writeFileSync(left, "half");
    age(placeOf(kept), 100);
    age(placeOf(young), 23);
    age(placeOf(lost), 25);
    age(left, 25);

    const removed = await store.sweep(async (found) => new Set(found.filter((sha256) => sha256 === kept)), now);

    expect(removed).toBe(2);
    expect(await Promise.all([kept, young, lost].map(store.check))).toEqual(["whole", "whole", "missing"]);
    expect(existsSync(left)).toBe(false);
  });

  it("spares a file that arrives again while it is being swept", async () => {
    const content = aPdf("again");
    const sha256 = await received(content);
    age(placeOf(sha256), 25);

    const removed = await store.sweep(async () => {
      await received(content);
      utimesSync(placeOf(sha256), now, now);
      return new Set();
    }, now);

    expect(removed).toBe(0);
    expect(await store.check(sha256)).toBe("whole");
    expect(inQuarantine()).toEqual([]);
  });
});

describe("a folder that cannot take files", () => {
  it("is named as such: the sender is asked to try later, and nothing is half-written", async () => {
    rmSync(join(folder, "quarantine"), { recursive: true });

    const receiving = store.receive(arriving(aPdf()), { maxBytes });

    await expect(receiving).rejects.toThrow(StorageError);
    await expect(receiving).rejects.toMatchObject({ status: 503, fault: "unavailable" });
  });

  it.each([
    ["ENOSPC", "full"],
    ["EROFS", "read-only"],
    ["EACCES", "read-only"],
    ["EIO", "unavailable"],
  ])("tells %s apart", (code, fault) => {
    const fromDisk = Object.assign(new Error(code), { code, syscall: "write" });

    expect(asStorageError(fromDisk)).toMatchObject({ fault });
    expect(asStorageError(new Error("of the sender"))).not.toBeInstanceOf(StorageError);
  });
});
