/**
 * A file at rest, sealed as a stream so that any size needs little memory:
 *
 *   "MCSEAL01" | wrapped key (65) | chunk 0 | chunk 1 | … | last chunk
 *
 * Each chunk is up to 256 KiB of the file in AES-256-GCM, followed by its tag (16). Every file has a key of its own, so a
 * nonce is simply  0 (7 bytes) | number of the chunk (4) | 1 for the last chunk, else 0  and chunks can neither be left
 * out, nor swapped, nor cut off at the end without its being noticed (Hoang, Reyhanitabar, Rogaway, Vizár 2015, STREAM).
 */
import { createCipheriv, createDecipheriv } from "node:crypto";
import type { Sealing, SealingKey } from "#foundation/sealing/index.ts";

const magic = Buffer.from("MCSEAL01");
const wrappedKeyBytes = 65;
export const headBytes = magic.length + wrappedKeyBytes;
const chunkBytes = 256 * 1024;
const tagBytes = 16;
export const sealedChunkBytes = chunkBytes + tagBytes;

/** The stored bytes are not what was sealed. */
export class SealedFileBrokenError extends Error {
  override readonly name = "SealedFileBrokenError";
}

function nonceOf(chunk: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(chunk, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

export type FileSealer = {
  /** Takes the next bytes of the file; gives what may be written. */
  readonly seal: (plain: Uint8Array) => Buffer[];
  /** Gives the rest. */
  readonly finish: () => Buffer[];
};

/** Seals a file piece by piece, without gathering or copying what it is given. */
export function fileSealer(sealing: Sealing): FileSealer {
  const { key, wrapped } = sealing.newDossierKey();
  let chunk = 0;
  let room = chunkBytes;
  // A chunk is known to be the last only when the file ends, but its nonce says so from its first byte on: the pieces of
  // a chunk wait here, unsealed, until the chunk is full and one more byte has come, or the file has ended.
  let waiting: Uint8Array[] = [];
  let head: Buffer[] = [magic, wrapped];

  function sealWaiting(isLast: boolean): Buffer[] {
    const cipher = createCipheriv("aes-256-gcm", key, nonceOf(chunk, isLast));
    const sealed = [...head];
    head = [];
    for (const piece of waiting) sealed.push(cipher.update(piece));
    cipher.final();
    sealed.push(cipher.getAuthTag());
    chunk += 1;
    room = chunkBytes;
    waiting = [];
    return sealed;
  }

  return {
    seal(plain) {
      const sealed: Buffer[] = [];
      let at = 0;
      while (at < plain.length) {
        if (room === 0) sealed.push(...sealWaiting(false));
        const piece = plain.subarray(at, at + room);
        waiting.push(piece);
        room -= piece.length;
        at += piece.length;
      }
      return sealed;
    },
    finish: () => sealWaiting(true),
  };
}

/** The size of a file before it was sealed. */
export function plainSize(sealedBytes: number): number {
  const body = sealedBytes - headBytes;
  return body - Math.ceil(body / sealedChunkBytes) * tagBytes;
}

export function keyOf(sealing: Sealing, head: Buffer): SealingKey {
  if (head.length !== headBytes || !head.subarray(0, magic.length).equals(magic)) {
    throw new SealedFileBrokenError("Not a sealed file of a known format");
  }
  return sealing.unwrap(head.subarray(magic.length));
}

export function openChunk(key: SealingKey, number: number, isLast: boolean, sealed: Buffer): Buffer {
  if (sealed.length < tagBytes) throw new SealedFileBrokenError("A sealed file was cut off");
  const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(number, isLast), { authTagLength: tagBytes });
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const plain = decipher.update(sealed.subarray(0, sealed.length - tagBytes));
  try {
    decipher.final();
  } catch (error) {
    throw new SealedFileBrokenError(`Chunk ${number} of a sealed file was altered`, { cause: error });
  }
  return plain;
}
