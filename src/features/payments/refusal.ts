/** Every way a change of money is refused: how a program is answered, and in which words a person. */
import type { InputFault } from "#foundation/errors/index.ts";
import { formatMoney, type Language } from "#foundation/i18n/index.ts";
import type { DecideApprovalRefusal } from "./decide-approval.ts";
import type { RecordPaymentRefusal } from "./record-payment.ts";
import type { AskRefundRefusal, PayOutRefusal } from "./refund-money.ts";
import type { ReversePaymentRefusal } from "./reverse-payment.ts";
import type { SetChargeRefusal } from "./set-charge.ts";
import { paymentTexts } from "./texts/index.ts";

export type MoneyRefusal =
  | SetChargeRefusal
  | RecordPaymentRefusal
  | ReversePaymentRefusal
  | AskRefundRefusal
  | PayOutRefusal
  | DecideApprovalRefusal;

export const refusalStatus = {
  "not-theirs": 403,
  "needs-leader": 403,
  "own-request": 403,
  "unknown-payment": 404,
  "unknown-refund": 404,
  "nothing-to-approve": 404,
  erased: 409,
  closed: 409,
  "not-accepted": 409,
  "nothing-outstanding": 409,
  "more-than-outstanding": 409,
  "transfer-taken": 409,
  "already-reversed": 409,
  "given-back": 409,
  "more-than-over": 409,
  "not-approved": 409,
  "already-paid-out": 409,
  "already-decided": 409,
  "other-body": 422,
  input: 422,
} as const satisfies Record<MoneyRefusal["reason"], 403 | 404 | 409 | 422>;

export function refusalWords(refusal: MoneyRefusal, language: Language): string {
  const t = paymentTexts(language);
  switch (refusal.reason) {
    case "input":
      return refusal.faults.map((fault) => faultWords(fault, language)).join(". ");
    case "more-than-outstanding":
      return `${t.refusals[refusal.reason]} (${formatMoney(refusal.outstanding)})`;
    case "more-than-over":
      return `${t.refusals[refusal.reason]} (${formatMoney(refusal.refundable)})`;
    case "transfer-taken":
      return `${t.refusals[refusal.reason]} (${refusal.code})`;
    default:
      return t.refusals[refusal.reason];
  }
}

export function faultWords({ code }: Pick<InputFault, "code">, language: Language): string {
  const faults: Readonly<Record<string, string>> = paymentTexts(language).faults;
  return faults[code] ?? code;
}
