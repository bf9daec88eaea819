/**
 * Reminds of results nobody has fetched. A reminder is an event of the dossier, made by no official: the notices of events take
 * it to the person by the channels they chose, each once, and the history shows it.
 */
import type { Db } from "#foundation/db/index.ts";
import { dayOf, formatTime } from "#foundation/i18n/index.ts";
import { payloadPlace } from "../content.ts";
import { decide } from "../decide.ts";
import { commitmentOf, packPayload, saltBytes, toSet } from "../event.ts";
import { type MoveDeps, nothingSaid } from "../move-dossier.ts";
import { findWrappedKey, getDossierForUpdate, insertEvent, tellListeners, updateProgress } from "../queries.ts";
import { stepsOf } from "../steps.ts";
import { type AtTheCounter, listAtTheCounter } from "./queries.ts";
import { isReminderDue, type ReminderDays } from "./when-to-remind.ts";

export type ReminderDeps = Pick<
  MoveDeps,
  "database" | "clock" | "sealing" | "catalogue" | "organisation" | "calendarOf" | "workingCalendarOf"
> & { readonly remindAfter: ReminderDays };

/** While the counter is open somebody who comes at once finds it open; a program that was down at noon still reminds. */
const from = "07:30";
const until = "17:00";

/** Made once per process: it remembers the day it has done, so that most pulses ask nothing. */
export function reminders(deps: ReminderDeps): () => Promise<number> {
  let done = "";
  return async () => {
    const now = deps.clock.now();
    const [day, time] = [dayOf(now), formatTime(now)];
    if (day === done || time < from || time >= until) return 0;
    const made = await remindOfResults(deps);
    done = day;
    return made;
  };
}

/** All that is due now; answers how many. Safe to call from several workers. */
export async function remindOfResults(deps: ReminderDeps): Promise<number> {
  const now = deps.clock.now();
  const waiting = await listAtTheCounter(deps.database.db, now);
  let made = 0;
  for (const one of waiting) {
    const calendar = deps.workingCalendarOf(one.receivingUnitId);
    if (isReminderDue(one, now, deps.remindAfter, calendar) && (await remind(deps, one, now))) made++;
  }
  return made;
}

/** False when it was fetched, sent or reminded of since it was listed. */
async function remind(deps: ReminderDeps, { id, remindedAt }: AtTheCounter, now: Date): Promise<boolean> {
  return deps.database.db.transaction().execute(async (tx: Db) => {
    const dossier = await getDossierForUpdate(tx, id);
    if (dossier.remindedAt?.getTime() !== remindedAt?.getTime()) return false;
    const wrapped = await findWrappedKey(tx, id);
    // The person was erased: there is nobody left to remind.
    if (wrapped === null) return false;
    const version = deps.catalogue().getById(dossier.procedureVersionId);
    const decision = decide("remindToCollect", dossier, nothingSaid, {
      ...nothingKnown,
      now,
      steps: stepsOf(version, dossier.receivingUnitId, deps.organisation()),
      calendar: deps.calendarOf(version, dossier.receivingUnitId),
    });
    if (!decision.ok) return false;
    const number = dossier.eventCount + 1;
    const payload = packPayload(deps.sealing.randomBytes(saltBytes), { set: toSet(decision.value), said: {} });
    await updateProgress(tx, id, decision.value, number);
    await insertEvent(
      tx,
      {
        dossierId: id,
        number,
        type: "remindToCollect",
        at: now,
        actorId: null,
        unitId: dossier.holderUnitId,
        role: "system",
        state: dossier.state,
        dueAt: dossier.dueAt,
        fromUnitId: dossier.holderUnitId,
        fromActBy: dossier.actBy,
        commitment: commitmentOf(payload),
      },
      deps.sealing.seal(deps.sealing.unwrap(wrapped), payloadPlace(id, number), payload),
    );
    await tellListeners(tx);
    return true;
  });
}

/** What other moves ask of a history, and this one does not. */
const nothingKnown = {
  actorId: "",
  supplementPolicy: "reset",
  componentKeys: [],
  legalBasis: [],
  previousActorId: null,
  handOver: null,
  pausedFrom: null,
  arrivedAt: null,
  withdrawnFrom: null,
  draftedApology: null,
  unitIdOf: () => undefined,
  answersFor: null,
  toStart: [],
  waitsForParts: false,
  correctable: [],
} as const;
