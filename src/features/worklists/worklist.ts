/** Use cases: an official's list by due time, and finding a dossier by what a person at the counter can say. */

import { covers, readDossierCode } from "#features/dossiers/index.ts";
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

export type Finding = { readonly by: "code" | "idNumber" | "name"; readonly rows: readonly FoundRow[] };

/** By code, by ID number or phone, else by name without marks: in the official's own units first, then everywhere they may see. */
export async function findDossiers(
  { db, sealing, organisation }: { db: Db; sealing: Sealing; organisation: Organisation },
  official: Official,
  typed: string,
): Promise<Finding> {
  const code = readDossierCode(typed);
  if (code !== undefined) return { by: "code", rows: await findByCode(db, code) };
  const unitIds = receivingUnitsOf(official, organisation);
  const digits = typed.replace(/[\s.-]/g, "");
  if (/^\+?\d{9,13}$/.test(digits)) {
    const byId = await findByIdNumber(db, sealing.blindIndex("id-number", digits), unitIds, workPageSize);
    if (byId.length > 0) return { by: "idNumber", rows: byId };
    return {
      by: "idNumber",
      rows: await findByIdNumber(db, sealing.blindIndex("phone", digits), unitIds, workPageSize),
    };
  }
  const words =
    searchText(typed)
      .match(/[a-z0-9]+/g)
      ?.slice(0, 8) ?? [];
  if (words.length === 0) return { by: "name", rows: [] };
  // The last word may still be being typed.
  const query = words.map((word, at) => (at === words.length - 1 ? `${word}:*` : word)).join(" & ");
  return { by: "name", rows: await findByName(db, query, unitIds, workPageSize) };
}

/** Receiving units whose dossiers this official may see; null when that is all of them. */
function receivingUnitsOf(official: Official, organisation: Organisation): readonly number[] | null {
  const seesAll = official.postings.some((posting) =>
    ["director", "inspector", "quality", "admin"].includes(posting.role),
  );
  if (seesAll) return null;
  const units = new Set<number>();
  for (const posting of official.postings) {
    const unit = organisation.getById(posting.unitId);
    const isOfCity = unit.level === "city";
    for (const candidate of organisation.units) {
      if (candidate.agencyId === null) continue;
      // A division of the city handles what the city's one-stop unit received; a ward, its own.
      const isNear = isOfCity
        ? candidate.level === "city"
        : organisation.isWithin(unit.id, candidate.id) || candidate.id === unit.id;
      if (isNear) units.add(candidate.id);
    }
  }
  return [...units];
}
