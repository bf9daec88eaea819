import { formatNumber } from "#foundation/i18n/index.ts";
import type { Day, NumberField } from "../../definition.ts";
import type { FieldKind } from "../field-kind.ts";
import { boxText } from "../field-kind.ts";
import { asText } from "../written.ts";

function maxOf(field: NumberField, today: Day): number {
  return field.max === "this-year" ? Number(today.slice(0, 4)) : field.max;
}

/**
 * `1.250.000`, `1 250 000`, `12,5` as Vietnamese people write numbers, and `12.5` as keyboards do: a point before
 * exactly three last digits parts thousands, any other point is a decimal one. Shown again as understood, to be checked.
 */
export function readNumber(typed: string): number | undefined {
  const text = typed.trim().replace(/\s/g, "");
  const thousands = /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text);
  const plain = thousands ? text.replaceAll(".", "").replace(",", ".") : text.replace(",", ".");
  return /^-?\d{1,15}(?:\.\d{1,10})?$/.test(plain) ? Number(plain) : undefined;
}

export const numberKind: FieldKind<"number", number> = {
  read(_field, boxes, name) {
    const typed = boxText(boxes, name);
    return typed === undefined ? undefined : (readNumber(typed) ?? typed.trim());
  },
  check(field, value, today) {
    if (typeof value !== "number") return { problem: typeof value === "string" ? "number" : "type" };
    if (!Number.isFinite(value)) return { problem: "number" };
    if (field.whole && !Number.isInteger(value)) return { problem: "wholeNumber" };
    const max = maxOf(field, today);
    if (value < field.min) return { problem: "tooSmall", bound: boundOf(field, field.min) };
    if (value > max) return { problem: "tooLarge", bound: boundOf(field, max) };
    return { value };
  },
  typed: (field, value) => (typeof value === "number" ? writeNumber(field, value) : asText(value)),
  plainText: (field, value, language) =>
    typeof value === "number"
      ? `${writeNumber(field, value)}${field.unit ? ` ${field.unit[language]}` : ""}`
      : asText(value),
  schema: (field, today) => ({
    type: field.whole ? "integer" : "number",
    minimum: field.min,
    maximum: maxOf(field, today),
  }),
  example: (field, today) =>
    field.max === "this-year"
      ? Number(today.slice(0, 4)) - 30
      : Math.max(field.min, Math.min(field.whole ? 2 : 80.5, field.max)),
};

/** As words, a year keeps clear of the points between thousands. */
function boundOf(field: NumberField, bound: number): string | number {
  return field.max === "this-year" ? String(bound) : bound;
}

/** A year is written as it is spoken of; everything else with points between thousands. */
function writeNumber(field: NumberField, value: number): string {
  return field.max === "this-year" ? String(value) : formatNumber(value);
}
