import { formatDay, readDay } from "#foundation/i18n/index.ts";
import type { Day } from "../../definition.ts";
import type { Boxes, FieldKind } from "../field-kind.ts";
import { boxText } from "../field-kind.ts";
import { asText } from "../written.ts";

export const earliestYear = 1850;

/**
 * A day that exists, from 1850 to 2199, written `yyyy-mm-dd`. A pattern and not `format: date`: formats are optional in
 * JSON Schema and many validators pass over them, so 31 February would be sent and only refused here.
 */
export const dayPattern =
  "^(?:(?:18[5-9][0-9]|19[0-9]{2}|2[01][0-9]{2})-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])" +
  "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))" +
  "|(?:(?:18(?:5[26]|[68][048]|[79][26])|(?:19|2[01])(?:0[48]|[2468][048]|[13579][26])|2000)-02-29))$";
const dayShape = new RegExp(dayPattern);

/** One box (`24/11/2026`) or three (`x.day`, `x.month`, `x.year`); what is no day is kept as typed. */
function readBoxes(boxes: Boxes, name: string): string | undefined {
  const whole = boxText(boxes, name);
  const parts = [`${name}.day`, `${name}.month`, `${name}.year`].map((part) => boxText(boxes, part)?.trim() ?? "");
  const typed = whole?.trim() ?? (parts.some((part) => part !== "") ? parts.join("/") : undefined);
  return typed === undefined ? undefined : (readDay(withSeparators(typed)) ?? typed);
}

// On a telephone's number pad there is no slash: 24112026 is what people type.
function withSeparators(typed: string): string {
  return /^\d{8}$/.test(typed) ? `${typed.slice(0, 2)}/${typed.slice(2, 4)}/${typed.slice(4)}` : typed;
}

export function isDay(value: unknown): value is Day {
  return typeof value === "string" && dayShape.test(value);
}

/** A calendar day. It never passes through a time zone. */
export const dateKind: FieldKind<"date", Day> = {
  read: (_field, boxes, name) => readBoxes(boxes, name),
  check(field, value, today) {
    if (typeof value !== "string") return { problem: "type" };
    if (!dayShape.test(value)) return { problem: "date" };
    if (field.notAfterToday === true && value > today) return { problem: "dateTooLate", bound: today };
    if (field.notBeforeToday === true && value < today) return { problem: "dateTooEarly", bound: today };
    return { value };
  },
  typed: (_field, value) => (isDay(value) ? formatDay(value) : asText(value)),
  plainText: (_field, value) => (isDay(value) ? formatDay(value) : asText(value)),
  schema: () => ({ type: "string", pattern: dayPattern }),
  example(field, today) {
    if (field.example !== undefined) return field.example;
    // The first of the month: short months and leap days stay out of it.
    const year = Number(today.slice(0, 4));
    if (field.notBeforeToday === true) return `${year + 1}-02-01`;
    if (field.notAfterToday !== true) return `${year}-12-01`;
    return `${year - 1}-10-01`;
  },
};
