/**
 * Codes on paper for the day the telephone is lost: each opens once. Fifty random bits each, kept as a keyed hash, so
 * that neither guessing nor a dump of the database finds one.
 */
import { createHmac, type KeyObject } from "node:crypto";

export const recoveryCodeCount = 10;
const length = 10;
/** Without the letters that are mistaken for digits or for each other on paper (Crockford's base 32). */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** `random`: as many bytes as asked. */
export function makeRecoveryCodes(random: (bytes: number) => Uint8Array): readonly string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    // 32 divides 256, so the low five bits of a random byte are as random as it.
    const code = [...random(length)].map((byte) => letters[byte & 31]).join("");
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  });
}

/** What is typed, as it was made: any case, with or without the dash, O read as 0 and I and L as 1. */
export function readRecoveryCode(typed: string): string | null {
  const code = typed.normalize("NFKC").toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  if (code.length !== length || [...code].some((letter) => !letters.includes(letter))) return null;
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** By account, so that equal codes of two people do not look equal. */
export function hashRecoveryCode(key: KeyObject, accountId: string, code: string): Buffer {
  return createHmac("sha256", key).update(`${accountId}\0${code}`).digest();
}
