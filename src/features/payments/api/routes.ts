import { randomUUID } from "node:crypto";
import { type Dossier, isUuid, seen } from "#features/dossiers/index.ts";
import { listAccountNames, type Official, type Page, type Routes, type Visitor } from "#features/identity/index.ts";
import { BadInputError, ForbiddenError, NotFoundError } from "#foundation/errors/index.ts";
import { problemResponse, problemWords, readJson } from "#foundation/http/index.ts";
import type { Result } from "#foundation/result/index.ts";
import type { ChargeInput } from "../charge.ts";
import { decideApproval } from "../decide-approval.ts";
import type { PaymentDeps } from "../deps.ts";
import type { Done } from "../handle-money.ts";
import { moneyActs } from "../may.ts";
import { type Money, moneyOf } from "../money.ts";
import { paymentPaths } from "../paths.ts";
import { recordPayment } from "../record-payment.ts";
import { askRefund, payOutRefund } from "../refund-money.ts";
import { faultWords, type MoneyRefusal, refusalStatus, refusalWords } from "../refusal.ts";
import { reversePayment } from "../reverse-payment.ts";
import { setCharge } from "../set-charge.ts";
import { transferOffer } from "../transfer-offer.ts";
import { moneyDocument } from "./documents.ts";
import {
  type ChargeBody,
  readApproval,
  readCharge,
  readPayment,
  readPayout,
  readRefund,
  readReversal,
  said,
  saidInLine,
  saidReference,
} from "./shapes.ts";

export function declarePaymentsApi(routes: Routes, deps: PaymentDeps): void {
  routes.post(paymentPaths.apiCharges.pattern, { allow: moneyActs.setCharge, record: "charge.set" }, async (c) => {
    const { by, dossier, id } = await begin(c, c.req.param("code"));
    return answer(
      c,
      dossier,
      await setCharge(deps, by, dossier.id, id, chargeInput(readCharge(await readJson(c.req.raw)))),
    );
  });

  routes.post(
    paymentPaths.apiPayments.pattern,
    { allow: moneyActs.recordPayment, record: "payment.record" },
    async (c) => {
      const { by, dossier, id } = await begin(c, c.req.param("code"));
      const body = readPayment(await readJson(c.req.raw));
      const done = await recordPayment(deps, by, dossier.id, id, {
        method: body.method,
        amount: body.amount,
        reference: saidReference(body.reference),
        paidAt: instantOf(body.paidAt),
        payer: saidInLine(body.payer),
      });
      return answer(c, dossier, done);
    },
  );

  routes.post(
    paymentPaths.apiReversal.pattern,
    { allow: moneyActs.reversePayment, record: "payment.reverse" },
    async (c) => {
      const { by, dossier, id } = await begin(c, c.req.param("code"));
      const { reason } = readReversal(await readJson(c.req.raw));
      const payment = c.req.param("payment").toLowerCase();
      return answer(c, dossier, await reversePayment(deps, by, dossier.id, id, payment, said(reason)));
    },
  );

  routes.post(paymentPaths.apiRefunds.pattern, { allow: moneyActs.askRefund, record: "refund.ask" }, async (c) => {
    const { by, dossier, id } = await begin(c, c.req.param("code"));
    const { amount, method, reason } = readRefund(await readJson(c.req.raw));
    return answer(c, dossier, await askRefund(deps, by, dossier.id, id, { amount, method, reason: said(reason) }));
  });

  routes.post(paymentPaths.apiPayout.pattern, { allow: moneyActs.payOut, record: "refund.payOut" }, async (c) => {
    const { by, dossier } = await begin(c, c.req.param("code"), false);
    const { reference } = readPayout(await readJson(c.req.raw));
    const refund = c.req.param("refund").toLowerCase();
    return answer(c, dossier, await payOutRefund(deps, by, dossier.id, refund, saidReference(reference)));
  });

  routes.post(paymentPaths.apiApproval.pattern, { allow: moneyActs.approve, record: "payment.approve" }, async (c) => {
    const { by, dossier } = await begin(c, c.req.param("code"), false);
    const { approve, reason } = readApproval(await readJson(c.req.raw));
    const subject = c.req.param("subject").toLowerCase();
    const decision = { isApproved: approve, reason: said(reason) };
    return answer(c, dossier, await decideApproval(deps, by, dossier.id, subject, decision));
  });

  /** Who asks, about which dossier, and the id the client made before its first try. */
  async function begin(c: Page, code: string, needsKey = true) {
    const by = official(c.get("visitor"));
    const key = c.req.header("idempotency-key") ?? "";
    if (needsKey && !isUuid(key))
      throw new BadInputError("idempotencyKey", [{ path: "Idempotency-Key", code: "uuid", message: "a UUID" }], 400);
    const dossier = await seen(deps.dossiers, by, code);
    return { by, dossier, id: needsKey ? key.toLowerCase() : randomUUID() };
  }

  async function answer(c: Page, dossier: Dossier, done: Result<Done, MoneyRefusal>): Promise<Response> {
    if (!done.ok) return refuseMoney(c, done.refusal);
    return c.json(await moneyDocumentOf(deps, dossier, c.get("visitor")), done.value.isNew ? 201 : 200);
  }
}

