/** The signature inside a PDF: CMS SignedData (RFC 5652) with the attributes of PAdES B-B (ETSI EN 319 142-1). */
import { createHash } from "node:crypto";
import { namesIn } from "./certificate.ts";
import {
  childAt,
  children,
  DerError,
  type DerNode,
  explicit,
  integer,
  nothing,
  octets,
  oid,
  readNode,
  readOid,
  sequence,
  setOf,
  tagged,
} from "./der.ts";

const oids = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  sha256: "2.16.840.1.101.3.4.2.1",
  sha256WithRsa: "1.2.840.113549.1.1.11",
} as const;

/**
 * What is really signed: the hash of the file, and which certificate signs. The time is not here: PAdES keeps it in the
 * PDF's own dictionary, which the hash covers.
 */
export function signedAttributes(fileHash: Buffer, certificate: Buffer): Buffer {
  const certificateHash = createHash("sha256").update(certificate).digest();
  return setOf(
    sequence(oid(oids.contentType), setOf(oid(oids.data))),
    sequence(oid(oids.messageDigest), setOf(octets(fileHash))),
    // SHA-256 is the default of ESSCertIDv2 and so is left out (RFC 5035).
    sequence(oid(oids.signingCertificateV2), setOf(sequence(sequence(sequence(octets(certificateHash)))))),
  );
}

export function signedData(signed: {
  readonly certificates: readonly Buffer[];
  readonly attributes: Buffer;
  readonly signature: Buffer;
}): Buffer {
  const [certificate] = signed.certificates;
  if (!certificate) throw new Error("A signature brings the certificate it was made with");
  const { serial, issuer } = namesIn(certificate);
  const sha256 = sequence(oid(oids.sha256));
  const signer = sequence(
    integer(1),
    sequence(issuer.whole, serial.whole),
    sha256,
    // Within the signature the set carries the tag [0] in place of its own.
    tagged(0xa0, readNode(signed.attributes).content),
    sequence(oid(oids.sha256WithRsa), nothing()),
    octets(signed.signature),
  );
  return sequence(
    oid(oids.signedData),
    explicit(
      0,
      sequence(
        integer(1),
        setOf(sha256),
        sequence(oid(oids.data)),
        tagged(0xa0, ...signed.certificates.toSorted(Buffer.compare)),
        setOf(signer),
      ),
    ),
  );
}

export type ReadSignature = {
  readonly certificate: Buffer;
  readonly certificates: readonly Buffer[];
  /** As they were signed: with the tag of a set. */
  readonly attributes: Buffer;
  readonly fileHash: Buffer;
  readonly certificateHash: Buffer;
  readonly signature: Buffer;
};

/** Reads a signature as `signedData` makes it. Throws a DerError for anything else. */
export function readSignedData(cms: Buffer): ReadSignature {
  const root = readNode(cms);
  if (readOid(childAt(root, 0, 0x06)) !== oids.signedData) throw new DerError("Not a signature");
  const data = childAt(childAt(root, 1, 0xa0), 0, 0x30);
  const certificates = children(childAt(data, 3, 0xa0)).map((node) => Buffer.from(node.whole));
  const signer = childAt(childAt(data, 4, 0x31), 0, 0x30);
  const sid = childAt(signer, 1, 0x30);
  const certificate = certificates.find((candidate) => {
    const { issuer, serial } = namesIn(candidate);
    return issuer.whole.equals(childAt(sid, 0, 0x30).whole) && serial.whole.equals(childAt(sid, 1, 0x02).whole);
  });
  if (!certificate) throw new DerError("The certificate of the signer is missing");
  const attributes = tagged(0x31, childAt(signer, 3, 0xa0).content);
  const signature = childAt(signer, 5, 0x04).content;

  const values = new Map(
    children(readNode(attributes)).map((attribute): [string, DerNode] => [
      readOid(childAt(attribute, 0, 0x06)),
      childAt(attribute, 1, 0x31),
    ]),
  );
  const digest = values.get(oids.messageDigest);
  const signing = values.get(oids.signingCertificateV2);
  if (!digest || !signing) throw new DerError("A signed attribute is missing");
  const read = {
    certificate,
    certificates: [certificate, ...certificates.filter((other) => other !== certificate)],
    attributes,
    fileHash: childAt(digest, 0, 0x04).content,
    certificateHash: childAt(childAt(childAt(childAt(signing, 0, 0x30), 0, 0x30), 0, 0x30), 0, 0x04).content,
    signature,
  };
  // Some parts of a signature are covered by nothing. Made again from what counts, it must come out the same.
  if (!signedData(read).equals(root.whole) || !signedAttributes(read.fileHash, certificate).equals(attributes)) {
    throw new DerError("The signature is not in the form it is made in");
  }
  return read;
}
