/** Chance that can be had again: the same words always give the same numbers, whatever else happens meanwhile. */
import { createHash } from "node:crypto";

export type Random = {
  /** From 0 up to, not including, 1. */
  readonly number: () => number;
  readonly between: (from: number, to: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** Most near one, some much longer: how long work takes people (log-normal, median 1). */
  readonly pace: (spread: number) => number;
  readonly uuid: () => string;
};

export function randomOf(...words: readonly (string | number)[]): Random {
  const seed = createHash("sha256").update(words.join("\0")).digest();
  let [a, b, c, d] = [seed.readInt32LE(0), seed.readInt32LE(4), seed.readInt32LE(8), seed.readInt32LE(12)];

  /** sfc32, public domain: small, fast, and good enough for invented lives; never for a secret. */
  const number = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4_294_967_296;
  };

  return {
    number,
    between: (from, to) => from + (to - from) * number(),
    chance: (share) => number() < share,
    pick(items) {
      const item = items[Math.floor(number() * items.length)];
      if (item === undefined) throw new Error("There is nothing to pick from");
      return item;
    },
    pace(spread) {
      // Box and Muller; 1 − number() is never nought.
      const normal = Math.sqrt(-2 * Math.log(1 - number())) * Math.cos(2 * Math.PI * number());
      return Math.exp(spread * normal);
    },
    uuid() {
      const bytes = Buffer.from(Array.from({ length: 16 }, () => Math.floor(number() * 256)));
      bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
      bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
      return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    },
  };
}