export async function moneyDocumentOf(deps: PaymentDeps, dossier: Dossier, visitor: Visitor, known?: Money) {
  const { db } = deps.database;
  const organisation = deps.organisation();
  const money = known ?? (await moneyOf({ ...deps, db }, dossier));
  const unitCode = organisation.getById(dossier.receivingUnitId).code;
  return moneyDocument(money, transferOffer(dossier, money.finance, unitCode, deps.accounts), {
    organisation,
    names: visitor.kind === "official" ? await namesIn(deps, money) : null,
  });
}

/** The names of everybody who did something with the money. */
export async function namesIn(deps: Pick<PaymentDeps, "database">, money: Money): Promise<ReadonlyMap<string, string>> {
  const ids = [
    ...money.charges.flatMap(({ setBy, approval }) => [setBy, approval?.decidedBy]),
    ...money.payments.map(({ recordedBy }) => recordedBy),
    ...money.refunds.flatMap(({ askedBy, approval, payout }) => [askedBy, approval?.decidedBy, payout?.paidBy]),
  ];
  return listAccountNames(
    deps.database.db,
    ids.filter((id) => id !== undefined),
  );
}

export function official(visitor: Visitor): Official {
  if (visitor.kind !== "official") throw new ForbiddenError("Only officials handle money");
  return visitor;
}

function chargeInput(body: ChargeBody): ChargeInput {
  return {
    feeIndex: body.feeIndex ?? null,
    name: saidInLine(body.name),
    kind: body.kind ?? null,
    legalBasis: saidInLine(body.legalBasis),
    unitAmount: body.unitAmount ?? null,
    quantity: body.quantity ?? 1,
    timing: body.timing ?? "advance",
    relief: body.relief === undefined ? null : { kind: body.relief.kind, amount: body.relief.amount ?? null },
    reason: said(body.reason),
    replaces: body.replaces?.toLowerCase() ?? null,
    withdraw: body.withdraw ?? false,
  };
}

function instantOf(text: string | undefined): Date | null {
  if (text === undefined) return null;
  const at = new Date(text);
  if (Number.isNaN(at.getTime()))
    throw new BadInputError("badInput", [{ path: "/paidAt", code: "instant", message: text }], 400);
  return at;
}

function refuseMoney(c: Page, refusal: MoneyRefusal): Response {
  if (refusal.reason === "input") {
    throw new BadInputError(
      "badInput",
      refusal.faults.map((fault) => ({
        path: `/${fault.path}`,
        code: fault.code,
        message: `${faultWords(fault, "vi")} / ${faultWords(fault, "en")}`,
      })),
    );
  }
  if (refusal.reason === "other-body") throw new BadInputError("otherBody", [], 422);
  if (refusal.reason === "not-theirs") throw new ForbiddenError(refusal.reason);
  const status = refusalStatus[refusal.reason];
  if (status === 404) throw new NotFoundError(refusal.reason, c.req.path);
  const { reason, ...facts } = refusal;
  return problemResponse({
    ...facts,
    type: `/problems/${reason}`,
    title: problemWords(status === 403 ? "forbidden" : "conflict").title,
    status,
    detail: `${refusalWords(refusal, "vi")} / ${refusalWords(refusal, "en")}`,
    requestId: c.get("requestId"),
  });
}
