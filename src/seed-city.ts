/** Loads a city's folder into the database: its units, its procedures and who receives them. What is there already stays. */

import type { ProcedureDefinition } from "#features/catalogue/index.ts";
import { insertProcedures, readGuidance, readProcedures } from "#features/catalogue/index.ts";
import { checkPhrases } from "#features/dossiers/index.ts";
import {
  type City,
  CityFileError,
  insertTransactionPoints,
  insertUnits,
  loadOrganisation,
  type Organisation,
  readCity,
  readUnits,
} from "#features/organisation/index.ts";
import { checkAccounts } from "#features/payments/index.ts";
import { faultInWords, processFaults } from "#features/processes/index.ts";
import type { Db } from "#foundation/db/index.ts";

export type SeededCity = { readonly units: number; readonly procedures: number };

/** Throws a CityFileError that names every fault of the folder; nothing is written then. */
export async function seedCity(db: Db, folder: string, at: Date): Promise<SeededCity> {
  const city = readCity(folder);
  const { units, transactionPoints } = readUnits(folder);
  const procedures = readProcedures(folder);
  const guidanceFaults = unknownProcedures(readGuidance(folder), procedures);
  if (guidanceFaults.length > 0) throw new CityFileError(`${folder}/guidance.json`, guidanceFaults);
  checkPhrases(folder, procedures);

  return db.transaction().execute(async (tx) => {
    const newUnits = await insertUnits(tx, units);
    await insertTransactionPoints(tx, transactionPoints);
    const organisation = await loadOrganisation(tx, city.proceduresInForceFrom);
    checkAccounts(folder, organisation);
    const received = procedures.map((definition) => ({
      definition,
      unitIds: receivingUnitIds(definition, organisation, city),
    }));
    const faults = received.flatMap(({ definition, unitIds }) => faultsOf(definition, organisation, unitIds));
    if (faults.length > 0) throw new CityFileError(`${folder}/procedures`, [...new Set(faults)]);
    const newProcedures = await insertProcedures(
      tx,
      received.map(({ definition, unitIds }) => ({
        code: definition.code,
        effectiveFrom: city.proceduresInForceFrom,
        ruleProfile: city.ruleProfile,
        supplementPolicy: "reset",
        announcedBy: city.announcedBy,
        processApprovedBy: city.processApprovedBy,
        definition,
        unitCodes: unitIds.map((id) => organisation.getById(id).code),
      })),
      at,
    );
    return { units: newUnits, procedures: newProcedures };
  });
}

/** Where the first step is, there the citizen hands in: every ward for a step of a commune role, the city's unit otherwise. */
function receivingUnitIds(
  { internalProcess }: ProcedureDefinition,
  organisation: Organisation,
  city: City,
): readonly number[] {
  if (internalProcess[0]?.agency === city.communeOneStopRole) {
    return organisation.units.filter(({ kind }) => kind === "ward" || kind === "commune").map(({ id }) => id);
  }
  const unit = organisation.byCode(city.cityOneStop);
  return unit === undefined ? [] : [unit.id];
}

function faultsOf(definition: ProcedureDefinition, organisation: Organisation, unitIds: readonly number[]) {
  const faults = processFaults(definition, organisation, unitIds).map(faultInWords);
  const isKnown =
    organisation.byCode(definition.agency) !== undefined ||
    organisation.units.some(({ agencyRole }) => agencyRole === definition.agency);
  if (!isKnown) faults.push(`its agency ${definition.agency} is not there`);
  return faults.map((fault) => `${definition.code}: ${fault}`);
}

function unknownProcedures(
  guidance: ReturnType<typeof readGuidance>,
  procedures: readonly ProcedureDefinition[],
): readonly string[] {
  const codes = new Set(procedures.map(({ code }) => code));
  const fields = new Set(guidance.fields.map(({ name }) => name));
  const named = [
    ...guidance.mostAsked,
    ...guidance.lifeEvents.flatMap((event) => event.procedures),
    ...Object.keys(guidance.everydayWords),
    ...Object.keys(guidance.shortNames),
  ];
  return [
    ...named.filter((code) => !codes.has(code)).map((code) => `there is no procedure ${code}`),
    ...procedures
      .filter(({ field }) => !fields.has(field))
      .map(({ code, field }) => `the field "${field}" of ${code} is not among the fields`),
  ];
}
