import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dossierCode, readDossierCode } from "./code.ts";

describe("a dossier code", () => {
  it("is unit, day and number of the day", () => {
    expect(dossierCode("H56.27.03", "2026-11-24", 1)).toBe("H56.27.03-261124-0001");
  });

  it("goes on past the 9,999th of a day", () => {
    expect(dossierCode("H56.27", "2026-11-24", 10_000)).toBe("H56.27-261124-10000");
  });

  it("is read as people type it", () => {
    expect(readDossierCode(" h56.27.03-261124–0001 ")).toBe("H56.27.03-261124-0001");
  });

  it.each([
    "",
    "H56",
    "261124-0001",
    "H56.27.03-261124-1",
    "H56.27.03-261124-0001'; drop table dossier",
    "x".repeat(500),
  ])("is not %j", (typed) => {
    expect(readDossierCode(typed)).toBeUndefined();
  });

  it("differs for different numbers, days and units, and reads back as itself", () => {
    const days = fc.date({ min: new Date("2019-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    const parts = fc.record({
      unit: fc.integer({ min: 0, max: 99 }),
      day: days,
      number: fc.integer({ min: 1, max: 200_000 }),
    });
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const code = ({ unit, day, number }: typeof a) =>
          dossierCode(`H56.27.${String(unit).padStart(2, "0")}`, day.toISOString().slice(0, 10), number);
        const same =
          a.unit === b.unit &&
          a.number === b.number &&
          a.day.toISOString().slice(0, 10) === b.day.toISOString().slice(0, 10);
        expect(code(a) === code(b)).toBe(same);
        expect(readDossierCode(code(a))).toBe(code(a));
      }),
    );
  });
});
