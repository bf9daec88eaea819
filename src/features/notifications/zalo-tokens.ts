/** Keeps Zalo's tokens for all processes: sealed in the database, changed by one at a time, kept before they are used. */
import type { Database } from "#foundation/db/index.ts";
import { SealBrokenError, type Sealing } from "#foundation/sealing/index.ts";
import type { TokenKeeper, ZaloTokens } from "#integrations/zalo/index.ts";
import { keepSecret, takeSecret } from "./secrets.queries.ts";

const name = "zalo-tokens";

export function zaloTokenKeeper({ database, sealing }: { database: Database; sealing: Sealing }): TokenKeeper {
  const key = sealing.standingKey("notice secrets");
  return {
    change: (next) =>
      database.db.transaction().execute(async (tx) => {
        const sealed = await takeSecret(tx, name);
        const kept = sealed === null ? null : readTokens(sealed);
        const changed = await next(kept);
        if (changed !== kept) await keepSecret(tx, name, sealing.seal(key, name, JSON.stringify(changed)));
        return changed;
      }),
  };

  function readTokens(sealed: Buffer): ZaloTokens | null {
    try {
      const kept = JSON.parse(sealing.openText(key, name, sealed));
      return { ...kept, expiresAt: new Date(kept.expiresAt) };
    } catch (error) {
      // Of another master key: lost with it. The token in the settings begins a new line.
      if (error instanceof SealBrokenError) return null;
      throw error;
    }
  }
}
