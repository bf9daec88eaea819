/** Zalo's tokens: one to call with, good for about a day, and one to get the next pair with, good for a single time. */
import { createHash } from "node:crypto";
import { type Outside, OutsideError } from "#foundation/outbound/index.ts";

export type ZaloTokens = {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: Date;
  /** Marks the setting these descend from: a new one entered by hand begins a new line. */
  readonly origin: string;
};

/**
 * Keeps the pair for all processes. `change` runs alone: a refresh token used by two at once would be lost to both.
 * What it answers is kept durably before anybody uses it.
 */
export type TokenKeeper = {
  readonly change: (next: (kept: ZaloTokens | null) => Promise<ZaloTokens>) => Promise<ZaloTokens>;
};

/** For as long as this process lives: beside a pretended Zalo, which forgets as well. */
export function keepTokensInMemory(): TokenKeeper {
  let kept: ZaloTokens | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  return {
    change(next) {
      const changed = turn.then(async () => {
        kept = await next(kept);
        return kept;
      });
      turn = changed.catch(() => {});
      return changed;
    },
  };
}

export class ZaloTokenError extends Error {
  override readonly name = "ZaloTokenError";
}

/** Refreshed so long before its end, so that no message is under way when it comes. */
const aheadMs = 10 * 60_000;

export function openTokens({
  call,
  oauthUrl,
  appId,
  appSecret,
  refreshToken,
  keeper,
  now,
}: {
  readonly call: Outside;
  readonly oauthUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly refreshToken: string;
  readonly keeper: TokenKeeper;
  readonly now: () => Date;
}) {
  const origin = createHash("sha256").update(refreshToken).digest("base64url").slice(0, 16);
  let known: ZaloTokens | null = null;
  const isFresh = (tokens: ZaloTokens) => tokens.expiresAt.getTime() - aheadMs > now().getTime();

  /** `refusedToken`: one that Zalo just turned away, whatever its date says. */
  async function accessToken(refusedToken: string | null = null): Promise<string> {
    if (known !== null && isFresh(known) && known.accessToken !== refusedToken) return known.accessToken;
    known = await keeper.change(async (kept) => {
      const isOfOurs = kept !== null && kept.origin === origin;
      // Another process may have been first.
      if (isOfOurs && isFresh(kept) && kept.accessToken !== refusedToken) return kept;
      return refresh(isOfOurs ? kept.refreshToken : refreshToken);
    });
    return known.accessToken;
  }

  async function refresh(with_: string): Promise<ZaloTokens> {
    const { status, text } = await call(`${oauthUrl}/v4/oa/access_token`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", secret_key: appSecret },
      body: new URLSearchParams({ refresh_token: with_, app_id: appId, grant_type: "refresh_token" }).toString(),
    });
    const answer = status === 200 ? readTokens(text) : null;
    if (answer === null) throw new ZaloTokenError(`Zalo gave no token (http ${status})`);
    return { ...answer, expiresAt: new Date(now().getTime() + answer.seconds * 1000), origin };
  }

  return { accessToken };
}

function readTokens(text: string) {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof value !== "object" || value === null) return null;
  const { access_token, refresh_token, expires_in }: Readonly<Record<string, unknown>> = { ...value };
  const seconds = Number(expires_in);
  if (typeof access_token !== "string" || typeof refresh_token !== "string" || !(seconds > 0)) return null;
  return { accessToken: access_token, refreshToken: refresh_token, seconds };
}

export function isTokenFault(error: unknown): error is ZaloTokenError | OutsideError {
  return error instanceof ZaloTokenError || error instanceof OutsideError;
}
