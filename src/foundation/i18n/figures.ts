import type { Language } from "./language.ts";

function grouped(digits: string, separator: string): string {
  let text = "";
  let at = digits.length % 3 || 3;
  text = digits.slice(0, at);
  for (; at < digits.length; at += 3) text += separator + digits.slice(at, at + 3);
  return text;
}

/** `1.250.000 ₫`. The đồng has no smaller part in use, so a fraction is a fault in the caller. The space does not break. */
export function formatMoney(amount: number | bigint): string {
  if (typeof amount === "number" && !Number.isSafeInteger(amount))
    throw new RangeError(`Not a sum of money: ${amount}`);
  const negative = amount < 0;
  return `${negative ? "−" : ""}${grouped(String(negative ? -amount : amount), ".")}\u00a0₫`;
}

/** `1.250.000` and `98,5` in Vietnamese, `1,250,000` and `98.5` in English. */
export function formatNumber(value: number, language: Language = "vi", decimals = 0): string {
  if (!Number.isFinite(value)) throw new RangeError(`Not a figure: ${value}`);
  const [whole = "0", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const text = grouped(whole, language === "vi" ? "." : ",");
  const sign = value < 0 && (Number(whole) > 0 || Number(fraction) > 0) ? "−" : "";
  return fraction === undefined ? sign + text : `${sign}${text}${language === "vi" ? "," : "."}${fraction}`;
}

/** `98,5 %` from 0.985. */
export function formatShare(share: number, language: Language = "vi", decimals = 1): string {
  return `${formatNumber(share * 100, language, decimals)}\u00a0%`;
}

/** `1,4 MB`: in thousands, as phones and computers show it beside the file. */
export function formatFileSize(bytes: number, language: Language = "vi"): string {
  if (bytes < 1000) return `${bytes}\u00a0B`;
  if (bytes < 999_500) return `${formatNumber(bytes / 1000, language)}\u00a0kB`;
  if (bytes < 999_950_000) return `${oneDecimal(bytes / 1_000_000, language)}\u00a0MB`;
  return `${oneDecimal(bytes / 1_000_000_000, language)}\u00a0GB`;
}

/** The same for a limit, rounded down: whatever is within the words is taken. */
export function formatFileLimit(bytes: number, language: Language = "vi"): string {
  return formatFileSize(bytes < 1_000_000 ? bytes : Math.floor(bytes / 1_000_000) * 1_000_000, language);
}

// "20 MB" and "1,4 MB": a limit that is whole reads as one.
function oneDecimal(value: number, language: Language): string {
  return formatNumber(value, language, Math.round(value * 10) % 10 === 0 ? 0 : 1);
}
