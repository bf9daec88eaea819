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
      return { id: claimed.id, state: "sent", dueAt: null, reference, fault: null, sentAt: moment.now };
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
  return { id: claimed.id, state: "queued", dueAt, reference: null, fault, sentAt: null };
}

export function givenUp({ id }: Tried, fault: string): Outcome {
  return { id, state: "givenUp", dueAt: null, reference: null, fault, sentAt: null };
}

/** One found in the hands of somebody who is gone, or tried too often: why it is not sent. Null: it is. */
export function whyNotAgain(channel: Channel, claimed: Tried, now: Date): string | null {
  if (claimed.attempts > mostAttempts) return "tried-too-often";
  if (!claimed.wasInHand) return null;
  const { unknownIs, repeatableMs } = promises[channel];
  if (unknownIs === "given-up") return "unknown-after-crash";
  return now.getTime() - claimed.queuedAt.getTime() > repeatableMs ? "unknown-after-crash" : null;
}
