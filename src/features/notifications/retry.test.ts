import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mostAttempts, nextTry } from "./retry.ts";

const queuedAt = new Date("2026-11-25T02:00:00Z");
const day = 24 * 3_600_000;

describe("a message that was not taken", () => {
  it("waits twice as long each time, up to an hour", () => {
    const waits = Array.from({ length: 12 }, (_, index) => {
      const at = nextTry({ attempts: index + 1, queuedAt, now: queuedAt, repeatableMs: 3 * day, random: () => 1 });
      return ((at?.getTime() ?? 0) - queuedAt.getTime()) / 1000;
    });

    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600]);
  });

  it("is given up when it is old news or was tried often enough", () => {
    const late = new Date(queuedAt.getTime() + 23 * 3_600_000);

    expect(nextTry({ attempts: 2, queuedAt, now: late, repeatableMs: 23 * 3_600_000, random: () => 0 })).toBeNull();
    expect(nextTry({ attempts: mostAttempts, queuedAt, now: queuedAt, repeatableMs: day, random: () => 0 })).toBeNull();
  });

  it("is never tried at once, never later than an hour, and always ends", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 0, max: 10 * day }),
        fc.integer({ min: 1, max: 10 * day }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempts, age, repeatableMs, random) => {
          const now = new Date(queuedAt.getTime() + age);
          const at = nextTry({ attempts, queuedAt, now, repeatableMs, random: () => random });
          if (age > repeatableMs || attempts >= mostAttempts) expect(at).toBeNull();
          if (at === null) return;
          const wait = at.getTime() - now.getTime();
          expect(wait).toBeGreaterThanOrEqual(7500);
          expect(wait).toBeLessThanOrEqual(3_600_000);
          expect(at.getTime() - queuedAt.getTime()).toBeLessThanOrEqual(repeatableMs);
        },
      ),
    );
  });
});
