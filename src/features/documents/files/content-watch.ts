import { createHash } from "node:crypto";
import {
  endBytes,
  fileKind,
  type KindFault,
  type MediaType,
  mediaTypes,
  namingBytes,
  promisedKind,
  startBytes,
} from "./file-kind.ts";

/** Looks at a file while it passes: how long it is, its hash, its two ends. Keeps no more than the ends. */
export function contentWatch() {
  const hash = createHash("sha256");
  let size = 0;
  const startPieces: Uint8Array[] = [];
  let startKept = 0;
  let endPieces: Uint8Array[] = [];
  let endKept = 0;
  let isNamed = false;
  let isHopeless = false;

  return {
    see(piece: Uint8Array): void {
      hash.update(piece);
      size += piece.length;
      if (startKept < startBytes) {
        const kept = piece.subarray(0, startBytes - startKept);
        startPieces.push(kept);
        startKept += kept.length;
      }
      endPieces.push(piece);
      endKept += piece.length;
      while (endPieces[0] && endKept - endPieces[0].length >= endBytes) {
        endKept -= endPieces[0].length;
        endPieces.shift();
      }
      // Thousands of tiny pieces are gathered into one, so that a slow sender costs no more than a fast one.
      if (endPieces.length > 64) endPieces = [Buffer.concat(endPieces)];
      if (!isNamed && startKept >= namingBytes) {
        isNamed = true;
        isHopeless = promisedKind(gathered(startPieces)) === undefined;
      }
    },
    size: () => size,
    /** Known from the first KiB: not a kind the city takes. */
    isHopeless: () => isHopeless,
    sha256: () => hash.digest("hex"),
    verdict(): { readonly mediaType: MediaType } | { readonly fault: KindFault } {
      const end = gathered(endPieces);
      const found = fileKind({
        start: gathered(startPieces),
        end: end.subarray(Math.max(0, end.length - endBytes)),
        size,
      });
      return "kind" in found ? { mediaType: mediaTypes[found.kind] } : found;
    },
  };
}

/** One piece is taken as it is. */
function gathered(pieces: readonly Uint8Array[]): Buffer {
  const [only] = pieces;
  if (only === undefined || pieces.length > 1) return Buffer.concat(pieces);
  return Buffer.from(only.buffer, only.byteOffset, only.length);
}
