/** For tests here and in other features: the sample city's catalogue, without a database. */
import { fileURLToPath } from "node:url";
import { type Catalogue, createCatalogue } from "./catalogue.ts";
import type { ProcedureDefinition, ProcedureVersion } from "./procedure.ts";
import { readGuidance, readProcedures } from "./read-procedures.ts";

export const sampleCityFolder = fileURLToPath(new URL("../../../cities/thanh-hoa-2020", import.meta.url));

export function aVersion(definition: ProcedureDefinition, changes: Partial<ProcedureVersion> = {}): ProcedureVersion {
  return {
    id: 1,
    procedureId: 1,
    code: definition.code,
    number: 1,
    effectiveFrom: "2020-10-01",
    effectiveTo: null,
    ruleProfile: "vn-2018",
    supplementPolicy: "reset",
    announcedBy: "-",
    processApprovedBy: "-",
    definition,
    ...changes,
  };
}

export function sampleProcedures(): readonly ProcedureDefinition[] {
  return readProcedures(sampleCityFolder);
}

/** Ids count from 1 in the order of codes; `receivedBy` says which units receive a procedure. */
export function aCatalogue(receivedBy: (definition: ProcedureDefinition) => readonly number[] = () => []): Catalogue {
  const definitions = sampleProcedures();
  return createCatalogue(
    definitions.map((definition, at) => aVersion(definition, { id: at + 1, procedureId: at + 1 })),
    definitions.flatMap((definition, at) =>
      receivedBy(definition).map((unitId) => ({
        procedureId: at + 1,
        unitId,
        validFrom: "2020-10-01",
        validTo: null,
      })),
    ),
    readGuidance(sampleCityFolder),
  );
}
