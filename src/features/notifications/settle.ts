/** What becomes of a notice after a try, by the promise of its channel. Pure. */
import type { Handover } from "#foundation/outbound/index.ts";
import { type Channel, promises } from "./channels.ts";
import type { Claimed, Outcome } from "./delivery.queries.ts";
import { mostAttempts, nextTry } from "./retry.ts";

export type Moment = { readonly now: Date; readonly random: () => number };
type Tried = Pick<Claimed, "id" | "attempts" | "queuedAt" | "wasInHand">;

export function settle(channel: Channel, claimed: Tried, handover: Handover, moment: Moment): Outcome {
  switch (handover.outcome) {
    case "accepted": {
      const { reference } = handover;
      return { ...tryOf(claimed), state: "sent", dueAt: null, reference, fault: null, sentAt: moment.now };
    }
    case "refused":
      return givenUp(claimed, handover.reason);
    case "later":
      return againOrNot(channel, claimed, handover.reason, moment);
    case "unknown":
      return promises[channel].unknownIs === "sent-again"
        ? againOrNot(channel, claimed, handover.reason, moment)
        : givenUp(claimed, `unknown-${handover.reason}`);
  }
}

export function againOrNot(channel: Channel, claimed: Tried, fault: string, { now, random }: Moment): Outcome {
  const { attempts, queuedAt } = claimed;
  const { repeatableMs } = promises[channel];
  const dueAt = nextTry({ attempts, queuedAt, now, repeatableMs, random });
  if (dueAt === null) return givenUp(claimed, fault);
  return { ...tryOf(claimed), state: "queued", dueAt, reference: null, fault, sentAt: null };
}

/** Put back untouched: it took too long to get it ready. */
export function putBack(claimed: Tried, now: Date): Outcome {
  return { ...tryOf(claimed), state: "queued", dueAt: now, reference: null, fault: "not-ready-in-time", sentAt: null };
}

function tryOf({ id, attempts }: Tried) {
  return { id, attempts };
}

export function givenUp(claimed: Tried, fault: string): Outcome {
  return { ...tryOf(claimed), state: "givenUp", dueAt: null, reference: null, fault, sentAt: null };
}

/** One found in the hands of somebody who is gone, or tried too often: why it is not sent. Null: it is. */
export function whyNotAgain(channel: Channel, claimed: Tried, now: Date): string | null {
  if (claimed.attempts > mostAttempts) return "tried-too-often";
  if (!claimed.wasInHand) return null;
  const { unknownIs, repeatableMs } = promises[channel];
  if (unknownIs === "given-up") return "unknown-after-crash";
  return now.getTime() - claimed.queuedAt.getTime() > repeatableMs ? "unknown-after-crash" : null;
}
