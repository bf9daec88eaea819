import type { Official } from "#features/identity/index.ts";
import type { InputFault } from "#foundation/errors/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import { type Charge, type ChargeInput, checkCharge } from "./charge.ts";
import { isOwed } from "./finance.ts";
import { type Done, type HandlingRefusal, handleMoney, type MoneyDeps, readRepeat } from "./handle-money.ts";
import { insertCharge } from "./queries.ts";

export type SetChargeRefusal =
  | HandlingRefusal
  | { readonly reason: "closed" }
  | { readonly reason: "other-body" }
  | { readonly reason: "input"; readonly faults: readonly InputFault[] };

/** Fixes what is owed: a fee of the version chosen and counted, a sum beside it, a relief, or a correction of these. */
export async function setCharge(
  deps: MoneyDeps,
  by: Official,
  dossierId: string,
  id: string,
  input: ChargeInput,
): Promise<Result<Done, SetChargeRefusal>> {
  return handleMoney<Done, SetChargeRefusal>(deps, by, "setCharge", dossierId, async (at) => {
    const { tx, dossier, money, now } = at;
    const repeat = await readRepeat(
      at,
      "charge",
      id,
      money.charges,
      (row) => row.setBy === by.accountId && isAs(row, input),
    );
    if (repeat === "repeated") return accepted({ isNew: false });
    if (repeat === "other-body") return refused({ reason: "other-body" });
    if (!isOwed(dossier.state)) return refused({ reason: "closed" });
    const { definition } = deps.catalogue().getById(dossier.procedureVersionId);
    const checked = checkCharge(input, {
      fees: money.fees,
      legalBasis: definition.legalBasis.map(({ number }) => number),
      charges: money.charges,
    });
    if (!checked.ok) return refused({ reason: "input", faults: checked.refusal });
    const { reason, ...charge } = checked.value;
    const isNew = await insertCharge(tx, {
      ...charge,
      id,
      dossierId,
      setBy: by.accountId,
      unitId: dossier.receivingUnitId,
      setAt: now,
      sealed: at.seal("charge", id, reason === null ? {} : { reason }),
    });
    return isNew ? accepted({ isNew }) : refused({ reason: "other-body" });
  });
}

/** Whether a row is what this request asked for. What the version fixes need not have been said. */
function isAs(row: Charge, input: ChargeInput): boolean {
  if (row.replaces !== input.replaces || row.reason !== input.reason) return false;
  if (input.withdraw || row.isWithdrawn) return input.withdraw === row.isWithdrawn;
  return (
    row.feeIndex === input.feeIndex &&
    row.quantity === input.quantity &&
    row.timing === input.timing &&
    (input.unitAmount === null || row.unitAmount === input.unitAmount) &&
    (input.feeIndex !== null || (row.name === input.name && row.kind === input.kind)) &&
    row.legalBasis === input.legalBasis &&
    row.relief === (input.relief?.kind ?? null) &&
    (input.relief?.kind !== "reduced" || row.reliefAmount === input.relief.amount)
  );
}
