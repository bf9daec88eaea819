/** Prints papers of several dossiers as one file: what was issued, in the order asked, for an official who may see each. */
import { mergePdfs, type PaperKind } from "#features/documents/index.ts";
import { type DossierDeps, readDossierCode, seen } from "#features/dossiers/index.ts";
import type { Official } from "#features/identity/index.ts";
import { NotFoundError } from "#foundation/errors/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";

/** A paper that counts: one that was replaced is not printed. */
export type IssuedPaper = {
  readonly kind: PaperKind;
  readonly read: () => Promise<Buffer>;
};

export type PrintDeps = {
  readonly dossiers: DossierDeps;
  /** Of a dossier, in the order of issue. */
  readonly issuedPapers: (dossierId: string) => Promise<readonly IssuedPaper[]>;
};

export const mostPrinted = 200;

export type PrintOrder = {
  /** Of dossiers, as they were typed or chosen. */
  readonly codes: readonly string[];
  readonly kind: PaperKind | "all";
};

export type PrintRefusal =
  | { readonly reason: "nothing-asked" }
  | { readonly reason: "too-many"; readonly count: number }
  /** Nothing is printed: whoever takes the pile from the printer must be able to trust that it is whole. */
  | { readonly reason: "missing"; readonly unknown: readonly string[]; readonly withoutPaper: readonly string[] };

export type Printed = { readonly pdf: Buffer; readonly count: number };

export async function printPapers(
  deps: PrintDeps,
  official: Official,
  { codes, kind }: PrintOrder,
): Promise<Result<Printed, PrintRefusal>> {
  if (codes.length === 0) return refused({ reason: "nothing-asked" });
  if (codes.length > mostPrinted) return refused({ reason: "too-many", count: codes.length });
  const papers: IssuedPaper[] = [];
  const unknown: string[] = [];
  const withoutPaper: string[] = [];
  for (const code of codes) {
    const dossierId = await findSeen(deps, official, code);
    if (dossierId === null) {
      unknown.push(code);
      continue;
    }
    const issued = (await deps.issuedPapers(dossierId)).filter((paper) => kind === "all" || paper.kind === kind);
    if (issued.length === 0) withoutPaper.push(code);
    papers.push(...issued);
  }
  if (unknown.length > 0 || withoutPaper.length > 0) return refused({ reason: "missing", unknown, withoutPaper });
  if (papers.length > mostPrinted) return refused({ reason: "too-many", count: papers.length });
  const files: Buffer[] = [];
  for (const paper of papers) files.push(await paper.read());
  return accepted({ pdf: mergePdfs(files, `Bản in ${files.length} giấy tờ`), count: files.length });
}

/** Nobody learns from the answer whether somebody else's dossier exists. */
async function findSeen({ dossiers }: PrintDeps, official: Official, code: string): Promise<string | null> {
  try {
    return (await seen(dossiers, official, code)).id;
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

/** Codes out of what was chosen and typed, each once, in the order they came. */
export function codesIn(typed: readonly string[]): readonly string[] {
  const words = typed.flatMap((text) => text.split(/[\s,;]+/)).filter((word) => word !== "");
  return [...new Set(words.map((word) => readDossierCode(word) ?? word.slice(0, 60)))];
}
