/** A telephone or an e-mail address as people type it: what an account is opened, found and recovered by. Pure. */
import { normaliseLine } from "#foundation/i18n/index.ts";
import type { BlindIndexKind } from "#foundation/sealing/index.ts";
import { isMobileNumber } from "#integrations/sms/index.ts";
import { isMailAddress } from "#integrations/smtp/index.ts";

export type ContactChannel = "email" | "sms";
export type Contact = { readonly channel: ContactChannel; readonly address: string };

/** 0912 345 678, +84 912 345 678; an e-mail address in small letters, since two people must not differ by a capital. */
export function readContact(typed: string): Contact | null {
  const text = normaliseLine(typed.slice(0, 300)).normalize("NFKC");
  if (text.includes("@")) {
    const address = text.toLowerCase();
    return isMailAddress(address) ? { channel: "email", address } : null;
  }
  if (!/^\+?[\d .\-()]+$/.test(text)) return null;
  const address = text.replace(/\D/g, "").replace(/^(?:00)?84(?=\d{9}$)/, "0");
  return isMobileNumber(address) ? { channel: "sms", address } : null;
}

export function indexKindOf(channel: ContactChannel): BlindIndexKind {
  return channel === "email" ? "email" : "phone";
}
