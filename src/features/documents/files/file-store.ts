/**
 * Files of citizens and of the city in a folder, each under the SHA-256 of its content:
 *
 *   <folder>/quarantine/<random>        on its way in
 *   <folder>/sealed/ab/ab12…            whole, sealed, fsynced, and so is the folder it stands in
 *
 * `receive` says yes only when the file would survive a power cut, so a row may follow it, and never a row without its file.
 * What is left behind by a crash, or never got its row, is swept after a day.
 */
import { createHash, randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rename, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import { SealBrokenError, type Sealing } from "#foundation/sealing/index.ts";
import { contentWatch } from "./content-watch.ts";
import type { MediaType } from "./file-kind.ts";
import { folderSync } from "./folder-sync.ts";
import {
  fileSealer,
  headBytes,
  keyOf,
  openChunk,
  plainSize,
  SealedFileBrokenError,
  sealedChunkBytes,
} from "./sealed-file.ts";
import { asStorageError, FileMissingError } from "./storage-errors.ts";

export type StoredFile = {
  /** Of the plain content, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: MediaType;
};

/** Why a file is not taken. Nothing of it is kept. */
export type FileRefusal =
  | { readonly reason: "empty" }
  | { readonly reason: "too-large"; readonly maxBytes: number }
  | { readonly reason: "not-accepted" }
  | { readonly reason: "broken" }
  | { readonly reason: "has-macros" }
  | { readonly reason: "unpacks-too-large" };

export type FileStore = {
  /** Takes in a file from outside: counted, looked at, hashed and sealed while it is written. */
  readonly receive: (
    source: AsyncIterable<Uint8Array>,
    limits: { readonly maxBytes: number },
  ) => Promise<Result<StoredFile, FileRefusal>>;
  /** Keeps a file the program made itself. */
  readonly keep: (content: Uint8Array) => Promise<{ readonly sha256: string; readonly size: number }>;
  /** The content as it was, checked while it is read: what was altered is never handed out as if it were whole. */
  readonly open: (sha256: string) => Promise<{ readonly size: number; readonly content: AsyncGenerator<Buffer> }>;
  readonly readWhole: (sha256: string) => Promise<Buffer>;
  /** Reads a file to its end and says what is wrong with it. */
  readonly check: (sha256: string) => Promise<"whole" | "missing" | "broken">;
  /**
   * Removes what never got its row: files older than a day that `haveRows` does not claim, and what a crash left in
   * quarantine. Returns how many were removed.
   */
  readonly sweep: (
    haveRows: (sha256s: readonly string[]) => Promise<ReadonlySet<string>>,
    now: Date,
  ) => Promise<number>;
};

const sweptAfterMs = 24 * 60 * 60 * 1000;
const sha256Shape = /^[0-9a-f]{64}$/;
const writeAtBytes = 512 * 1024;

export async function openFileStore({
  folder,
  sealing,
}: {
  readonly folder: string;
  readonly sealing: Sealing;
}): Promise<FileStore> {
  const quarantine = join(folder, "quarantine");
  const sealed = join(folder, "sealed");
  const syncFolder = folderSync();
  await mkdir(quarantine, { recursive: true, mode: 0o700 });
  await mkdir(sealed, { recursive: true, mode: 0o700 });
  await syncFolder(folder);

  function placeOf(sha256: string): string {
    if (!sha256Shape.test(sha256)) throw new FileMissingError(sha256);
    return join(sealed, sha256.slice(0, 2), sha256);
  }

  /** Writes one file into quarantine with `fill`, and moves it to its place unless that refuses it. */
  async function store<Refused>(
    fill: (write: (piece: Buffer) => Promise<void> | undefined) => Promise<Result<string, Refused>>,
  ): Promise<Result<string, Refused>> {
    const draft = join(quarantine, randomUUID());
    let stored = false;
    try {
      const file = await open(draft, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
      let filled: Result<string, Refused>;
      try {
        const writer = pieceWriter(file);
        filled = await fill(writer.write);
        if (filled.ok) {
          await writer.end();
          await file.sync();
        }
      } finally {
        await file.close();
      }
      if (filled.ok) {
        // A file of the same content may stand there already. It is replaced, not trusted: it could be damaged, or be
        // about to be swept, and a fresh copy costs nothing more.
        await moveInto(placeOf(filled.value), draft);
        stored = true;
      }
      return filled;
    } catch (error) {
      throw asStorageError(error);
    } finally {
      if (!stored) await unlink(draft).catch(() => undefined);
    }
  }

  async function moveInto(place: string, draft: string): Promise<void> {
    const shelf = dirname(place);
    try {
      await rename(draft, place);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
      await mkdir(shelf, { recursive: true, mode: 0o700 });
      await syncFolder(sealed);
      await rename(draft, place);
    }
    await syncFolder(shelf);
  }

  // The file is opened at the first read and not before: of a generator nobody reads, no `finally` would close it.
  async function* contentOf(place: string, sha256: string): AsyncGenerator<Buffer> {
    const file = await open(place, "r").catch((error: unknown) => {
      throw missingOr(error, sha256);
    });
    try {
      const { size: sealedBytes } = await file.stat();
      const hash = createHash("sha256");
      const head = Buffer.alloc(headBytes);
      await readFully(file, head, 0);
      const key = keyOf(sealing, head);
      const chunks = Math.max(1, Math.ceil((sealedBytes - headBytes) / sealedChunkBytes));
      for (let number = 0; number < chunks; number += 1) {
        const at = headBytes + number * sealedChunkBytes;
        const chunk = Buffer.allocUnsafe(Math.min(sealedChunkBytes, sealedBytes - at));
        await readFully(file, chunk, at);
        const plain = openChunk(key, number, number === chunks - 1, chunk);
        hash.update(plain);
        if (number === chunks - 1 && hash.digest("hex") !== sha256) {
          throw new SealedFileBrokenError("A stored file is not the one its name says");
        }
        yield plain;
      }
    } finally {
      await file.close();
    }
  }

  async function openFile(sha256: string) {
    const place = placeOf(sha256);
    const { size } = await stat(place).catch((error: unknown) => {
      throw missingOr(error, sha256);
    });
    return { size: plainSize(size), content: contentOf(place, sha256) };
  }

  async function readWhole(sha256: string): Promise<Buffer> {
    const { content } = await openFile(sha256);
    const chunks: Buffer[] = [];
    for await (const chunk of content) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  return {
    receive: async (source, { maxBytes }) => {
      let described: StoredFile | undefined;
      const stored = await store<FileRefusal>(async (write) => {
        const watch = contentWatch();
        const sealer = fileSealer(sealing);
        for await (const piece of source) {
          watch.see(piece);
          if (watch.size() > maxBytes) return refused({ reason: "too-large", maxBytes });
          // No need to take in a gigabyte to learn that it is a program.
          if (watch.isHopeless()) return refused({ reason: "not-accepted" });
          for (const part of sealer.seal(piece)) await write(part);
        }
        if (watch.size() === 0) return refused({ reason: "empty" });
        const verdict = watch.verdict();
        if ("fault" in verdict) return refused({ reason: verdict.fault });
        for (const part of sealer.finish()) await write(part);
        described = { sha256: watch.sha256(), size: watch.size(), mediaType: verdict.mediaType };
        return accepted(described.sha256);
      });
      if (!stored.ok) return stored;
      if (!described) throw new Error("A stored file has a description");
      return accepted(described);
    },

    keep: async (content) => {
      const sha256 = createHash("sha256").update(content).digest("hex");
      await store<never>(async (write) => {
        const sealer = fileSealer(sealing);
        for (const part of [...sealer.seal(content), ...sealer.finish()]) await write(part);
        return accepted(sha256);
      });
      return { sha256, size: content.length };
    },

    open: openFile,
    readWhole,

    check: async (sha256) => {
      try {
        const { content } = await openFile(sha256);
        for await (const _ of content) {
          // Reading to the end is the check.
        }
        return "whole";
      } catch (error) {
        if (error instanceof FileMissingError) return "missing";
        if (error instanceof SealedFileBrokenError || error instanceof SealBrokenError) return "broken";
        throw error;
      }
    },

    sweep: async (haveRows, now) => {
      const isOld = async (path: string) => {
        const found = await stat(path).catch(() => undefined);
        return found !== undefined && found.mtimeMs < now.getTime() - sweptAfterMs;
      };
      let removed = 0;
      for (const name of await readdir(quarantine)) {
        if (!(await isOld(join(quarantine, name)))) continue;
        await unlink(join(quarantine, name)).catch(() => undefined);
        removed += 1;
      }
      for (const shelf of await readdir(sealed)) {
        const old: string[] = [];
        for (const name of await readdir(join(sealed, shelf))) {
          if (await isOld(join(sealed, shelf, name))) old.push(name);
        }
        if (old.length === 0) continue;
        const claimed = await haveRows(old);
        for (const sha256 of old) {
          if (claimed.has(sha256)) continue;
          // The same content may be arriving at this moment. So the file is first taken out of its place and looked at
          // again: if it turned fresh meanwhile, it goes back, and its reader at most had to try twice.
          const taken = join(quarantine, randomUUID());
          await rename(placeOf(sha256), taken);
          if (await isOld(taken)) {
            await unlink(taken);
            removed += 1;
          } else {
            await moveInto(placeOf(sha256), taken);
          }
        }
      }
      return removed;
    },
  };
}

function missingOr(error: unknown, sha256: string): unknown {
  const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
  return isMissing ? new FileMissingError(sha256) : asStorageError(error);
}

/** Gathers small pieces, and writes one lot while the next is being gathered. */
function pieceWriter(file: FileHandle) {
  let gathered: Buffer[] = [];
  let gatheredBytes = 0;
  let writing: Promise<void> | undefined;

  async function writeAll(pieces: Buffer[], bytes: number): Promise<void> {
    const { bytesWritten } = await file.writev(pieces);
    if (bytesWritten === bytes) return;
    // The disk took a part of it, which happens when it fills up; writing the rest then says why.
    const rest = Buffer.concat(pieces).subarray(bytesWritten);
    for (let at = 0; at < rest.length; ) at += (await file.write(rest, at)).bytesWritten;
  }

  async function flush(): Promise<void> {
    await writing;
    const [pieces, bytes] = [gathered, gatheredBytes];
    gathered = [];
    gatheredBytes = 0;
    if (bytes === 0) return;
    writing = writeAll(pieces, bytes);
    // A failure is thrown by whoever waits for it next; until then it must not count as unhandled.
    writing.catch(() => undefined);
  }

  return {
    write(piece: Buffer): Promise<void> | undefined {
      gathered.push(piece);
      gatheredBytes += piece.length;
      return gatheredBytes >= writeAtBytes ? flush() : undefined;
    },
    async end(): Promise<void> {
      await flush();
      await writing;
    },
  };
}

async function readFully(file: FileHandle, into: Buffer, position: number): Promise<void> {
  for (let at = 0; at < into.length; ) {
    const { bytesRead } = await file.read(into, at, into.length - at, position + at);
    if (bytesRead === 0) throw new SealedFileBrokenError("A sealed file was cut off");
    at += bytesRead;
  }
}
