/** For tests here and in other features: the sample city's catalogue, without a database. */
import { fileURLToPath } from "node:url";
import { createOrganisation, type Organisation, readCity, readUnits } from "#features/organisation/index.ts";
import { movableClock } from "#foundation/clock/index.ts";
import { type Catalogue, createCatalogue } from "./catalogue.ts";
import type { CatalogueDeps } from "./deps.ts";
import type { ProcedureDefinition, ProcedureVersion } from "./procedure.ts";
import { readGuidance, readProcedures, readSources } from "./read-procedures.ts";

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

/** The units of the sample city, with ids from 1 in the order of its file. */
export function sampleOrganisation(): Organisation {
  const { units, transactionPoints } = readUnits(sampleCityFolder);
  const idOf = new Map(units.map(({ code }, at) => [code, at + 1]));
  return createOrganisation(
    units.map(({ parentCode, validFrom: _, position: __, ...unit }, at) => ({
      ...unit,
      id: at + 1,
      parentId: parentCode === null ? null : (idOf.get(parentCode) ?? null),
      names: [],
    })),
    transactionPoints.map(({ unitCode, ...point }, at) => ({ ...point, id: at + 1, unitId: idOf.get(unitCode) ?? 0 })),
  );
}

/** Everything the pages of the catalogue need, as the sample city has it on 24 November 2026. */
export function sampleDeps(): CatalogueDeps {
  const organisation = sampleOrganisation();
  const wards = organisation.units.filter(({ kind }) => kind === "ward" || kind === "commune").map(({ id }) => id);
  const cityCounter = organisation.byCode("TP-MOTCUA")?.id ?? 0;
  const catalogue = aCatalogue(({ internalProcess }) =>
    internalProcess[0]?.agency === "XA-MOTCUA" ? wards : [cityCounter],
  );
  return {
    clock: movableClock("2026-11-24T03:00:00Z"),
    organisation: () => organisation,
    catalogue: () => catalogue,
    city: readCity(sampleCityFolder),
    sources: readSources(sampleCityFolder),
    origin: "https://motcua.example",
    links: {
      apply: (code, unit) => `/nop-ho-so/${code}${unit === undefined ? "" : `?unit=${unit}`}`,
      lookUp: { action: "/tra-cuu", parameter: "code" },
    },
  };
}
