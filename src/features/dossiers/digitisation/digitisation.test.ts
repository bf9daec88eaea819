import { describe, expect, it } from "vitest";
import { aVersion, sampleProcedures } from "#features/catalogue/testing.ts";
import { countsOf, type Digitised, digitisedBy, theResult } from "./digitisation.ts";

const definition = sampleProcedures().find(({ code }) => code === "1.001193");
if (definition === undefined) throw new Error("The sample city registers births");
const [form, birth, shown] = definition.components;
if (form === undefined || birth === undefined) throw new Error("A birth registration has a form and a paper");
const version = aVersion(definition);
const kept = definition.components
  .filter(({ shownOnly, required }) => !shownOnly && required)
  .map(({ componentKey }) => componentKey);
const optional = definition.components.find(({ shownOnly, required }) => !shownOnly && !required);
if (optional === undefined) throw new Error("Some births need a paper that others do not");
const withFile = { components: [{ componentKey: birth.componentKey, uploadIds: ["a"] }] };
const onPaper = { components: [] };

const of = (component: { readonly componentKey: string }, state: Digitised["state"], source: string | null = null) => ({
  of: component.componentKey,
  state,
  source,
});
const standing = (
  move: Parameters<typeof digitisedBy>[0],
  { content = withFile, before = [] as readonly Digitised[], given = [] as readonly Digitised[] } = {},
) => digitisedBy(move, { version, content, before, given });
const codes = (result: ReturnType<typeof standing>) => (result.ok ? [] : result.refusal.map(({ code }) => code));

describe("with acceptance", () => {
  it("what came as a file is digitised, a form filled in here is data, and paper alone is neither", () => {
    const asFile = standing("accept");
    const asPaper = standing("accept", { content: onPaper });

    expect(asFile).toMatchObject({ ok: true, value: expect.arrayContaining([of(form, 1), of(birth, 1)]) });
    expect(asPaper).toMatchObject({ ok: true, value: expect.arrayContaining([of(form, 1), of(birth, 0)]) });
  });

  it("every paper that is kept is spoken of, and nothing that is only shown", () => {
    const result = standing("accept");

    expect(result.ok && result.value?.map((one) => one.of)).toEqual(kept);
    expect(kept).not.toContain(shown?.shownOnly === true ? shown.componentKey : undefined);
  });

  it.each([
    ["re-used without saying from where", [of(birth, 3)], "missing"],
    ["re-used from nothing but blanks", [of(birth, 2, "   ")], "missing"],
    ["a source longer than any number", [of(birth, 3, "9".repeat(201))], "tooLong"],
    ["a paper the procedure does not know", [{ of: "giay-la", state: 1, source: null } as const], "unknownComponent"],
    ["a result before there is one", [{ of: theResult, state: 1, source: null } as const], "unknownComponent"],
  ])("%s is refused", (_, given, code) => {
    expect(codes(standing("accept", { given }))).toEqual([code]);
  });

  it("a paper this dossier did not bring is no part of it, until somebody says that it is", () => {
    const asked = standing("accept", { given: [of(optional, 2, "H56.27.03-261001-0004")] });

    expect(asked).toMatchObject({
      ok: true,
      value: expect.arrayContaining([of(optional, 2, "H56.27.03-261001-0004")]),
    });
    expect(standing("accept")).toMatchObject({ ok: true, value: kept.map((key) => ({ of: key })) });
  });

  it("nobody calls digitised what has no file", () => {
    expect(codes(standing("accept", { content: onPaper, given: [of(birth, 1)] }))).toEqual(["noFile"]);
  });

  it("what is taken from an earlier result needs no file", () => {
    const result = standing("accept", { content: onPaper, given: [of(birth, 3, "H56.27.03-261001-0004")] });

    expect(result).toMatchObject({ ok: true, value: expect.arrayContaining([of(birth, 3, "H56.27.03-261001-0004")]) });
  });
});

describe("with the return of the result", () => {
  const before = [of(form, 1), of(birth, 0)];

  it("the result is kept digitised, unless it is said to be paper alone; the papers stay as they were", () => {
    const plain = standing("returnResult", { content: onPaper, before });
    const paper = standing("returnResult", {
      content: onPaper,
      before,
      given: [{ of: theResult, state: 0, source: null }],
    });

    expect(plain.ok && plain.value?.at(-1)).toEqual({ of: theResult, state: 1, source: null });
    expect(plain).toMatchObject({ ok: true, value: expect.arrayContaining([of(birth, 0)]) });
    expect(paper.ok && paper.value?.at(-1)).toEqual({ of: theResult, state: 0, source: null });
  });

  it("a result is made here, and taken from nowhere", () => {
    expect(codes(standing("returnResult", { before, given: [{ of: theResult, state: 3, source: "1/QĐ" }] }))).toEqual([
      "notReused",
    ]);
  });

  it("says nothing of the papers", () => {
    expect(codes(standing("returnResult", { before, given: [of(birth, 3, "1/QĐ")] }))).toEqual(["unknownComponent"]);
  });
});

describe("set right afterwards", () => {
  const before = kept.map((key): Digitised => ({ of: key, state: key === birth.componentKey ? 0 : 1, source: null }));

  it("only what changes is said, and everything stands", () => {
    const result = standing("digitise", { before, given: [of(birth, 1)] });

    expect(result.ok && result.value).toEqual(kept.map((key) => ({ of: key, state: 1, source: null })));
  });

  it.each([
    ["nothing at all", [], "missing"],
    ["what stands there already", [of(birth, 0)], "unchanged"],
  ])("%s is refused", (_, given, code) => {
    expect(codes(standing("digitise", { before, given }))).toEqual([code]);
  });

  it("other moves say nothing of it", () => {
    expect(standing("handOver", { before, given: [of(birth, 1)] })).toEqual({ ok: true, value: null });
  });
});

it("counts what is re-used as digitised too, and the result apart", () => {
  const told = [of(form, 1), of(birth, 3, "1/QĐ"), { of: "khac", state: 0, source: null } as const];

  expect(countsOf(told)).toEqual({ components: 3, digitised: 2, reused: 1, isResultDigitised: null });
  expect(countsOf([...told, { of: theResult, state: 0, source: null }]).isResultDigitised).toBe(false);
});
