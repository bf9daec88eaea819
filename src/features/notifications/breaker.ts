/**
 * A circuit breaker: a provider that fails again and again is left alone for a while, then asked with one message whether it
 * is well again. Pure: states and instants in, states out.
 */

export type Breaker =
  | { readonly state: "closed"; readonly failures: number }
  /** `openings`: how often in a row, for the length of the rest. */
  | { readonly state: "open"; readonly until: number; readonly openings: number }
  /** One message is out to try. */
  | { readonly state: "trying"; readonly openings: number };

export const closedBreaker: Breaker = { state: "closed", failures: 0 };

export const breakerLimits = { failures: 5, firstRestMs: 5_000, longestRestMs: 300_000 } as const;

/** How many messages may go out now, of those there is room for. */
export function allowed(breaker: Breaker, now: number, room: number): number {
  if (breaker.state === "closed") return room;
  if (breaker.state === "open" && now >= breaker.until) return Math.min(1, room);
  return 0;
}

/** A message leaves: when the rest was over, it is the one that tries. */
export function leaving(breaker: Breaker, now: number): Breaker {
  return breaker.state === "open" && now >= breaker.until ? { state: "trying", openings: breaker.openings } : breaker;
}

/** The provider answered, whether it took the message or refused that one for good. */
export function succeeded(_breaker: Breaker): Breaker {
  return closedBreaker;
}

/** The provider did not answer, or not as one that works. `random` spreads the rests of several processes. */
export function failed(breaker: Breaker, now: number, random: () => number): Breaker {
  switch (breaker.state) {
    case "closed": {
      const failures = breaker.failures + 1;
      return failures < breakerLimits.failures ? { state: "closed", failures } : rest(0, now, random);
    }
    case "trying":
      return rest(breaker.openings, now, random);
    case "open":
      // One that was out before the rest began; it tells nothing new.
      return breaker;
  }
}

function rest(openings: number, now: number, random: () => number): Breaker {
  const full = Math.min(breakerLimits.longestRestMs, breakerLimits.firstRestMs * 2 ** openings);
  return { state: "open", until: now + full / 2 + (full / 2) * random(), openings: openings + 1 };
}
