/**
 * How sure the data of a procedure is, for a person who must decide whether to rely on it. Official pages never say
 * this of themselves; we can, since every group of a definition carries where it is from. Pure.
 */
import type { ProcedureDefinition, ProvenanceStatus } from "./procedure.ts";

/** What a person loses by trusting it: `firm` was read in law or an official page; `weak` was not confirmed; `made` is ours. */
export type Firmness = "firm" | "second-hand" | "made" | "unconfirmed";

const firmnessOf = {
  "codified-law": "firm",
  "official-page": "firm",
  "portal-crawl": "firm",
  "public-code": "second-hand",
  secondary: "second-hand",
  constructed: "made",
  unverified: "unconfirmed",
} as const satisfies Record<ProvenanceStatus, Firmness>;

/** In the order a person asks: may I rely on the time, the fee, the papers, the law? */
export const sureGroups = [
  "deadline",
  "fees",
  "components",
  "legalBasis",
  "result",
  "onlineLevel",
  "conditions",
  "formFields",
  "internalProcess",
  "code",
] as const;
export type SureGroup = (typeof sureGroups)[number];

export type GroupSureness = {
  readonly group: SureGroup;
  readonly status: ProvenanceStatus;
  readonly firmness: Firmness;
  readonly sourceIds: readonly string[];
  readonly note: string | null;
};

export type Sureness = {
  readonly completeness: ProcedureDefinition["completeness"];
  readonly groups: readonly GroupSureness[];
  /** Of the four groups that decide: those nobody confirmed, to be named in the first sentence. */
  readonly doubtful: readonly SureGroup[];
};

const decisive: readonly SureGroup[] = ["deadline", "fees", "components", "legalBasis"];

export function surenessOf(definition: ProcedureDefinition): Sureness {
  const groups = sureGroups.flatMap((group): GroupSureness[] => {
    const provenance = definition.provenance[group];
    if (provenance === undefined) return [];
    const { status, sources, note } = provenance;
    return [{ group, status, firmness: firmnessOf[status], sourceIds: sources, note }];
  });
  const doubtful = groups
    .filter(({ group, firmness }) => decisive.includes(group) && firmness !== "firm")
    .map(({ group }) => group);
  return { completeness: definition.completeness, groups, doubtful };
}
