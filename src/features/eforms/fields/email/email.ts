import type { FieldKind } from "../field-kind.ts";
import { boxText } from "../field-kind.ts";
import { asText } from "../written.ts";

/** What a mail server of today accepts; the proof of an address is a letter that arrives, not a pattern. */
export const emailPattern = "^[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,24}$";
const emailShape = new RegExp(emailPattern);
const maxLength = 254;

export const emailKind: FieldKind<"email", string> = {
  read: (_field, boxes, name) =>
    boxText(boxes, name)
      ?.normalize("NFKC")
      .replace(/[\s\u200b\ufeff]/g, ""),
  check(_field, value) {
    if (typeof value !== "string") return { problem: "type" };
    if (value.length > maxLength || !emailShape.test(value)) return { problem: "email" };
    return { value };
  },
  typed: (_field, value) => asText(value),
  plainText: (_field, value) => asText(value),
  schema: () => ({ type: "string", maxLength, pattern: emailPattern }),
  example: () => "nguyen.thi.an@example.com",
};
