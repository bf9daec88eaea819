/** Shapes of what programs send about money; unknown fields are refused, all faults are named at once. */
import { type Static, type TSchema, Type } from "typebox";
import { Compile } from "typebox/compile";
import { shapeFaults } from "#features/dossiers/index.ts";
import { BadInputError } from "#foundation/errors/index.ts";
import { normaliseLine, normaliseText } from "#foundation/i18n/index.ts";
import { readReference } from "../check-payment.ts";

const strict = { additionalProperties: false };
const text = Type.String({ maxLength: 10_000 });
const uuid = Type.String({
  pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
});
/** Whole đồng. */
const amount = Type.Integer();
const method = Type.Union([Type.Literal("cash"), Type.Literal("transfer")]);
const reference = Type.String({ minLength: 1, maxLength: 100 });

export const chargeShape = Type.Object(
  {
    feeIndex: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
    name: Type.Optional(text),
    kind: Type.Optional(Type.Union([Type.Literal("fee"), Type.Literal("charge"), Type.Literal("obligation")])),
    legalBasis: Type.Optional(Type.String({ maxLength: 200 })),
    unitAmount: Type.Optional(amount),
    quantity: Type.Optional(Type.Integer()),
    timing: Type.Optional(Type.Union([Type.Literal("advance"), Type.Literal("later")])),
    relief: Type.Optional(
      Type.Object(
        { kind: Type.Union([Type.Literal("exempt"), Type.Literal("reduced")]), amount: Type.Optional(amount) },
        strict,
      ),
    ),
    reason: Type.Optional(text),
    replaces: Type.Optional(uuid),
    withdraw: Type.Optional(Type.Boolean()),
  },
  strict,
);

export const paymentShape = Type.Object(
  {
    method,
    amount,
    reference: Type.Optional(reference),
    paidAt: Type.Optional(
      Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?(Z|[+-]\\d{2}:\\d{2})$" }),
    ),
    payer: Type.Optional(text),
  },
  strict,
);

export const reversalShape = Type.Object({ reason: text }, strict);
export const refundShape = Type.Object({ amount, method, reason: text }, strict);
export const payoutShape = Type.Object({ reference: Type.Optional(reference) }, strict);
export const approvalShape = Type.Object({ approve: Type.Boolean(), reason: Type.Optional(text) }, strict);

export type ChargeBody = Static<typeof chargeShape>;
export type PaymentBody = Static<typeof paymentShape>;

function reader<const Shape extends TSchema>(shape: Shape): (body: unknown) => Static<Shape> {
  const check = Compile(shape);
  return (body) => {
    if (check.Check(body)) return body;
    throw new BadInputError("badInput", shapeFaults(check.Errors(body)), 400);
  };
}

export const readCharge = reader(chargeShape);
export const readPayment = reader(paymentShape);
export const readReversal = reader(reversalShape);
export const readRefund = reader(refundShape);
export const readPayout = reader(payoutShape);
export const readApproval = reader(approvalShape);

/** Words as they are kept: one form, nothing invisible; null when nothing is left. */
export function said(words: string | null | undefined): string | null {
  return normaliseText(words ?? "").toWellFormed() || null;
}

export function saidInLine(words: string | null | undefined): string | null {
  return normaliseLine(words ?? "").toWellFormed() || null;
}

export function saidReference(words: string | null | undefined): string | null {
  return readReference(normaliseLine(words ?? "")) || null;
}
