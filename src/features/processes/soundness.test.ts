import { describe, expect, it } from "vitest";
import type { Linked, ProcedureDefinition, ProcessStep } from "#features/catalogue/index.ts";
import { createOrganisation, type Unit } from "#features/organisation/index.ts";
import { nextStep, plannedHoursThrough, previousStep, processOf } from "./process.ts";
import { faultInWords, type ProcessFault, processFaults } from "./soundness.ts";

const unit = (id: number, code: string, parentId: number | null, agencyRole: string | null = null): Unit => ({
  id,
  code,
  kind: "division",
  level: "commune",
  parentId,
  agencyId: null,
  agencyRole,
  verified: true,
  source: null,
  laterChanges: [],
  name: code,
  nameEn: code,
  shortName: code,
  names: [],
});
const organisation = createOrganisation([
  unit(1, "TP-UBND", null),
  unit(2, "TP-MOTCUA", 1),
  unit(3, "14773", 1),
  unit(4, "14773.MOTCUA", 3, "XA-MOTCUA"),
  unit(5, "14773.TPHT", 3, "XA-TPHT"),
  unit(6, "14773.UBND", 3, "XA-UBND"),
]);

const step = (role: ProcessStep["role"], hours: number, agency: string): ProcessStep => ({
  name: role,
  role,
  hours,
  agency,
});
const sound: readonly ProcessStep[] = [
  step("reception", 1, "XA-MOTCUA"),
  step("specialist", 4, "XA-TPHT"),
  step("leader", 2, "XA-UBND"),
  step("return", 1, "XA-MOTCUA"),
];
const asked = (
  internalProcess: readonly ProcessStep[],
  workingHours = 8,
): Pick<ProcedureDefinition, "internalProcess" | "deadline" | "legalBasis"> => ({
  internalProcess,
  legalBasis: [{ number: "136/2013/NĐ-CP", title: "Trợ giúp xã hội" }],
  deadline: { value: 1, unit: "working_day", note: null, workingHours },
});
const faultsOf = (steps: readonly ProcessStep[], hours = 8, receivers: readonly number[] = [3]) =>
  processFaults(asked(steps, hours), organisation, receivers);

describe("the soundness of a process", () => {
  it("finds nothing wrong with a process that leads from the counter back to it within the limit", () => {
    expect(faultsOf(sound)).toEqual([]);
  });

  const cases: readonly (readonly [what: string, faults: readonly ProcessFault[], expected: ProcessFault])[] = [
    ["no steps", faultsOf([]), { reason: "no-steps" }],
    ["a start elsewhere", faultsOf(sound.slice(1), 7), { reason: "does-not-start-at-reception", role: "specialist" }],
    ["no return", faultsOf(sound.slice(0, 3), 7), { reason: "does-not-end-with-return", role: "leader" }],
    [
      "nobody who signs",
      faultsOf(
        [sound[0], sound[1], sound[3]].filter((one) => one !== undefined),
        6,
      ),
      { reason: "nobody-decides" },
    ],
    ["hours that do not add up", faultsOf(sound, 9), { reason: "hours-do-not-add-up", planned: 8, limit: 9 }],
    [
      "a step without hours",
      faultsOf([...sound.slice(0, 3), step("return", 0, "XA-MOTCUA")], 7),
      { reason: "step-without-hours", step: 4 },
    ],
    [
      "a step nobody can reach",
      faultsOf([...sound, step("clerk", 1, "XA-TPHT"), step("return", 1, "XA-MOTCUA")], 10),
      { reason: "step-after-return", step: 5 },
    ],
    [
      "a step that is its neighbour again",
      faultsOf([...sound.slice(0, 2), step("specialist", 1, "XA-TPHT"), ...sound.slice(2)], 9),
      { reason: "step-repeats-the-one-before", step: 3 },
    ],
    ["no unit that receives", faultsOf(sound, 8, []), { reason: "no-receiving-unit" }],
    [
      "an agency that is not there",
      faultsOf([...sound.slice(0, 2), step("leader", 2, "XA-NOBODY"), ...sound.slice(3)]),
      { reason: "unit-cannot-be-found", step: 3, agency: "XA-NOBODY", from: "14773" },
    ],
    [
      "a result that is returned where nobody handed in",
      faultsOf([...sound.slice(0, 3), step("return", 1, "TP-MOTCUA")]),
      { reason: "result-returned-elsewhere", agency: "TP-MOTCUA" },
    ],
  ];
  it.each(cases)("names %s", (_, faults, expected) => {
    expect(faults).toContainEqual(expected);
    for (const fault of faults) expect(faultInWords(fault)).not.toBe("");
  });
});

