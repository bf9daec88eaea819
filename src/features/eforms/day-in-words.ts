/** A day written out, as the civil-status forms want it beside the figures: a date that cannot be altered with a pen. */
import type { Day } from "./definition.ts";

const ones = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;

/** 1–99, with the words that change after "mười" and "mươi": mốt, tư, lăm. */
function underHundred(value: number): string {
  const ten = Math.floor(value / 10);
  const one = value % 10;
  if (ten === 0) return ones[one] ?? "";
  const head = ten === 1 ? "mười" : `${ones[ten]} mươi`;
  if (one === 0) return head;
  if (one === 5) return `${head} lăm`;
  if (ten > 1 && one === 1) return `${head} mốt`;
  if (ten > 1 && one === 4) return `${head} tư`;
  return `${head} ${ones[one]}`;
}

function yearInWords(year: number): string {
  const rest = year % 1000;
  const thousands = `${ones[Math.floor(year / 1000)]} nghìn`;
  if (rest === 0) return thousands;
  const hundreds = `${thousands} ${ones[Math.floor(rest / 100)]} trăm`;
  const last = rest % 100;
  if (last === 0) return hundreds;
  return last < 10 ? `${hundreds} linh ${ones[last]}` : `${hundreds} ${underHundred(last)}`;
}

/** `2020-11-24` → `Ngày hai mươi tư tháng mười một năm hai nghìn không trăm hai mươi` */
export function dayInWords(day: Day): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const monthName = month === 4 ? "tư" : underHundred(month);
  return `Ngày ${underHundred(date)} tháng ${monthName} năm ${yearInWords(year)}`;
}
