/** Use cases: an official's list by due time, and finding a dossier by what a person at the counter can say. */

import type { Catalogue } from "#features/catalogue/index.ts";
import {
  covers,
  maySee,
  readDossierCode,
  receivingUnitsHeadedBy,
  receivingUnitsInView,
  receivingUnitsLedBy,
  stepsOf,
  unitsSpokenFor,
} from "#features/dossiers/index.ts";
import type { Official } from "#features/identity/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { searchText } from "#foundation/i18n/index.ts";
import type { Sealing } from "#foundation/sealing/index.ts";
import { type FoundRow, findByCode, findByIdNumber, findByName, listWork, type WorkRow } from "./queries.ts";
import { type Cursor, type Desk, type Queue, soonMs, writeCursor } from "./queue.ts";

export type WorkPage = { readonly items: readonly WorkRow[]; readonly nextCursor: string | null };
export const workPageSize = 50;

/** The desks of an official: every unit their postings cover, in the role held there. */
export function desksOf(official: Official, organisation: Organisation): readonly Desk[] {
  const desks = new Map<string, Desk>();
  for (const posting of official.postings) {
    for (const unitId of organisation.within(posting.unitId)) {
      if (covers(organisation, posting, unitId)) desks.set(`${unitId} ${posting.role}`, { unitId, role: posting.role });
    }
  }
  return [...desks.values()];
}

export async function workOf(
  db: Db,
  official: Official,
  organisation: Organisation,
  asked: {
    queue: Queue;
    now: Date;
    after: Cursor | null;
    limit?: number;
    procedureVersionIds?: readonly number[] | undefined;
  },
): Promise<WorkPage> {
  const limit = asked.limit ?? workPageSize;
  const rows = await listWork(db, {
    queue: asked.queue,
    accountId: official.accountId,
    desks: desksOf(official, organisation),
    leads: receivingUnitsLedBy(official, organisation),
    speaksFor: unitsSpokenFor(official, organisation),
    heads: receivingUnitsHeadedBy(official, organisation),
    now: asked.now,
    soon: new Date(asked.now.getTime() + soonMs),
    after: asked.after,
    // One more than is shown tells whether there is a next page.
    limit: limit + 1,
    procedureVersionIds: asked.procedureVersionIds,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? writeCursor(last) : null };
}

export type FindDeps = {
  readonly db: Db;
  readonly sealing: Sealing;
  readonly organisation: Organisation;
  readonly catalogue: Catalogue;
};

export type Finding = { readonly by: "code" | "idNumber" | "name"; readonly rows: readonly FoundRow[] };

/** Matches are looked through before they are shown, since a name may stand on dossiers that are another office's. */
const mostLookedThrough = 200;

/** By code, by ID number or phone, else by name without marks; only what this official may open. */
export async function findDossiers(
  { db, sealing, organisation, catalogue }: FindDeps,
  official: Official,
  typed: string,
): Promise<Finding> {
  const unitIds = receivingUnitsInView(official, organisation);
  const visible = (rows: readonly FoundRow[]) =>
    rows
      .filter((row) => {
        const steps = stepsOf(catalogue.getById(row.procedureVersionId), row.receivingUnitId, organisation);
        return maySee(official, { ...row, submittedBy: null }, steps, organisation);
      })
      .slice(0, workPageSize);
  const code = readDossierCode(typed);
  if (code !== undefined) return { by: "code", rows: visible(await findByCode(db, code)) };
  const digits = typed.replace(/[\s.-]/g, "");
  if (/^\+?\d{9,13}$/.test(digits)) {
    const byId = await findByIdNumber(db, sealing.blindIndex("id-number", digits), unitIds, mostLookedThrough);
    const rows =
      byId.length > 0
        ? byId
        : await findByIdNumber(db, sealing.blindIndex("phone", digits), unitIds, mostLookedThrough);
    return { by: "idNumber", rows: visible(rows) };
  }
  const words =
    searchText(typed)
      .match(/[a-z0-9]+/g)
      ?.slice(0, 8) ?? [];
  if (words.length === 0) return { by: "name", rows: [] };
  // The last word may still be being typed.
  const query = words.map((word, at) => (at === words.length - 1 ? `${word}:*` : word)).join(" & ");
  return { by: "name", rows: visible(await findByName(db, query, unitIds, mostLookedThrough)) };
}
