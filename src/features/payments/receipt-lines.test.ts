import fc from "fast-check";
import { expect, it } from "vitest";
import { standingCharges } from "./charge.ts";
import type { Payment } from "./finance.ts";
import { receiptLines } from "./receipt-lines.ts";
import { aCharge, aPayment } from "./testing.ts";

const standing = (...dues: readonly number[]) =>
  standingCharges(
    [],
    dues.map((due, at) => aCharge({ id: `c${at}`, name: `Phí ${at}`, unitAmount: due })),
  );
const paid = (...amounts: readonly number[]): readonly Payment[] =>
  amounts.map((amount, at) => aPayment({ id: `p${at}`, amount }));
const linesOf = (dues: readonly number[], amounts: readonly number[], at: number) => {
  const payments = paid(...amounts);
  return receiptLines({ standing: standing(...dues), payments }, payments[at] ?? aPayment(), "thừa").map(
    ({ name, amount }) => `${name}: ${amount}`,
  );
};

it.each<readonly [string, readonly number[], readonly number[], number, readonly string[]]>([
  ["all of one charge", [100], [100], 0, ["Phí 0: 100"]],
  ["both charges", [75, 1500], [1575], 0, ["Phí 0: 75", "Phí 1: 1500"]],
  ["the first part", [75, 1500], [100, 1475], 0, ["Phí 0: 75", "Phí 1: 25"]],
  ["the rest", [75, 1500], [100, 1475], 1, ["Phí 1: 1475"]],
  ["more than is owed", [100], [150], 0, ["Phí 0: 100", "thừa: 50"]],
  ["what is not owed at all", [], [50], 0, ["thừa: 50"]],
  ["after everything was paid", [100], [100, 20], 1, ["thừa: 20"]],
])("a receipt names %s", (_, dues, amounts, at, lines) => {
  expect(linesOf(dues, amounts, at)).toEqual(lines);
});

it("its lines add up to the payment, and those of all payments never exceed a charge", () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000_000 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(amounts, amounts, (dues, sums) => {
      const payments = paid(...sums);
      const charges = standing(...dues);
      const all = payments.map((payment) => receiptLines({ standing: charges, payments }, payment, "thừa"));

      all.forEach((lines, at) => {
        expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(sums[at]);
      });
      for (const { name, due } of charges) {
        const covered = all.flat().filter((line) => line.name === name);
        expect(covered.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(due);
      }
    }),
  );
});
