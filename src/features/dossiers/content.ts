/** What the applicant sent. Sealed as one value under the dossier's key; hashed so that a lost or altered part shows. */
import { hash } from "node:crypto";
import type { Sealing, SealingKey } from "#foundation/sealing/index.ts";
import { canonicalJson } from "./event.ts";

export type Party = {
  readonly kind: "citizen" | "business" | "organisation";
  readonly name: string;
  readonly idNumber: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
};

/** Who handed it in: by an account of their own, or a person at the desk, known by name and the number of their paper. */
export type Submitter =
  | { readonly accountId: string; readonly name: string; readonly idNumber?: never }
  | { readonly accountId: null; readonly name: string; readonly idNumber?: string };

export type SubmittedComponent = { readonly componentKey: string; readonly uploadIds: readonly string[] };

export type DossierContent = {
  /** Whose case it is, who handed it in, and for whom the submitter acts (61/2018 art. 6(2)(b)). */
  readonly owner: Party;
  readonly submitter: Submitter;
  readonly represented: string | null;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly components: readonly SubmittedComponent[];
};

/** The one text of a content: what is hashed is what is sealed. */
export function writeContent(content: DossierContent): string {
  return canonicalJson(content);
}

export function contentHash(written: string): string {
  return hash("sha256", written);
}

function place(dossierId: string, version: number): string {
  return `dossier:${dossierId}:content:${version}`;
}

export function sealContent(
  sealing: Sealing,
  key: SealingKey,
  dossierId: string,
  version: number,
  written: string,
): Buffer {
  return sealing.seal(key, place(dossierId, version), written);
}

export function openContent(
  sealing: Sealing,
  key: SealingKey,
  dossierId: string,
  version: number,
  sealed: Buffer,
): DossierContent {
  return JSON.parse(sealing.openText(key, place(dossierId, version), sealed));
}

export function payloadPlace(dossierId: string, number: number): string {
  return `dossier:${dossierId}:event:${number}`;
}