describe("the parts of a linked procedure", () => {
  const linkedFaultsOf = (linked: Linked, receivers: readonly number[] = [3]) =>
    processFaults({ ...asked(sound), linked }, organisation, receivers);
  const ward = { agency: "XA-UBND", task: "Thẩm tra", taskEn: "Appraise", throughStep: 3 };
  const counter = { agency: "XA-MOTCUA", task: "Trả", taskEn: "Return", throughStep: 4 };
  const beside = { agency: "TP-MOTCUA", task: "Ghi sổ", taskEn: "Enter it", hours: 4 };
  const whole: Linked = { lead: "XA-UBND", basis: "136/2013/NĐ-CP", parts: [ward, counter] };

  it("may follow one another or run beside the steps", () => {
    expect(linkedFaultsOf(whole)).toEqual([]);
    expect(linkedFaultsOf({ ...whole, parts: [{ ...ward, throughStep: 4 }, beside] })).toEqual([]);
  });

  const cases: readonly (readonly [what: string, linked: Linked, expected: ProcessFault])[] = [
    ["a lead without a part", { ...whole, lead: "XA-TPHT" }, { reason: "lead-has-no-part", agency: "XA-TPHT" }],
    ["a basis nobody published", { ...whole, basis: "1/1" }, { reason: "linked-without-basis", basis: "1/1" }],
    [
      "steps that are nobody's",
      { ...whole, parts: [ward, beside] },
      { reason: "parts-leave-steps-out", through: 3, steps: 4 },
    ],
    [
      "a part that ends before it begins",
      { ...whole, parts: [ward, { ...counter, throughStep: 3 }, counter] },
      { reason: "part-without-steps", part: 2 },
    ],
    [
      "a part longer than the whole",
      { ...whole, parts: [ward, counter, { ...beside, hours: 9 }] },
      { reason: "part-longer-than-the-whole", part: 3, limit: 8 },
    ],
    [
      "a part beside the steps of the same agency",
      { ...whole, parts: [ward, counter, { ...beside, agency: "XA-TPHT" }] },
      { reason: "part-beside-another-of-its-agency", part: 3, agency: "XA-TPHT" },
    ],
    [
      "two parts beside of one agency",
      { ...whole, parts: [ward, counter, beside, beside] },
      { reason: "part-beside-another-of-its-agency", part: 4, agency: "TP-MOTCUA" },
    ],
    [
      "an agency that is not there",
      { ...whole, parts: [ward, counter, { ...beside, agency: "TP-NOBODY" }] },
      { reason: "part-unit-cannot-be-found", part: 3, agency: "TP-NOBODY" },
    ],
  ];
  it.each(cases)("are refused with %s", (_, linked, expected) => {
    const faults = linkedFaultsOf(linked);
    expect(faults).toContainEqual(expected);
    for (const fault of faults) expect(faultInWords(fault)).not.toBe("");
  });
});

describe("a process", () => {
  const process = processOf(asked(sound));

  it("leads from each step to the next and back, and ends", () => {
    expect(process.map(({ no }) => no)).toEqual([1, 2, 3, 4]);
    expect(nextStep(process, 1)?.role).toBe("specialist");
    expect(nextStep(process, 4)).toBeUndefined();
    expect(previousStep(process, 2)?.role).toBe("reception");
    expect(previousStep(process, 1)).toBeUndefined();
  });

  it("plans the hours up to the end of each step", () => {
    expect(process.map(({ no }) => plannedHoursThrough(process, no))).toEqual([1, 5, 7, 8]);
  });
});
