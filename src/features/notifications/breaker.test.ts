import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allowed, type Breaker, breakerLimits, closedBreaker, failed, leaving, succeeded } from "./breaker.ts";

const always = (value: number) => () => value;
const failing = (times: number, now = 0): Breaker => {
  let breaker = closedBreaker;
  for (let n = 0; n < times; n++) breaker = failed(breaker, now, always(1));
  return breaker;
};

describe("a breaker", () => {
  it("lets everything through until five in a row have failed", () => {
    expect(allowed(failing(4), 0, 8)).toBe(8);
    expect(allowed(failing(5), 0, 8)).toBe(0);
    expect(allowed(failed(succeeded(failing(4)), 0, always(1)), 0, 8)).toBe(8);
  });

  it("tries one message after the rest, and rests longer when that one fails too", () => {
    const open = failing(5);
    const then = breakerLimits.firstRestMs;
    expect(allowed(open, then - 1, 8)).toBe(0);
    expect(allowed(open, then, 8)).toBe(1);

    const trying = leaving(open, then);
    expect(allowed(trying, then + 1, 8)).toBe(0);

    const again = failed(trying, then, always(1));
    expect(allowed(again, then + 2 * breakerLimits.firstRestMs - 1, 8)).toBe(0);
    expect(allowed(succeeded(trying), then, 8)).toBe(8);
  });

  const step = fc.oneof(
    fc.record({ kind: fc.constant("leave" as const) }),
    fc.record({
      kind: fc.constantFrom("fail" as const, "succeed" as const),
      random: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: 0, max: 400_000 }) }),
  );

  it("whatever happens: never more than there is room for, one at most out of a rest, and no rest longer than five minutes", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 0, max: 20 }), (steps, room) => {
        let breaker = closedBreaker;
        let now = 0;
        let failuresInARow = 0;
        for (const one of steps) {
          const may = allowed(breaker, now, room);
          expect(may).toBeLessThanOrEqual(room);
          if (breaker.state === "closed") {
            expect(may).toBe(room);
            expect(breaker.failures).toBeLessThan(breakerLimits.failures);
          } else {
            expect(may).toBeLessThanOrEqual(1);
          }
          if (breaker.state === "open") expect(breaker.until - now).toBeLessThanOrEqual(breakerLimits.longestRestMs);
          if (one.kind === "wait") now += one.ms;
          if (one.kind === "leave" && may > 0) {
            breaker = leaving(breaker, now);
            expect(breaker.state).not.toBe("open");
          }
          if (one.kind === "succeed") {
            breaker = succeeded(breaker);
            failuresInARow = 0;
            expect(allowed(breaker, now, room)).toBe(room);
          }
          if (one.kind === "fail") {
            breaker = failed(breaker, now, always(one.random));
            failuresInARow++;
            if (failuresInARow >= breakerLimits.failures) expect(breaker.state).toBe("open");
          }
        }
        // It always lets something through in the end, unless the one that tries is still out.
        if (breaker.state !== "trying")
          expect(allowed(breaker, now + breakerLimits.longestRestMs, 3)).toBeGreaterThan(0);
      }),
    );
  });
});
