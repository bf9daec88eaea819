/**
 * Brings queued notices on their way: a pump per channel, so that a provider that stalls holds up nobody else, and at most one
 * statement of each pump on the database at a time, so that it takes nothing from those who send dossiers.
 *
 * A notice is in hand (`sending`) before a byte of it leaves, and what became of it is noted after. Between the two a crash
 * leaves it in hand; when its lease is over whoever finds it does what the channel's promise says (channels.ts).
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "#foundation/db/index.ts";
import type { Log } from "#foundation/log/index.ts";
import type { Handover } from "#foundation/outbound/index.ts";
import { allowed, type Breaker, closedBreaker, failed, leaving, succeeded } from "./breaker.ts";
import type { Carrier } from "./carrier.ts";
import type { Channel } from "./channels.ts";
import { type ComposeDeps, type Composed, compose } from "./compose.ts";
import { type Claimed, claimNotices, noteOutcomes, type Outcome } from "./delivery.queries.ts";
import { againOrNot, givenUp, putBack, settle, whyNotAgain } from "./settle.ts";

/** Longer than any carrier takes; then the holder is taken for dead. */
const leaseMs = 40_000;
/** What is not ready to leave by then is put back: it could still be under way when its lease is over. */
const readyMs = 18_000;
const drainMs = 5_000;
const pauseAfterFaultMs = 1_000;

export type DeliveryDeps = Omit<ComposeDeps, "db"> & {
  readonly database: Database;
  readonly log: Log;
  readonly pollMs: number;
  readonly random: () => number;
};

export type PumpState = {
  readonly channel: Channel;
  readonly isPretended: boolean;
  readonly breaker: Breaker["state"];
};

export type Delivery = {
  /** There is something new to send. */
  readonly nudge: () => void;
  readonly states: () => readonly PumpState[];
  /** Waits a little for what is on its way; what takes longer is found again when its lease is over. */
  readonly stop: () => Promise<void>;
};

export function openDelivery(deps: DeliveryDeps, carriers: readonly Carrier[]): Delivery {
  const pumps = carriers.map((carrier) => openPump(deps, carrier));
  return {
    nudge() {
      for (const pump of pumps) pump.nudge();
    },
    states: () => pumps.map((pump) => pump.state()),
    async stop() {
      await Promise.all(pumps.map((pump) => pump.stop()));
    },
  };
}

function openPump(deps: DeliveryDeps, carrier: Carrier) {
  const { log, clock, random, pollMs, database } = deps;
  const { channel } = carrier;
  let breaker: Breaker = closedBreaker;
  let outcomes: Outcome[] = [];
  let inFlight = 0;
  let isStopping = false;
  let isNudged = false;
  let wake = () => {};
  const finished = run();

  async function run(): Promise<void> {
    while (!isStopping || inFlight > 0 || outcomes.length > 0) {
      try {
        await noteAll();
        const took = await takeNext();
        if (took === 0 && outcomes.length === 0) await pause();
      } catch (error) {
        log.error({ channel, error: String(error) }, "Notices cannot be read or noted; they are tried again");
        if (isStopping) return;
        await sleep(pauseAfterFaultMs);
      }
    }
  }

  async function noteAll(): Promise<void> {
    const batch = outcomes;
    outcomes = [];
    try {
      await noteOutcomes(database.db, batch);
    } catch (error) {
      outcomes = [...batch, ...outcomes];
      throw error;
    }
  }

  async function takeNext(): Promise<number> {
    const room = isStopping ? 0 : allowed(breaker, performance.now(), carrier.width - inFlight);
    if (room <= 0) return 0;
    const now = clock.now();
    const claimedAt = performance.now();
    const until = new Date(now.getTime() + leaseMs);
    const claimed = await claimNotices(database.db, channel, { limit: room, now, until });
    const kept = claimed.filter((one) => {
      const fault = whyNotAgain(channel, one, now);
      if (fault !== null) finish(one, givenUp(one, fault));
      return fault === null;
    });
    for (const composed of await composeAll(kept)) {
      if (performance.now() - claimedAt < readyMs) void carry(composed);
      else finish(composed.claimed, putBack(composed.claimed, clock.now()));
    }
    return claimed.length;
  }

  /** One that cannot be put together must not hold up those that were taken with it. */
  async function composeAll(batch: readonly Claimed[]): Promise<readonly Composed[]> {
    if (batch.length === 0) return [];
    const db = database.db;
    try {
      return await compose({ ...deps, db }, channel, batch);
    } catch (error) {
      if (batch.length === 1) {
        log.error({ channel, notice: batch[0]?.id, error: String(error) }, "A notice cannot be put together");
        for (const one of batch) finish(one, againOrNot(channel, one, "internal", { now: clock.now(), random }));
        return [];
      }
      const parts: Composed[] = [];
      for (const one of batch) parts.push(...(await composeAll([one])));
      return parts;
    }
  }

  async function carry(composed: Composed): Promise<void> {
    const { claimed } = composed;
    if (composed.dropped !== null) {
      finish(claimed, givenUp(claimed, composed.dropped));
      return;
    }
    breaker = leaving(breaker, performance.now());
    inFlight++;
    const handover = await carrier
      .carry(composed.to, composed.message, claimed.key)
      .catch((error: unknown): Handover => {
        log.error({ channel, notice: claimed.id, error: String(error) }, "A carrier failed in a way of its own");
        return { outcome: "unknown", reason: "internal" };
      });
    inFlight--;
    hear(handover);
    finish(claimed, settle(channel, claimed, handover, { now: clock.now(), random }));
    wake();
  }

  /** What the answer tells of the provider: taken or refused, it works. */
  function hear(handover: Handover): void {
    const before = breaker.state;
    const works = handover.outcome === "accepted" || handover.outcome === "refused";
    breaker = works ? succeeded(breaker) : failed(breaker, performance.now(), random);
    if (breaker.state === "open" && before === "closed" && !works) {
      log.warn({ channel, reason: handover.reason }, "A way to people does not answer; it rests, and notices wait");
    }
  }

  function finish({ id, told }: Claimed, outcome: Outcome): void {
    if (outcome.state === "givenUp")
      log.info({ channel, notice: id, told, fault: outcome.fault }, "A notice was given up");
    outcomes.push(outcome);
  }

  /** Until something is new, something came back, the rest of the provider is over, or it is time to look. */
  async function pause(): Promise<void> {
    if (isNudged || (isStopping && inFlight === 0)) {
      isNudged = false;
      return;
    }
    const rests = breaker.state === "open" ? Math.max(10, breaker.until - performance.now()) : pollMs;
    const ending = new AbortController();
    wake = () => ending.abort();
    await sleep(Math.min(pollMs, rests), undefined, { signal: ending.signal }).catch(() => {});
    wake = () => {};
    isNudged = false;
  }

  return {
    nudge() {
      // It may come while the queue was just read and found empty.
      isNudged = true;
      wake();
    },
    state: (): PumpState => ({ channel, isPretended: carrier.isPretended, breaker: breaker.state }),
    async stop() {
      isStopping = true;
      wake();
      await Promise.race([finished, sleep(drainMs)]);
      await carrier.close();
    },
  };
}
