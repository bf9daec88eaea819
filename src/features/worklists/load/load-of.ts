/** Use cases: who has how much in hand where somebody is the head, and which dossiers these are. */
import { covers } from "#features/dossiers/index.ts";
import { listAccountNames, listPostedAt, type Official, type Role } from "#features/identity/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import { dayOf, givenNameOrder } from "#foundation/i18n/index.ts";
import type { WorklistDeps } from "../deps.ts";
import { type DeskLoad, type Holding, listHeld, sumLoad } from "../load.queries.ts";
import { type Cursor, writeCursor } from "../queue.ts";
import { type WorkPage, workPageSize } from "../worklist.ts";

/** These answer for what others have in hand. */
const heads: readonly Role[] = ["head_of_office", "leader"];

/** The units whose load is this official's to see: those their posting as a head covers. */
export function unitsHeadedBy(official: Official, organisation: Organisation): readonly number[] {
  const units = new Set<number>();
  for (const posting of official.postings.filter(({ role }) => heads.includes(role))) {
    for (const unitId of organisation.within(posting.unitId)) {
      if (covers(organisation, posting, unitId)) units.add(unitId);
    }
  }
  return [...units];
}

export type Load = { readonly held: number; readonly overdue: number; readonly firstDueAt: Date | null };
export type LoadOfPerson = Load & {
  readonly accountId: string;
  readonly name: string;
  /** Where they are posted today; nothing of somebody who has left and still has dossiers in hand. */
  readonly posts: readonly { readonly unitId: number; readonly role: string }[];
};
export type LoadOfDesk = Load & { readonly unitId: number; readonly role: string };

export type LoadOfUnits = {
  /** First who is late with most. */
  readonly people: readonly LoadOfPerson[];
  /** What nobody has taken. */
  readonly free: readonly LoadOfDesk[];
};

export async function loadOf(
  { db, clock, organisation }: WorklistDeps,
  official: Official,
): Promise<LoadOfUnits | null> {
  const unitIds = unitsHeadedBy(official, organisation());
  if (unitIds.length === 0) return null;
  const now = clock.now();
  const [desks, posted] = await Promise.all([sumLoad(db, unitIds, now), listPostedAt(db, unitIds, dayOf(now))]);
  const inHand = Map.groupBy(desks, ({ assigneeId }) => assigneeId);
  const posts = Map.groupBy(posted, ({ accountId }) => accountId);
  const ids = [...inHand.keys()].filter((id) => id !== null);
  const names = new Map([
    ...(await listAccountNames(
      db,
      ids.filter((id) => !posts.has(id)),
    )),
    ...posted.map(({ accountId, name }) => [accountId, name] as const),
  ]);
  const people = [...new Set([...posts.keys(), ...ids])].map(
    (accountId): LoadOfPerson => ({
      accountId,
      name: names.get(accountId) ?? "",
      posts: (posts.get(accountId) ?? []).map(({ unitId, role }) => ({ unitId, role })),
      ...sumOf(inHand.get(accountId) ?? []),
    }),
  );
  const free = (inHand.get(null) ?? []).map(({ unitId, role, held, overdue, firstDueAt }) => ({
    unitId,
    role,
    held,
    overdue,
    firstDueAt,
  }));
  return {
    people: people.sort((one, other) => byLateness(one, other) || givenNameOrder(one.name, other.name)),
    free: free.sort(byLateness),
  };
}

function sumOf(loads: readonly DeskLoad[]): Load {
  const first = loads.map(({ firstDueAt }) => firstDueAt.getTime());
  return {
    held: loads.reduce((sum, { held }) => sum + held, 0),
    overdue: loads.reduce((sum, { overdue }) => sum + overdue, 0),
    firstDueAt: first.length === 0 ? null : new Date(Math.min(...first)),
  };
}

function byLateness(one: Load, other: Load): number {
  return other.overdue - one.overdue || other.held - one.held;
}

/** The dossiers behind one number; null where they are not this official's to see. */
export async function heldBy(
  { db, clock, organisation }: WorklistDeps,
  official: Official,
  asked: {
    readonly who: { readonly accountId: string } | { readonly unitId: number; readonly role: string };
    readonly onlyOverdue: boolean;
    readonly after: Cursor | null;
  },
): Promise<WorkPage | null> {
  const unitIds = unitsHeadedBy(official, organisation());
  if (unitIds.length === 0) return null;
  const { who } = asked;
  if ("unitId" in who && !unitIds.includes(who.unitId)) return null;
  const holding: Holding =
    "unitId" in who ? { by: "desk", ...who } : { by: "person", accountId: who.accountId, unitIds };
  const rows = await listHeld(db, {
    holding,
    overdueAt: asked.onlyOverdue ? clock.now() : null,
    after: asked.after,
    limit: workPageSize + 1,
  });
  const items = rows.slice(0, workPageSize);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > workPageSize && last !== undefined ? writeCursor(last) : null };
}
