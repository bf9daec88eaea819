/**
 * The secret printed beside the code on a receipt: with it anyone the applicant trusts can follow the dossier.
 * It is derived, not stored: a retried submission gives the same one, and a copy of the database gives none.
 */
import { createHmac, timingSafeEqual } from "node:crypto";

export type LookupSecrets = {
  readonly secretOf: (dossierId: string) => string;
  readonly fits: (dossierId: string, typed: string) => boolean;
};

// Without letters and digits that are mistaken for each other when read from paper.
const alphabet = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
const length = 12;

export function lookupSecrets(key: Buffer): LookupSecrets {
  function secretOf(dossierId: string): string {
    const digest = createHmac("sha256", key).update(`lookup:${dossierId}`).digest();
    let secret = "";
    for (let at = 0; at < length; at++) secret += alphabet[digest.readUInt16BE(at * 2) % alphabet.length];
    return secret.replace(/(.{4})(?=.)/g, "$1-");
  }
  return {
    secretOf,
    fits(dossierId, typed) {
      const plain = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, "");
      const expected = Buffer.from(plain(secretOf(dossierId)));
      const given = Buffer.from(plain(typed));
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}
