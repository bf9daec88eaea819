/** For what papers were ordered, and which receipts of money were taken back. */
import type { Db } from "#foundation/db/index.ts";
import type { PaperKind } from "./queries.ts";

export type Occasion = { readonly dossierId: string; readonly kind: PaperKind; readonly occasion: string };

/** The paper that was ordered for this already. */
export async function findPaperOfOccasion(
  db: Db,
  { dossierId, kind, occasion }: Occasion,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("paperOccasion")
    .select("paperId")
    .where("dossierId", "=", dossierId)
    .where("kind", "=", kind)
    .where("occasion", "=", occasion)
    .executeTakeFirst();
  return row?.paperId;
}

/** A paper that takes the place of another stands for the same occasion under a name of its own. */
export async function insertOccasion(db: Db, occasion: Occasion, paperId: string, orderedBy: string): Promise<void> {
  await db
    .insertInto("paperOccasion")
    .values({ ...occasion, paperId, orderedBy })
    .execute();
}

export type CancellationCause = "reversal" | "refund";

export async function cancelPaper(
  db: Db,
  paperId: string,
  cause: CancellationCause,
  by: { readonly at: Date; readonly accountId: string },
): Promise<void> {
  await db
    .insertInto("paperCancellation")
    .values({ paperId, cause, cancelledAt: by.at, cancelledBy: by.accountId })
    .execute();
}

/** Which of these papers were cancelled, and when. */
export async function listCancellations(db: Db, paperIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  if (paperIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("paperCancellation")
    .select(["paperId", "cancelledAt"])
    .where("paperId", "in", paperIds)
    .execute();
  return new Map(rows.map((row) => [row.paperId, row.cancelledAt]));
}

/** The ordered papers of one kind of these dossiers, with what each was ordered for, oldest first. */
export async function listPapersWithOccasion(db: Db, kind: PaperKind, dossierIds: readonly string[]) {
  if (dossierIds.length === 0) return [];
  return db
    .selectFrom("paperOccasion as o")
    .innerJoin("paper as p", "p.id", "o.paperId")
    .select(["o.occasion", "p.id", "p.numberText", "p.issuedAt", "p.replaces"])
    .where("o.kind", "=", kind)
    .where("o.dossierId", "in", dossierIds)
    .orderBy("p.issuedAt")
    .orderBy("p.number")
    .execute();
}
