/** What a person wants to know before reading on: how long, how much. Pure. */
import { formatMoney, formatNumber, type Language } from "#foundation/i18n/index.ts";
import type { Deadline, Fee, ProcedureDefinition } from "./procedure.ts";
import { catalogueTexts } from "./texts/index.ts";

export function deadlineInWords({ value, unit }: Pick<Deadline, "value" | "unit">, language: Language): string {
  return catalogueTexts(language).deadline[unit](value, formatNumber(value, language));
}

/** "Same day" is one working day with the 15:00 rule, which the note of the law spells out. */
export function isSameDay({ value, unit }: Pick<Deadline, "value" | "unit">): boolean {
  return unit === "working_day" && value === 1;
}

export type FeeRange =
  | { readonly kind: "free" }
  | { readonly kind: "unknown" }
  | { readonly kind: "range"; readonly from: number; readonly to: number; readonly alsoUnknown: boolean };

export function feeRange(fees: readonly Fee[]): FeeRange {
  const known = fees.map(({ amountVnd }) => amountVnd).filter((amount) => amount !== null);
  if (known.length === 0) return { kind: "unknown" };
  const alsoUnknown = known.length < fees.length;
  const from = Math.min(...known);
  const to = Math.max(...known);
  return to === 0 && !alsoUnknown ? { kind: "free" } : { kind: "range", from, to, alsoUnknown };
}

export function feesInWords(definition: Pick<ProcedureDefinition, "fees">, language: Language): string {
  const t = catalogueTexts(language).fee;
  const range = feeRange(definition.fees);
  if (range.kind === "free") return t.free;
  if (range.kind === "unknown") return t.unknown;
  const amount = (value: number) => (value === 0 ? t.free : formatMoney(value));
  const words =
    range.from === range.to
      ? amount(range.from)
      : range.from === 0
        ? t.freeOrUpTo(formatMoney(range.to))
        : t.between(formatMoney(range.from), formatMoney(range.to));
  return range.alsoUnknown ? t.andMore(words) : words;
}

export function feeInWords({ amountVnd }: Fee, language: Language): string {
  const t = catalogueTexts(language).fee;
  if (amountVnd === null) return t.unknown;
  return amountVnd === 0 ? t.free : formatMoney(amountVnd);
}
