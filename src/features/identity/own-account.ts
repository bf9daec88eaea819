import { SignInNeededError } from "#foundation/errors/index.ts";
import type { Visitor } from "./visitor.ts";

/** Behind a route for those who are signed in. */
export function accountOf(visitor: Visitor): string {
  if (visitor.kind === "anonymous") throw new SignInNeededError();
  return visitor.accountId;
}

/** The number of a session as an address says it; undefined when it cannot be one. */
export function sessionNumber(text: string): number | undefined {
  const number = /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
  return number;
}
