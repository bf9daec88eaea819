/**
 * Codes of an app on one's telephone (TOTP, RFC 6238), as every such app understands them: SHA-1, six digits, thirty
 * seconds. Pure: the secret, the time and what was used before are handed in.
 */
import { Secret, TOTP } from "otpauth";

const periodSeconds = 30;
/** A telephone may be half a minute off, and a person needs time to type. */
const stepsEitherSide = 1;
/** 160 bits, the length RFC 4226 §4 asks for. */
export const secretBytes = 20;

/** What is typed, without the gap people leave in the middle; null when it cannot be a code. */
export function readCode(typed: string): string | null {
  const code = typed.normalize("NFKC").replace(/[\s-]/g, "");
  return /^\d{6}$/.test(code) ? code : null;
}

/** The step a code belongs to; null when it fits none around `now`, or one that was used before (RFC 6238 §5.2). */
export function stepOfCode(secret: Uint8Array, code: string, now: Date, lastStep: number): number | null {
  const offset = totp(secret).validate({ token: code, timestamp: now.getTime(), window: stepsEitherSide });
  if (offset === null) return null;
  const step = Math.floor(now.getTime() / 1000 / periodSeconds) + offset;
  return step > lastStep ? step : null;
}

/** The code an app shows at that time. */
export function codeAt(secret: Uint8Array, now: Date): string {
  return totp(secret).generate({ timestamp: now.getTime() });
}

/** What the QR code holds: the app shows whose code it is, and where it is asked for. */
export function codeAppAddress(secret: Uint8Array, { login, site }: { readonly login: string; readonly site: string }) {
  return totp(secret, { label: login, issuer: site }).toString();
}

/** The secret as it is typed into an app that has no camera: base32 in groups of four. */
export function secretInGroups(secret: Uint8Array): string {
  return base32(secret).replace(/.{4}(?=.)/g, "$& ");
}

function totp(secret: Uint8Array, named: { readonly label?: string; readonly issuer?: string } = {}): TOTP {
  return new TOTP({
    ...named,
    secret: Secret.fromBase32(base32(secret)),
    digits: 6,
    period: periodSeconds,
    algorithm: "SHA1",
  });
}

function base32(bytes: Uint8Array): string {
  // The library reads a whole ArrayBuffer; a Buffer may be a window on a larger one.
  return new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32;
}
