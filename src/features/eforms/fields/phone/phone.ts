import type { FieldKind } from "../field-kind.ts";
import { boxText } from "../field-kind.ts";
import { asText } from "../written.ts";

/**
 * Ten digits; fixed lines have eleven and begin with 02. `+84` and `84` may stand for the first 0, and spaces, points or
 * hyphens between digits, as people write them.
 */
export const phonePattern = "^(?:\\+?84|0)(?:[ .-]?[1-9])(?:[ .-]?[0-9]){8}$|^(?:\\+?84|0)[ .-]?2(?:[ .-]?[0-9]){9}$";
const phoneShape = new RegExp(phonePattern);

/** Longest spelling: +84, eleven digits' worth, a separator before each. */
const maxLength = 24;

/** `+84 912.345.678` → `0912345678` */
function normalisePhone(typed: string): string {
  return typed.replace(/[ .-]/g, "").replace(/^\+?84/, "0");
}

export const phoneKind: FieldKind<"phone", string> = {
  read: (_field, boxes, name) => {
    const typed = boxText(boxes, name)
      ?.normalize("NFKC")
      .replace(/[()\u200b\ufeff]/g, "")
      .trim();
    return typed?.replace(/\s+/g, " ");
  },
  check(_field, value) {
    if (typeof value !== "string") return { problem: "type" };
    if (value.length > maxLength || !phoneShape.test(value)) return { problem: "phone" };
    return { value: normalisePhone(value) };
  },
  typed: (_field, value) => asText(value),
  plainText: (_field, value) => writePhone(asText(value)),
  schema: () => ({ type: "string", maxLength, pattern: phonePattern }),
  example: () => "0912345678",
};

/** In threes, as it is read aloud: `0912 345 678`, `0237 385 2246`. */
function writePhone(phone: string): string {
  if (/^0\d{9}$/.test(phone)) return `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`;
  if (/^0\d{10}$/.test(phone)) return `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`;
  return phone;
}
