/** Numbers, signs and keeps a paper: the file durable before the row that names it, the number in the same transaction. */
import { randomUUID } from "node:crypto";
import {
  type FileStore,
  fingerprint,
  insertPaper,
  type LocalSigner,
  type Paper,
  type PaperSigner,
  type SetPaper,
  type SignatureMark,
  type SignatureOrder,
  type SignerIdentity,
  signPdf,
  takePaperNumber,
} from "#features/documents/index.ts";
import type { IssuedPaper } from "#features/dossiers/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import type { PaperMarks, PaperOnSheet } from "./paper-setter.ts";

export type ToIssue = {
  readonly kind: Paper["kind"];
  readonly dossierId: string;
  readonly unitId: number;
  readonly series: string;
  readonly at: Date;
  readonly identities: readonly SignerIdentity[];
  readonly replaces?: { readonly id: string; readonly reason: string } | null;
  readonly set: (marks: PaperMarks, number: number) => Promise<PaperOnSheet>;
};

export type Signed = { readonly sha256: string; readonly size: number; readonly signers: readonly PaperSigner[] };

export type PaperIssuer = {
  /** A paper of one dossier, with its row. */
  readonly issue: (tx: Db, paper: ToIssue) => Promise<IssuedPaper>;
  /** A file that speaks of many dossiers; its row is its feature's own. */
  readonly sign: (
    set: SetPaper & { readonly title: string; readonly place: string },
    identities: readonly SignerIdentity[],
    at: Date,
  ) => Promise<Signed>;
};

export function marksOf(identities: readonly SignerIdentity[], at: Date): readonly SignatureMark[] {
  return identities.map(({ kind: by, name, organisation }) => ({
    by,
    name,
    organisation: by === "unit" ? null : organisation,
    at,
  }));
}

/** The official, and the seal of the authority they sign for. */
export function identitiesOf(
  by: { readonly accountId: string; readonly name: string },
  authority: string,
): { readonly official: SignerIdentity; readonly unit: SignerIdentity } {
  return {
    official: { kind: "official", id: by.accountId, name: by.name, organisation: authority },
    unit: { kind: "unit", id: `authority:${authority}`, name: authority, organisation: authority },
  };
}

export function paperIssuer({ files, signer }: { files: FileStore; signer: LocalSigner }): PaperIssuer {
  async function sign(
    set: SetPaper & { readonly title: string; readonly place: string },
    identities: readonly SignerIdentity[],
    at: Date,
  ): Promise<Signed> {
    const orders = identities.map((identity): SignatureOrder => {
      const field = set.signatures.find((candidate) => candidate.by === identity.kind);
      if (field === undefined) throw new Error(`${set.title} leaves no place for the signature of ${identity.kind}`);
      return { identity, field, reason: set.title, location: set.place, at };
    });
    const { sha256, size } = await files.keep(await signPdf(set.pdf, orders, signer));
    const signers = await Promise.all(
      identities.map(async (identity) => ({
        role: identity.kind,
        name: identity.name,
        certificate: fingerprintOf(await signer.certificatesOf(identity)),
      })),
    );
    return { sha256, size, signers };
  }

  return {
    sign,
    async issue(tx, { kind, dossierId, unitId, series, at, identities, replaces = null, set: setPaper }) {
      const year = Number(dayOf(at).slice(0, 4));
      const number = await takePaperNumber(tx, unitId, series, year);
      const numberText = `${number}/${series}`;
      const id = randomUUID();
      const set = await setPaper({ id, numberText, marks: marksOf(identities, at) }, number);
      const { sha256, size, signers } = await sign(set, identities, at);
      await insertPaper(tx, {
        id,
        dossierId,
        kind,
        unitId,
        series,
        seriesYear: year,
        number,
        numberText,
        title: set.title,
        fileSha256: sha256,
        fileSize: size,
        issuedAt: at,
        template: set.template,
        templateVersion: set.templateVersion,
        citation: set.citation,
        signers,
        validUntil: null,
        replaces: replaces?.id ?? null,
        replacesReason: replaces?.reason ?? null,
      });
      return { id, number: numberText, sha256 };
    },
  };
}

function fingerprintOf([certificate]: readonly Buffer[]): string {
  if (certificate === undefined) throw new Error("The signer has no certificate");
  return fingerprint(certificate);
}
