/** Answers by the thousand, valid and spoiled, for the tests of this feature and of those above it. */
import fc from "fast-check";
import { holds } from "./condition.ts";
import type { Answers, AnswerValue, Day, FieldDefinition, FormDefinition } from "./definition.ts";

const letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếềểễệốồổỗộớờởỡợứừửữựíìỉĩịýỳỷỹỵ 0123456789,.-/()";

function someWords(maxLength: number): fc.Arbitrary<string> {
  return fc
    .string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: Math.min(maxLength, 60) })
    .filter((text) => text.trim() !== "");
}

const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: count, maxLength: count });

function day(from: Day, to: Day): fc.Arbitrary<Day> {
  return fc
    .date({ min: new Date(`${from}T00:00:00Z`), max: new Date(`${to}T00:00:00Z`), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
}

function validAnswer(field: FieldDefinition, today: Day): fc.Arbitrary<AnswerValue> {
  switch (field.kind) {
    case "text":
    case "textarea":
    case "address":
      return someWords(field.maxLength);
    case "phone":
      return fc
        .tuple(fc.constantFrom("0", "+84", "84", "+84 "), fc.integer({ min: 1, max: 9 }), digits(8))
        .map(([prefix, first, rest]) => `${prefix}${first}${rest}`);
    case "email":
      return fc
        .tuple(fc.stringMatching(/^[a-z0-9]{1,12}$/), fc.stringMatching(/^[a-z]{2,10}$/))
        .map(([name, host]) => `${name}@${host}.vn`);
    case "nationalId":
      return field.writtenAs === "number"
        ? digits(12)
        : fc.tuple(digits(12), someWords(40)).map(([number, rest]) => `CCCD ${number}, ${rest.replace(/\d/g, "")}`);
    case "date":
      return field.notBeforeToday ? day(today, "2099-12-31") : day("1900-01-01", today);
    case "number": {
      const max = field.max === "this-year" ? Number(today.slice(0, 4)) : field.max;
      return field.whole
        ? fc.integer({ min: Math.ceil(field.min), max: Math.min(max, Number.MAX_SAFE_INTEGER) })
        : fc.double({ min: field.min, max, noNaN: true });
    }
    case "select":
      return fc.constantFrom(...field.options.map((option) => option.value));
    case "file":
      return fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: field.maxFiles });
  }
}

/** Answer sets that pass: everything needed, some of what is not, nothing that was not asked. No repeating groups. */
export function validAnswers(definition: FormDefinition, today: Day): fc.Arbitrary<Answers> {
  const fields = definition.groups.flatMap((group) => group.fields);
  return fc
    .record(
      Object.fromEntries(
        fields.map((field) => [
          field.key,
          field.required === false
            ? fc.option(validAnswer(field, today), { nil: undefined })
            : validAnswer(field, today),
        ]),
      ),
    )
    .map((drawn) => {
      const answers: { [key: string]: AnswerValue } = {};
      for (const field of fields) {
        const value = drawn[field.key];
        if (value === undefined || (field.showWhen !== undefined && !holds(field.showWhen, answers))) continue;
        const first = field.kind === "date" && field.notBefore !== undefined ? answers[field.notBefore] : undefined;
        answers[field.key] = typeof first === "string" && typeof value === "string" && value < first ? first : value;
      }
      return answers;
    });
}

