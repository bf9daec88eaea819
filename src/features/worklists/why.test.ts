import { describe, expect, it } from "vitest";
import { whyOf } from "./why.ts";

const now = new Date("2026-11-16T02:00:00Z"); // 09:00, Monday
const row = {
  state: "inProgress",
  isSentBack: false,
  awaitsLeader: null,
  lastType: "handOver",
  actBy: new Date("2026-11-20T10:00:00Z"),
  stepDueAt: null as Date | null,
  remindedAt: null as Date | null,
};
const hour = 3_600_000;

describe("why a row stands where it stands", () => {
  it.each([
    ["late by law before all else", { actBy: new Date(now.getTime() - 3 * hour) }, { kind: "overdue", byMs: 3 * hour }],
    [
      "late at this step while the citizen's day is still ahead",
      { stepDueAt: new Date(now.getTime() - hour) },
      { kind: "step-overdue", byMs: hour },
    ],
    ["not late at the very moment", { actBy: now }, { kind: "today", at: now }],
    [
      "due today at three",
      { actBy: new Date("2026-11-16T08:00:00Z") },
      { kind: "today", at: new Date("2026-11-16T08:00:00Z") },
    ],
    [
      "the step ends today, by the city's day and not by Greenwich",
      { stepDueAt: new Date("2026-11-16T16:59:00Z") },
      { kind: "step-today", at: new Date("2026-11-16T16:59:00Z") },
    ],
    [
      "within a day, on another date",
      { actBy: new Date("2026-11-17T01:00:00Z") },
      { kind: "tomorrow", at: new Date("2026-11-17T01:00:00Z") },
    ],
    ["later", {}, { kind: "due", at: row.actBy }],
    ["the clock stands", { state: "awaitingSupplement", actBy: new Date(0) }, { kind: "waiting" }],
    ["a result nobody came for is nobody's delay", { state: "finished", actBy: new Date(0) }, { kind: "to-return" }],
    [
      "a result they were reminded of",
      { state: "finished", actBy: new Date(0), remindedAt: now },
      { kind: "uncollected", at: now },
    ],
  ])("%s", (_, change, time) => {
    expect(whyOf({ ...row, ...change }, now).time).toEqual(time);
  });

  it.each([
    [{ isSentBack: true, lastType: "giveGuidance" }, "sent-back"],
    [{ lastType: "supplement" }, "answered"],
    [{ lastType: "answerConsultation" }, "opinion-came"],
    [{ lastType: "permitSupplement" }, "supplement-permitted"],
    [{ awaitsLeader: "apology", isSentBack: true }, "apology-drafted"],
    [{ awaitsLeader: "supplement" }, "supplement-asked"],
    [{ state: "withdrawalRequested", awaitsLeader: "withdrawal" }, "withdrawal-asked"],
    [{}, null],
  ])("%o is told as %s", (change, happened) => {
    expect(whyOf({ ...row, ...change }, now).happened).toBe(happened);
  });
});
