/** Lists by which results change hands: to the post for a day, and from an agency to the return desk (61/2018 art. 20). */
import { randomUUID } from "node:crypto";
import type { Official } from "#features/identity/index.ts";
import type { Unit } from "#features/organisation/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { normaliseLine } from "#foundation/i18n/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import type { ListOrder, PostDeps } from "./deps.ts";
import { desksOf, unitsAtDesk } from "./may.ts";
import { insertList, insertParcelEvent, listNotTakenOver, listParcels, lockDesk, lockParcels } from "./queries.ts";

export const mostOnList = 200;
const longestName = 200;

export type ListRefusal =
  | { readonly reason: "not-theirs" | "nothing-to-hand-over" }
  | { readonly reason: "name"; readonly fault: "missing" | "tooLong" };

type Made = { readonly id: string; readonly numberText: string; readonly count: number };

/** Everything that lies sealed at the desk goes to the clerk of the post who has come. */
export async function handToPost(
  deps: PostDeps,
  by: Official,
  desk: Unit,
  clerk: string,
): Promise<Result<Made, ListRefusal>> {
  const named = nameOf(clerk);
  if (typeof named !== "string") return refused({ reason: "name", fault: named.fault });
  return atDesk(deps, by, desk, async (tx, unitIds) => {
    const lying = await listParcels(tx, unitIds, "atDesk", mostOnList);
    const parcels = (
      await lockParcels(
        tx,
        lying.map(({ id }) => id),
      )
    ).filter((one) => one.handedOverOn === null);
    if (parcels.length === 0) return refused({ reason: "nothing-to-hand-over" });
    const at = deps.clock.now();
    const made = await keep(
      deps,
      tx,
      {
        kind: "post",
        unitId: desk.id,
        fromUnitId: null,
        at,
        by,
        giverName: by.name,
        receiverName: named,
        items: parcels.map((parcel) => ({ ...parcel, ownerName: parcel.ownerName ?? "" })),
      },
      parcels.map(({ id, dossierId }) => ({ dossierId, parcelId: id })),
    );
    for (const { id } of parcels) {
      await insertParcelEvent(tx, {
        parcelId: id,
        state: "handedOver",
        happenedOn: deps.dayOf(at),
        recordedAt: at,
        recordedBy: by.accountId,
        cause: null,
      });
    }
    return accepted(made);
  });
}

/** What one agency brought to the desk and is on no list yet. */
export async function takeOver(
  deps: PostDeps,
  by: Official,
  desk: Unit,
  fromUnitId: number,
  giver: string,
): Promise<Result<Made, ListRefusal>> {
  const named = nameOf(giver);
  if (typeof named !== "string") return refused({ reason: "name", fault: named.fault });
  return atDesk(deps, by, desk, async (tx, unitIds) => {
    const brought = (await listNotTakenOver(tx, unitIds, mostOnList * 5))
      .filter((one) => one.fromUnitId === fromUnitId)
      .slice(0, mostOnList);
    if (brought.length === 0) return refused({ reason: "nothing-to-hand-over" });
    const made = await keep(
      deps,
      tx,
      {
        kind: "desk",
        unitId: desk.id,
        fromUnitId,
        at: deps.clock.now(),
        by,
        giverName: named,
        receiverName: by.name,
        items: brought.map((one) => ({ ...one, trackingNumber: null })),
      },
      brought.map(({ dossierId }) => ({ dossierId, parcelId: null })),
    );
    return accepted(made);
  });
}

async function atDesk(
  deps: PostDeps,
  by: Official,
  desk: Unit,
  work: (tx: Db, unitIds: readonly number[]) => Promise<Result<Made, ListRefusal>>,
): Promise<Result<Made, ListRefusal>> {
  const organisation = deps.organisation();
  if (!desksOf(by, organisation).includes(desk)) return refused({ reason: "not-theirs" });
  return deps.database.db.transaction().execute(async (tx) => {
    await lockDesk(tx, desk.id);
    return work(tx, unitsAtDesk(desk, organisation));
  });
}

async function keep(
  deps: PostDeps,
  tx: Db,
  order: ListOrder,
  items: readonly { readonly dossierId: string; readonly parcelId: string | null }[],
): Promise<Made> {
  const { kind, unitId, fromUnitId, at, by, giverName, receiverName } = order;
  const id = randomUUID();
  const kept = await deps.keepList(tx, order);
  await insertList(
    tx,
    {
      id,
      kind,
      unitId,
      fromUnitId,
      madeAt: at,
      madeBy: by.accountId,
      giverName,
      receiverName,
      itemCount: items.length,
      ...kept,
    },
    items,
  );
  return { id, numberText: kept.numberText, count: items.length };
}

function nameOf(typed: string): string | { readonly fault: "missing" | "tooLong" } {
  const name = normaliseLine(typed);
  if (name === "") return { fault: "missing" };
  return name.length > longestName ? { fault: "tooLong" } : name;
}
