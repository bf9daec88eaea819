/** The frame of every change: one transaction, the dossier locked, the right person, the money as it stands. */
import { findWrappedKey } from "#features/dossiers/index.ts";
import type { Official } from "#features/identity/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { type Result, refused } from "#foundation/result/index.ts";
import type { SealingKey } from "#foundation/sealing/index.ts";
import type { PaymentDeps } from "./deps.ts";
import { type MoneyAct, mayHandle } from "./may.ts";
import { type Money, moneyOf, sealWords, type Words, wordsPlace } from "./money.ts";
import { type DossierFacts, findDossierOfRow, getDossierForMoney } from "./queries.ts";

export type MoneyDeps = Pick<
  PaymentDeps,
  "database" | "clock" | "sealing" | "catalogue" | "organisation" | "dayOf" | "receipts"
>;

export type MoneyAtHand = {
  readonly tx: Db;
  readonly dossier: DossierFacts;
  readonly money: Money;
  readonly now: Date;
  readonly seal: (kind: Parameters<typeof wordsPlace>[1], id: string, words: Words) => Buffer | null;
};

export type HandlingRefusal =
  | { readonly reason: "not-theirs" }
  /** The person was erased: nothing can be said about their dossier any more. */
  | { readonly reason: "erased" };

export async function handleMoney<Value, Refusal>(
  deps: MoneyDeps,
  by: Official,
  act: MoneyAct,
  dossierId: string,
  work: (at: MoneyAtHand) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | HandlingRefusal>> {
  return deps.database.db.transaction().execute(async (tx) => {
    const dossier = await getDossierForMoney(tx, dossierId);
    if (!mayHandle(by, act, dossier.receivingUnitId, deps.organisation())) return refused({ reason: "not-theirs" });
    const wrapped = await findWrappedKey(tx, dossierId);
    if (wrapped === null) return refused({ reason: "erased" });
    const key: SealingKey = deps.sealing.unwrap(wrapped);
    return work({
      tx,
      dossier,
      money: await moneyOf({ ...deps, db: tx }, dossier),
      now: deps.clock.now(),
      seal: (kind, id, words) => sealWords(deps.sealing, key, wordsPlace(dossierId, kind, id), words),
    });
  });
}

/** What a repeated request is: the id is free, this very request was done before, or the id was used for something else. */
export async function readRepeat<Row extends { readonly id: string }>(
  { tx, dossier }: MoneyAtHand,
  kind: Parameters<typeof findDossierOfRow>[1],
  id: string,
  rows: readonly Row[],
  isSame: (row: Row) => boolean,
): Promise<"new" | "repeated" | "other-body"> {
  const row = rows.find((candidate) => candidate.id === id);
  if (row !== undefined) return isSame(row) ? "repeated" : "other-body";
  const elsewhere = await findDossierOfRow(tx, kind, id);
  return elsewhere === undefined || elsewhere === dossier.id ? "new" : "other-body";
}

export type Done = { readonly isNew: boolean };
