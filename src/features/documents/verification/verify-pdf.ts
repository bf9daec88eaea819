/**
 * Says of a PDF whether its signatures hold, in our own code and without trusting the file: each signature must be right by
 * its certificate, the certificate by a root we trust, and between them they must cover every byte. What was added after an
 * earlier signature may be nothing but a later signature.
 */
import { constants, createHash, createPublicKey, publicDecrypt, X509Certificate } from "node:crypto";
import { fingerprint, type Subject, subjectOf } from "../signing/certificate.ts";
import { type ReadSignature, readSignedData } from "../signing/cms.ts";
import { DerError, readNode } from "../signing/der.ts";
import { objectText, PdfStructureError, readStructure } from "../signing/pdf-structure.ts";

export type SignatureFault =
  /** The file is not the one that was signed. */
  | "altered"
  /** The signature was not made with the key of its certificate. */
  | "wrong-signature"
  /** Nobody we trust stands behind the certificate. */
  | "untrusted"
  /** The certificate was not in force when it signed. */
  | "certificate-not-in-force"
  /** The signature cannot be read. */
  | "unreadable";

export type SignatureVerdict = {
  readonly by: Subject;
  readonly signedAt: Date | null;
  /** SHA-256 of the certificate. */
  readonly certificate: string;
  readonly certificateUntil: Date | null;
  readonly faults: readonly SignatureFault[];
};

export type PdfVerdict = {
  /** All signatures hold and between them cover the whole file. */
  readonly isGenuine: boolean;
  readonly fault: "not-signed" | "not-covered" | "changed-after-signing" | "unreadable" | null;
  readonly signatures: readonly SignatureVerdict[];
};

/** `trustedRoots`: certificates in DER. */
export function verifyPdf(pdf: Buffer, trustedRoots: readonly Buffer[]): PdfVerdict {
  let found: readonly Found[];
  try {
    found = findSignatures(pdf);
  } catch (error) {
    if (error instanceof PdfStructureError) return { isGenuine: false, fault: "unreadable", signatures: [] };
    throw error;
  }
  if (found.length === 0) return { isGenuine: false, fault: "not-signed", signatures: [] };
  const signatures = found.map((signature) => verdictOn(pdf, signature, trustedRoots));
  const fault = coverageFault(pdf, found);
  return {
    isGenuine: fault === null && signatures.every((signature) => signature.faults.length === 0),
    fault,
    signatures,
  };
}

type Found = {
  readonly contentsAt: number;
  readonly contentsEnd: number;
  /** Where the bytes it speaks for end. */
  readonly end: number;
  readonly signedAt: Date | null;
};

/** Every signature dictionary of the file as it is now, oldest first. */
function findSignatures(pdf: Buffer): readonly Found[] {
  const structure = readStructure(pdf);
  const catalog = objectText(pdf, structure, structure.root);
  const fields = [...(/\/Fields \[([^\]]*)\]/.exec(catalog)?.[1] ?? "").matchAll(/(\d+) 0 R/g)];
  const found = fields.map(([, field]) => {
    const value = /\/V (\d+) 0 R/.exec(objectText(pdf, structure, Number(field)))?.[1];
    if (value === undefined) throw new PdfStructureError("A signature field is empty");
    const text = objectText(pdf, structure, Number(value));
    const range = /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(text);
    if (!range) throw new PdfStructureError("A signature does not say what it covers");
    const [contentsAt, contentsEnd, rest] = range.slice(1).map(Number);
    if (contentsAt === undefined || contentsEnd === undefined || rest === undefined) {
      throw new PdfStructureError("A signature does not say what it covers");
    }
    // The gap it leaves open must be its own contents and nothing else.
    const at = structure.offsets.get(Number(value)) ?? 0;
    const ownContents = pdf.indexOf("/Contents <", at, "latin1") + "/Contents ".length;
    if (contentsAt !== ownContents || pdf.indexOf(">", ownContents, "latin1") + 1 !== contentsEnd) {
      throw new PdfStructureError("A signature leaves out more than itself");
    }
    return { contentsAt, contentsEnd, end: contentsEnd + rest, signedAt: readTime(text) };
  });
  return found.toSorted((a, b) => a.end - b.end);
}

