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
import { PasswordsBusyError, passwordFits, pretendToCheck } from "./passwords.ts";
import {
  addSignInFailure,
  clearSignInFailures,
  findAccountByLogin,
  findLiveSession,
  findSignInFailures,
  insertSession,
  markSessionEnded,
  markSessionSeen,
  type SessionRow,
} from "./queries.ts";
import { endOtherSessions, endSession, listLiveSessions, type OwnSession } from "./session.queries.ts";
import type { Visitor } from "./visitor.ts";

const minute = 60_000;
/** How long a session lives without being used, and at most. */
export const sessionLimits = { idleMs: 12 * 60 * minute, absoluteMs: 30 * 24 * 60 * minute } as const;
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

export type Sessions = {
  /** Checks login and password and answers the account. Never tells whether the login exists; guessing makes it rest. */
  readonly check: (login: string, password: string) => Promise<Result<string, SignInRefusal>>;
  /** Checks login and password and opens a session. Never tells whether the login exists. */
  readonly signIn: (
    login: string,
    password: string,
    kind: "cookie" | "token",
    device?: string,
  ) => Promise<Result<NewSession, SignInRefusal>>;
  /** Who holds this token now; a stranger when it is unknown, ended or too old. */
  readonly visitorOf: (token: string) => Promise<Visitor>;
  readonly end: (token: string) => Promise<void>;
  /** Where the account is signed in now, the session of this token first. */
  readonly listOf: (accountId: string, token: string) => Promise<readonly OwnSession[]>;
  /** Ends one session of the account; false when it has none of that number, or not any more. */
  readonly endOne: (accountId: string, id: number) => Promise<boolean>;
  /** Ends all but the session of this token; answers how many. */
  readonly endOthers: (accountId: string, token: string) => Promise<number>;
};

const stranger: Visitor = { kind: "anonymous" };

export function openSessions({
  db,
  clock,
  dayOf,
  demoAllowed,
}: {
  readonly db: Db;
  readonly clock: Clock;
  readonly dayOf: (instant: Date) => string;
  /** Demo accounts cannot sign in outside demo mode, even when a demo database is opened there. */
  readonly demoAllowed: boolean;
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
    }
    return { visitor: visitorFrom(row), expiresAt: row.expiresAt.getTime() };
  }

  async function check(typedLogin: string, password: string): Promise<Result<string, SignInRefusal>> {
    const login = normaliseLine(typedLogin).toWellFormed().toLowerCase();
    const now = clock.now();
    const loginHash = sha256(login);
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
    const account = await findAccountByLogin(db, login);
    try {
      const usable = account !== undefined && (!account.isDemo || demoAllowed);
      const fits = usable && (await passwordFits(account.passwordHash, password));
      if (!usable) await pretendToCheck(password);
      if (!fits) {
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

    async signIn(typedLogin, password, kind, device = "") {
      const checked = await check(typedLogin, password);
      if (!checked.ok) return checked;
      const now = clock.now();
      const token = randomBytes(32).toString("base64url");
      const tokenHash = sha256(token);
      const expiresAt = new Date(now.getTime() + (kind === "token" ? sessionLimits.absoluteMs : sessionLimits.idleMs));
      await insertSession(db, { tokenHash, accountId: checked.value, kind, device, createdAt: now, expiresAt });
      const { visitor } = await readVisitor(tokenHash);
      return accepted({ token, expiresAt, visitor });
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

    async endOthers(accountId, token) {
      const ended = await endOtherSessions(db, accountId, sha256(token), clock.now());
      forget(accountId);
      return ended;
    },
  };
}

function visitorFrom(row: SessionRow): Visitor {
  const { accountId, login, displayName: name, isDemo } = row;
  if (row.kind === "official") return { kind: "official", accountId, login, name, isDemo, postings: row.postings };
  return { kind: row.kind, accountId, login, name, isDemo };
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
