/** Who else has this dossier on their desk now, so that two do not begin the same work without knowing. */
import { listAccountNames, type Official, type Posting } from "#features/identity/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import type { Db } from "#foundation/db/index.ts";
import type { Dossier } from "../dossier.ts";
import { deleteOldPresence, listOthersPresent, shortenPresence, upsertPresence } from "./queries.ts";

/** A page without scripts says once that it was opened, and cannot say that it was closed. */
const openedForMs = 10 * 60_000;
/** With scripts it says so again every twenty seconds; two lost words are no departure. */
const beatForMs = 60_000;
/** After a goodbye, so that another window of the same person has the time for its next beat. */
const goneAfterMs = 25_000;

export type Present = Posting & { readonly accountId: string; readonly name: string; readonly since: Date };

/** `open`: the page was loaded; `beat`: it is still in front; `leave`: it was closed or left. */
export type PresenceSign = "open" | "beat" | "leave";

export async function showPresence(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  dossier: Dossier,
  by: Official,
  as: Posting,
  sign: PresenceSign,
): Promise<readonly Present[]> {
  const { accountId } = by;
  const now = clock.now();
  const after = (ms: number) => new Date(now.getTime() + ms);
  if (sign === "leave") {
    await shortenPresence(db, accountId, dossier.id, after(goneAfterMs));
    return [];
  }
  if (sign === "open") await deleteOldPresence(db, accountId, now);
  const until = after(sign === "open" ? openedForMs : beatForMs);
  await upsertPresence(db, { ...as, accountId, dossierId: dossier.id, now, until });
  const others = await listOthersPresent(db, dossier.id, accountId, now);
  const names = await listAccountNames(
    db,
    others.map((other) => other.accountId),
  );
  return others.map((other) => ({ ...other, name: names.get(other.accountId) ?? "" }));
}
