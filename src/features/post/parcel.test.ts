import { describe, expect, it } from "vitest";
import { newsDayFault, readTrackingNumber, stateOf } from "./parcel.ts";

describe("a tracking number", () => {
  it.each([
    ["EE123456785VN", { number: "EE123456785VN" }],
    [" ee 123 456 785 vn ", { number: "EE123456785VN" }],
    ["EE123456786VN", { fault: "checkDigit" }],
    ["VNPOST20261123", { number: "VNPOST20261123" }],
    ["", { fault: "missing" }],
    ["   ", { fault: "missing" }],
    ["1234567", { fault: "form" }],
    ["ABCDEFGHIJ", { fault: "form" }],
    ["EE123456785VN<script>", { fault: "form" }],
    ["１２３４５６７８", { number: "12345678" }],
    ["9".repeat(21), { fault: "form" }],
  ])("%j is read as %j", (typed, read) => {
    expect(readTrackingNumber(typed)).toEqual(read);
  });
});

describe("a parcel", () => {
  it("stands where its last news put it, in whatever order they are read", () => {
    expect(stateOf([])).toBe("prepared");
    expect(stateOf([{ state: "handedOver", happenedOn: "2026-11-23" }])).toBe("handedOver");
    expect(
      stateOf([
        { state: "delivered", happenedOn: "2026-11-24" },
        { state: "handedOver", happenedOn: "2026-11-23" },
      ]),
    ).toBe("delivered");
  });

  it("arrives no earlier than it was handed over and no later than today", () => {
    expect(newsDayFault("2026-11-23", "2026-11-23", "2026-11-24")).toBeNull();
    expect(newsDayFault("2026-11-22", "2026-11-23", "2026-11-24")).toBe("beforeHandOver");
    expect(newsDayFault("2026-11-25", "2026-11-23", "2026-11-24")).toBe("inFuture");
    expect(newsDayFault(undefined, "2026-11-23", "2026-11-24")).toBe("missing");
  });
});
