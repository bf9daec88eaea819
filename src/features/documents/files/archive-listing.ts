/** The table of contents at the end of a ZIP archive (docx and xlsx are archives), without unpacking anything. */

export type ArchiveEntry = { readonly name: string; readonly unpackedBytes: number };

const endRecordBytes = 22;
const endRecordSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const entryHeadBytes = 46;

/** Undefined when there is no listing, or it does not hold together, or it is longer than the end that was kept. */
export function readArchiveListing(
  end: Buffer,
  size: number,
): { readonly entries: readonly ArchiveEntry[] } | undefined {
  const endAt = findEndRecord(end);
  if (endAt === undefined) return undefined;
  const count = end.readUInt16LE(endAt + 10);
  const listingBytes = end.readUInt32LE(endAt + 12);
  const listingAt = end.readUInt32LE(endAt + 16);
  const firstKept = size - end.length;
  // 0xffff and 0xffffffff announce the 64-bit form, which no office document needs.
  if (count === 0 || count === 0xffff || listingAt + listingBytes > size || listingAt < firstKept) return undefined;

  const entries: ArchiveEntry[] = [];
  let at = listingAt - firstKept;
  for (let entry = 0; entry < count; entry += 1) {
    if (at + entryHeadBytes > endAt || end.readUInt32LE(at) !== entrySignature) return undefined;
    const nameBytes = end.readUInt16LE(at + 28);
    const nameAt = at + entryHeadBytes;
    if (nameAt + nameBytes > endAt) return undefined;
    entries.push({
      name: end.toString("utf8", nameAt, nameAt + nameBytes),
      unpackedBytes: end.readUInt32LE(at + 24),
    });
    at = nameAt + nameBytes + end.readUInt16LE(at + 30) + end.readUInt16LE(at + 32);
  }
  return { entries };
}

/** The record is last, but for a comment of at most 64 KiB. */
function findEndRecord(end: Buffer): number | undefined {
  const lowest = Math.max(0, end.length - endRecordBytes - 0xffff);
  for (let at = end.length - endRecordBytes; at >= lowest; at -= 1) {
    const isRecord =
      end.readUInt32LE(at) === endRecordSignature && at + endRecordBytes + end.readUInt16LE(at + 20) === end.length;
    if (isRecord) return at;
  }
  return undefined;
}
