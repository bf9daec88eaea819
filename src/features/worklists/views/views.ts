/** Use cases: the lists an official keeps under a name of their own. */
import type { Official } from "#features/identity/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { normaliseLine } from "#foundation/i18n/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import type { Queue } from "../queue.ts";
import { insertView, listViews, mostViews, updateViewName } from "../views.queries.ts";

export const longestName = 60;

export type ViewRefusal = "no-name" | "name-too-long" | "name-taken" | "too-many" | "gone";

type Filters = { readonly queue: Queue; readonly procedureCode: string };

function checkName(typed: string): Result<string, ViewRefusal> {
  const name = normaliseLine(typed).toWellFormed();
  if (name === "") return refused("no-name");
  // As the database counts: a mark above a letter that has no form of its own is a character too.
  return [...name].length > longestName ? refused("name-too-long") : accepted(name);
}

/** Saved twice, as by a double press, it is there once. */
export async function saveView(
  db: Db,
  { accountId }: Official,
  typed: string,
  filters: Filters,
): Promise<Result<null, ViewRefusal>> {
  const name = checkName(typed);
  if (!name.ok) return name;
  // Each round that finds its place taken leaves one place less: there are no more rounds than places.
  for (let round = 0; round <= mostViews; round++) {
    if (await insertView(db, accountId, { name: name.value, ...filters })) return accepted(null);
    const views = await listViews(db, accountId);
    const same = views.find((view) => view.name === name.value);
    if (same !== undefined) {
      const isSame = same.queue === filters.queue && same.procedureCode === filters.procedureCode;
      return isSame ? accepted(null) : refused("name-taken");
    }
    if (views.length >= mostViews) return refused("too-many");
  }
  return refused("too-many");
}

export async function renameView(
  db: Db,
  { accountId }: Official,
  place: number,
  typed: string,
): Promise<Result<null, ViewRefusal>> {
  const name = checkName(typed);
  if (!name.ok) return name;
  if (await updateViewName(db, accountId, place, name.value)) return accepted(null);
  const views = await listViews(db, accountId);
  return refused(views.some((view) => view.place === place) ? "name-taken" : "gone");
}
