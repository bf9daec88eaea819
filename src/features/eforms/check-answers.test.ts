import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { checkAnswers } from "./check-answers.ts";
import { definitionFaults } from "./definition.ts";
import { exampleAnswers } from "./example-answers.ts";
import { compileJsonSchema } from "./json-schema.ts";
import { aFormWithEverything as form } from "./testing.ts";
import { warningsOf } from "./warnings.ts";

const today = "2026-11-24";
const words = (vi: string) => ({ vi, en: vi });
const open = { sensitivity: "open" } as const;
const good = { name: "Nguyễn Văn Ánh", bornOn: "1990-05-01", gender: "male", phone: "+84 912.345.678", married: "no" };

function faultsOf(answers: unknown) {
  const checked = checkAnswers(form, answers, today);
  return checked.ok ? [] : checked.refusal.map((fault) => [fault.path, fault.code]);
}

describe("answers to a form", () => {
  it("are kept in one spelling: composed marks, no invisible characters, phones as ten digits", () => {
    const name = `  Nguyễn Văn ${"Ánh".normalize("NFD")}\u200b `;

    expect(checkAnswers(form, { ...good, name }, today)).toEqual({
      ok: true,
      value: { ...good, name: "Nguyễn Văn Ánh", phone: "0912345678" },
    });
  });

  it("are refused with every fault at once, each with a sentence in both languages", () => {
    const checked = checkAnswers(
      form,
      { name: "x".repeat(10_000_000), bornOn: "2030-01-01", phone: "0912", married: "maybe", extra: 1, gender: 7 },
      today,
    );

    expect(checked.ok ? [] : checked.refusal.map(({ path, code }) => [path, code])).toEqual([
      ["extra", "unknownField"],
      ["name", "tooLong"],
      ["bornOn", "dateTooLate"],
      ["gender", "type"],
      ["phone", "phone"],
      ["married", "option"],
      ["children", "tooFewRows"],
    ]);
    for (const fault of checked.ok ? [] : checked.refusal) {
      expect(fault.message.vi.length).toBeGreaterThan(20);
      expect(fault.message.en).not.toBe(fault.message.vi);
    }
  });

  it.each([null, 5, "text", [], undefined])("are refused when they are %j", (answers) => {
    expect(faultsOf(answers)).toEqual([["", "type"]]);
  });

  it("do not fill the answer when thousands of fields are unknown", () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`x${index}`, 1]));

    expect(faultsOf(many)).toHaveLength(100);
  });

  it("take no field from the prototype of objects", () => {
    expect(faultsOf(JSON.parse(`{"__proto__": {"name": "A"}, "constructor": 1}`)).map(([path]) => path)).toEqual(
      expect.arrayContaining(["__proto__", "constructor", "name"]),
    );
  });

  it("are needed only where the question was asked", () => {
    expect(faultsOf({ ...good, married: "yes" })).toEqual([
      ["spouse", "required"],
      ["children", "tooFewRows"],
    ]);
    expect(
      faultsOf({ ...good, married: "yes", spouse: "Lê Thị Bê", children: [{ childName: "Lê A", atSchool: "no" }] }),
    ).toEqual([["weddingOn", "required"]]);
  });

  it("lose what was answered to questions not asked, however much of it there is", () => {
    const checked = checkAnswers(form, { ...good, spouse: "Lê Thị Bê", children: [] }, today);

    expect(checked.ok ? [] : checked.refusal.map(({ path }) => path)).toEqual(["children"]);
    const without = checkAnswers(form, { ...good, spouse: "Lê Thị Bê" }, today);
    expect(without.ok && without.value).not.toHaveProperty("spouse");
  });

  it("name the place of a fault within a repeated page", () => {
    const children = [
      { childName: "Lê A", atSchool: "yes", classNumber: 13 },
      { atSchool: "yes", nick: "Tí" },
    ];

    expect(faultsOf({ ...good, married: "yes", spouse: "Lê Thị Bê", weddingOn: "2010-01-01", children })).toEqual([
      ["children.0.classNumber", "tooLarge"],
      ["children.1.nick", "unknownField"],
      ["children.1.childName", "required"],
      ["children.1.classNumber", "required"],
    ]);
  });

  it("are refused when the last day comes before the first", () => {
    const answers = {
      ...good,
      married: "yes",
      spouse: "B",
      weddingOn: "1980-01-01",
      children: [{ childName: "A", atSchool: "no" }],
    };

    expect(faultsOf(answers)).toEqual([["weddingOn", "dateBeforeOther"]]);
  });
});

describe("the schema of a form", () => {
  const takes = new Ajv2020({ strict: true, allErrors: true }).compile(compileJsonSchema(form, today));

  it("says the same about conditions and repeated pages as the check", () => {
    const married = { ...good, married: "yes", spouse: "B", weddingOn: "2010-01-01" };
    const cases = [
      good,
      married,
      { ...good, married: "yes" },
      { ...married, children: [{ childName: "A", atSchool: "no" }] },
      { ...married, children: [{ childName: "A", atSchool: "yes" }] },
      { ...married, children: [{ childName: "A", atSchool: "yes", classNumber: 5 }] },
      { ...married, children: Array.from({ length: 4 }, () => ({ childName: "A", atSchool: "no" })) },
      { ...married, spouse: undefined, children: [{ childName: "A", atSchool: "no" }] },
      { ...good, spouse: "B" },
      { ...good, gender: undefined },
      exampleAnswers(form, today),
    ].map((answers) => JSON.parse(JSON.stringify(answers)));

    expect(definitionFaults(form)).toEqual([]);
    for (const answers of cases)
      expect([answers, takes(answers)]).toEqual([answers, checkAnswers(form, answers, today).ok]);
    expect(cases.map((answers) => takes(answers))).toEqual([
      true,
      false,
      false,
      true,
      false,
      true,
      false,
      false,
      true,
      false,
      true,
    ]);
  });
});

describe("a definition", () => {
  it("is not sound when it asks by what is asked later, twice by one key, or for a choice of nothing", () => {
    const faults = definitionFaults({
      code: "x",
      groups: [
        {
          key: "a",
          heading: words("A"),
          fields: [
            {
              key: "one",
              kind: "text",
              label: words("1"),
              required: true,
              showWhen: { all: [{ field: "two", equals: "x" }] },
              maxLength: 5,
              ...open,
            },
            { key: "two", kind: "select", label: words("2"), required: true, options: [], ...open },
            { key: "one", kind: "date", label: words("3"), required: true, notBefore: "never", ...open },
          ],
        },
        { key: "b", heading: words("B"), fields: [] },
      ],
    });

    expect(faults).toEqual([
      "one showWhen: two is not asked before it",
      "two: nothing to choose from",
      "one: used twice",
      "one notBefore: never is not asked before it",
      "b: asks nothing",
    ]);
  });
});

describe("a warning", () => {
  it("tells that an ID number speaks of another year or sex, and that somebody is too young; it stops nobody", () => {
    const answers = { ...good, bornOn: "2010-11-25", idNumber: "038190000001" };

    expect(faultsOf(answers)).toEqual([]);
    expect(warningsOf(form, answers, today).map(({ path, message }) => [path, message.en.slice(0, 48)])).toEqual([
      ["bornOn", "By the date of birth given this person is not ye"],
      ["idNumber", "The ID number says the year of birth is 1990, wh"],
      ["idNumber", "The ID number says female, which differs from th"],
    ]);
    expect(warningsOf(form, { ...good, bornOn: "2008-11-24" }, today)).toEqual([]);
  });
});
