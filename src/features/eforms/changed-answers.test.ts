import { describe, expect, it } from "vitest";
import { changedAnswers } from "./changed-answers.ts";
import type { FieldDefinition, FormDefinition } from "./definition.ts";

const words = { vi: "x", en: "x" };
const text = (key: string): FieldDefinition => ({
  key,
  kind: "text",
  label: words,
  required: false,
  sensitivity: "open",
  maxLength: 100,
});
const form: FormDefinition = {
  code: "1.001193",
  groups: [
    { key: "child", heading: words, fields: [text("childName"), text("childPlace")] },
    {
      key: "members",
      heading: words,
      repeat: { min: 0, max: 5, itemName: words },
      fields: [text("memberName"), text("memberKin")],
    },
  ],
};

const changes = (before: object, after: object) =>
  changedAnswers(form, { ...before }, { ...after }).map(({ path, row, before, after }) => [path, row, before, after]);

describe("what changed between two sets of answers", () => {
  it("is nothing when they say the same, whatever order and empty boxes they come with", () => {
    expect(changes({ childName: "Lê Minh Khôi", childPlace: "" }, { childName: "Lê Minh Khôi" })).toEqual([]);
    expect(changes({ members: [] }, {})).toEqual([]);
  });

  it("names each answer that is new, other or gone", () => {
    expect(changes({ childName: "Lê Minh Khôi" }, { childName: "Lê Minh Khải" })).toEqual([
      ["childName", undefined, "Lê Minh Khôi", "Lê Minh Khải"],
    ]);
    expect(changes({}, { childPlace: "Đông Hương" })).toEqual([["childPlace", undefined, undefined, "Đông Hương"]]);
    expect(changes({ childPlace: "Đông Hương" }, {})).toEqual([["childPlace", undefined, "Đông Hương", undefined]]);
  });

  it("tells which of several people it is about", () => {
    const before = { members: [{ memberName: "A", memberKin: "Mẹ" }] };
    const after = { members: [{ memberName: "A", memberKin: "Bà" }, { memberName: "B" }] };

    expect(changes(before, after)).toEqual([
      ["members.0.memberKin", 0, "Mẹ", "Bà"],
      ["members.1.memberName", 1, undefined, "B"],
    ]);
    expect(changes(after, before)).toHaveLength(2);
  });

  it("leaves out what the form does not ask, and what is no answer", () => {
    expect(changes({ other: "x", childName: { a: 1 } }, { childName: null, members: "x" })).toEqual([]);
  });
});
