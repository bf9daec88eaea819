/** Use case: whoever holds the link of a slip sets the first password of the account, once. */
import type { Clock } from "#foundation/clock/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import { deleteFactors } from "../factors/queries.ts";
import { faultOfPassword, type PasswordFault } from "../password-rules.ts";
import { hashPassword, PasswordsBusyError } from "../passwords.ts";
import { markAccountUsed, setPasswordHash } from "../queries.ts";
import { findInvited, type Invited, takeInvitation } from "./queries.ts";
import { hashOfToken } from "./staffing.ts";

export type BeginDeps = {
  readonly db: Db;
  readonly clock: Clock;
  readonly dayOf: (instant: Date) => string;
  readonly staffPasswordLength: number;
};
export type BeginFaults = {
  readonly next?: PasswordFault | "missing" | undefined;
  readonly again?: "differs" | undefined;
};
export type BeginRefusal =
  | { readonly reason: "faults"; readonly faults: BeginFaults }
  | { readonly reason: "busy" | "void" };

/** Whose slip it is; undefined when it is unknown, used, replaced by a newer one or too old. */
export async function invitedBy({ db, clock }: BeginDeps, token: string): Promise<Invited | undefined> {
  return /^[\w-]{43}$/.test(token) ? findInvited(db, hashOfToken(token), clock.now()) : undefined;
}

export async function beginAccount(
  deps: BeginDeps,
  token: string,
  typed: { readonly next: string; readonly again: string },
): Promise<Result<Invited, BeginRefusal>> {
  const { db, clock, dayOf, staffPasswordLength } = deps;
  const invited = await invitedBy(deps, token);
  if (invited === undefined) return refused({ reason: "void" });
  const { login, name } = invited;
  const next = typed.next === "" ? "missing" : faultOfPassword(typed.next, { least: staffPasswordLength, login, name });
  const faults: BeginFaults = {
    ...(next === null ? {} : { next }),
    ...(typed.next === typed.again ? {} : { again: "differs" }),
  };
  if (Object.keys(faults).length > 0) return refused({ reason: "faults", faults });
  try {
    const passwordHash = await hashPassword(typed.next);
    return await db.transaction().execute(async (tx) => {
      if (!(await takeInvitation(tx, hashOfToken(token), clock.now()))) return refused({ reason: "void" });
      // A slip is given again when the telephone is lost too: what proved the person before is gone with it.
      await deleteFactors(tx, invited.accountId);
      await setPasswordHash(tx, invited.accountId, passwordHash);
      // Or an account that slept would be locked again before its holder can sign in.
      await markAccountUsed(tx, invited.accountId, dayOf(clock.now()));
      return accepted(invited);
    });
  } catch (error) {
    if (error instanceof PasswordsBusyError) return refused({ reason: "busy" });
    throw error;
  }
}
