import { describe, expect, it } from "vitest";
import { sampleOrganisation } from "../testing.ts";
import { findWards } from "./unit-search.ts";

const organisation = sampleOrganisation();
const find = (q: string) => findWards(organisation, q).map(({ unit }) => unit.code);

describe("the search for a ward", () => {
  it.each([
    ["Lam Sơn", "14773"],
    ["lam son", "14773"],
    ["phường lam sơn", "14773"],
    ["P. Lam Son", "14773"],
    ["lam sown", "14773"],
    ["Lam Ward", "14773"],
    ["đông vệ", "14782"],
    ["dong ve", "14782"],
    ["ddoong veej", "14782"],
    ["xã hoằng quang", "15925"],
    ["hoang qaung", "15925"],
    ["Long Anh", "15922"],
  ])("finds “%s”", (q, code) => {
    expect(find(q)[0]).toBe(code);
  });

  it("finds the wards that are part of a later one, and says so", () => {
    const found = findWards(organisation, "hạc thành", 20);

    expect(found.length).toBeGreaterThan(5);
    expect(found.every(({ nowPartOf }) => nowPartOf === "Phường Hạc Thành")).toBe(true);
  });

  it("finds nothing in what is no name", () => {
    expect(find("khai sinh")).toEqual([]);
    expect(find("")).toEqual([]);
    expect(find("phường")).toEqual([]);
  });
});
