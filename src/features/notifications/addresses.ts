/** Addresses as people write them, made the one way a channel wants them. Null: it is none. */

import { isMobileNumber } from "#integrations/sms/index.ts";
import { isMailAddress } from "#integrations/smtp/index.ts";
import type { Channel } from "./channels.ts";

export function addressFor(channel: Channel, written: string | null | undefined): string | null {
  if (written === null || written === undefined) return null;
  return channel === "email" ? mailAddress(written) : mobileNumber(written);
}

function mailAddress(written: string): string | null {
  const text = written.trim();
  return isMailAddress(text) ? text : null;
}

/** 0912 345 678, +84 912 345 678, 84.912.345.678; a line break or a letter makes it none. */
function mobileNumber(written: string): string | null {
  const text = written.trim();
  if (!/^\+?[\d .\-()]+$/.test(text)) return null;
  const digits = text.replace(/\D/g, "").replace(/^(?:00)?84(?=\d{9}$)/, "0");
  return isMobileNumber(digits) ? digits : null;
}

/** For a page where somebody else looks on: 09••••5678, n•••@example.vn. */
export function masked(address: string): string {
  const at = address.indexOf("@");
  if (at > 0) return `${address.slice(0, 1)}•••${address.slice(at)}`;
  return `${address.slice(0, 2)}••••${address.slice(-4)}`;
}
