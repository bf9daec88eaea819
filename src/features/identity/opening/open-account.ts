/**
 * Use cases: a person opens an account of their own, or sets a new password, by a code sent to their telephone or mailbox.
 * From the outside both go the same way whether the address is known or not (trust.md "no account oracle"): the answer is
 * the same, and what the address itself is told is not for whoever asked.
 */
import { createHash, createHmac, randomBytes, randomInt, randomUUID, timingSafeEqual } from "node:crypto";
import type { Clock } from "#foundation/clock/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { type Language, normaliseLine } from "#foundation/i18n/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import type { Sealing } from "#foundation/sealing/index.ts";
import { faultOfPassword, type PasswordFault, passwordLengths } from "../password-rules.ts";
import { hashPassword, PasswordsBusyError } from "../passwords.ts";
import { insertAccounts, setPasswordHash } from "../queries.ts";
import type { NewSession, Sessions } from "../sessions.ts";
import { type Contact, type ContactChannel, indexKindOf, readContact } from "./contact.ts";
import {
  addRequestFailure,
  countRequestsSince,
  findAccountByContact,
  findRequest,
  findRequestForUpdate,
  insertContact,
  insertRequest,
  lockRecipient,
  type Purpose,
  voidRequest,
} from "./queries.ts";

const minute = 60_000;
export const codeLimits = {
  /** How long a code is waited for. */
  lastsMs: 15 * minute,
  /** Codes one address is sent within an hour, for whoever asks: nobody's telephone is made to ring all night. */
  perHour: 3,
  /** Wrong codes of one request. */
  failures: 5,
} as const;

/** What an address is sent. `known`: somebody wants to open an account, and there is one. `unknown`: there is none. */
export type CodeWords =
  | { readonly kind: "open" | "recover"; readonly code: string }
  | { readonly kind: "known" | "unknown" };

export type CodeSender = {
  /** The channels by which anything can leave. */
  readonly channels: readonly ContactChannel[];
  /** Does not wait: how long it takes would tell whether the address is known. Failures are tried again and logged. */
  readonly send: (to: Contact, words: CodeWords, language: Language) => void;
};

export type OpeningDeps = {
  readonly db: Db;
  readonly clock: Clock;
  readonly sealing: Sealing;
  readonly sessions: Pick<Sessions, "openFor" | "endAll">;
  readonly codes: CodeSender;
};

export type Applying = { readonly kind: "citizen" | "business"; readonly name: string };

export type AskFault = {
  readonly contact?: "missing" | "form" | "channelOff" | undefined;
  readonly name?: "missing" | "tooLong" | undefined;
};
export type AskRefusal = { readonly reason: "faults"; readonly faults: AskFault } | { readonly reason: "too-many" };

type Kept = { readonly contact: Contact; readonly applying: Applying | null };

/** The blind index an address is found by; null when what was typed is none. */
export function recipientOf(sealing: Sealing, typed: string): Buffer | null {
  const contact = readContact(typed);
  return contact === null ? null : sealing.blindIndex(indexKindOf(contact.channel), contact.address);
}

/** Somebody wants to open an account. Answers the token of the request, whatever the address. */
export function askToOpen(
  deps: OpeningDeps,
  typed: { readonly contact: string; readonly name: string; readonly kind: Applying["kind"] },
  language: Language,
): Promise<Result<string, AskRefusal>> {
  const name = normaliseLine(typed.name).toWellFormed();
  const nameFault = name === "" ? "missing" : name.length > 120 ? "tooLong" : undefined;
  return ask(deps, "open", typed.contact, { kind: typed.kind, name }, nameFault, language);
}

/** Somebody has forgotten a password. Answers the token of the request, whatever the address. */
export function askToRecover(
  deps: OpeningDeps,
  typed: { readonly contact: string },
  language: Language,
): Promise<Result<string, AskRefusal>> {
  return ask(deps, "recover", typed.contact, null, undefined, language);
}

async function ask(
  deps: OpeningDeps,
  purpose: Purpose,
  typedContact: string,
  applying: Applying | null,
  nameFault: AskFault["name"],
  language: Language,
): Promise<Result<string, AskRefusal>> {
  const { db, clock, sealing, codes } = deps;
  const contact = readContact(typedContact);
  const contactFault = faultOfContact(typedContact, contact, codes);
  if (contact === null || contactFault !== undefined || nameFault !== undefined) {
    const faults = {
      ...(contactFault === undefined ? {} : { contact: contactFault }),
      ...(nameFault === undefined ? {} : { name: nameFault }),
    };
    return refused({ reason: "faults", faults });
  }
  const recipient = sealing.blindIndex(indexKindOf(contact.channel), contact.address);
  const token = randomBytes(32).toString("base64url");
  const tokenHash = hashOf(token);
  const now = clock.now();
  const words = await db.transaction().execute(async (tx): Promise<CodeWords | null> => {
    await lockRecipient(tx, recipient);
    if ((await countRequestsSince(tx, recipient, new Date(now.getTime() - 60 * minute))) >= codeLimits.perHour) {
      return null;
    }
    const isKnown = (await findAccountByContact(tx, recipient)) !== undefined;
    const fits = purpose === "open" ? !isKnown : isKnown;
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    await insertRequest(tx, {
      tokenHash,
      purpose,
      recipient,
      sealed: sealing.seal(keyOf(sealing), placeOf(tokenHash), JSON.stringify({ contact, applying } satisfies Kept)),
      codeHash: fits ? hashOfCode(sealing, tokenHash, code) : null,
      madeAt: now,
      expiresAt: new Date(now.getTime() + codeLimits.lastsMs),
    });
    if (fits) return { kind: purpose, code };
    return { kind: purpose === "open" ? "known" : "unknown" };
  });
  if (words === null) return refused({ reason: "too-many" });
  codes.send(contact, words, language);
  return accepted(token);
}

