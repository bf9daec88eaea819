/**
 * `motcua verify`: every promise of trust.md that can be checked from what is stored. Replays each history against its
 * row, checks commitments, contents, files and money, and counts the figures again. Lists what differs; exit 1 when anything does.
 */

import { verifyBooks } from "#features/books/index.ts";
import { listDossiersAfter, verifyDossier } from "#features/dossiers/index.ts";
import { listEvaluationsWithoutDossier } from "#features/evaluation/index.ts";
import { verifyNoMoneyIsLost, verifyPayments } from "#features/payments/index.ts";
import { listParcelsWithoutDossier } from "#features/post/index.ts";
import { compareFigures, listenToEvents } from "#features/supervision/index.ts";
import type { Deps } from "./deps.ts";

const page = 500;

export async function verify(deps: Deps, out: { write(text: string): unknown }): Promise<number> {
  let dossiers = 0;
  let faults = 0;
  const say = (line: string) => {
    faults++;
    // A broken database could say millions of lines; the first thousand are enough to know.
    if (faults <= 1000) out.write(`${line}\n`);
  };
  let after: string | null = null;
  for (;;) {
    const batch = await listDossiersAfter(deps.database.db, after, page);
    for (const dossier of batch) {
      for (const fault of await verifyDossier({ ...deps, db: deps.database.db }, dossier))
        say(`${dossier.code}: ${fault}`);
      dossiers++;
      if (dossiers % 10_000 === 0) out.write(`… ${dossiers} dossiers\n`);
    }
    for (const { code, fault } of await verifyPayments({ ...deps, db: deps.database.db }, batch))
      say(`${code}: ${fault}`);
    const last = batch.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  for (const fault of await verifyNoMoneyIsLost(deps.database.db)) say(fault);
  for (const fault of await verifyBooks(deps.books)) say(fault);
  for (const id of await listParcelsWithoutDossier(deps.database.db)) say(`a parcel or a list is of no dossier: ${id}`);
  for (const id of await listEvaluationsWithoutDossier(deps.database.db)) say(`an evaluation is of no dossier: ${id}`);
  for (const fault of await deps.papers.verifyFiles()) say(fault);
  await listenToEvents({ ...deps, db: deps.database.db });
  for (const difference of await compareFigures(deps.database.db)) say(`${difference} differ from a recount`);
  out.write(`${dossiers} dossiers checked, ${faults} faults\n`);
  return faults === 0 ? 0 : 1;
}
