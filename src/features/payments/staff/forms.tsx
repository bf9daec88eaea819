/** The forms of the fee page. Each carries the id its row will have, made when the page was, so that two presses are one. */
import { randomUUID } from "node:crypto";
import type { InputFault } from "#foundation/errors/index.ts";
import { formatMoney, type Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Button } from "#ui/button/button.tsx";
import { Radios } from "#ui/choices/choices.tsx";
import type { Fault } from "#ui/error-summary/error-summary.tsx";
import { DayInput, MoneyInput, Textarea, TextInput } from "#ui/text-input/text-input.tsx";
import { longestReason } from "../charge.ts";
import { longestPayer } from "../check-payment.ts";
import { methods } from "../finance.ts";
import { paymentPaths } from "../paths.ts";
import { faultWords } from "../refusal.ts";
import { paymentTexts } from "../texts/index.ts";

/** A form that was sent back: which one, what was typed, what is wrong with it. */
export type Failed = {
  readonly form: string;
  readonly typed: URLSearchParams;
  readonly faults: readonly InputFault[];
};

export type FormProps = {
  readonly code: string;
  readonly language: Language;
  readonly failed: Failed | undefined;
};

/** What one form needs: what was typed into it, the words at each box, its id. */
export function formState(form: string, prefix: string, { failed, language }: Pick<FormProps, "failed" | "language">) {
  const given = failed?.form === form ? failed : undefined;
  const isMine = given !== undefined;
  return {
    isMine,
    id: given?.typed.get("id") ?? randomUUID(),
    value: (name: string, otherwise?: string) => given?.typed.get(name) ?? otherwise,
    box: (name: string) => `${prefix}-${name}`,
    error: (name: string) => {
      const fault = given?.faults.find(({ path }) => path === name);
      return fault && faultWords(fault, language);
    },
  };
}

/** The faults of the form that failed, leading to its boxes. */
export function summaryOf(failed: Failed, prefix: string, language: Language): readonly Fault[] {
  return failed.faults.map((fault) => ({ fieldId: `${prefix}-${fault.path}`, message: faultWords(fault, language) }));
}

