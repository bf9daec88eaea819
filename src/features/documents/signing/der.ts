/**
 * The few shapes of ASN.1 that certificates and signatures are made of, in DER. A whole library for them would bring forty
 * packages; these are the rules of X.690 that are needed, written strictly and read strictly.
 */

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Buffer.of(0x80 | bytes.length, ...bytes);
}

export function tagged(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(tag), lengthOf(body.length), body]);
}

export const sequence = (...parts: readonly Uint8Array[]) => tagged(0x30, ...parts);
/** DER orders the members of a set by their bytes. */
export const setOf = (...parts: readonly Uint8Array[]) => tagged(0x31, ...parts.toSorted(Buffer.compare));
export const octets = (content: Uint8Array) => tagged(0x04, content);
export const bits = (content: Uint8Array, unused = 0) => tagged(0x03, Buffer.of(unused), content);
export const nothing = () => Buffer.of(0x05, 0);
export const truth = (value: boolean) => tagged(0x01, Buffer.of(value ? 0xff : 0));
export const utf8 = (text: string) => tagged(0x0c, Buffer.from(text.normalize("NFC")));
export const printable = (text: string) => tagged(0x13, Buffer.from(text, "latin1"));
export const explicit = (number: number, ...parts: readonly Uint8Array[]) => tagged(0xa0 | number, ...parts);
export const implicit = (number: number, content: Uint8Array) => tagged(0x80 | number, content);

/** A whole number that is not negative, from a number or from its big-endian bytes. */
export function integer(value: number | Uint8Array): Buffer {
  const bytes =
    typeof value === "number"
      ? Buffer.from(
          value
            .toString(16)
            .padStart(2, "0")
            .replace(/^(.)(?=(..)*$)/, "0$1"),
          "hex",
        )
      : Buffer.from(value);
  let from = 0;
  while (from < bytes.length - 1 && bytes[from] === 0) from += 1;
  const trimmed = bytes.subarray(from);
  return tagged(0x02, (trimmed[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.of(0), trimmed]) : trimmed);
}

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((part) => {
    const groups = [part & 0x7f];
    for (let left = part >>> 7; left > 0; left >>>= 7) groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return tagged(0x06, Buffer.from(bytes));
}

/** UTCTime until 2049 and GeneralizedTime after, as RFC 5280 wants it. */
export function time(at: Date): Buffer {
  const digits = at.toISOString().replace(/[-:T]/g, "").slice(0, 14);
  if (at.getUTCFullYear() >= 2050) return tagged(0x18, Buffer.from(`${digits}Z`, "latin1"));
  return tagged(0x17, Buffer.from(`${digits.slice(2)}Z`, "latin1"));
}

/** What was read is not DER, or not what was expected there. */
export class DerError extends Error {
  override readonly name = "DerError";
}

export type DerNode = {
  readonly tag: number;
  readonly content: Buffer;
  /** With tag and length. */
  readonly whole: Buffer;
};

/** Reads one value; what follows it is left. */
export function readNode(bytes: Buffer, at = 0): DerNode {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) throw new DerError("The value ends too early");
  if ((tag & 0x1f) === 0x1f) throw new DerError("Tags of several bytes are not used here");
  let length = first;
  let head = 2;
  if (first & 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4) throw new DerError("The length is open or far too long");
    length = 0;
    for (let byte = 0; byte < count; byte += 1) length = length * 256 + (bytes[at + 2 + byte] ?? 0);
    head += count;
    if (length < 0x80 || bytes[at + 2] === 0) throw new DerError("The length is not written in its shortest form");
  }
  const end = at + head + length;
  if (end > bytes.length) throw new DerError("The value ends too early");
  return { tag, content: bytes.subarray(at + head, end), whole: bytes.subarray(at, end) };
}

/** Reads a value that must fill the bytes it is given. */
export function readOnly(bytes: Buffer): DerNode {
  const node = readNode(bytes);
  if (node.whole.length !== bytes.length) throw new DerError("Something follows the value");
  return node;
}

export function children(node: DerNode): readonly DerNode[] {
  const found: DerNode[] = [];
  for (let at = 0; at < node.content.length; ) {
    const child = readNode(node.content, at);
    found.push(child);
    at += child.whole.length;
  }
  return found;
}

/** The child at a place, which must have this tag. */
export function childAt(node: DerNode, place: number, tag: number): DerNode {
  const child = children(node)[place];
  if (!child || child.tag !== tag) throw new DerError(`Expected ${tag.toString(16)} at place ${place}`);
  return child;
}

export function readOid(node: DerNode): string {
  if (node.tag !== 0x06) throw new DerError("Expected an object identifier");
  const parts: number[] = [];
  let part = 0;
  for (const byte of node.content) {
    part = part * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    if (parts.length === 0)
      parts.push(Math.min(2, Math.floor(part / 40)), part - 40 * Math.min(2, Math.floor(part / 40)));
    else parts.push(part);
    part = 0;
  }
  return parts.join(".");
}
