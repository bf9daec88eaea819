import { describe, expect, it } from "vitest";
import type { DossierState } from "#features/dossiers/index.ts";
import { standingCharges } from "./charge.ts";
import { type FinanceStatus, financeOf, livePayments, type Payment, type Refund } from "./finance.ts";
import { aCharge, aPayment, approved, aRefund, declined, paidOut } from "./testing.ts";

type Case = {
  readonly charges?: readonly Parameters<typeof aCharge>[0][];
  readonly payments?: readonly Partial<Payment>[];
  readonly refunds?: readonly Partial<Refund>[];
  readonly state?: DossierState;
  readonly needsSetting?: boolean;
};

function finance({ charges = [{}], payments = [], refunds = [], state = "inProgress", needsSetting = false }: Case) {
  return financeOf({
    state,
    needsSetting,
    standing: standingCharges(
      [],
      charges.map((charge, at) => aCharge({ id: `c${at}`, ...charge })),
    ),
    payments: payments.map((payment, at) => aPayment({ id: `p${at}`, ...payment })),
    refunds: refunds.map((refund, at) => aRefund({ id: `r${at}`, ...refund })),
  });
}

const exempt = { relief: "exempt", reliefAmount: 100_000 } as const;
const all = { approval: approved, payout: paidOut };

describe("the finance status", () => {
  it.each<readonly [string, Case, FinanceStatus, number]>([
    ["nothing was set where a choice is needed", { charges: [], needsSetting: true }, "notSet", 0],
    ["nothing is owed", { charges: [] }, "nothingDue", 0],
    ["the fee chosen is nought", { charges: [{ unitAmount: 0 }] }, "nothingDue", 0],
    ["nothing was paid yet", {}, "due", 100_000],
    ["part was paid", { payments: [{ amount: 40_000 }] }, "partlyPaid", 60_000],
    ["all was paid", { payments: [{}] }, "paid", 0],
    ["all was paid in two parts", { payments: [{ amount: 40_000 }, { amount: 60_000 }] }, "paid", 0],
    ["more was paid", { payments: [{ amount: 150_000 }] }, "paid", 0],
    ["it was paid and taken back", { payments: [{}, { reverses: "p0" }] }, "due", 100_000],
    ["all was exempt", { charges: [exempt] }, "exempt", 0],
    ["an exemption waits for a leader", { charges: [{ ...exempt, reliefNeedsApproval: true }] }, "due", 100_000],
    [
      "part was exempt, the rest paid",
      { charges: [exempt, { unitAmount: 8000 }], payments: [{ amount: 8000 }] },
      "paid",
      0,
    ],
    [
      "it was reduced and paid",
      { charges: [{ relief: "reduced", reliefAmount: 50_000 }], payments: [{ amount: 50_000 }] },
      "paid",
      0,
    ],
    ["it was paid, then exempt, then given back", { charges: [exempt], payments: [{}], refunds: [all] }, "refunded", 0],
    ["it was paid, then exempt", { charges: [exempt], payments: [{}] }, "paid", 0],
    [
      "what was over was given back",
      { payments: [{ amount: 150_000 }], refunds: [{ amount: 50_000, ...all }] },
      "paid",
      0,
    ],
    ["a refund is only asked for", { state: "withdrawn", payments: [{}], refunds: [{}] }, "paid", 0],
    ["it was withdrawn unpaid", { state: "withdrawn" }, "nothingDue", 0],
    ["it was refused at intake", { state: "refused", charges: [], needsSetting: true }, "nothingDue", 0],
    ["it was withdrawn and given back", { state: "withdrawn", payments: [{}], refunds: [all] }, "refunded", 0],
    ["the result was returned unpaid", { state: "returned" }, "due", 100_000],
  ])("when %s", (_, given, status, outstanding) => {
    expect(finance(given)).toMatchObject({ status, outstanding });
  });

  it("adds up beyond a billion to the last đồng", () => {
    const given = finance({ charges: [{ unitAmount: 9_999_999_999_999 }], payments: [{ amount: 9_999_999_999_998 }] });

    expect(given).toMatchObject({ status: "partlyPaid", outstanding: 1, paid: 9_999_999_999_998 });
  });
});

describe("what may be given back", () => {
  it.each<readonly [string, Case, number, number]>([
    ["nothing of what is owed", { payments: [{}] }, 0, 0],
    ["what is over", { payments: [{ amount: 150_000 }] }, 50_000, 50_000],
    [
      "less what another refund claims",
      { payments: [{ amount: 150_000 }], refunds: [{ amount: 20_000 }] },
      50_000,
      30_000,
    ],
    [
      "less what an approved one claims",
      { payments: [{ amount: 150_000 }], refunds: [{ amount: 20_000, approval: approved }] },
      50_000,
      30_000,
    ],
    [
      "again what was declined",
      { payments: [{ amount: 150_000 }], refunds: [{ amount: 20_000, approval: declined }] },
      50_000,
      50_000,
    ],
    ["nothing twice", { payments: [{ amount: 150_000 }], refunds: [{ amount: 50_000, ...all }] }, 0, 0],
    ["all once the dossier was withdrawn", { state: "withdrawn", payments: [{}] }, 100_000, 100_000],
  ])("is %s", (_, given, over, refundable) => {
    expect(finance(given)).toMatchObject({ over, refundable });
  });
});

it("payments that were taken back are not among the live ones, nor is the row that took them back", () => {
  const rows = [aPayment({ id: "a" }), aPayment({ id: "b" }), aPayment({ id: "c", reverses: "a" })];

  expect(livePayments(rows).map(({ id }) => id)).toEqual(["b"]);
});
