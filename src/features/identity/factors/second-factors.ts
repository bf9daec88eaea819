/**
 * Use cases of the second factor: setting it up, proving it, taking it away. Guessing gains nothing: after five wrong
 * codes in a row the account's codes rest, whoever asks and from wherever (trust.md "sign-in, staff").
 */
import type { Clock } from "#foundation/clock/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import type { Sealing } from "#foundation/sealing/index.ts";
import { codeAppAddress, readCode, secretBytes, secretInGroups, stepOfCode } from "./code-app.ts";
import {
  type CodeAppRow,
  countRecoveryCodes,
  deleteFactors,
  findCodeApp,
  findCodeAppForUpdate,
  setCodeTaken,
  setFailures,
  setInForce,
  setRecoveryCodes,
  setWaitingSecret,
  takeRecoveryCode,
} from "./queries.ts";
import { hashRecoveryCode, makeRecoveryCodes, readRecoveryCode } from "./recovery-codes.ts";

const minute = 60_000;
export const guessLimits = { failures: 5, restMs: 15 * minute } as const;
/** A secret that was shown and never confirmed is not waited for longer. */
export const waitingMs = 60 * minute;

export type ProofRefusal =
  | { readonly reason: "wrong-code" }
  | { readonly reason: "too-many-codes"; readonly retryAfterSeconds: number };

/** What was proved with. */
export type Proof = "app" | "recovery-code";

export type FactorState = {
  /** Since when; null: there is none. */
  readonly since: Date | null;
  readonly recoveryCodesLeft: number;
};

/** A secret to bring into an app. */
export type NewApp = { readonly address: string; readonly secret: string };

export type SecondFactors = {
  readonly stateOf: (accountId: string) => Promise<FactorState>;
  readonly has: (accountId: string) => Promise<boolean>;
  /** The secret that waits to be confirmed, made anew when there is none or it has waited too long. */
  readonly beginApp: (account: { readonly accountId: string; readonly login: string }) => Promise<NewApp>;
  /** The first code of the new app brings it into force, in place of the one before. Answers the recovery codes, once. */
  readonly confirmApp: (accountId: string, typed: string) => Promise<Result<readonly string[], ProofRefusal>>;
  /** Proves with a code of the app, or uses up a recovery code. */
  readonly prove: (accountId: string, typed: string) => Promise<Result<Proof, ProofRefusal>>;
  /** New codes on paper; those before open nothing any more. */
  readonly renewRecoveryCodes: (accountId: string) => Promise<readonly string[]>;
  readonly remove: (accountId: string) => Promise<boolean>;
};

export function openSecondFactors({
  db,
  clock,
  sealing,
  site,
}: {
  readonly db: Db;
  readonly clock: Clock;
  readonly sealing: Sealing;
  /** What the app shows beside the code. */
  readonly site: string;
}): SecondFactors {
  const secretKey = sealing.standingKey("code apps");
  const recoveryKey = sealing.standingKey("recovery codes");
  const place = (accountId: string) => `code-app:${accountId}`;
  const unseal = (accountId: string, sealed: Uint8Array) => sealing.open(secretKey, place(accountId), sealed);
  const hasWaiting = (app: CodeAppRow | undefined, now: Date): app is CodeAppRow & { waitingSecret: Buffer } =>
    app !== undefined &&
    app.waitingSecret !== null &&
    app.waitingSince !== null &&
    now.getTime() - app.waitingSince.getTime() < waitingMs;

  async function putRecoveryCodes(tx: Db, accountId: string): Promise<readonly string[]> {
    const codes = makeRecoveryCodes(sealing.randomBytes);
    await setRecoveryCodes(
      tx,
      accountId,
      codes.map((code) => hashRecoveryCode(recoveryKey, accountId, code)),
    );
    return codes;
  }

  /** One guess at a time: looks whether codes rest, tries, and counts a failure. */
  async function guess<Value>(
    accountId: string,
    attempt: (tx: Db, app: CodeAppRow, now: Date) => Promise<Value | null>,
  ): Promise<Result<Value, ProofRefusal>> {
    return db.transaction().execute(async (tx) => {
      const now = clock.now();
      const app = await findCodeAppForUpdate(tx, accountId);
      if (app === undefined) return refused({ reason: "wrong-code" });
      const rested = app.failedAt === null ? 0 : now.getTime() - app.failedAt.getTime();
      const isResting = app.failures >= guessLimits.failures && rested < guessLimits.restMs;
      if (isResting) {
        const retryAfterSeconds = Math.ceil((guessLimits.restMs - rested) / 1000);
        return refused({ reason: "too-many-codes", retryAfterSeconds });
      }
      const value = await attempt(tx, app, now);
      if (value !== null) return accepted(value);
      const before = app.failures >= guessLimits.failures ? 0 : app.failures;
      await setFailures(tx, accountId, before + 1, now);
      return refused({ reason: "wrong-code" });
    });
  }

  return {
    async stateOf(accountId) {
      const app = await findCodeApp(db, accountId);
      const since = app?.confirmedAt ?? null;
      return { since, recoveryCodesLeft: since === null ? 0 : await countRecoveryCodes(db, accountId) };
    },

    async has(accountId) {
      return (await findCodeApp(db, accountId))?.confirmedAt != null;
    },

    async beginApp({ accountId, login }) {
      const now = clock.now();
      const known = await findCodeApp(db, accountId);
      // A page that is opened again shows the same secret: it may be in the app already.
      const secret = hasWaiting(known, now) ? unseal(accountId, known.waitingSecret) : sealing.randomBytes(secretBytes);
      if (!hasWaiting(known, now)) {
        await setWaitingSecret(db, accountId, sealing.seal(secretKey, place(accountId), secret), now);
      }
      return { address: codeAppAddress(secret, { login, site }), secret: secretInGroups(secret) };
    },

    confirmApp: (accountId, typed) =>
      guess(accountId, async (tx, app, now) => {
        const code = readCode(typed);
        if (code === null || !hasWaiting(app, now)) return null;
        const step = stepOfCode(unseal(accountId, app.waitingSecret), code, now, 0);
        if (step === null) return null;
        await setInForce(tx, accountId, { sealedSecret: app.waitingSecret, confirmedAt: now, lastStep: step });
        return putRecoveryCodes(tx, accountId);
      }),

    prove: (accountId, typed) =>
      guess<Proof>(accountId, async (tx, app, now) => {
        if (app.sealedSecret === null) return null;
        const code = readCode(typed);
        if (code !== null) {
          const step = stepOfCode(unseal(accountId, app.sealedSecret), code, now, app.lastStep);
          if (step === null) return null;
          await setCodeTaken(tx, accountId, step);
          return "app";
        }
        const recovery = readRecoveryCode(typed);
        if (recovery === null) return null;
        const hash = hashRecoveryCode(recoveryKey, accountId, recovery);
        if (!(await takeRecoveryCode(tx, accountId, hash, now))) return null;
        await setFailures(tx, accountId, 0, null);
        return "recovery-code";
      }),

    renewRecoveryCodes: (accountId) => db.transaction().execute((tx) => putRecoveryCodes(tx, accountId)),

    remove: (accountId) => db.transaction().execute((tx) => deleteFactors(tx, accountId)),
  };
}
