/**
 * Sessions: a 256-bit random token in a cookie (browsers) or a header (programs), of which only the hash is stored.
 * A session read a moment ago is trusted for a second, which spares the hot path a query per request and still
 * ends a right within a second of its end.
 */
import { createHash, randomBytes } from "node:crypto";
import type { Clock } from "#foundation/clock/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { normaliseLine } from "#foundation/i18n/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import type { ProofRefusal, SecondFactors } from "./factors/second-factors.ts";
import { findSignInByContact } from "./opening/queries.ts";
import { PasswordsBusyError, passwordFits, pretendToCheck } from "./passwords.ts";
import {
  addSignInFailure,
  clearSignInFailures,
  findAccountByLogin,
  findLiveSession,
  findSignInFailures,
  insertSession,
  markAccountUsed,
  markSessionEnded,
  markSessionSeen,
  type SessionRow,
} from "./queries.ts";
import {
  endOtherSessions,
  endSession,
  findHalfSession,
  listLiveSessions,
  type OwnSession,
  setProvedAt,
} from "./session.queries.ts";
import type { SecondFactor, Visitor } from "./visitor.ts";

const minute = 60_000;
/** How long a session lives without being used, and at most. */
export const sessionLimits = {
  idleMs: 12 * 60 * minute,
  absoluteMs: 30 * 24 * 60 * minute,
  /** From the right password to the second factor. */
  halfMs: 10 * minute,
} as const;
const trustedForMs = 1000;
const mostRemembered = 20_000;
/** Programs may open many; who has more than this ends the others together. */
const mostListed = 50;
/** After this many failures in a row a login rests, so that guessing gains nothing. */
export const signInLimits = { failures: 10, restMs: 15 * minute } as const;

export type SignInRefusal =
  | { readonly reason: "unknown-login-or-password" }
  | { readonly reason: "too-many-failures"; readonly retryAfterSeconds: number }
  | { readonly reason: "busy" };

export type NewSession = { readonly token: string; readonly expiresAt: Date; readonly visitor: Visitor };
/** Of a browser that has still to prove the second factor: it opens nothing but the page that asks for it. */
export type SignedIn = NewSession | { readonly half: string; readonly expiresAt: Date };
/** `code-needed`: the account has a second factor and no code was sent. */
export type ProgramRefusal = SignInRefusal | ProofRefusal | { readonly reason: "code-needed" };
export type SecondStepRefusal = ProofRefusal | { readonly reason: "took-too-long" };

export type Sessions = {
  /** Checks login and password and answers the account. Never tells whether the login exists; guessing makes it rest. */
  readonly check: (login: string, password: string) => Promise<Result<string, SignInRefusal>>;
  /** A browser's sign-in. Never tells whether the login exists, nor, before the password is right, what else is asked. */
  readonly signIn: (login: string, password: string, device: string) => Promise<Result<SignedIn, SignInRefusal>>;
  /** Its second step: `half` is the token of the first. */
  readonly signInWithCode: (half: string, typed: string) => Promise<Result<NewSession, SecondStepRefusal>>;
  /** A session for whoever has just opened the account and proved its address. */
  readonly openFor: (accountId: string, device: string) => Promise<NewSession>;
  /** Whether this is the token of a sign-in whose second step is waited for. */
  readonly isHalf: (token: string) => Promise<boolean>;
  /** A program's sign-in, in one step. */
  readonly openForProgram: (
    credentials: { readonly login: string; readonly password: string; readonly code: string | null },
    device: string,
  ) => Promise<Result<NewSession, ProgramRefusal>>;
  /** Proves the second factor once more, for what asks for a fresh proof. */
  readonly proveAgain: (accountId: string, token: string, typed: string) => Promise<Result<true, ProofRefusal>>;
  /** The session that set up a second factor has proved it by that; the one that took it away has none to prove. */
  readonly markProved: (accountId: string, token: string, isProved: boolean) => Promise<void>;
  /** Who holds this token now; a stranger when it is unknown, ended or too old. */
  readonly visitorOf: (token: string) => Promise<Visitor>;
  readonly end: (token: string) => Promise<void>;
  /** Where the account is signed in now, the session of this token first. */
  readonly listOf: (accountId: string, token: string) => Promise<readonly OwnSession[]>;
  /** Ends one session of the account; false when it has none of that number, or not any more. */
  readonly endOne: (accountId: string, id: number) => Promise<boolean>;
  /** Ends every session of the account. */
  readonly endAll: (accountId: string) => Promise<void>;
  /** Ends all but the session of this token; answers how many. */
  readonly endOthers: (accountId: string, token: string) => Promise<number>;
};

