/** What a procedure is: everything the law wants published (Decree 63/2010 art. 8(2)), as one definition per version. */

export type OnlineLevel = 3 | 4;
export type AuthorityLevel = "province" | "city" | "commune";
export type DeadlineUnit = "working_day" | "calendar_day" | "hour";

export type Deadline = {
  readonly value: number;
  readonly unit: DeadlineUnit;
  readonly note: string | null;
  /** Office hours the internal process is planned for. */
  readonly workingHours: number;
};

export type Fee = {
  readonly name: string;
  /** Whole đồng; null where the amount could not be established. */
  readonly amountVnd: number | null;
  readonly note: string | null;
};

export type Component = {
  /** Stable within the procedure: what uploads and supplement requests point at. */
  readonly componentKey: string;
  readonly name: string;
  /** `form`: the e-form itself, nothing to upload. `document`: a paper, also one written on a form of its own. */
  readonly kind: "form" | "document";
  readonly formCode: string | null;
  readonly original: number;
  readonly copies: number;
  readonly required: boolean;
  /** At a counter the paper is only shown; online a picture of it is sent. */
  readonly shownOnly: boolean;
  readonly note: string | null;
};

export type LegalSource = { readonly number: string; readonly title: string };

export type ApplicantKind = "citizen" | "business" | "organisation";

export type FormFieldKind =
  | "text"
  | "date"
  | "number"
  | "select"
  | "textarea"
  | "phone"
  | "email"
  | "national_id"
  | "address"
  | "file";

export type FormField = {
  readonly key: string;
  readonly label: string;
  readonly labelEn: string;
  readonly type: FormFieldKind;
  readonly required: boolean;
  readonly group: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly labelEn: string }[] | null;
};

export type ProcessRole = "reception" | "specialist" | "head_of_office" | "leader" | "clerk" | "return";

export type ProcessStep = {
  readonly name: string;
  readonly role: ProcessRole;
  readonly hours: number;
  /** An office of the city (TP-TUPHAP) or a role of the commune (XA-TPHT). */
  readonly agency: string;
};

/**
 * Several agencies, one dossier (61/2018/NĐ-CP art. 19(6)–(7)). A part is the steps up to one of them, or runs beside the steps
 * from acceptance on, with a time of its own.
 */
export type Linked = {
  /** The agency that answers for the whole and gives its result. */
  readonly lead: string;
  /** Number of the text that links them; one of the version's legal sources. */
  readonly basis: string;
  readonly parts: readonly ({ readonly agency: string; readonly task: string; readonly taskEn: string } & (
    | { readonly throughStep: number }
    | { readonly hours: number }
  ))[];
};

export type ProvenanceStatus =
  | "codified-law"
  | "official-page"
  | "portal-crawl"
  | "public-code"
  | "secondary"
  | "constructed"
  | "unverified";

export type Provenance = {
  readonly status: ProvenanceStatus;
  readonly sources: readonly string[];
  readonly note: string | null;
};

export type Completeness = "full" | "substantial" | "partial" | "basic";

export type ProcedureDefinition = {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly field: string;
  readonly agency: string;
  readonly authorityLevel: AuthorityLevel;
  readonly onlineLevel: OnlineLevel;
  readonly deadline: Deadline;
  readonly fees: readonly Fee[];
  readonly components: readonly Component[];
  readonly result: string;
  readonly legalBasis: readonly LegalSource[];
  readonly conditions: readonly string[];
  readonly applicants: readonly ApplicantKind[];
  readonly formFields: readonly FormField[];
  readonly internalProcess: readonly ProcessStep[];
  /** Only of a procedure that several agencies answer for. */
  readonly linked?: Linked;
  readonly completeness: Completeness;
  readonly asOf: string;
  readonly note: string | null;
  readonly provenance: { readonly [group: string]: Provenance };
};

export type RuleProfile = "vn-2018" | "vn-2025";

/** What happens to the limit when the citizen answers a supplement request. */
export type SupplementPolicy = "reset" | "pause";

export type ProcedureVersion = {
  readonly id: number;
  readonly procedureId: number;
  readonly code: string;
  readonly number: number;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly ruleProfile: RuleProfile;
  readonly supplementPolicy: SupplementPolicy;
  readonly announcedBy: string;
  readonly processApprovedBy: string;
  readonly definition: ProcedureDefinition;
};

/** The papers an online dossier must bring: everything required that is not the e-form itself. */
export function componentsToUpload(definition: ProcedureDefinition): readonly Component[] {
  return definition.components.filter((component) => component.kind === "document" && component.required);
}

export function isInForce(version: Pick<ProcedureVersion, "effectiveFrom" | "effectiveTo">, day: string): boolean {
  return version.effectiveFrom <= day && (version.effectiveTo === null || version.effectiveTo >= day);
}
