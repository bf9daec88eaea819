import { describe, expect, it } from "vitest";
import { type Role, roles, type Visitor } from "#features/identity/index.ts";
import { createOrganisation, type Unit } from "#features/organisation/index.ts";
import { type MoneyAct, mayHandle, moneyActs, unitsOfBook } from "./may.ts";

const unit = (id: number, code: string, kind: Unit["kind"], level: Unit["level"], parentId: number | null): Unit => ({
  id,
  code,
  kind,
  level,
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
});
const organisation = createOrganisation([
  unit(1, "CITY", "committee", "city", null),
  unit(2, "ONE-STOP", "one_stop", "city", 1),
  unit(3, "OFFICE", "specialist_office", "city", 1),
  unit(4, "WARD", "ward", "commune", 1),
  unit(5, "OTHER-WARD", "ward", "commune", 1),
  unit(6, "WARD.DESK", "one_stop", "commune", 4),
]);
const person = { accountId: "a", login: "a", name: "A", isDemo: false };
const official = (role: Role, unitId: number): Visitor & { kind: "official" } => ({
  ...person,
  kind: "official",
  postings: [{ unitId, role }],
});

/** Once more and by hand, not read from the program: 61/2018/NĐ-CP arts 11 and 22, and two-person approval. */
const expected: Readonly<Record<MoneyAct, readonly Role[]>> = {
  setCharge: ["reception", "return"],
  recordPayment: ["reception", "return"],
  reversePayment: ["leader", "reception", "return"],
  askRefund: ["reception", "return"],
  payOut: ["reception", "return"],
  approve: ["leader"],
};
const acts = Object.keys(moneyActs).filter((act): act is MoneyAct => act in expected);

describe("the money of a dossier received at a ward", () => {
  it.each(acts)("%s is for those posted there in the roles of the law, and nobody else", (act) => {
    const may = (unitId: number) =>
      roles.filter((role) => mayHandle(official(role, unitId), act, 4, organisation)).sort();

    expect([may(4), may(6)]).toEqual([expected[act], expected[act]]);
    for (const elsewhere of [1, 2, 3, 5]) expect(may(elsewhere)).toEqual([]);
    for (const kind of ["citizen", "business"] as const)
      expect(mayHandle({ ...person, kind }, act, 4, organisation)).toBe(false);
    expect(mayHandle({ kind: "anonymous" }, act, 4, organisation)).toBe(false);
  });
});

describe("the money of a dossier received at the city's one-stop unit", () => {
  it.each(acts)("%s is also for those posted at the city itself, not in one of its offices or wards", (act) => {
    const may = (unitId: number) =>
      roles.filter((role) => mayHandle(official(role, unitId), act, 2, organisation)).sort();

    expect([may(2), may(1)]).toEqual([expected[act], expected[act]]);
    expect([may(3), may(4), may(6)]).toEqual([[], [], []]);
  });
});

describe("the cash books an official reads", () => {
  it.each<readonly [Role, number, readonly string[]]>([
    ["reception", 2, ["ONE-STOP"]],
    ["return", 4, ["WARD"]],
    ["reception", 6, ["WARD"]],
    ["leader", 1, ["ONE-STOP"]],
    ["leader", 4, ["WARD"]],
    ["director", 1, ["ONE-STOP", "WARD", "OTHER-WARD"]],
    ["inspector", 4, ["WARD"]],
    ["specialist", 3, []],
    ["admin", 1, []],
    ["quality", 1, []],
  ])("as %s at unit %i: %j", (role, unitId, codes) => {
    expect(unitsOfBook(official(role, unitId), organisation).map(({ code }) => code)).toEqual(codes);
  });
});
