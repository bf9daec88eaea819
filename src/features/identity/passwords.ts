/**
 * Argon2id, 19 MiB, two passes, one lane (OWASP's second profile; trust.md "passwords").
 * At most two are computed at once, so that a flood of wrong passwords cannot take the thread pool from file writes.
 */
import { hash, verify } from "@node-rs/argon2";

// 2 is Argon2id in the library's numbering (its enum cannot be imported by a type-stripping compiler).
const cost = { algorithm: 2, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;
const atOnce = 2;
// Beyond this queue a sign-in would wait for seconds: better to say so at once.
const longestQueue = 40;

let running = 0;
const waiting: (() => void)[] = [];

export class PasswordsBusyError extends Error {
  override readonly name = "PasswordsBusyError";
}

async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running >= atOnce) {
    if (waiting.length >= longestQueue) throw new PasswordsBusyError("Too many sign-ins are being checked");
    await new Promise<void>((resume) => waiting.push(resume));
  } else {
    running++;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFC"), cost));
}

export function passwordFits(passwordHash: string, password: string): Promise<boolean> {
  return inTurn(() => verify(passwordHash, password.normalize("NFC")));
}

let decoy: Promise<string> | undefined;

/** Takes as long as a real check, so that the time of an answer does not tell whether an account exists. */
export async function pretendToCheck(password: string): Promise<void> {
  decoy ??= hashPassword("no account has this password");
  await passwordFits(await decoy, password);
}
