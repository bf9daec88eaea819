/** Who a dossier may be given to by name, and how much each of them has in hand already. */
import { listOfficialsAt } from "#features/identity/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { dayOf, givenNameOrder } from "#foundation/i18n/index.ts";
import { coveringUnits } from "./access.ts";
import type { DossierStep } from "./dossier.ts";
import { countInHand } from "./queries.ts";

export type Colleague = { readonly id: string; readonly name: string; readonly inHand: number };

type ColleagueDeps = { readonly db: Db; readonly clock: Clock; readonly organisation: () => Organisation };

/** The officials posted today at the unit of a step, in its role. */
export async function colleaguesAt(deps: ColleagueDeps, step: DossierStep): Promise<readonly Colleague[]> {
  const posted = await postedAt(deps, step);
  const inHand = await countInHand(
    deps.db,
    posted.map(({ id }) => id),
  );
  return posted
    .map(({ id, displayName }) => ({ id, name: displayName, inHand: inHand.get(id) ?? 0 }))
    .sort((one, other) => givenNameOrder(one.name, other.name));
}

export async function isPostedAt(deps: ColleagueDeps, accountId: string, step: DossierStep): Promise<boolean> {
  return (await postedAt(deps, step)).some(({ id }) => id === accountId);
}

function postedAt({ db, clock, organisation }: ColleagueDeps, step: DossierStep) {
  return listOfficialsAt(db, coveringUnits(organisation(), step.unitId), step.role, dayOf(clock.now()));
}
