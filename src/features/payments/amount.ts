/** Sums of money: whole đồng in safe integers, as people type them and as they are multiplied. Pure. */

/** Thirteen digits: what the amount of a VietQR code can hold (EMVCo field 54), a million times a citizen's largest fee. */
export const mostVnd = 9_999_999_999_999;

const unit = /(?:₫|đ|đồng|vnđ|vnd)$/i;
const plain = /^\d+$/;
const grouped = /^\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*$/;

/** `1.250.000`, `1250000`, `1 250 000 đ`: whole đồng. Undefined for anything else, also for "1,5" and "-5". */
export function readAmount(typed: string): number | undefined {
  const text = typed.normalize("NFC").replace(/\s+/g, " ").trim().replace(unit, "").trim();
  if (!plain.test(text) && !grouped.test(text)) return undefined;
  const digits = text.replace(/\D/g, "").replace(/^0+(?=\d)/, "");
  return digits.length > 13 ? undefined : Number(digits);
}

export function isSum(amount: number): boolean {
  return Number.isInteger(amount) && amount >= 0 && amount <= mostVnd;
}

/** The sum of so many at that price; undefined when it is more than a sum of money may be. */
export function times(unitAmount: number, quantity: number): number | undefined {
  const sum = unitAmount * quantity;
  return isSum(sum) ? sum : undefined;
}

export function sumOf(amounts: Iterable<number>): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
}
