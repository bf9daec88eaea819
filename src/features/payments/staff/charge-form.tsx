/** Setting what is owed: a fee of the version chosen and counted, or a sum of another ground; with relief and reason. */
import { formatMoney } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { type Choice, Radios, Select } from "#ui/choices/choices.tsx";
import { MoneyInput, NumberInput, TextInput } from "#ui/text-input/text-input.tsx";
import { chargeKinds, longestName, type StandingCharge } from "../charge.ts";
import type { Money } from "../money.ts";
import { paymentPaths } from "../paths.ts";
import { paymentTexts } from "../texts/index.ts";
import { type FormProps, formState, HiddenFields, ReasonBox } from "./forms.tsx";

export type ChargeFormProps = FormProps & {
  readonly money: Money;
  /** The texts the procedure rests on. */
  readonly legalBasis: readonly { readonly number: string; readonly title: string }[];
  /** The charge that is corrected; none: a new one. */
  readonly charge?: StandingCharge;
};

/** A form's name and the beginning of the ids of its boxes. */
export function chargeFormName(charge: Pick<StandingCharge, "id" | "feeIndex"> | undefined): {
  readonly form: string;
  readonly prefix: string;
} {
  if (charge === undefined) return { form: "charge", prefix: "khoan" };
  const what = charge.id ?? `phi-${charge.feeIndex}`;
  return { form: `charge:${what}`, prefix: `sua-${what}` };
}

export function ChargeForm(props: ChargeFormProps) {
  const { code, language, failed, money, charge } = props;
  const t = paymentTexts(language);
  const { form, prefix } = chargeFormName(charge);
  const state = formState(form, prefix, { failed, language });
  const isOwn = charge !== undefined && charge.feeIndex === null;
  const choices = feeChoices(props, state);
  const only = choices.length === 1 ? choices[0]?.value : undefined;
  const chosen = state.value("feeIndex", charge === undefined ? only : String(charge.feeIndex ?? "other"));
  const mayBeOpen = isOwn || money.fees.some((fee) => fee.amountVnd === null);
  return (
    <form method="post" action={paymentPaths.deskCharge({ code })} novalidate>
      <HiddenFields
        fields={{
          id: state.id,
          form,
          ...(charge?.id ? { replaces: charge.id } : {}),
          ...(isOwn
            ? { feeIndex: "other", name: charge.name, kind: charge.kind, legalBasis: charge.legalBasis ?? "" }
            : {}),
        }}
      />
      {!isOwn && (
        <Radios
          name="feeIndex"
          id={state.box("feeIndex")}
          label={t.chooseFee}
          value={chosen}
          error={state.error("feeIndex")}
          choices={choices}
          language={language}
        />
      )}
      {mayBeOpen && (
        <MoneyInput
          name="unitAmount"
          id={state.box("unitAmount")}
          label={isOwn ? t.unitAmount : t.openAmount}
          hint={isOwn ? t.amountHint : t.openAmountHint}
          optional={!isOwn}
          value={state.value("unitAmount", openAmount(props))}
          error={state.error("unitAmount")}
          language={language}
        />
      )}
      <NumberInput
        name="quantity"
        id={state.box("quantity")}
        label={t.quantity}
        hint={t.quantityHint}
        width={4}
        maxlength={6}
        value={state.value("quantity", String(charge?.quantity ?? 1))}
        error={state.error("quantity")}
        language={language}
      />
      <Radios
        name="timing"
        id={state.box("timing")}
        label={t.timing}
        value={state.value("timing", charge?.timing ?? "advance")}
        error={state.error("timing")}
        choices={[
          { value: "advance", label: t.timings.advance },
          { value: "later", label: t.timings.later },
        ]}
        language={language}
      />
      <Radios
        name="relief"
        id={state.box("relief")}
        label={t.relief}
        hint={t.reliefHint}
        value={state.value("relief", charge?.relief?.kind ?? "none")}
        error={state.error("relief")}
        choices={[
          { value: "none", label: t.noRelief },
          { value: "exempt", label: t.reliefs.exempt },
          {
            value: "reduced",
            label: t.reliefs.reduced,
            follows: (
              <MoneyInput
                name="reliefAmount"
                id={state.box("reliefAmount")}
                label={t.reliefAmount}
                value={state.value("reliefAmount", typedAmount(reducedBy(charge)))}
                error={state.error("reliefAmount")}
                language={language}
              />
            ),
          },
        ]}
        language={language}
      />
      <ReasonBox
        state={state}
        language={language}
        label={t.chargeReason}
        hint={t.chargeReasonHint}
        optional={charge?.id == null}
      />
      <Button kind="secondary">{t.save}</Button>
    </form>
  );
}

