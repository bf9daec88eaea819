/**
 * Addresses that only we can have made: where a provider reports on one message, and where whoever got an e-mail turns
 * further ones off. Made from the master key, so no copy of the database can make them; nothing of them is stored.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Sealing } from "#foundation/sealing/index.ts";

export type SignedLinks = {
  readonly reportToken: (key: string) => string;
  /** The key of the notice; null when this address is not one of ours. */
  readonly readReportToken: (token: string) => string | null;
  readonly stopToken: (dossierId: string, recipient: Buffer) => string;
  readonly readStopToken: (token: string) => { readonly dossierId: string; readonly recipient: Buffer } | null;
};

const uuidBytes = 16;
const recipientBytes = 16;
const macBytes = 16;

export function signedLinks(sealing: Sealing): SignedLinks {
  const keys = { report: sealing.standingKey("notice reports"), stop: sealing.standingKey("notice stops") };
  const macOf = (purpose: keyof typeof keys, content: Buffer) =>
    createHmac("sha256", keys[purpose]).update(content).digest().subarray(0, macBytes);
  const sign = (purpose: keyof typeof keys, content: Buffer) =>
    Buffer.concat([content, macOf(purpose, content)]).toString("base64url");
  const read = (purpose: keyof typeof keys, token: string, bytes: number): Buffer | null => {
    const all = Buffer.from(token, "base64url");
    // Letters a decoder forgives would let one address be written in many ways.
    if (all.length !== bytes + macBytes || all.toString("base64url") !== token) return null;
    const content = all.subarray(0, bytes);
    return timingSafeEqual(all.subarray(bytes), macOf(purpose, content)) ? content : null;
  };
  return {
    reportToken: (key) => sign("report", packUuid(key)),
    readReportToken(token) {
      const content = read("report", token, uuidBytes);
      return content === null ? null : unpackUuid(content);
    },
    stopToken: (dossierId, recipient) => sign("stop", Buffer.concat([packUuid(dossierId), recipient])),
    readStopToken(token) {
      const content = read("stop", token, uuidBytes + recipientBytes);
      if (content === null) return null;
      return { dossierId: unpackUuid(content.subarray(0, uuidBytes)), recipient: content.subarray(uuidBytes) };
    },
  };
}

function packUuid(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll("-", ""), "hex");
}

function unpackUuid(bytes: Buffer): string {
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