export function HiddenFields({ fields }: { readonly fields: Readonly<Record<string, string>> }) {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

export function ReasonBox({
  state,
  language,
  label,
  hint,
  optional = false,
}: {
  readonly state: ReturnType<typeof formState>;
  readonly language: Language;
  readonly label: Child;
  readonly hint?: Child;
  readonly optional?: boolean;
}) {
  return (
    <Textarea
      name="reason"
      id={state.box("reason")}
      label={label}
      hint={hint}
      rows={2}
      maxlength={longestReason}
      optional={optional}
      value={state.value("reason")}
      error={state.error("reason")}
      language={language}
    />
  );
}

function MethodRadios({
  state,
  language,
  label,
  follows,
}: {
  readonly state: ReturnType<typeof formState>;
  readonly language: Language;
  readonly label: string;
  readonly follows?: Child;
}) {
  const t = paymentTexts(language);
  return (
    <Radios
      name="method"
      id={state.box("method")}
      label={label}
      value={state.value("method", "cash")}
      error={state.error("method")}
      choices={methods.map((method) => ({
        value: method,
        label: t.methods[method],
        ...(method === "transfer" && follows ? { follows } : {}),
      }))}
      language={language}
    />
  );
}

export function PaymentForm({ code, language, failed, outstanding }: FormProps & { readonly outstanding: number }) {
  const t = paymentTexts(language);
  const state = formState("payment", "thu", { failed, language });
  return (
    <form method="post" action={paymentPaths.deskPayment({ code })} novalidate>
      <HiddenFields fields={{ id: state.id }} />
      <MoneyInput
        name="amount"
        id={state.box("amount")}
        label={t.amount}
        hint={t.amountHint}
        value={state.value("amount", outstanding > 0 ? formatMoney(outstanding).replace(/\s*₫/, "") : "")}
        error={state.error("amount")}
        language={language}
      />
      <MethodRadios
        state={state}
        language={language}
        label={t.method}
        follows={
          <>
            <TextInput
              name="reference"
              id={state.box("reference")}
              label={t.reference}
              hint={t.referenceHint}
              width={20}
              maxlength={64}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              value={state.value("reference")}
              error={state.error("reference")}
              language={language}
            />
            <DayInput
              name="paidAt"
              id={state.box("paidAt")}
              label={t.paidAt}
              hint={t.paidAtHint}
              optional
              value={state.value("paidAt")}
              error={state.error("paidAt")}
              language={language}
            />
          </>
        }
      />
      <TextInput
        name="payer"
        id={state.box("payer")}
        label={t.payer}
        hint={t.payerHint}
        optional
        maxlength={longestPayer}
        autocomplete="off"
        value={state.value("payer")}
        error={state.error("payer")}
        language={language}
      />
      <Button>{t.takeButton}</Button>
    </form>
  );
}

export function ReversalForm({ code, language, failed, paymentId }: FormProps & { readonly paymentId: string }) {
  const t = paymentTexts(language);
  const state = formState(`reversal:${paymentId}`, `huy-${paymentId}`, { failed, language });
  return (
    <form method="post" action={paymentPaths.deskReversal({ code, payment: paymentId })} novalidate>
      <HiddenFields fields={{ id: state.id }} />
      <p>{t.reverseLead}</p>
      <ReasonBox state={state} language={language} label={t.reason} />
      <Button kind="warning">{t.reverseButton}</Button>
    </form>
  );
}

export function RefundForm({ code, language, failed, refundable }: FormProps & { readonly refundable: number }) {
  const t = paymentTexts(language);
  const state = formState("refund", "hoan", { failed, language });
  return (
    <form method="post" action={paymentPaths.deskRefund({ code })} novalidate>
      <HiddenFields fields={{ id: state.id }} />
      <p>{t.refundLead(formatMoney(refundable))}</p>
      <MoneyInput
        name="amount"
        id={state.box("amount")}
        label={t.amount}
        value={state.value("amount", formatMoney(refundable).replace(/\s*₫/, ""))}
        error={state.error("amount")}
        language={language}
      />
      <MethodRadios state={state} language={language} label={t.refundMethod} />
      <ReasonBox state={state} language={language} label={t.reason} hint={t.refundReasonHint} />
      <Button kind="secondary">{t.askRefundButton}</Button>
    </form>
  );
}

export function PayoutForm({
  code,
  language,
  failed,
  refundId,
  isTransfer,
}: FormProps & { readonly refundId: string; readonly isTransfer: boolean }) {
  const t = paymentTexts(language);
  const state = formState(`payout:${refundId}`, `tra-${refundId}`, { failed, language });
  return (
    <form method="post" action={paymentPaths.deskPayout({ code, refund: refundId })} novalidate>
      {isTransfer && (
        <TextInput
          name="reference"
          id={state.box("reference")}
          label={t.reference}
          hint={t.payOutReferenceHint}
          width={20}
          maxlength={64}
          autocomplete="off"
          spellcheck={false}
          value={state.value("reference")}
          error={state.error("reference")}
          language={language}
        />
      )}
      <Button kind="secondary">{t.payOut}</Button>
    </form>
  );
}

export function ApprovalForm({ code, language, failed, subjectId }: FormProps & { readonly subjectId: string }) {
  const t = paymentTexts(language);
  const state = formState(`approval:${subjectId}`, `duyet-${subjectId}`, { failed, language });
  return (
    <form method="post" action={paymentPaths.deskApproval({ code, subject: subjectId })} novalidate>
      <ReasonBox state={state} language={language} label={t.approvalReason} hint={t.approvalReasonHint} optional />
      <div class="button-group">
        <Button name="approve" value="yes">
          {t.approve}
        </Button>
        <Button kind="warning" name="approve" value="no">
          {t.decline}
        </Button>
      </div>
    </form>
  );
}
