import type { Db } from "#foundation/db/index.ts";
import { type Catalogue, createCatalogue } from "./catalogue.ts";
import type { Guidance } from "./guidance.ts";
import { listPublishedVersions, listReceivingUnits } from "./queries.ts";

/** Reads every published version. `guidance` is the city's own words around its procedures: life events, most asked. */
export async function loadCatalogue(db: Db, guidance: Guidance): Promise<Catalogue> {
  const [versions, receivers] = await Promise.all([listPublishedVersions(db), listReceivingUnits(db)]);
  return createCatalogue(versions, receivers, guidance);
}

export type OpenCatalogue = { readonly current: () => Catalogue; readonly reload: () => Promise<void> };

/** The catalogue for the life of the process; `reload` replaces it as a whole after a publication. */
export async function openCatalogue(db: Db, guidance: Guidance): Promise<OpenCatalogue> {
  let catalogue = await loadCatalogue(db, guidance);
  return {
    current: () => catalogue,
    async reload() {
      catalogue = await loadCatalogue(db, guidance);
    },
  };
}