const stranger: Visitor = { kind: "anonymous" };

export function openSessions({
  db,
  clock,
  dayOf,
  demoAllowed,
  factors,
  isStaffFactorRequired,
  recipientOf,
}: {
  readonly db: Db;
  readonly clock: Clock;
  readonly dayOf: (instant: Date) => string;
  /** Demo accounts cannot sign in outside demo mode, even when a demo database is opened there. */
  readonly demoAllowed: boolean;
  readonly factors: SecondFactors;
  /** An official without a second factor holds no posting until there is one. */
  readonly isStaffFactorRequired: boolean;
  /** The blind index of a telephone or an e-mail address; null when what was typed is neither. */
  readonly recipientOf: (typed: string) => Buffer | null;
}): Sessions {
  const remembered = new Map<string, { visitor: Visitor; expiresAt: number; until: number }>();

  /** Here at once; another process trusts what it has read for at most a second. */
  function forget(accountId: string): void {
    for (const [token, { visitor }] of remembered) {
      if (visitor.kind !== "anonymous" && visitor.accountId === accountId) remembered.delete(token);
    }
  }

  async function readVisitor(hash: Buffer): Promise<{ visitor: Visitor; expiresAt: number }> {
    const now = clock.now();
    const row = await findLiveSession(db, hash, now, dayOf(now));
    if (!row || (row.isDemo && !demoAllowed)) return { visitor: stranger, expiresAt: 0 };
    // Written at most once a minute: a session's last use is not worth a write per request.
    if (now.getTime() - row.seenAt.getTime() > minute) {
      await markSessionSeen(db, hash, now, row.expiresAt);
      await markAccountUsed(db, row.accountId, dayOf(now));
    }
    return { visitor: visitorFrom(row, isStaffFactorRequired), expiresAt: row.expiresAt.getTime() };
  }

  async function open(
    accountId: string,
    kind: "cookie" | "token" | "half",
    device: string,
    provedAt: Date | null,
  ): Promise<{ token: string; tokenHash: Buffer; expiresAt: Date }> {
    const now = clock.now();
    const token = randomBytes(32).toString("base64url");
    const tokenHash = sha256(token);
    const lives = { cookie: sessionLimits.idleMs, token: sessionLimits.absoluteMs, half: sessionLimits.halfMs }[kind];
    const expiresAt = new Date(now.getTime() + lives);
    await insertSession(db, { tokenHash, accountId, kind, device, createdAt: now, expiresAt, provedAt });
    return { token, tokenHash, expiresAt };
  }

  async function openWhole(...asked: Parameters<typeof open>): Promise<NewSession> {
    const { token, tokenHash, expiresAt } = await open(...asked);
    await markAccountUsed(db, asked[0], dayOf(clock.now()));
    const { visitor } = await readVisitor(tokenHash);
    return { token, expiresAt, visitor };
  }

  async function check(typedLogin: string, password: string): Promise<Result<string, SignInRefusal>> {
    const login = normaliseLine(typedLogin).toWellFormed().toLowerCase();
    const now = clock.now();
    // However the number is written, its guesses are counted together.
    const recipient = recipientOf(login);
    const loginHash = recipient === null ? sha256(login) : sha256(`contact:${recipient.toString("hex")}`);
    const failed = await findSignInFailures(db, loginHash);
    if (failed && failed.failures >= signInLimits.failures) {
      const restsUntil = failed.lastAt.getTime() + signInLimits.restMs;
      if (restsUntil > now.getTime()) {
        return refused({
          reason: "too-many-failures",
          retryAfterSeconds: Math.ceil((restsUntil - now.getTime()) / 1000),
        });
      }
    }
    const account =
      (await findAccountByLogin(db, login)) ??
      (recipient === null ? undefined : await findSignInByContact(db, recipient));
    try {
      const isOpen = account !== undefined && (!account.isDemo || demoAllowed);
      const passwordHash = isOpen ? account.passwordHash : null;
      const fits = passwordHash !== null && (await passwordFits(passwordHash, password));
      if (passwordHash === null) await pretendToCheck(password);
      if (!fits || account === undefined) {
        await addSignInFailure(db, loginHash, now, new Date(now.getTime() - signInLimits.restMs));
        return refused({ reason: "unknown-login-or-password" });
      }
      if (failed) await clearSignInFailures(db, loginHash);
      return accepted(account.id);
    } catch (error) {
      if (error instanceof PasswordsBusyError) return refused({ reason: "busy" });
      throw error;
    }
  }

  return {
    check,

    async signIn(typedLogin, password, device) {
      const checked = await check(typedLogin, password);
      if (!checked.ok) return checked;
      if (!(await factors.has(checked.value))) return accepted(await openWhole(checked.value, "cookie", device, null));
      const { token, expiresAt } = await open(checked.value, "half", device, null);
      return accepted({ half: token, expiresAt });
    },

    async signInWithCode(half, typed) {
      const halfHash = sha256(half);
      const begun = await findHalfSession(db, halfHash, clock.now());
      if (begun === undefined) return refused({ reason: "took-too-long" });
      const proof = await factors.prove(begun.accountId, typed);
      if (!proof.ok) return proof;
      await markSessionEnded(db, halfHash, clock.now());
      return accepted(await openWhole(begun.accountId, "cookie", begun.device, clock.now()));
    },

    openFor: (accountId, device) => openWhole(accountId, "cookie", device, null),

    async isHalf(token) {
      return (await findHalfSession(db, sha256(token), clock.now())) !== undefined;
    },

    async openForProgram({ login, password, code }, device) {
      const checked = await check(login, password);
      if (!checked.ok) return checked;
      if (!(await factors.has(checked.value))) return accepted(await openWhole(checked.value, "token", device, null));
      if (code === null) return refused({ reason: "code-needed" });
      const proof = await factors.prove(checked.value, code);
      return proof.ok ? accepted(await openWhole(checked.value, "token", device, clock.now())) : proof;
    },

    async proveAgain(accountId, token, typed) {
      const proof = await factors.prove(accountId, typed);
      if (!proof.ok) return proof;
      await setProvedAt(db, sha256(token), clock.now());
      forget(accountId);
      return accepted(true);
    },

    async markProved(accountId, token, isProved) {
      await setProvedAt(db, sha256(token), isProved ? clock.now() : null);
      forget(accountId);
    },

    async visitorOf(token) {
      if (token.length < 40 || token.length > 64) return stranger;
      const now = clock.now().getTime();
      const known = remembered.get(token);
      if (known && known.until > now && known.expiresAt > now) return known.visitor;
      const read = await readVisitor(sha256(token));
      if (read.visitor.kind === "anonymous") {
        remembered.delete(token);
        return read.visitor;
      }
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(token, { ...read, until: now + trustedForMs });
      return read.visitor;
    },

    async end(token) {
      remembered.delete(token);
      await markSessionEnded(db, sha256(token), clock.now());
    },

    listOf: (accountId, token) => listLiveSessions(db, accountId, sha256(token), clock.now(), mostListed),

    async endOne(accountId, id) {
      const ended = await endSession(db, accountId, id, clock.now());
      forget(accountId);
      return ended;
    },

    async endAll(accountId) {
      await endOtherSessions(db, accountId, null, clock.now());
      forget(accountId);
    },

    async endOthers(accountId, token) {
      const ended = await endOtherSessions(db, accountId, sha256(token), clock.now());
      forget(accountId);
      return ended;
    },
  };
}

function visitorFrom(row: SessionRow, isStaffFactorRequired: boolean): Visitor {
  const { accountId, login, displayName: name, isDemo } = row;
  // The accounts of a demonstration are everybody's, and nobody can bring a telephone of their own into them.
  const isDue = row.kind === "official" && isStaffFactorRequired && row.provedAt === null && !row.isDemo;
  const known: SecondFactor | undefined = isDue
    ? "due"
    : row.provedAt === null
      ? undefined
      : { provedAt: row.provedAt };
  const account = { accountId, login, name, isDemo, ...(known === undefined ? {} : { secondFactor: known }) };
  if (row.kind === "official") return { kind: "official", ...account, postings: isDue ? [] : row.postings };
  return { kind: row.kind, ...account };
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
