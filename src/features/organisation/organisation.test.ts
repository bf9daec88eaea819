import { describe, expect, it } from "vitest";
import { authorityName, createOrganisation, type Unit } from "./organisation.ts";

function aUnit(id: number, code: string, parentId: number | null, changes: Partial<Unit> = {}): Unit {
  return {
    id,
    code,
    kind: "specialist_office",
    level: "city",
    parentId,
    agencyId: null,
    agencyRole: null,
    verified: true,
    source: null,
    laterChanges: [],
    name: code,
    nameEn: code,
    shortName: code,
    names: [],
    ...changes,
  };
}

const wardNames = [
  {
    name: "Xã Long Anh",
    nameEn: "Long Anh Commune",
    shortName: "Long Anh",
    validFrom: "2019-12-01",
    validTo: "2021-01-31",
    decision: null,
  },
  {
    name: "Phường Long Anh",
    nameEn: "Long Anh Ward",
    shortName: "Long Anh",
    validFrom: "2021-02-01",
    validTo: null,
    decision: "1108/NQ-UBTVQH14",
  },
] as const;

const organisation = createOrganisation([
  aUnit(1, "TP-UBND", null, { kind: "committee" }),
  aUnit(2, "TP-TUPHAP", 1),
  aUnit(3, "15922", 1, {
    kind: "ward",
    level: "commune",
    name: "Phường Long Anh",
    nameEn: "Long Anh Ward",
    names: wardNames,
  }),
  aUnit(4, "15922.TPHT", 3, { level: "commune", agencyRole: "XA-TPHT" }),
  aUnit(5, "15922.MOTCUA", 3, { level: "commune", agencyRole: "XA-MOTCUA" }),
  aUnit(6, "14773", 1, { kind: "ward", level: "commune" }),
  aUnit(7, "14773.TPHT", 6, { level: "commune", agencyRole: "XA-TPHT" }),
]);

describe("the organisation", () => {
  it("finds the office a step names, whoever received the dossier", () => {
    expect(organisation.resolveStepUnit(3, "TP-TUPHAP")?.code).toBe("TP-TUPHAP");
    expect(organisation.resolveStepUnit(1, "TP-TUPHAP")?.code).toBe("TP-TUPHAP");
  });

  it("finds the commune role of a step in the ward that received the dossier, also from the ward's own counter", () => {
    expect(organisation.resolveStepUnit(3, "XA-TPHT")?.code).toBe("15922.TPHT");
    expect(organisation.resolveStepUnit(6, "XA-TPHT")?.code).toBe("14773.TPHT");
    expect(organisation.resolveStepUnit(5, "XA-TPHT")?.code).toBe("15922.TPHT");
  });

  it("finds no unit where there is none, instead of another ward's", () => {
    expect(organisation.resolveStepUnit(6, "XA-MOTCUA")).toBeUndefined();
    expect(organisation.resolveStepUnit(2, "XA-TPHT")).toBeUndefined();
    expect(organisation.resolveStepUnit(99, "TP-TUPHAP")).toBeUndefined();
    expect(organisation.resolveStepUnit(3, "TP-NOWHERE")).toBeUndefined();
  });

  it("knows what a posting at a unit covers", () => {
    expect(organisation.within(3)).toEqual([3, 4, 5]);
    expect(new Set(organisation.within(1))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]));
    expect(organisation.isWithin(4, 1)).toBe(true);
    expect(organisation.isWithin(4, 6)).toBe(false);
    expect(organisation.isWithin(4, 4)).toBe(true);
    expect(organisation.ancestors(4).map(({ code }) => code)).toEqual(["15922", "TP-UBND"]);
  });

  it("gives a unit the name it had on the day, and the first one before all days", () => {
    expect(organisation.nameOn(3, "2020-10-15", "vi")).toBe("Xã Long Anh");
    expect(organisation.nameOn(3, "2021-01-31", "en")).toBe("Long Anh Commune");
    expect(organisation.nameOn(3, "2021-02-01", "vi")).toBe("Phường Long Anh");
    expect(organisation.nameOn(2, "2021-02-01", "vi")).toBe("TP-TUPHAP");
  });

  it("writes the authority of a ward out in full", () => {
    expect(authorityName(organisation.getById(3), "vi")).toBe("Ủy ban nhân dân phường Long Anh");
    expect(authorityName(organisation.getById(3), "en")).toBe("People's Committee of Long Anh Ward");
    expect(authorityName(organisation.getById(2), "vi")).toBe("TP-TUPHAP");
  });

  it("shows the units as a tree in the order of their lists", () => {
    expect(
      organisation.tree().map(({ unit, children }) => [unit.code, children.map((child) => child.unit.code)]),
    ).toEqual([["TP-UBND", ["TP-TUPHAP", "15922", "14773"]]]);
  });
});
