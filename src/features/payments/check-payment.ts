/**
 * Which money an official may write down. Cash is taken only for what is owed, and not before the dossier was accepted
 * (61/2018/NĐ-CP arts 17, 22). A transfer has come in already, whatever the dossier's state: it is written down as it is,
 * and what is over is given back. Pure.
 */
import type { InputFault } from "#foundation/errors/index.ts";
import { isSum } from "./amount.ts";
import { type Finance, isOwed, type Method } from "./finance.ts";
import type { DossierFacts } from "./queries.ts";

export type PaymentInput = {
  readonly method: Method;
  readonly amount: number;
  readonly reference: string | null;
  /** Null: now. */
  readonly paidAt: Date | null;
  /** Null: the owner of the dossier. */
  readonly payer: string | null;
};

export type PaymentFault =
  | { readonly reason: "input"; readonly faults: readonly InputFault[] }
  | { readonly reason: "not-accepted" }
  | { readonly reason: "closed" }
  | { readonly reason: "nothing-outstanding" }
  | { readonly reason: "more-than-outstanding"; readonly outstanding: number };

export const longestPayer = 300;
export const referencePattern = /^[0-9A-Z][0-9A-Z./_-]{2,63}$/;

/** The bank's number of a transfer as it is kept: capitals, no spaces. */
export function readReference(typed: string): string {
  return typed.normalize("NFC").replace(/\s+/g, "").toUpperCase();
}

export function checkPayment(
  input: PaymentInput,
  {
    dossier,
    finance,
    now,
  }: { dossier: Pick<DossierFacts, "state" | "acceptedAt" | "submittedAt">; finance: Finance; now: Date },
): PaymentFault | null {
  const faults = inputFaults(input, dossier.submittedAt, now);
  if (faults.length > 0) return { reason: "input", faults };
  if (input.method === "transfer") return null;
  if (!isOwed(dossier.state)) return { reason: "closed" };
  if (dossier.acceptedAt === null) return { reason: "not-accepted" };
  if (finance.outstanding === 0) return { reason: "nothing-outstanding" };
  if (input.amount > finance.outstanding) return { reason: "more-than-outstanding", outstanding: finance.outstanding };
  return null;
}

function inputFaults(input: PaymentInput, submittedAt: Date, now: Date): readonly InputFault[] {
  const faults: InputFault[] = [];
  const fault = (path: string, code: string) => faults.push({ path, code, message: "" });
  const { method, amount, reference, paidAt, payer } = input;
  if (!isSum(amount)) fault("amount", "amount");
  else if (amount === 0) fault("amount", "nothing");
  if (method === "cash" && reference !== null) fault("reference", "notForCash");
  if (method === "transfer" && reference === null) fault("reference", "missing");
  if (method === "transfer" && reference !== null && !referencePattern.test(reference)) fault("reference", "reference");
  if (method === "cash" && paidAt !== null) fault("paidAt", "notForCash");
  if (paidAt !== null && paidAt > now) fault("paidAt", "inTheFuture");
  if (paidAt !== null && paidAt < submittedAt) fault("paidAt", "beforeSubmission");
  if (payer !== null && payer.length > longestPayer) fault("payer", "tooLong");
  return faults;
}
