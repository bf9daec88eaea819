/**
 * What is owed for a dossier: from the fees of its pinned procedure version and from what officials set. Pure.
 *
 * One-stop-rules §12; 63/2010/NĐ-CP art. 8(2): fees are part of the published procedure, and art. 21(2): nobody owes what
 * is not. So an amount the version fixes cannot be typed anew, a sum beside it needs one of the version's legal bases, and
 * a relief the version does not grant needs a leader.
 */
import type { Fee } from "#features/catalogue/index.ts";
import type { InputFault } from "#foundation/errors/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import { isSum, times } from "./amount.ts";

export const chargeKinds = ["fee", "charge", "obligation"] as const;
/** Phí, lệ phí, or another financial obligation such as a land levy. */
export type ChargeKind = (typeof chargeKinds)[number];
export type Relief = "exempt" | "reduced";
/** Before the work begins, or when the result is fetched. */
export type Timing = "advance" | "later";

export const mostQuantity = 10_000;
export const longestReason = 1000;
export const longestName = 300;

/** What an official fixed: one row, never changed. */
export type Charge = {
  readonly id: string;
  readonly feeIndex: number | null;
  readonly kind: ChargeKind;
  readonly name: string;
  readonly legalBasis: string | null;
  readonly unitAmount: number;
  readonly quantity: number;
  readonly gross: number;
  readonly relief: Relief | null;
  readonly reliefAmount: number;
  readonly reliefNeedsApproval: boolean;
  readonly timing: Timing;
  readonly isWithdrawn: boolean;
  readonly replaces: string | null;
  readonly setBy: string;
  readonly unitId: number;
  readonly setAt: Date;
  /** Why this amount, this relief, this change; null when nothing was said, or once the person was erased. */
  readonly reason: string | null;
  /** What a leader said, when one was asked. */
  readonly approval: Approval | null;
};

export type Approval = {
  readonly isApproved: boolean;
  readonly decidedBy: string;
  readonly unitId: number;
  readonly decidedAt: Date;
  readonly reason: string | null;
};

export type ReliefState = "granted" | "awaiting" | "declined";

/** A charge as it counts now. */
export type StandingCharge = {
  /** Null: it follows from the version alone, nobody has set anything yet. */
  readonly id: string | null;
  readonly feeIndex: number | null;
  readonly kind: ChargeKind;
  readonly name: string;
  readonly legalBasis: string | null;
  readonly unitAmount: number;
  readonly quantity: number;
  readonly gross: number;
  readonly relief: { readonly kind: Relief; readonly amount: number; readonly state: ReliefState } | null;
  readonly due: number;
  readonly timing: Timing;
  readonly set: Charge | null;
};

/** "Phí thẩm định …" is a fee, "Lệ phí …" a charge; "Tiền sử dụng đất" is neither (Luật Phí và lệ phí 97/2015 art. 3). */
export function kindOfFee(name: string): ChargeKind {
  if (/^lệ phí/i.test(name)) return "charge";
  return /^(?:phí|không thu)/i.test(name) ? "fee" : "obligation";
}

/** Whether the published fee itself frees somebody: its note says for whom. Anything more is a leader's to grant. */
export function grantsExemption(fee: Pick<Fee, "note">): boolean {
  return fee.note !== null && /(?:^|\s)miễn(?:\s|$)/i.test(fee.note);
}

/** The version's one fee that is owed without anybody's choice: the only one it has, of a fixed amount above nought. */
export function impliedFee(fees: readonly Fee[]): number | undefined {
  const [only, ...others] = fees;
  return only !== undefined && others.length === 0 && (only.amountVnd ?? 0) > 0 ? 0 : undefined;
}

/** An official has to choose among fees or find an amount before anything is owed. */
export function needsSetting(fees: readonly Fee[], charges: readonly Charge[]): boolean {
  if (charges.some((charge) => charge.feeIndex !== null)) return false;
  return impliedFee(fees) === undefined && fees.some((fee) => fee.amountVnd !== 0);
}

