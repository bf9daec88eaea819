/**
 * One-time codes on their way: straight to a carrier and not through the queue of notices, since a code that comes after a
 * quarter of an hour is worth nothing. Tried three times; whoever asked does not wait, and learns nothing of it.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { CodeSender } from "#features/identity/index.ts";
import { codeMessage } from "#features/notifications/index.ts";
import type { City } from "#features/organisation/index.ts";
import type { Log } from "#foundation/log/index.ts";
import type { Notices } from "./notices.ts";

const pausesMs = [0, 2_000, 10_000];
/** On their way at once; what comes beyond it is refused by its silence, as a flood should be. */
const mostAtOnce = 50;

export function oneTimeCodes({
  notices,
  city,
  origin,
  log,
}: {
  readonly notices: Pick<Notices, "carriers" | "templates">;
  readonly city: Pick<City, "authority" | "authorityEn">;
  readonly origin: string;
  readonly log: Log;
}): CodeSender & { readonly settled: () => Promise<void> } {
  const underWay = new Set<Promise<void>>();
  const channels = (["email", "sms"] as const).filter((channel) =>
    notices.carriers.some((carrier) => carrier.channel === channel),
  );

  const deliver: (...asked: Parameters<CodeSender["send"]>) => Promise<void> = async (to, words, language) => {
    const carrier = notices.carriers.find(({ channel }) => channel === to.channel);
    if (carrier === undefined) return;
    const authority = { vi: city.authority, en: city.authorityEn };
    const facts = { authority, origin, ...("code" in words ? { code: words.code } : {}) };
    const message = codeMessage(notices.templates, to.channel, language, words.kind, facts);
    const key = randomUUID();
    let reason = "";
    for (const pause of pausesMs) {
      await sleep(pause);
      const handover = await carrier.carry(to.address, message, key);
      if (handover.outcome === "accepted") return;
      reason = handover.reason;
      // Whether it came nobody can tell: a second one would only confuse, and the person can ask for another.
      if (handover.outcome !== "later") break;
    }
    log.warn({ channel: to.channel, reason }, "A one-time code could not be sent");
  };

  return {
    channels,
    send(to, words, language) {
      // A text message costs money: nobody has it sent to numbers without an account.
      if (words.kind === "unknown" && to.channel === "sms") return;
      if (underWay.size >= mostAtOnce) {
        log.warn({ channel: to.channel }, "Too many one-time codes are on their way; one was left out");
        return;
      }
      const sent = deliver(to, words, language)
        .catch((error: unknown) => log.error({ error: String(error) }, "A one-time code failed in a way of its own"))
        .finally(() => underWay.delete(sent));
      underWay.add(sent);
    },
    async settled() {
      await Promise.all(underWay);
    },
  };
}
