/** What the post reports of a parcel: delivered, and with it the result is returned; or come back, and it lies at the desk. */
import { type Dossier, type MoveDossierRefusal, moveDossier, nothingSaid } from "#features/dossiers/index.ts";
import type { Official } from "#features/identity/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import type { PostDeps } from "./deps.ts";
import { mayReturnAt } from "./may.ts";
import { type DayFault, newsDayFault, type ParcelNews, type ReturnCause } from "./parcel.ts";
import { insertParcelEvent, lockParcels } from "./queries.ts";

export type News = {
  readonly state: ParcelNews;
  readonly on: string | undefined;
  readonly cause: ReturnCause | null;
};

export type NewsRefusal =
  | { readonly reason: "not-theirs" | "not-with-post" }
  | { readonly reason: "day"; readonly fault: DayFault }
  | { readonly reason: "cause" }
  /** The result cannot be returned now, for a reason of the dossier itself. */
  | { readonly reason: "dossier"; readonly why: MoveDossierRefusal["reason"] };

export async function recordNews(
  deps: PostDeps,
  by: Official,
  dossier: Dossier,
  parcelId: string,
  news: News,
): Promise<Result<null, NewsRefusal>> {
  const { db } = deps.database;
  const before = (await db.transaction().execute((tx) => lockParcels(tx, [parcelId])))[0];
  const fault = faultOf(deps, by, dossier, before, news);
  if (fault !== null) return refused(fault);
  if (news.state === "delivered" && dossier.state === "finished") {
    // First the dossier: if the program dies in between, the news is simply entered once more.
    const moved = await moveDossier(deps.dossiers, by, dossier.id, "returnResult", {
      ...nothingSaid,
      handedTo: before?.ownerName ?? null,
    });
    if (!moved.ok) return refused({ reason: "dossier", why: moved.refusal.reason });
  }
  return db.transaction().execute(async (tx) => {
    const [parcel] = await lockParcels(tx, [parcelId]);
    if (parcel === undefined) return refused({ reason: "not-with-post" });
    await insertParcelEvent(tx, {
      parcelId,
      state: news.state,
      happenedOn: news.on ?? deps.dayOf(deps.clock.now()),
      recordedAt: deps.clock.now(),
      recordedBy: by.accountId,
      cause: news.cause,
    });
    return accepted(null);
  });
}

function faultOf(
  deps: PostDeps,
  by: Official,
  dossier: Dossier,
  parcel: Awaited<ReturnType<typeof lockParcels>>[number] | undefined,
  { state, on, cause }: News,
): NewsRefusal | null {
  if (parcel === undefined || parcel.dossierId !== dossier.id || parcel.handedOverOn === null)
    return { reason: "not-with-post" };
  if (!mayReturnAt(by, parcel.unitId, deps.organisation())) return { reason: "not-theirs" };
  const day = newsDayFault(on, parcel.handedOverOn, deps.dayOf(deps.clock.now()));
  if (day !== null) return { reason: "day", fault: day };
  return (state === "cameBack") === (cause === null) ? { reason: "cause" } : null;
}