function verdictOn(pdf: Buffer, found: Found, trustedRoots: readonly Buffer[]): SignatureVerdict {
  let read: ReadSignature;
  try {
    read = readSignedData(readContents(pdf, found));
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    const nobody = { commonName: "", organisation: "", unit: null };
    return { by: nobody, signedAt: null, certificate: "", certificateUntil: null, faults: ["unreadable"] };
  }
  const faults: SignatureFault[] = [];
  const fileHash = createHash("sha256")
    .update(pdf.subarray(0, found.contentsAt))
    .update(pdf.subarray(found.contentsEnd, found.end))
    .digest();
  if (!fileHash.equals(read.fileHash)) faults.push("altered");
  const certificateHash = createHash("sha256").update(read.certificate).digest();
  const certificate = new X509Certificate(read.certificate);
  if (!certificateHash.equals(read.certificateHash) || !isSignedBy(read, certificate)) faults.push("wrong-signature");
  if (!isTrusted(read, trustedRoots)) faults.push("untrusted");
  const { signedAt } = found;
  const [from, until] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
  if (signedAt === null || signedAt < from || signedAt > until) faults.push("certificate-not-in-force");
  return {
    by: subjectOf(read.certificate),
    signedAt,
    certificate: fingerprint(read.certificate),
    certificateUntil: until,
    faults,
  };
}

/** The contents in lower-case hexadecimal digits, filled up with zeros: anything else was put there by another hand. */
function readContents(pdf: Buffer, found: Found): Buffer {
  const digits = pdf.toString("latin1", found.contentsAt + 1, found.contentsEnd - 1);
  if (pdf[found.contentsAt] !== 0x3c || pdf[found.contentsEnd - 1] !== 0x3e || !/^(?:[0-9a-f]{2})+$/.test(digits)) {
    throw new DerError("The signature is not written as it should be");
  }
  const bytes = Buffer.from(digits, "hex");
  const cms = readNode(bytes).whole;
  if (bytes.subarray(cms.length).some((byte) => byte !== 0)) throw new DerError("Something follows the signature");
  return cms;
}

/** The hash that the key of the certificate vouched for, compared whole: no parsing of what was decrypted. */
function isSignedBy(read: ReadSignature, certificate: X509Certificate): boolean {
  const attributesHash = createHash("sha256").update(read.attributes).digest();
  const expected = Buffer.concat([Buffer.from("3031300d060960864801650304020105000420", "hex"), attributesHash]);
  try {
    const key = createPublicKey(certificate.publicKey.export({ type: "spki", format: "pem" }));
    return publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, read.signature).equals(expected);
  } catch {
    return false;
  }
}

/** From the signer up to a root we know: each issued and signed the one before, and each but the first may do so. */
function isTrusted(read: ReadSignature, trustedRoots: readonly Buffer[]): boolean {
  let current = new X509Certificate(read.certificate);
  if (current.ca) return false;
  const roots = trustedRoots.map((root) => new X509Certificate(root));
  const between = read.certificates.slice(1).map((other) => new X509Certificate(other));
  for (let steps = 0; steps < 4; steps += 1) {
    const isIssuer = (other: X509Certificate) =>
      other.ca && current.checkIssued(other) && current.verify(other.publicKey);
    if (roots.some(isIssuer)) return true;
    const next = between.find(isIssuer);
    if (!next) return false;
    current = next;
  }
  return false;
}

/** Each byte is spoken for by the last signature; what came between two signatures is the later one and no more. */
function coverageFault(pdf: Buffer, found: readonly Found[]): PdfVerdict["fault"] {
  if (found.at(-1)?.end !== pdf.length) return "not-covered";
  for (const [at, signature] of found.entries()) {
    const next = found[at + 1];
    if (next && !addsOnlyASignature(pdf.subarray(0, signature.end), pdf.subarray(0, next.end))) {
      return "changed-after-signing";
    }
  }
  return null;
}

/** Compares two revisions object by object: the later one may hang one more field into the catalog and into one page. */
function addsOnlyASignature(before: Buffer, after: Buffer): boolean {
  try {
    const [old, now] = [readStructure(before), readStructure(after)];
    if (now.root !== old.root || now.size !== old.size + 3) return false;
    for (const [number, offset] of now.offsets) {
      if (number >= old.size || old.offsets.get(number) === offset) continue;
      if (withoutFields(objectText(after, now, number)) !== withoutFields(objectText(before, old, number)))
        return false;
    }
    return true;
  } catch (error) {
    if (error instanceof PdfStructureError) return false;
    throw error;
  }
}

function withoutFields(text: string): string {
  return text
    .replace(/\/AcroForm << \/SigFlags 3 \/Fields \[[\d R]*\] >>\n/, "")
    .replace(/\/Annots \[[\d R]*\]\n/, "")
    .trim();
}

function readTime(text: string): Date | null {
  const parts = /\/M \(D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})([+-]\d{2})'(\d{2})'\)/.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second, zone, zoneMinutes] = parts;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}:${zoneMinutes}`);
  return Number.isNaN(at.getTime()) ? null : at;
}
