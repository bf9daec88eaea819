/** What the forms of the fee page sent, as the use cases want it. What cannot be read becomes a fault at its box. */
import { isUuid } from "#features/dossiers/index.ts";
import { BadInputError, type InputFault } from "#foundation/errors/index.ts";
import { readDay } from "#foundation/i18n/index.ts";
import { readAmount } from "../amount.ts";
import { said, saidInLine, saidReference } from "../api/shapes.ts";
import { type ChargeInput, type ChargeKind, chargeKinds } from "../charge.ts";
import type { PaymentInput } from "../check-payment.ts";
import { type Method, methods } from "../finance.ts";
import type { RefundInput } from "../refund-money.ts";

/** The id the page made for the row; a form without one was not ours. */
export function idOf(form: URLSearchParams): string {
  const id = form.get("id") ?? "";
  if (!isUuid(id)) throw new BadInputError("badInput", [{ path: "id", code: "uuid", message: "a UUID" }], 400);
  return id.toLowerCase();
}

/** Null: nothing was typed. Not a number: what was typed is no amount, which every rule refuses at its box. */
function amountOf(form: URLSearchParams, name: string): number | null {
  const typed = form.getAll(name).find((value) => value.trim() !== "") ?? "";
  return typed === "" ? null : (readAmount(typed) ?? Number.NaN);
}

export function readChargeForm(form: URLSearchParams): ChargeInput {
  const fee = form.get("feeIndex") ?? "";
  const isPublished = /^\d{1,3}$/.test(fee);
  const relief = form.get("relief");
  const quantity = (form.get("quantity") ?? "").trim();
  return {
    feeIndex: isPublished ? Number(fee) : null,
    name: isPublished ? null : saidInLine(form.get("name")),
    kind: isPublished ? null : kindOf(form.get("kind")),
    legalBasis: isPublished ? null : saidInLine(form.get("legalBasis")),
    unitAmount: amountOf(form, "unitAmount"),
    quantity: quantity === "" ? 1 : /^\d{1,6}$/.test(quantity) ? Number(quantity) : Number.NaN,
    timing: form.get("timing") === "later" ? "later" : "advance",
    relief:
      relief === "exempt"
        ? { kind: relief, amount: null }
        : relief === "reduced"
          ? { kind: relief, amount: amountOf(form, "reliefAmount") }
          : null,
    reason: said(form.get("reason")),
    replaces: form.get("replaces")?.toLowerCase() || null,
    withdraw: form.get("withdraw") === "yes",
  };
}

/** Neither a fee nor "something else" was chosen: then nothing else of the form can be judged. */
export function chargeFormFault(form: URLSearchParams): InputFault | null {
  const isChosen = form.get("feeIndex") !== null || form.get("withdraw") === "yes";
  return isChosen ? null : { path: "feeIndex", code: "choice", message: "" };
}

export type PaymentFormRead = { readonly input: PaymentInput; readonly fault: InputFault | null };

/** What belongs to a transfer only counts for one, so that a box left filled in does not stop a cash payment. */
export function readPaymentForm(form: URLSearchParams, now: Date): PaymentFormRead {
  const method = methodOf(form.get("method"));
  const isTransfer = method === "transfer";
  const typedDay = (form.get("paidAt") ?? "").trim();
  const day = typedDay === "" || !isTransfer ? undefined : readDay(typedDay);
  const isUnreadable = isTransfer && typedDay !== "" && day === undefined;
  return {
    input: {
      method,
      amount: amountOf(form, "amount") ?? 0,
      reference: isTransfer ? saidReference(form.get("reference")) : null,
      paidAt: day === undefined ? null : endOfDayOrNow(day, now),
      payer: saidInLine(form.get("payer")),
    },
    fault: isUnreadable ? { path: "paidAt", code: "day", message: "" } : null,
  };
}

/** A day without a time: its end, so that it is not before the dossier; of today: now. A later day stays in the future. */
function endOfDayOrNow(day: string, now: Date): Date {
  const begin = new Date(`${day}T00:00:00+07:00`);
  const end = new Date(begin.getTime() + 24 * 3_600_000 - 1);
  return begin <= now && now <= end ? now : end;
}

export function readRefundForm(form: URLSearchParams): RefundInput {
  return {
    amount: amountOf(form, "amount") ?? 0,
    method: methodOf(form.get("method")),
    reason: said(form.get("reason")),
  };
}

function methodOf(text: string | null): Method {
  return methods.find((method) => method === text) ?? "cash";
}

function kindOf(text: string | null): ChargeKind | null {
  return chargeKinds.find((kind) => kind === text) ?? null;
}
