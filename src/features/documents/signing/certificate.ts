/** X.509 certificates (RFC 5280) as the demo authority issues them, and what is read from any of them. */
import { createHash, type KeyObject, randomBytes, sign } from "node:crypto";
import {
  bits,
  childAt,
  children,
  type DerNode,
  explicit,
  implicit,
  integer,
  nothing,
  octets,
  oid,
  printable,
  readOid,
  readOnly,
  sequence,
  setOf,
  time,
  truth,
  utf8,
} from "./der.ts";

export type Subject = {
  readonly commonName: string;
  readonly organisation: string;
  readonly unit: string | null;
};

export type CertificateRequest = {
  readonly subject: Subject;
  readonly publicKey: KeyObject;
  readonly issuer: { readonly certificate: Buffer | null; readonly subject: Subject; readonly key: KeyObject };
  readonly isAuthority: boolean;
  readonly from: Date;
  readonly until: Date;
};

const oids = {
  country: "2.5.4.6",
  organisation: "2.5.4.10",
  unit: "2.5.4.11",
  commonName: "2.5.4.3",
  sha256WithRsa: "1.2.840.113549.1.1.11",
  subjectKeyIdentifier: "2.5.29.14",
  keyUsage: "2.5.29.15",
  basicConstraints: "2.5.29.19",
  authorityKeyIdentifier: "2.5.29.35",
} as const;

export function issueCertificate(request: CertificateRequest): Buffer {
  const { issuer } = request;
  const spki = request.publicKey.export({ type: "spki", format: "der" });
  const algorithm = sequence(oid(oids.sha256WithRsa), nothing());
  const issuerName = issuer.certificate === null ? nameOf(issuer.subject) : namesIn(issuer.certificate).subject.whole;
  const issuerKeyId = issuer.certificate === null ? keyId(spki) : keyId(spkiOf(issuer.certificate));
  const body = sequence(
    explicit(0, integer(2)),
    integer(Buffer.concat([Buffer.of(0x01), randomBytes(15)])),
    algorithm,
    issuerName,
    sequence(time(request.from), time(request.until)),
    nameOf(request.subject),
    spki,
    explicit(
      3,
      sequence(
        request.isAuthority
          ? extension(oids.basicConstraints, true, sequence(truth(true), integer(0)))
          : extension(oids.basicConstraints, true, sequence()),
        // An authority signs certificates; others sign what they stand by (digitalSignature, nonRepudiation).
        extension(oids.keyUsage, true, request.isAuthority ? bits(Buffer.of(0x06), 1) : bits(Buffer.of(0xc0), 6)),
        extension(oids.subjectKeyIdentifier, false, octets(keyId(spki))),
        extension(oids.authorityKeyIdentifier, false, sequence(implicit(0, issuerKeyId))),
      ),
    ),
  );
  return sequence(body, algorithm, bits(sign("sha256", body, issuer.key)));
}

function extension(id: string, isCritical: boolean, value: Buffer): Buffer {
  return sequence(oid(id), ...(isCritical ? [truth(true)] : []), octets(value));
}

function nameOf(subject: Subject): Buffer {
  const part = (id: string, value: Buffer) => setOf(sequence(oid(id), value));
  return sequence(
    part(oids.country, printable("VN")),
    part(oids.organisation, utf8(subject.organisation)),
    ...(subject.unit === null ? [] : [part(oids.unit, utf8(subject.unit))]),
    part(oids.commonName, utf8(subject.commonName)),
  );
}

function keyId(spki: Buffer): Buffer {
  const key = childAt(readOnly(spki), 1, 0x03).content.subarray(1);
  return createHash("sha1").update(key).digest();
}

/** Serial number and names, as they stand in the certificate. */
export function namesIn(certificate: Buffer): { serial: DerNode; issuer: DerNode; subject: DerNode } {
  const body = childAt(readOnly(certificate), 0, 0x30);
  // Version [0] comes first in every certificate of version 3.
  return { serial: childAt(body, 1, 0x02), issuer: childAt(body, 3, 0x30), subject: childAt(body, 5, 0x30) };
}

function spkiOf(certificate: Buffer): Buffer {
  return childAt(childAt(readOnly(certificate), 0, 0x30), 6, 0x30).whole;
}

/** Whom a certificate names. */
export function subjectOf(certificate: Buffer): Subject {
  const found = new Map<string, string>();
  for (const set of children(namesIn(certificate).subject)) {
    for (const part of children(set)) {
      const [id, value] = children(part);
      if (id && value) found.set(readOid(id), readText(value));
    }
  }
  return {
    commonName: found.get(oids.commonName) ?? "",
    organisation: found.get(oids.organisation) ?? "",
    unit: found.get(oids.unit) ?? null,
  };
}

function readText(node: DerNode): string {
  if (node.tag === 0x1e) return Buffer.from(node.content).swap16().toString("utf16le");
  return node.content.toString(node.tag === 0x0c ? "utf8" : "latin1");
}

export function fingerprint(certificate: Buffer): string {
  return createHash("sha256").update(certificate).digest("hex");
}