/** Fees that can be chosen here: those not set yet, beside the one that is corrected; and, for a new sum, another ground. */
function feeChoices(props: ChargeFormProps, state: ReturnType<typeof formState>): readonly Choice[] {
  const { money, language, charge } = props;
  const t = paymentTexts(language);
  const taken = new Set(money.standing.map(({ feeIndex }) => feeIndex));
  const fees = money.fees.flatMap((fee, index): readonly Choice[] => {
    if (taken.has(index) && index !== charge?.feeIndex) return [];
    const amount = fee.amountVnd === null ? t.statuses.notSet : formatMoney(fee.amountVnd);
    return [
      { value: String(index), label: `${fee.name}: ${amount}`, ...(fee.note === null ? {} : { hint: fee.note }) },
    ];
  });
  if (charge !== undefined) return fees;
  return [...fees, { value: "other", label: t.otherCharge, follows: <OtherGround {...props} state={state} /> }];
}

function OtherGround({
  language,
  legalBasis,
  money,
  state,
}: ChargeFormProps & { readonly state: ReturnType<typeof formState> }) {
  const t = paymentTexts(language);
  const isAsked = !money.fees.some((fee) => fee.amountVnd === null);
  return (
    <>
      <TextInput
        name="name"
        id={state.box("name")}
        label={t.otherName}
        maxlength={longestName}
        autocomplete="off"
        value={state.value("name")}
        error={state.error("name")}
        language={language}
      />
      <Select
        name="kind"
        id={state.box("kind")}
        label={t.otherKind}
        options={chargeKinds.map((kind) => ({ value: kind, text: t.kinds[kind] }))}
        value={state.value("kind")}
        error={state.error("kind")}
        language={language}
      />
      <Select
        name="legalBasis"
        id={state.box("legalBasis")}
        label={t.basis}
        empty={t.chooseBasis}
        options={legalBasis.map(({ number, title }) => ({ value: number, text: `${number} – ${title}` }))}
        value={state.value("legalBasis")}
        error={state.error("legalBasis")}
        language={language}
      />
      {isAsked && (
        <MoneyInput
          name="unitAmount"
          id={state.box("unitAmount")}
          label={t.unitAmount}
          hint={t.amountHint}
          value={state.value("unitAmount")}
          error={state.error("unitAmount")}
          language={language}
        />
      )}
    </>
  );
}

export function WithdrawForm({ code, language, failed, chargeId }: FormProps & { readonly chargeId: string }) {
  const t = paymentTexts(language);
  const form = `withdraw:${chargeId}`;
  const state = formState(form, `bo-${chargeId}`, { failed, language });
  return (
    <form method="post" action={paymentPaths.deskCharge({ code })} novalidate>
      <HiddenFields fields={{ id: state.id, form, replaces: chargeId, withdraw: "yes" }} />
      <p>{t.withdrawLead}</p>
      <ReasonBox state={state} language={language} label={t.reason} />
      <Button kind="warning">{t.withdraw}</Button>
    </form>
  );
}

function openAmount({ money, charge }: ChargeFormProps): string {
  if (charge === undefined) return "";
  const isOpen = charge.feeIndex === null || money.fees[charge.feeIndex]?.amountVnd === null;
  return isOpen ? typedAmount(charge.unitAmount) : "";
}

function reducedBy(charge: StandingCharge | undefined): number {
  return charge?.relief?.kind === "reduced" ? charge.relief.amount : 0;
}

/** An amount as it stands in its box, the sign of the currency beside it. */
function typedAmount(amount: number): string {
  return amount === 0 ? "" : formatMoney(amount).replace(/\s*₫/, "");
}
