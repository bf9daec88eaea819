export { loadOrganisation } from "./load-organisation.ts";
export {
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
