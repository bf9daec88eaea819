/** Who a message goes to, told without saying who: equal for equal addresses, and nothing else can be read from it. */
import type { Sealing, SealingKey } from "#foundation/sealing/index.ts";
import type { Choosable } from "./channels.ts";

export function recipientIndex(sealing: Sealing, channel: Choosable, address: string): Buffer {
  return sealing.blindIndex(channel === "email" || channel === "digest" ? "email" : "phone", address);
}

/** Addresses of accounts, which belong to no dossier. Bound to account and channel: none can be moved to another. */
export function sealAddress(sealing: Sealing, accountId: string, channel: Choosable, address: string): Buffer {
  return sealing.seal(keyOf(sealing), place(accountId, channel), address);
}

export function openAddress(sealing: Sealing, accountId: string, channel: Choosable, sealed: Buffer): string {
  return sealing.openText(keyOf(sealing), place(accountId, channel), sealed);
}

/** For sets of those who want no more of a dossier. */
export function stopKey({ dossierId, recipient }: { dossierId: string; recipient: Buffer }): string {
  return `${dossierId} ${recipient.toString("hex")}`;
}

function keyOf(sealing: Sealing): SealingKey {
  return sealing.standingKey("notice addresses");
}

function place(accountId: string, channel: Choosable): string {
  return `notice-choice:${accountId}:${channel}`;
}
