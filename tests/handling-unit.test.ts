/** Which unit each of the city's 75 procedures is handled by, wherever it is received. */
import { beforeAll, describe, expect, it } from "vitest";
import { handlingUnitOf, stepsOf } from "#features/dossiers/index.ts";
import { type TestProgram, testProgram } from "./support/program.ts";

let program: TestProgram;
const today = "2026-11-17";

beforeAll(async () => {
  program = await testProgram({ now: `${today}T01:30:00Z` });
});

function handler(procedureCode: string, receivingCode: string): string {
  const organisation = program.deps.organisation();
  const version = program.deps.catalogue().versionOn(procedureCode, today);
  const receiving = organisation.byCode(receivingCode);
  if (version === undefined || receiving === undefined) throw new Error(`No ${procedureCode} at ${receivingCode}`);
  const unitId = handlingUnitOf(stepsOf(version, receiving.id, organisation), receiving.id, organisation);
  return organisation.getById(unitId).code;
}

describe("the handling unit", () => {
  it.each([
    ["of a ward's own procedure is the ward, not the desk in it", "1.001193", "14755", "14755"],
    ["of another ward's is that ward", "1.001193", "14758", "14758"],
    ["of a city procedure is the division, neither who receives nor who signs", "2.000908", "TP-MOTCUA", "TP-TUPHAP"],
    ["of one that wards receive and the city decides is the division", "1.001731", "14755", "TP-LDTBXH"],
  ])("%s", (_what, procedure, receiving, expected) => {
    expect(handler(procedure, receiving)).toBe(expected);
  });

  it("is known for everything that anybody receives, and is always a body with a code of its own", () => {
    const organisation = program.deps.organisation();
    const catalogue = program.deps.catalogue();
    const ways = catalogue
      .inForceOn(today)
      .flatMap(({ code }) => catalogue.receivingUnitIds(code, today).map((id) => [code, id] as const));

    const bodies = ways.map(([code, id]) => organisation.byCode(handler(code, organisation.getById(id).code)));

    expect(ways.length).toBeGreaterThan(75);
    expect(bodies.filter((unit) => unit?.agencyId == null)).toEqual([]);
  });
});
