export { type City, readCity } from "./city.ts";
export { CityFileError, cityFileReader } from "./city-file.ts";
export { loadOrganisation, type OpenOrganisation, openOrganisation } from "./load-organisation.ts";
export {
  authorityName,
  createOrganisation,
  type LaterChange,
  type Organisation,
  type TransactionPoint,
  type Unit,
  type UnitKind,
  type UnitLevel,
  type UnitName,
  type UnitNode,
  unitKinds,
  unitName,
} from "./organisation.ts";
export {
  insertTransactionPoints,
  insertUnitName,
  insertUnits,
  type NewTransactionPoint,
  type NewUnit,
} from "./queries.ts";
export { type CityUnits, readUnits } from "./read-units.ts";
