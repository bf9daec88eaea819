import { describe, expect, it } from "vitest";
import { channels } from "./channels.ts";
import { mostAttempts } from "./retry.ts";
import { settle, whyNotAgain } from "./settle.ts";

const queuedAt = new Date("2026-11-24T02:00:00Z");
const now = new Date("2026-11-24T02:00:10Z");
const tried = { id: 7, attempts: 1, queuedAt, wasInHand: false };
const moment = { now, random: () => 1 };
const hoursLater = (hours: number) => new Date(queuedAt.getTime() + hours * 3_600_000);

describe("after a try", () => {
  it.each(channels)(
    "%s: what was taken is sent, what was refused is given up, what may be taken later waits",
    (channel) => {
      expect(settle(channel, tried, { outcome: "accepted", reference: "x" }, moment)).toMatchObject({
        state: "sent",
        reference: "x",
        sentAt: now,
      });
      expect(settle(channel, tried, { outcome: "refused", reason: "smtp-550" }, moment)).toMatchObject({
        state: "givenUp",
        fault: "smtp-550",
      });
      expect(settle(channel, tried, { outcome: "later", reason: "http-503" }, moment)).toMatchObject({
        state: "queued",
        dueAt: new Date(now.getTime() + 15_000),
        fault: "http-503",
      });
    },
  );

  it.each([
    ["email", "queued"],
    ["sms", "queued"],
    ["zalo", "givenUp"],
  ] as const)("%s: what nobody knows of is %s", (channel, state) => {
    expect(settle(channel, tried, { outcome: "unknown", reason: "timeout" }, moment).state).toBe(state);
  });

  it("a text message is not tried again when the provider may have forgotten its key", () => {
    const late = { now: hoursLater(23), random: () => 0 };

    expect(settle("sms", tried, { outcome: "unknown", reason: "timeout" }, late).state).toBe("givenUp");
    expect(settle("email", tried, { outcome: "unknown", reason: "timeout" }, late).state).toBe("queued");
  });
});

describe("a notice found in the hands of somebody who is gone", () => {
  const found = { ...tried, attempts: 2, wasInHand: true };

  it.each([
    ["email", 1, null],
    ["email", 73, "unknown-after-crash"],
    ["sms", 1, null],
    ["sms", 24, "unknown-after-crash"],
    ["zalo", 1, "unknown-after-crash"],
  ] as const)("by %s after %i hours: %s", (channel, hours, fault) => {
    expect(whyNotAgain(channel, found, hoursLater(hours))).toBe(fault);
  });

  it("is sent when it only waited, and never for ever", () => {
    expect(whyNotAgain("zalo", tried, hoursLater(100))).toBeNull();
    expect(whyNotAgain("email", { ...tried, attempts: mostAttempts + 1 }, now)).toBe("tried-too-often");
  });
});
