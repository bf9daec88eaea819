import { normaliseLine } from "#foundation/i18n/index.ts";
import type { IdentityPaper, NationalIdField } from "../../definition.ts";
import type { FieldKind, JsonSchema } from "../field-kind.ts";
import { boxText } from "../field-kind.ts";
import { asText, checkWritten } from "../written.ts";

/**
 * The citizen's number since 2016 has 12 digits (Law on Citizen Identification 2014 art. 12, Decree 137/2015 art. 13:
 * province, century and sex, birth year, six at random; no check digit), the old identity card 9. Passports differ by
 * country: 6 to 10 capital letters and digits, at least one letter and five digits.
 */
const numberPatterns = {
  "id-card-12": "[0-9]{12}",
  "old-id-card-9": "[0-9]{9}",
  passport: "(?=[0-9]*[A-Z])(?=(?:[A-Z]*[0-9]){5})[A-Z0-9]{6,10}",
} as const satisfies Record<IdentityPaper, string>;

const maxPapersLength = 200;
const maxNumberLength = 20;

type Shape = { readonly pattern: string; readonly test: RegExp; readonly find: RegExp };
const shapes = new Map<string, Shape>();

function shapeOf(field: NationalIdField): Shape {
  const known = shapes.get(`${field.writtenAs} ${field.accepts.join(" ")}`);
  if (known) return known;
  const number = `(?:${field.accepts.map((paper) => numberPatterns[paper]).join("|")})`;
  const pattern = field.writtenAs === "number" ? `^${number}$` : `(?:^|[^0-9A-Za-z])${number}(?![0-9A-Za-z])`;
  const made = { pattern, test: new RegExp(pattern), find: new RegExp(`(?:^|[^0-9A-Za-z])(${number})(?![0-9A-Za-z])`) };
  shapes.set(`${field.writtenAs} ${field.accepts.join(" ")}`, made);
  return made;
}

/** The number within an answer, for comparing and for finding the person; undefined when there is none. */
export function identityNumberIn(field: NationalIdField, answer: unknown): string | undefined {
  return typeof answer === "string" ? shapeOf(field).find.exec(answer)?.[1] : undefined;
}

/** Numbers read out in groups (`038 190 001 234`, `0381.9000.1234`) are put together again. */
function joinGroups(typed: string): string {
  return typed.replace(/(?<!\d)\d{3,4}(?:[ .]\d{3,4}){2,3}(?!\d)/g, (groups) => {
    const digits = groups.replace(/[ .]/g, "");
    return digits.length === 12 || digits.length === 9 ? digits : groups;
  });
}

export const nationalIdKind: FieldKind<"nationalId", string> = {
  read(field, boxes, name) {
    const typed = boxText(boxes, name);
    if (typed === undefined) return undefined;
    const line = normaliseLine(typed);
    return field.writtenAs === "number" ? line.replace(/[\s.-]/g, "").toUpperCase() : joinGroups(line);
  },
  check(field, value) {
    if (typeof value !== "string") return { problem: "type" };
    const problem = field.writtenAs === "number" ? "idNumber" : "identityPaper";
    if (field.writtenAs === "number") {
      return value.length <= maxNumberLength && shapeOf(field).test.test(value) ? { value } : { problem };
    }
    const line = checkWritten(value, maxPapersLength, "one");
    return "problem" in line || shapeOf(field).test.test(line.value) ? line : { problem };
  },
  typed: (_field, value) => asText(value),
  plainText: (_field, value) => asText(value),
  schema(field): JsonSchema {
    return {
      type: "string",
      maxLength: field.writtenAs === "number" ? maxNumberLength : maxPapersLength,
      pattern: shapeOf(field).pattern,
    };
  },
  // Province 038 (Thanh Hóa), born 1990, a woman; the rest was never given out.
  example: (field) =>
    field.writtenAs === "number"
      ? "038190000001"
      : "Căn cước công dân số 038190000001, Cục Cảnh sát quản lý hành chính về trật tự xã hội, cấp ngày 20/05/2021",
};

export type CitizenNumber = { readonly gender: "male" | "female"; readonly birthYear: number };

/** What a 12-digit number says about its holder (Decree 137/2015 art. 13); undefined for any other. */
export function readCitizenNumber(number: string): CitizenNumber | undefined {
  if (!/^\d{12}$/.test(number)) return undefined;
  // The fourth digit counts centuries from the 20th in pairs: even for men, odd for women.
  const centuryAndGender = Number(number[3]);
  return {
    gender: centuryAndGender % 2 === 0 ? "male" : "female",
    birthYear: 1900 + Math.floor(centuryAndGender / 2) * 100 + Number(number.slice(4, 6)),
  };
}