/** The charges that count now, the version's own first: corrected ones give way to their corrections. */
export function standingCharges(fees: readonly Fee[], charges: readonly Charge[]): readonly StandingCharge[] {
  const replaced = new Set(charges.map((charge) => charge.replaces));
  const set = charges.filter((charge) => !replaced.has(charge.id) && !charge.isWithdrawn).map(standing);
  const implied = impliedFee(fees);
  const fee = implied === undefined ? undefined : fees[implied];
  if (implied === undefined || fee === undefined || charges.some((charge) => charge.feeIndex === implied)) return set;
  const amount = fee.amountVnd ?? 0;
  return [
    {
      id: null,
      feeIndex: implied,
      kind: kindOfFee(fee.name),
      name: fee.name,
      legalBasis: null,
      unitAmount: amount,
      quantity: 1,
      gross: amount,
      relief: null,
      due: amount,
      timing: "advance",
      set: null,
    },
    ...set,
  ];
}

function standing(charge: Charge): StandingCharge {
  const { id, feeIndex, kind, name, legalBasis, unitAmount, quantity, gross, relief, reliefAmount, timing } = charge;
  const state = reliefState(charge);
  return {
    id,
    feeIndex,
    kind,
    name,
    legalBasis,
    unitAmount,
    quantity,
    gross,
    relief: relief === null ? null : { kind: relief, amount: reliefAmount, state },
    due: relief !== null && state === "granted" ? gross - reliefAmount : gross,
    timing,
    set: charge,
  };
}

function reliefState({ reliefNeedsApproval, approval }: Charge): ReliefState {
  if (!reliefNeedsApproval) return "granted";
  if (approval === null) return "awaiting";
  return approval.isApproved ? "granted" : "declined";
}

/** What an official asks to be set. */
export type ChargeInput = {
  readonly feeIndex: number | null;
  readonly name: string | null;
  readonly kind: ChargeKind | null;
  readonly legalBasis: string | null;
  readonly unitAmount: number | null;
  readonly quantity: number;
  readonly timing: Timing;
  readonly relief: { readonly kind: Relief; readonly amount: number | null } | null;
  readonly reason: string | null;
  readonly replaces: string | null;
  readonly withdraw: boolean;
};

export type NewCharge = Pick<
  Charge,
  | "feeIndex"
  | "kind"
  | "name"
  | "legalBasis"
  | "unitAmount"
  | "quantity"
  | "relief"
  | "reliefAmount"
  | "reliefNeedsApproval"
  | "timing"
  | "isWithdrawn"
  | "replaces"
  | "reason"
>;

export type ChargeFacts = {
  readonly fees: readonly Fee[];
  /** Numbers of the texts the procedure rests on. */
  readonly legalBasis: readonly string[];
  readonly charges: readonly Charge[];
};

/** Whether this may be set, and as what. All faults at once, each at its field. */
export function checkCharge(input: ChargeInput, facts: ChargeFacts): Result<NewCharge, readonly InputFault[]> {
  const faults: InputFault[] = [];
  const fault = (path: string, code: string) => faults.push({ path, code, message: "" });

  const standing = standingCharges(facts.fees, facts.charges);
  const replaced = standing.find(({ id }) => id !== null && id === input.replaces);
  if (input.replaces !== null && replaced === undefined) fault("replaces", "unknownCharge");
  if (input.withdraw) return withdrawal(input, replaced, standing, faults);

  const fee = input.feeIndex === null ? undefined : facts.fees[input.feeIndex];
  const what = fee === undefined ? ownGround(input, facts, fault) : publishedGround(input, fee, standing, fault);
  if (input.feeIndex !== null && fee === undefined) fault("feeIndex", "unknownFee");

  const { quantity } = input;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > mostQuantity) fault("quantity", "quantity");
  const { unitAmount } = what;
  if (!isSum(unitAmount)) fault("unitAmount", "amount");
  const gross = faults.length > 0 ? 0 : (times(unitAmount, quantity) ?? -1);
  if (gross < 0) fault("quantity", "tooMuch");

  const relief = checkRelief(input, gross, fault);
  const needsReason = input.relief !== null || input.replaces !== null || fee?.amountVnd === null;
  checkReason(input.reason, needsReason, fault);
  if (faults.length > 0) return refused(faults);
  return accepted({
    ...what,
    feeIndex: input.feeIndex,
    quantity,
    relief: input.relief?.kind ?? null,
    reliefAmount: relief,
    reliefNeedsApproval: input.relief !== null && !(input.relief.kind === "exempt" && fee && grantsExemption(fee)),
    timing: input.timing,
    isWithdrawn: false,
    replaces: input.replaces,
    reason: input.reason,
  });
}