/** One thing wrong that both the schema and the check must see. */
export function spoiledAnswers(
  definition: FormDefinition,
  today: Day,
): fc.Arbitrary<{ readonly answers: { readonly [key: string]: unknown }; readonly path: string }> {
  return fc
    .record({
      answers: validAnswers(definition, today),
      key: fc.nat(),
      how: fc.constantFrom("missing", "unknown", "type", "null", "blank", "long", "shape"),
      number: fc.nat(),
    })
    .map(({ answers, key, how, number }) => {
      const fields = definition.groups
        .flatMap((group) => group.fields)
        .filter((field) => Object.hasOwn(answers, field.key));
      const field = fields[key % fields.length];
      if (field === undefined) throw new Error("A form without questions");
      const spoiled: { [key: string]: unknown } = { ...answers };
      if (how === "unknown") {
        const path = `${field.key}${number}`;
        spoiled[path] = "x";
        return { answers: spoiled, path };
      }
      if (how === "missing" && field.required !== false) delete spoiled[field.key];
      else if (how === "null") spoiled[field.key] = null;
      else if (how === "blank") spoiled[field.key] = " \u200b\u00a0";
      else if (how === "long") spoiled[field.key] = "x".repeat(20_000);
      else if (how === "shape") spoiled[field.key] = misshapen(field);
      else spoiled[field.key] = field.kind === "number" ? "12" : { value: 12 };
      return { answers: spoiled, path: field.key };
    });
}

function misshapen(field: FieldDefinition): unknown {
  switch (field.kind) {
    case "date":
      return "2021-02-30";
    case "phone":
      return "09123";
    case "email":
      return "nguyen.thi.an";
    case "nationalId":
      return "01234567890";
    case "number":
      return field.min - 1;
    case "select":
      return "neither";
    case "file":
      return ["../../etc/passwd"];
    default:
      return ["a list"];
  }
}

const words = (vi: string) => ({ vi, en: vi });
const open = { sensitivity: "open" } as const;

/** Every kind of condition, a warning, an order of dates, a page that repeats. */
export const aFormWithEverything: FormDefinition = {
  code: "9.000001",
  groups: [
    {
      key: "applicant",
      heading: words("Người đề nghị"),
      fields: [
        { key: "name", kind: "text", label: words("Họ và tên"), required: true, maxLength: 50, ...open },
        {
          key: "bornOn",
          kind: "date",
          label: words("Ngày sinh"),
          required: true,
          notAfterToday: true,
          warnBelowAge: { years: 18, law: words("Luật X") },
          ...open,
        },
        {
          key: "gender",
          kind: "select",
          label: words("Giới tính"),
          required: false,
          options: [
            { value: "male", label: words("Nam") },
            { value: "female", label: words("Nữ") },
          ],
          ...open,
        },
        {
          key: "idNumber",
          kind: "nationalId",
          label: words("Số căn cước"),
          required: false,
          writtenAs: "number",
          accepts: ["id-card-12"],
          bornOn: "bornOn",
          gender: "gender",
          ...open,
        },
        { key: "phone", kind: "phone", label: words("Điện thoại"), required: true, ...open },
        {
          key: "married",
          kind: "select",
          label: words("Đã kết hôn"),
          required: true,
          options: [
            { value: "yes", label: words("Có") },
            { value: "no", label: words("Không") },
          ],
          ...open,
        },
        {
          key: "spouse",
          kind: "text",
          label: words("Vợ/chồng"),
          required: true,
          showWhen: { field: "married", equals: "yes" },
          maxLength: 50,
          ...open,
        },
        {
          key: "weddingOn",
          kind: "date",
          label: words("Ngày cưới"),
          required: { field: "spouse", answered: true },
          notBefore: "bornOn",
          showWhen: { field: "married", equals: "yes" },
          ...open,
        },
      ],
    },
    {
      key: "children",
      heading: words("Các con"),
      showWhen: { any: [{ field: "married", equals: "yes" }, { not: { field: "gender", answered: true } }] },
      repeat: { min: 1, max: 3, itemName: words("Con") },
      fields: [
        { key: "childName", kind: "text", label: words("Tên con"), required: true, maxLength: 50, ...open },
        {
          key: "atSchool",
          kind: "select",
          label: words("Đi học"),
          required: true,
          options: [
            { value: "yes", label: words("Có") },
            { value: "no", label: words("Không") },
          ],
          ...open,
        },
        {
          key: "classNumber",
          kind: "number",
          label: words("Lớp"),
          required: true,
          showWhen: { field: "atSchool", equals: "yes" },
          whole: true,
          min: 1,
          max: 12,
          ...open,
        },
      ],
    },
  ],
};
