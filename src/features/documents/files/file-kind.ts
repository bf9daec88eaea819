/**
 * What a file is by its content, never by its name: the six kinds the city takes, and whether it is whole. Only the two
 * ends of a file are looked at, since it is already sealed on its way to the disk when the last byte arrives.
 */
import { readArchiveListing } from "./archive-listing.ts";

export const mediaTypes = {
  pdf: "application/pdf",
  jpg: "image/jpeg",
  png: "image/png",
  heic: "image/heic",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const satisfies Record<string, string>;

export type FileKind = keyof typeof mediaTypes;
export type MediaType = (typeof mediaTypes)[FileKind];

/** As much of the end of a file as is kept: an archive's listing and a PDF's cross-reference are found in it. */
export const endBytes = 128 * 1024;
/** As much of the start as is kept: a phone's photo carries its preview before its measures. */
export const startBytes = 128 * 1024;

/** A picture that unpacks to more than this would fill the memory of whoever opens it (a "pixel flood"). */
const maxPixels = 120_000_000;

/** What the first bytes promise; "archive" is a docx or an xlsx, told apart at the end. */
export type Promised = "pdf" | "jpg" | "png" | "heic" | "archive";

/** Enough bytes to name any of the kinds, or to know that it is none of them. A PDF may start late in its first KiB. */
export const namingBytes = 1024;

export function promisedKind(start: Buffer): Promised | undefined {
  if (start.length >= 8 && start.subarray(0, 8).equals(pngSignature)) return "png";
  if (start[0] === 0xff && start[1] === 0xd8 && start[2] === 0xff) return "jpg";
  if (start.subarray(4, 8).equals(ftyp) && heicBrands.has(start.toString("latin1", 8, 12))) return "heic";
  if (start.subarray(0, 4).equals(localHeader)) return "archive";
  // Scanners and mail programs put a line or two before the header; readers accept that within the first KiB.
  if (start.subarray(0, namingBytes).includes("%PDF-") && !isProgram(start)) return "pdf";
  return undefined;
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const ftyp = Buffer.from("ftyp");
const localHeader = Buffer.from("PK\x03\x04");
const heicBrands = new Set(["heic", "heix", "heim", "heis", "mif1", "msf1"]);

/** A file can be a program and a PDF at once; what starts as a program is one. */
function isProgram(start: Buffer): boolean {
  const first = start.toString("latin1", 0, 4);
  return first.startsWith("MZ") || first === "\x7fELF" || first.startsWith("#!") || first.startsWith("<");
}

export type Ends = {
  /** The first bytes, at most `startBytes`. */
  readonly start: Buffer;
  /** The last bytes, at most `endBytes`. */
  readonly end: Buffer;
  readonly size: number;
};

export type KindFault = "not-accepted" | "broken" | "has-macros" | "unpacks-too-large";

/** The kind of a whole file, or why it is not taken. */
export function fileKind(ends: Ends): { readonly kind: FileKind } | { readonly fault: KindFault } {
  switch (promisedKind(ends.start)) {
    case "pdf":
      return isWholePdf(ends) ? { kind: "pdf" } : { fault: "broken" };
    case "png":
      return picture("png", pngPixels(ends.start), ends.end.subarray(-12).includes("IEND"));
    case "jpg":
      return picture("jpg", jpegPixels(ends.start), ends.end.lastIndexOf(endOfImage) >= 0);
    case "heic":
      return hasWholeBoxes(ends) ? { kind: "heic" } : { fault: "broken" };
    case "archive":
      return officeKind(ends);
    default:
      return { fault: "not-accepted" };
  }
}

const endOfImage = Buffer.from([0xff, 0xd9]);

function picture(kind: "png" | "jpg", pixels: number | undefined, isComplete: boolean) {
  if (!isComplete || pixels === 0) return { fault: "broken" } as const;
  if (pixels !== undefined && pixels > maxPixels) return { fault: "unpacks-too-large" } as const;
  return { kind };
}

function pngPixels(start: Buffer): number | undefined {
  if (start.length < 24 || start.toString("latin1", 12, 16) !== "IHDR") return 0;
  return start.readUInt32BE(16) * start.readUInt32BE(20);
}

/** Walks the segments to the frame header. Undefined when it lies beyond what was kept, 0 when the chain is broken. */
function jpegPixels(start: Buffer): number | undefined {
  let at = 2;
  while (at + 9 < start.length) {
    if (start[at] !== 0xff) return 0;
    const marker = start[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return start.readUInt16BE(at + 5) * start.readUInt16BE(at + 7);
    const length = start.readUInt16BE(at + 2);
    if (length < 2) return 0;
    at += 2 + length;
  }
  return at >= startBytes - 9 ? undefined : 0;
}

/** A HEIC file is a row of boxes that must end exactly where the file ends. */
function hasWholeBoxes({ start, size }: Ends): boolean {
  let at = 0;
  while (at < size) {
    if (at + 16 > start.length) return at + 8 <= size && start.length === startBytes;
    let length = start.readUInt32BE(at);
    if (length === 0) return true;
    if (length === 1) length = Number(start.readBigUInt64BE(at + 8));
    if (length < 8 || at + length > size) return false;
    at += length;
    // The pixels are one long box: past it there is nothing more to read here.
    if (at > start.length) return true;
  }
  return at === size;
}

/**
 * A PDF says at its end where its table of contents lies, and something must stand there. A file cut off in the middle
 * of an upload has no such end.
 */
function isWholePdf({ start, end, size }: Ends): boolean {
  const headerAt = start.indexOf("%PDF-");
  const tail = end.subarray(-2048).toString("latin1");
  const startxref = /startxref\s+(\d{1,12})\s+%%EOF[\s\0]*(?:[^%]{0,1024})$/.exec(tail)?.[1];
  if (startxref === undefined) return false;
  // Offsets count from the header when something stands before it, though many writers count from the first byte.
  return [Number(startxref), Number(startxref) + headerAt].some((offset) => {
    if (offset >= size) return false;
    const at = offset < start.length ? offset : offset - (size - end.length);
    if (at < 0) return true;
    const found = (offset < start.length ? start : end).toString("latin1", at, at + 48);
    return /^\s*(?:xref\s|\d+\s+\d+\s+obj)/.test(found);
  });
}

/** More than this from one byte is a bomb, not a document. */
const maxUnpackRatio = 200;
const maxUnpackedBytes = 400 * 1024 * 1024;

function officeKind(ends: Ends): { readonly kind: FileKind } | { readonly fault: KindFault } {
  const listing = readArchiveListing(ends.end, ends.size);
  if (!listing) return { fault: "broken" };
  const names = new Set(listing.entries.map((entry) => entry.name));
  if (!names.has("[Content_Types].xml")) return { fault: "not-accepted" };
  if (listing.entries.some((entry) => /vbaProject\.bin$|\.exe$|\.js$|\.vbs$/i.test(entry.name))) {
    return { fault: "has-macros" };
  }
  const unpacked = listing.entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (unpacked > maxUnpackedBytes || unpacked > ends.size * maxUnpackRatio) return { fault: "unpacks-too-large" };
  if (names.has("word/document.xml")) return { kind: "docx" };
  if (names.has("xl/workbook.xml")) return { kind: "xlsx" };
  return { fault: "not-accepted" };
}
