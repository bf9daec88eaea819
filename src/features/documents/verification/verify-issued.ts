import { createHash } from "node:crypto";
import type { Clock } from "#foundation/clock/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import { SealBrokenError } from "#foundation/sealing/index.ts";
import type { FileStore } from "../files/file-store.ts";
import { SealedFileBrokenError } from "../files/sealed-file.ts";
import { FileMissingError } from "../files/storage-errors.ts";
import { listCancellations } from "../ordered.queries.ts";
import { findPaper, findPaperByFile, findReplacement, type Paper } from "../queries.ts";
import { type PdfVerdict, type SignatureVerdict, verifyPdf } from "./verify-pdf.ts";

export type VerificationDeps = {
  readonly db: Db;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly trustedRoots: readonly Buffer[];
};

/** What anybody who holds a paper may know of it: nothing of the person it is about. */
export type Verification = {
  readonly paper: Paper;
  /** `valid`: in force. `replaced`, `cancelled`, `expired`: genuine, and no longer in force. `broken`: not as it was issued. */
  readonly status: "valid" | "replaced" | "cancelled" | "expired" | "broken";
  readonly signatures: readonly SignatureVerdict[];
  readonly replacedBy: string | null;
};

/** Looks the paper up by the id in its QR and checks the file that was issued under it. */
export async function verifyIssued(deps: VerificationDeps, id: string): Promise<Verification | undefined> {
  const paper = await findPaper(deps.db, id);
  return paper && describe(deps, paper);
}

/** Looks a file up that somebody holds: only the very bytes that were issued are found. */
export async function verifyHeldFile(deps: VerificationDeps, content: Buffer): Promise<Verification | undefined> {
  const paper = await findPaperByFile(deps.db, createHash("sha256").update(content).digest("hex"));
  return paper && describe(deps, paper);
}

async function describe(deps: VerificationDeps, paper: Paper): Promise<Verification> {
  const verdict = await verdictOn(deps, paper);
  const replacement = await findReplacement(deps.db, paper.id);
  const cancelled = await listCancellations(deps.db, [paper.id]);
  return {
    paper,
    status: statusOf(),
    signatures: verdict?.signatures ?? [],
    replacedBy: replacement?.id ?? null,
  };

  function statusOf(): Verification["status"] {
    if (!verdict || !isAsIssued(paper, verdict)) return "broken";
    if (replacement) return "replaced";
    if (cancelled.has(paper.id)) return "cancelled";
    if (paper.validUntil !== null && paper.validUntil < dayOf(deps.clock.now())) return "expired";
    return "valid";
  }
}

/** The hash of the store is checked while reading; here the signatures are, against what was written down when it was issued. */
function isAsIssued(paper: Paper, verdict: PdfVerdict): boolean {
  if (paper.signers.length === 0) return verdict.fault === "not-signed";
  const certificates = new Set(verdict.signatures.map((signature) => signature.certificate));
  return verdict.isGenuine && paper.signers.every((signer) => certificates.has(signer.certificate));
}

async function verdictOn(deps: VerificationDeps, paper: Paper): Promise<PdfVerdict | undefined> {
  try {
    return verifyPdf(await deps.files.readWhole(paper.fileSha256), deps.trustedRoots);
  } catch (error) {
    // Missing or damaged in the store: the paper cannot be vouched for now.
    if (error instanceof FileMissingError || isDamaged(error)) return undefined;
    throw error;
  }
}

function isDamaged(error: unknown): boolean {
  return error instanceof SealedFileBrokenError || error instanceof SealBrokenError;
}
