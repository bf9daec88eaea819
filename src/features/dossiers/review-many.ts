/** Several dossiers before one move is made of them all: what each is about, what was proposed, and who could have it. */
import type { ProcedureVersion } from "#features/catalogue/index.ts";
import type { Official } from "#features/identity/index.ts";
import { givenNameOrder } from "#foundation/i18n/index.ts";
import { readDossierCode } from "./code.ts";
import { type Colleague, colleaguesAt } from "./colleagues.ts";
import type { Outcome } from "./decide.ts";
import type { DossierDeps } from "./deps.ts";
import type { Dossier, DossierStep } from "./dossier.ts";
import { lastArrival, lastProposal, openHandOver, openHistory } from "./history.ts";
import { waitsForParts } from "./linked.ts";
import { listDossiersByCode, listEventsOfMany, listOwnerNames, listWrappedKeys } from "./many.queries.ts";
import type { MoveName } from "./moves.ts";
import { isVisible, offeredMoves } from "./seen.ts";
import { receivingStep, stepsOf } from "./steps.ts";

export type Reviewed = {
  readonly dossier: Dossier;
  readonly version: ProcedureVersion;
  readonly steps: readonly DossierStep[];
  readonly ownerName: string;
  readonly proposal: { readonly text: string | null; readonly outcome: Outcome };
  /** Whether this official may make the move now. */
  readonly isOffered: boolean;
  /** Where somebody may be named to have it. */
  readonly receiving: DossierStep | undefined;
};

/** In the order of the codes; what this official may not see is left out. */
export async function reviewMany(
  deps: DossierDeps,
  official: Official,
  move: MoveName,
  codes: readonly string[],
): Promise<readonly Reviewed[]> {
  const { db } = deps.database;
  const asked = [...new Set(codes.flatMap((code) => readDossierCode(code) ?? []))];
  const byCode = new Map((await listDossiersByCode(db, asked)).map((dossier) => [dossier.code, dossier]));
  const dossiers = asked.flatMap((code) => byCode.get(code) ?? []).filter((one) => isVisible(deps, official, one));
  const ids = dossiers.map(({ id }) => id);
  const [keys, events, names] = await Promise.all([
    listWrappedKeys(db, ids),
    listEventsOfMany(db, ids),
    listOwnerNames(db, ids),
  ]);
  return dossiers.map((dossier) => {
    const version = deps.catalogue().getById(dossier.procedureVersionId);
    const steps = stepsOf(version, dossier.receivingUnitId, deps.organisation());
    const wrapped = keys.get(dossier.id);
    const key = wrapped === undefined ? null : deps.sealing.unwrap(wrapped);
    const history = openHistory(deps.sealing, key, dossier.id, events.get(dossier.id) ?? []);
    const view = {
      dossier,
      version,
      steps,
      arrivedAt: lastArrival(dossier.acceptedAt, history),
      handOver: openHandOver(dossier, history),
      waitsForParts: waitsForParts(history),
      // What was recorded wrongly is wrong in one dossier, and corrected there.
      recorded: [],
    };
    return {
      dossier,
      version,
      steps,
      ownerName: names.get(dossier.id) ?? "",
      proposal: lastProposal(history),
      isOffered: offeredMoves(deps, view, official).includes(move),
      receiving: receivingStep(move, dossier.step, steps),
    };
  });
}

/** A colleague, and how many of these dossiers they could be given. */
export type ReceiverOfMany = Colleague & { readonly couldHave: number };

/** Everybody who could be given at least one of them, first those who could have the most. */
export async function receiversOfMany(
  deps: DossierDeps,
  reviewed: readonly Reviewed[],
): Promise<readonly ReceiverOfMany[]> {
  const { clock, organisation, database } = deps;
  const places = Map.groupBy(
    reviewed.flatMap(({ receiving }) => receiving ?? []),
    ({ unitId, role }) => `${unitId} ${role}`,
  );
  const receivers = new Map<string, ReceiverOfMany>();
  for (const steps of places.values()) {
    const [step] = steps;
    if (step === undefined) continue;
    for (const colleague of await colleaguesAt({ db: database.db, clock, organisation }, step)) {
      const couldHave = (receivers.get(colleague.id)?.couldHave ?? 0) + steps.length;
      receivers.set(colleague.id, { ...colleague, couldHave });
    }
  }
  return [...receivers.values()].sort(
    (one, other) => other.couldHave - one.couldHave || givenNameOrder(one.name, other.name),
  );
}
