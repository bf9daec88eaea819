import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ClockBar, type ClockStretch, clockTone } from "./clock-bar.tsx";

const receivedAt = new Date("2026-11-16T01:12:00Z");
const dueAt = new Date("2026-11-26T09:30:00Z");

function bar(limitMinutes: number, stretches: readonly ClockStretch[], finishedAt?: Date): string {
  return (
    ClockBar({ language: "vi", receivedAt, dueAt, limitMinutes, stretches, ...(finishedAt && { finishedAt }) })
      ?.markup ?? ""
  );
}

describe("the clock of a dossier", () => {
  it("says what is left and when it is due", () => {
    const markup = bar(960, [{ kind: "worked", minutes: 480 }]);

    expect(markup).toContain("Còn 1 ngày làm việc");
    expect(markup).toContain("16:30, 26/11/2026");
    expect(markup).not.toContain("Tạm dừng");
  });

  it("counts a pause neither as worked nor as left", () => {
    const markup = bar(960, [
      { kind: "worked", minutes: 240 },
      { kind: "paused", minutes: 4800 },
      { kind: "worked", minutes: 240 },
    ]);

    expect(markup).toContain("Còn 1 ngày làm việc");
    expect(markup).toContain("10 ngày làm việc");
  });

  it("says by how much it is late", () => {
    const markup = bar(480, [{ kind: "worked", minutes: 660 }]);

    expect(markup).toContain("Quá hạn 3 giờ làm việc");
    expect(markup).toContain("status-late");
  });

  it("shows when it ended instead of what is left once the city is done", () => {
    expect(bar(960, [{ kind: "worked", minutes: 480 }], new Date("2026-11-18T02:00:00Z"))).toContain(
      "09:00, 18/11/2026",
    );
  });

  it("never draws outside its frame, whatever happened", () => {
    const stretch = fc.record({ kind: fc.constantFrom("worked", "paused"), minutes: fc.nat(20_000) });

    fc.assert(
      fc.property(fc.nat(20_000), fc.array(stretch, { maxLength: 8 }), (limit, stretches) => {
        for (const [, x = "", width = ""] of bar(limit, stretches).matchAll(/ x="([^"]*)" y="0" width="([^"]*)"/g)) {
          expect(Number(x)).toBeGreaterThanOrEqual(-1.5);
          expect(Number(width)).toBeGreaterThanOrEqual(0);
          expect(Number(x) + Number(width)).toBeLessThanOrEqual(601.6);
        }
      }),
    );
  });

  it("is calm, then warns, then is late", () => {
    expect(clockTone(0, 480)).toBe("good");
    expect(clockTone(400, 480)).toBe("soon");
    expect(clockTone(480, 480)).toBe("soon");
    expect(clockTone(481, 480)).toBe("late");
  });
});
