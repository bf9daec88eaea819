import { describe, expect, it } from "vitest";
import type { Payment, Refund } from "./finance.ts";
import { keptOf, receiptsTouched } from "./receipts-after-refund.ts";

const day = (of: number) => new Date(Date.UTC(2026, 10, of));
const payment = (id: string, amount: number, on: number, reverses: string | null = null): Payment => ({
  id,
  method: "cash",
  amount,
  paidAt: day(on),
  recordedAt: day(on),
  recordedBy: "lan",
  unitId: 1,
  reference: null,
  reverses,
  payer: null,
  reason: null,
});
const refund = (id: string, amount: number, on: number | null): Refund => ({
  id,
  method: "cash",
  amount,
  askedAt: day(1),
  askedBy: "lan",
  unitId: 1,
  reason: null,
  approval: null,
  payout: on === null ? null : { paidAt: day(on), paidBy: "lan", unitId: 1, reference: null },
});

describe("receipts after money is given back", () => {
  it("are cancelled when all of it went back, and replaced by one for the rest when a part did", () => {
    const payments = [payment("first", 50_000, 2), payment("second", 30_000, 3)];

    const touched = receiptsTouched(payments, [], [refund("r", 45_000, 4)]);

    expect(touched.map(({ payment: { id }, kept }) => [id, kept])).toEqual([
      ["first", 35_000],
      ["second", 0],
    ]);
  });

  it("stay as they are while a refund is only asked for", () => {
    expect(receiptsTouched([payment("first", 50_000, 2)], [], [refund("r", 50_000, null)])).toEqual([]);
  });

  it("of payments that came after a refund are not touched by it, nor those of payments that were taken back", () => {
    const payments = [payment("first", 50_000, 2), payment("wrong", 9_000, 2), payment("undo", 9_000, 2, "wrong")];
    const later = [...payments, payment("later", 10_000, 6)];

    expect([...keptOf(later, [refund("r", 20_000, 4)])]).toEqual([
      ["first", 30_000],
      ["later", 10_000],
    ]);
  });

  it("are touched once by each refund, also beyond a billion", () => {
    const payments = [payment("first", 3_000_000_000, 2)];
    const first = refund("r1", 1_000_000_000, 3);

    const touched = receiptsTouched(payments, [first], [first, refund("r2", 2_000_000_000, 4)]);

    expect(touched.map(({ kept }) => kept)).toEqual([0]);
  });
});
