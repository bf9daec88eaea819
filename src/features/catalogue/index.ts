export type { FormSchemaOf } from "./api/procedure-document.ts";
export { declareCatalogueApi } from "./api/routes.ts";
export { deadlineInWords, feesInWords } from "./at-a-glance.ts";
export {
  type Catalogue,
  createCatalogue,
  maxPageSize,
  type ProcedureFilter,
  type ProcedurePage,
} from "./catalogue.ts";
export { declareCataloguePages } from "./citizen/routes.tsx";
export type { CatalogueDeps, OnwardLinks } from "./deps.ts";
export { type Field, type Guidance, type LifeEvent, noGuidance } from "./guidance.ts";
export { type LinkedPart, linkedParts } from "./linked.ts";
export { loadCatalogue, type OpenCatalogue, openCatalogue } from "./load-catalogue.ts";
export { cataloguePaths } from "./paths.ts";
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
  type Linked,
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
export { type FoundUnit, findWards } from "./search/unit-search.ts";