function faultOfContact(typed: string, contact: Contact | null, codes: CodeSender): AskFault["contact"] {
  if (typed.trim() === "") return "missing";
  if (contact === null) return "form";
  return codes.channels.includes(contact.channel) ? undefined : "channelOff";
}

export type Waiting = { readonly purpose: Purpose; readonly contact: Contact; readonly name: string | null };

/** What a request waits for; undefined when it is unknown, used or too old. */
export async function findWaiting(deps: OpeningDeps, token: string): Promise<Waiting | undefined> {
  const tokenHash = hashOf(token);
  const request = await findRequest(deps.db, tokenHash, deps.clock.now());
  if (request === undefined) return undefined;
  const { contact, applying } = openKept(deps.sealing, tokenHash, request.sealed);
  return { purpose: request.purpose === "open" ? "open" : "recover", contact, name: applying?.name ?? null };
}

export type FinishFaults = {
  readonly code?: "missing" | "wrong" | undefined;
  readonly next?: PasswordFault | "missing" | undefined;
  readonly again?: "differs" | undefined;
};
export type FinishRefusal =
  | { readonly reason: "faults"; readonly faults: FinishFaults }
  /** Unknown, used, too old, or guessed at too often. */
  | { readonly reason: "void" | "busy" };

/** A new account comes with its session; a new password is signed in with like any other, second factor and all. */
export type Finished = { readonly purpose: "open"; readonly session: NewSession } | { readonly purpose: "recover" };

export async function finish(
  deps: OpeningDeps,
  token: string,
  typed: { readonly code: string; readonly next: string; readonly again: string },
  device: string,
): Promise<Result<Finished, FinishRefusal>> {
  const { db, clock, sealing } = deps;
  const waiting = await findWaiting(deps, token);
  if (waiting === undefined) return refused({ reason: "void" });
  const code = typed.code.normalize("NFKC").replace(/[\s-]/g, "");
  const about = { least: passwordLengths.citizen, login: waiting.contact.address, name: waiting.name ?? "" };
  const next = typed.next === "" ? "missing" : faultOfPassword(typed.next, about);
  const faults: FinishFaults = {
    ...(code === "" ? { code: "missing" } : {}),
    ...(next === null ? {} : { next }),
    ...(typed.next === typed.again ? {} : { again: "differs" }),
  };
  // A guess is counted only when everything else is right, so that a slip of the password costs no try.
  if (Object.keys(faults).length > 0) return refused({ reason: "faults", faults });
  let passwordHash: string;
  try {
    passwordHash = await hashPassword(typed.next);
  } catch (error) {
    if (error instanceof PasswordsBusyError) return refused({ reason: "busy" });
    throw error;
  }
  const tokenHash = hashOf(token);
  const done = await db
    .transaction()
    .execute(async (tx): Promise<Result<string, FinishRefusal>> => {
      const now = clock.now();
      const request = await findRequestForUpdate(tx, tokenHash, now);
      if (request === undefined || request.failures >= codeLimits.failures) return refused({ reason: "void" });
      const isRight =
        request.codeHash !== null && timingSafeEqual(request.codeHash, hashOfCode(sealing, tokenHash, code));
      if (!isRight) {
        await addRequestFailure(tx, tokenHash);
        return refused({ reason: "faults", faults: { code: "wrong" } });
      }
      await voidRequest(tx, tokenHash, now);
      const { contact, applying } = openKept(sealing, tokenHash, request.sealed);
      if (applying === null) {
        const account = await findAccountByContact(tx, request.recipient);
        if (account === undefined) return refused({ reason: "void" });
        await setPasswordHash(tx, account.id, passwordHash);
        return accepted(account.id);
      }
      const accountId = randomUUID();
      await insertAccounts(tx, [
        {
          id: accountId,
          login: `${applying.kind === "business" ? "dn" : "nd"}-${accountId.replaceAll("-", "").slice(0, 16)}`,
          kind: applying.kind,
          displayName: applying.name,
          passwordHash,
          isDemo: false,
          createdAt: now,
        },
      ]);
      const isFree = await insertContact(tx, {
        accountId,
        channel: contact.channel,
        recipient: request.recipient,
        sealedAddress: sealing.seal(sealing.standingKey("account contacts"), `contact:${accountId}`, contact.address),
        confirmedAt: now,
      });
      // Somebody with two requests for one address finished the other meanwhile; this one takes nothing with it.
      if (!isFree) throw new AddressTakenError();
      return accepted(accountId);
    })
    .catch((error: unknown): Result<string, FinishRefusal> => {
      if (error instanceof AddressTakenError) return refused({ reason: "void" });
      throw error;
    });
  if (!done.ok) return done;
  if (waiting.purpose === "recover") {
    await deps.sessions.endAll(done.value);
    return accepted({ purpose: "recover" });
  }
  return accepted({ purpose: "open", session: await deps.sessions.openFor(done.value, device) });
}

class AddressTakenError extends Error {
  override readonly name = "AddressTakenError";
}

const hashOf = (token: string) => createHash("sha256").update(token).digest();
const keyOf = (sealing: Sealing) => sealing.standingKey("code requests");
const placeOf = (tokenHash: Buffer) => `code-request:${tokenHash.toString("hex")}`;

function hashOfCode(sealing: Sealing, tokenHash: Buffer, code: string): Buffer {
  return createHmac("sha256", sealing.standingKey("one-time codes")).update(tokenHash).update(code).digest();
}

function openKept(sealing: Sealing, tokenHash: Buffer, sealed: Buffer): Kept {
  return JSON.parse(sealing.openText(keyOf(sealing), placeOf(tokenHash), sealed));
}
