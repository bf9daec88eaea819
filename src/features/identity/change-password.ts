/** Use case: a person sets another password for their account, and every other place is out. */
import type { Db } from "#foundation/db/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import { faultOfPassword, type PasswordFault, passwordLengths } from "./password-rules.ts";
import { hashPassword, PasswordsBusyError } from "./passwords.ts";
import { setPasswordHash } from "./queries.ts";
import type { Sessions, SignInRefusal } from "./sessions.ts";
import type { Applicant, Official } from "./visitor.ts";

export type PasswordFaults = {
  readonly current?: "missing" | "wrong" | undefined;
  readonly next?: PasswordFault | "missing" | "same" | undefined;
  readonly again?: "differs" | undefined;
};
export type ChangeRefusal =
  | { readonly reason: "faults"; readonly faults: PasswordFaults }
  /** The accounts of a demonstration are everybody's. */
  | { readonly reason: "shared" }
  | Exclude<SignInRefusal, { readonly reason: "unknown-login-or-password" }>;

export type ChangeDeps = { readonly db: Db; readonly sessions: Sessions; readonly staffPasswordLength: number };

/** Answers how many other sessions ended. All faults at once; nothing is said of the current password before the rest is right. */
export async function changePassword(
  { db, sessions, staffPasswordLength }: ChangeDeps,
  account: Applicant | Official,
  token: string,
  typed: { readonly current: string; readonly next: string; readonly again: string },
): Promise<Result<number, ChangeRefusal>> {
  if (account.isDemo) return refused({ reason: "shared" });
  const least = account.kind === "official" ? staffPasswordLength : passwordLengths.citizen;
  const faults: PasswordFaults = {
    ...(typed.current === "" ? { current: "missing" } : {}),
    ...nextFault(typed, { least, login: account.login, name: account.name }),
    ...(typed.next !== typed.again ? { again: "differs" } : {}),
  };
  if (Object.keys(faults).length > 0) return refused({ reason: "faults", faults });
  // Guessed at like a sign-in, and it rests like one.
  const checked = await sessions.check(account.login, typed.current);
  if (!checked.ok) {
    return checked.refusal.reason === "unknown-login-or-password"
      ? refused({ reason: "faults", faults: { current: "wrong" } })
      : refused(checked.refusal);
  }
  try {
    await setPasswordHash(db, account.accountId, await hashPassword(typed.next));
  } catch (error) {
    if (error instanceof PasswordsBusyError) return refused({ reason: "busy" });
    throw error;
  }
  return accepted(await sessions.endOthers(account.accountId, token));
}

function nextFault(
  { current, next }: { readonly current: string; readonly next: string },
  person: Parameters<typeof faultOfPassword>[1],
): Pick<PasswordFaults, "next"> {
  if (next === "") return { next: "missing" };
  if (next.normalize("NFC") === current.normalize("NFC")) return { next: "same" };
  const fault = faultOfPassword(next, person);
  return fault === null ? {} : { next: fault };
}