type AddFault = (path: string, code: string) => void;

/** A fee of the version: its amount is the version's wherever that names one. */
function publishedGround(input: ChargeInput, fee: Fee, standing: readonly StandingCharge[], fault: AddFault) {
  const isThere = standing.some(
    ({ id, feeIndex }) => id !== null && feeIndex === input.feeIndex && id !== input.replaces,
  );
  if (isThere) fault("feeIndex", "alreadySet");
  if (fee.amountVnd === null && input.unitAmount === null) fault("unitAmount", "missing");
  if (fee.amountVnd !== null && input.unitAmount !== null && input.unitAmount !== fee.amountVnd)
    fault("unitAmount", "amountFixed");
  if (input.legalBasis !== null) fault("legalBasis", "ofTheVersion");
  return {
    name: fee.name,
    kind: kindOfFee(fee.name),
    legalBasis: null,
    unitAmount: fee.amountVnd ?? input.unitAmount ?? 0,
  };
}

/** A sum beside the published fees: named, of a kind, and on a legal text the procedure rests on. */
function ownGround(input: ChargeInput, facts: ChargeFacts, fault: AddFault) {
  const name = input.name ?? "";
  if (input.feeIndex === null) {
    if (name === "") fault("name", "missing");
    if (name.length > longestName) fault("name", "tooLong");
    if (input.kind === null) fault("kind", "missing");
    if (input.legalBasis === null) fault("legalBasis", "missing");
    else if (!facts.legalBasis.includes(input.legalBasis)) fault("legalBasis", "unknownLegalBasis");
    if (input.unitAmount === null) fault("unitAmount", "missing");
    if (input.unitAmount === 0) fault("unitAmount", "nothing");
  }
  return { name, kind: input.kind ?? "fee", legalBasis: input.legalBasis, unitAmount: input.unitAmount ?? 0 };
}

function checkRelief({ relief }: ChargeInput, gross: number, fault: AddFault): number {
  if (relief === null || gross < 0) return 0;
  if (gross === 0) fault("relief", "nothingToRelieve");
  if (relief.kind === "exempt") return gross;
  const amount = relief.amount ?? 0;
  if (relief.amount === null) fault("reliefAmount", "missing");
  else if (!isSum(amount) || amount === 0) fault("reliefAmount", "amount");
  else if (amount >= gross && gross > 0) fault("reliefAmount", "reliefTooMuch");
  return amount;
}

function checkReason(reason: string | null, isNeeded: boolean, fault: AddFault): void {
  if (isNeeded && reason === null) fault("reason", "missing");
  if (reason !== null && reason.length > longestReason) fault("reason", "tooLong");
}

/** Taking back is for what should never have been set. Freeing somebody of a published fee is a relief, and is asked for. */
function withdrawal(
  input: ChargeInput,
  replaced: StandingCharge | undefined,
  standing: readonly StandingCharge[],
  faults: readonly InputFault[],
): Result<NewCharge, readonly InputFault[]> {
  const found: InputFault[] = [...faults];
  const fault: AddFault = (path, code) => found.push({ path, code, message: "" });
  if (input.replaces === null) fault("replaces", "missing");
  checkReason(input.reason, true, fault);
  const published = standing.filter(({ feeIndex }) => feeIndex !== null);
  if (replaced !== undefined && replaced.feeIndex !== null && replaced.gross > 0 && published.length < 2)
    fault("withdraw", "lastPublished");
  if (found.length > 0 || replaced === undefined) return refused(found);
  return accepted({
    feeIndex: replaced.feeIndex,
    kind: replaced.kind,
    name: replaced.name,
    legalBasis: replaced.legalBasis,
    unitAmount: replaced.unitAmount,
    quantity: replaced.quantity,
    relief: null,
    reliefAmount: 0,
    reliefNeedsApproval: false,
    timing: replaced.timing,
    isWithdrawn: true,
    replaces: input.replaces,
    reason: input.reason,
  });
}
