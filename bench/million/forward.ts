/** Lives dossiers that were just submitted to their ends, seals what happened and has it written. */
import { randomFillSync } from "node:crypto";
import type pg from "pg";
import type { ProcedureVersion } from "#features/catalogue/index.ts";
import { contentHash, openContent, payloadPlace, sealContent, writeContent } from "#features/dossiers/content.ts";
import { channels, type Dossier } from "#features/dossiers/dossier.ts";
import { commitmentOf, packPayload, saltBytes } from "#features/dossiers/event.ts";
import { stepsOf } from "#features/dossiers/index.ts";
import type { SealingKey } from "#foundation/sealing/index.ts";
import type { Deps } from "../../src/deps.ts";
import { type Circumstances, type Life, type LifeEvent, live } from "./lives.ts";
import { bringForward, listFirstContents, listWrappedKeys, type NewContent, type SealedEvent } from "./queries.ts";
import type { Random } from "./random.ts";
import type { Residents } from "./residents.ts";
import type { Sent } from "./submissions.ts";
import { endsAt } from "./when.ts";

export type Submitted = Sent & { readonly code: string; readonly submittedAt: Date };
export type Forwarder = (submitted: readonly Submitted[], random: Random) => Promise<void>;

export function forwarder(deps: Deps, owner: pg.Pool, officialsAt: Residents["officialsAt"]): Forwarder {
  const around = circumstancesOf(deps, officialsAt);
  return async (submitted, random) => {
    const lives = submitted
      .map((one) => live(asSubmitted(one, around(one.version, one.unitId)), around(one.version, one.unitId), random))
      .filter(({ events }) => events.length > 0);
    const supplemented = lives.filter(({ events }) => events.some(({ type }) => type === "supplement"));
    const [keys, contents] = await Promise.all([
      listWrappedKeys(
        owner,
        lives.map(({ dossier }) => dossier.id),
      ),
      listFirstContents(
        owner,
        supplemented.map(({ dossier }) => dossier.id),
      ),
    ]);
    const sealed = lives.map((life) => seal(deps, life, keyOf(deps, keys, life), contents.get(life.dossier.id)));
    await bringForward(
      owner,
      lives.map(({ dossier }) => dossier),
      sealed.flatMap(({ events }) => events),
      sealed.flatMap(({ content }) => content),
    );
  };
}

function circumstancesOf(deps: Deps, officialsAt: Residents["officialsAt"]) {
  const known = new Map<string, Circumstances>();
  return (version: ProcedureVersion, unitId: number): Circumstances => {
    const key = `${version.id} ${unitId}`;
    const made = known.get(key) ?? {
      version,
      steps: stepsOf(version, unitId, deps.organisation()),
      calendar: deps.dossiers.calendarOf(version, unitId),
      working: deps.dossiers.workingCalendarOf(unitId),
      officialsAt,
      until: endsAt,
    };
    known.set(key, made);
    return made;
  };
}

/** The row as the submission wrote it. */
function asSubmitted(
  { id, code, by, version, unitId, submission, submittedAt }: Submitted,
  around: Circumstances,
): Dossier {
  const first = around.steps[0];
  if (first === undefined) throw new Error(`Procedure ${version.code} has no first step`);
  return {
    id,
    code,
    procedureVersionId: version.id,
    receivingUnitId: unitId,
    channel: channels.online,
    resultChannel: channels[submission.resultChannel],
    submittedBy: by.accountId,
    submittedAt,
    eventCount: 1,
    state: "submitted",
    step: 0,
    holderUnitId: first.unitId,
    holderRole: first.role,
    assigneeId: null,
    isSentBack: false,
    supplementCount: 0,
    acceptedAt: null,
    originalDueAt: null,
    dueAt: null,
    stepDueAt: null,
    finishedAt: null,
    returnedAt: null,
    actBy: around.calendar.firstAnswerBy(submittedAt),
    remindedAt: null,
    awaitsLeader: null,
    rescheduledCount: 0,
    supplementLimit: 1,
    consultedUnits: null,
  };
}

function keyOf({ sealing }: Deps, wrapped: ReadonlyMap<string, Buffer>, { dossier }: Life): SealingKey {
  const key = wrapped.get(dossier.id);
  if (key === undefined) throw new Error(`Dossier ${dossier.code} has no key`);
  return sealing.unwrap(key);
}

/** A supplement brings the same answers again: a second version of the content, as the program keeps it. */
function seal(
  { sealing }: Deps,
  { dossier: { id }, events }: Life,
  key: SealingKey,
  first: Buffer | undefined,
): { readonly events: readonly SealedEvent[]; readonly content: readonly NewContent[] } {
  const written = first === undefined ? null : writeContent(openContent(sealing, key, id, 1, first));
  const payloadOf = ({ type, payload }: LifeEvent) =>
    type === "supplement" && written !== null
      ? { ...payload, said: { ...payload.said, contentVersion: 2, contentHash: contentHash(written) } }
      : payload;
  const salts = randomFillSync(Buffer.allocUnsafe(saltBytes * events.length));
  return {
    events: events.map((event, at) => {
      const packed = packPayload(salts.subarray(at * saltBytes, (at + 1) * saltBytes), payloadOf(event));
      return {
        ...event,
        dossierId: id,
        commitment: commitmentOf(packed),
        sealed: sealing.seal(key, payloadPlace(id, event.number), packed),
      };
    }),
    content: written === null ? [] : [{ dossierId: id, version: 2, sealed: sealContent(sealing, key, id, 2, written) }],
  };
}
