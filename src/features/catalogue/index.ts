export {
  type Catalogue,
  createCatalogue,
  maxPageSize,
  type ProcedureFilter,
  type ProcedurePage,
} from "./catalogue.ts";
export { type Field, type Guidance, type LifeEvent, noGuidance } from "./guidance.ts";
export { loadCatalogue } from "./load-catalogue.ts";
export {
  type ApplicantKind,
  type AuthorityLevel,
  type Completeness,
  type Component,
  componentsToUpload,
  type Deadline,
  type DeadlineUnit,
  type Fee,
  type FormField,
  type FormFieldKind,
  isInForce,
  type LegalSource,
  type OnlineLevel,
  type ProcedureDefinition,
  type ProcedureVersion,
  type ProcessRole,
  type ProcessStep,
  type Provenance,
  type ProvenanceStatus,
  type RuleProfile,
  type SupplementPolicy,
} from "./procedure.ts";
export {
  insertDraftVersion,
  insertProcedures,
  type NewProcedure,
  publishVersion,
  type ReceivingUnit,
} from "./queries.ts";
export { readGuidance, readProcedures, readSources, type Source } from "./read-procedures.ts";
