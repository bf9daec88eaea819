/** A procedure as programs read it (`GET /api/v1/procedures…`). Everything published, nothing personal. */
import type { Organisation } from "#features/organisation/index.ts";
import { linkedParts } from "../linked.ts";
import { cataloguePaths } from "../paths.ts";
import type { ProcedureDefinition, ProcedureVersion } from "../procedure.ts";

/** The answers a form asks for, as JSON Schema 2020-12. Forms are made above this feature, so their compiler is handed in. */
export type FormSchemaOf = (definition: ProcedureDefinition) => unknown;

export function procedureSummary(version: ProcedureVersion, organisation: Organisation) {
  const { definition } = version;
  return {
    code: version.code,
    name: definition.name,
    nameEn: definition.nameEn,
    field: definition.field,
    level: definition.authorityLevel,
    onlineLevel: definition.onlineLevel,
    agency: agencyOf(definition.agency, organisation),
    deadline: { value: definition.deadline.value, unit: definition.deadline.unit },
    result: definition.result,
    version: version.number,
    links: {
      self: cataloguePaths.apiProcedure({ code: version.code }),
      page: cataloguePaths.procedure({ code: version.code }),
    },
  };
}

export function procedureDocument(
  version: ProcedureVersion,
  {
    organisation,
    receivingUnitIds,
    formSchemaOf,
  }: {
    readonly organisation: Organisation;
    readonly receivingUnitIds: readonly number[];
    readonly formSchemaOf: FormSchemaOf;
  },
) {
  const { definition } = version;
  return {
    ...procedureSummary(version, organisation),
    version: {
      number: version.number,
      effectiveFrom: version.effectiveFrom,
      effectiveTo: version.effectiveTo,
      ruleProfile: version.ruleProfile,
      supplementPolicy: version.supplementPolicy,
      announcedBy: version.announcedBy,
      processApprovedBy: version.processApprovedBy,
    },
    deadline: definition.deadline,
    fees: definition.fees,
    components: definition.components.map((component) => ({
      ...component,
      // What an online submission must bring: the e-form is in `answers`, everything else is a file.
      upload: component.kind === "form" ? "none" : component.required ? "required" : "optional",
    })),
    legalBasis: definition.legalBasis,
    conditions: definition.conditions,
    applicants: definition.applicants,
    channels: ["online", "direct", "post"],
    units: receivingUnitIds.map((id) => {
      const { code, name, nameEn } = organisation.getById(id);
      return { code, name, nameEn };
    }),
    processSteps: definition.internalProcess.map((step, at) => ({
      no: at + 1,
      name: step.name,
      role: step.role,
      hours: step.hours,
      agency: agencyOf(step.agency, organisation),
    })),
    linked:
      definition.linked === undefined
        ? null
        : {
            basis: definition.linked.basis,
            parts: linkedParts(definition).map(({ agency, ...part }) => ({
              agency: agencyOf(agency, organisation),
              ...part,
            })),
          },
    formSchema: formSchemaOf(definition),
    completeness: definition.completeness,
    asOf: definition.asOf,
    provenance: definition.provenance,
    note: definition.note,
  };
}

/** An office by its name; a commune role by its code alone, since each ward has its own. */
function agencyOf(code: string, organisation: Organisation) {
  const unit = organisation.byCode(code);
  return { code, name: unit?.name ?? null };
}
