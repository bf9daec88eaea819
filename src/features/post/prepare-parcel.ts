/** Puts a signed result into a parcel: counted, sealed, under the number the post gave it (QĐ 45/2016/QĐ-TTg art. 9). */
import { randomUUID } from "node:crypto";
import { channels, type Dossier, moveOfStep, viewDeps, viewDossier } from "#features/dossiers/index.ts";
import type { Official } from "#features/identity/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import type { PostDeps } from "./deps.ts";
import { mayReturnAt } from "./may.ts";
import { readTrackingNumber, type TrackingFault } from "./parcel.ts";
import { hasParcelUnderWay, insertParcel } from "./queries.ts";

export type PrepareRefusal =
  | { readonly reason: "not-theirs" }
  /** Not signed yet, not at the return desk any more, or not to go by post. */
  | { readonly reason: "not-to-send" }
  | { readonly reason: "under-way" }
  | { readonly reason: "number-taken" }
  | { readonly reason: "number"; readonly fault: TrackingFault };

export async function prepareParcel(
  deps: PostDeps,
  by: Official,
  dossier: Dossier,
  typedNumber: string,
): Promise<Result<{ readonly id: string }, PrepareRefusal>> {
  const read = readTrackingNumber(typedNumber);
  const unitId = dossier.holderUnitId;
  const view = await viewDossier(viewDeps(deps.dossiers), dossier);
  const isAtDesk =
    dossier.state === "finished" &&
    dossier.resultChannel === channels.post &&
    moveOfStep(view.steps, dossier.step) === "returnResult";
  if (!isAtDesk || unitId === null || view.content === null) return refused({ reason: "not-to-send" });
  if (!mayReturnAt(by, unitId, deps.organisation())) return refused({ reason: "not-theirs" });
  if ("fault" in read) return refused({ reason: "number", fault: read.fault });
  return deps.database.db.transaction().execute(async (tx) => {
    if (await hasParcelUnderWay(tx, dossier.id)) return refused({ reason: "under-way" });
    const at = deps.clock.now();
    const parcel = {
      id: randomUUID(),
      dossierId: dossier.id,
      unitId,
      trackingNumber: read.number,
      preparedAt: at,
      preparedBy: by.accountId,
    };
    if (!(await insertParcel(tx, parcel))) return refused({ reason: "number-taken" });
    await deps.issueParcelSlip(tx, { parcelId: parcel.id, trackingNumber: read.number, view, unitId, at, by });
    return accepted({ id: parcel.id });
  });
}
