/** Whether a dossier is what its history says: the part of `motcua verify` that knows dossiers. */
import type { Db } from "#foundation/db/index.ts";
import type { Sealing } from "#foundation/sealing/index.ts";
import { contentHash, openContent, payloadPlace, writeContent } from "./content.ts";
import { countsOf, type DigitisationCounts, type Digitised, digitisationOf } from "./digitisation/digitisation.ts";
import { findDigitisation } from "./digitisation/queries.ts";
import type { Dossier } from "./dossier.ts";
import { commitmentOf, differences, type EventPayload, replay, unpackPayload } from "./event.ts";
import { type DossierState, type EventType, isMoveName, leadsFrom, statesAfter } from "./moves.ts";
import {
  type EventRow,
  findUploadsOfDossier,
  findWrappedKey,
  listConsultations,
  listContents,
  listEvents,
} from "./queries.ts";

import { readSaid } from "./said.ts";

export async function verifyDossier(
  { db, sealing }: { db: Db; sealing: Sealing },
  dossier: Dossier,
): Promise<readonly string[]> {
  const [wrapped, events, contents, uploads, consultations, digitisation] = await Promise.all([
    findWrappedKey(db, dossier.id),
    listEvents(db, dossier.id),
    listContents(db, dossier.id),
    findUploadsOfDossier(db, dossier.id),
    listConsultations(db, dossier.id),
    findDigitisation(db, dossier.id),
  ]);
  const faults: string[] = [];
  if (events.length !== dossier.eventCount)
    faults.push(`has ${events.length} events, its row says ${dossier.eventCount}`);
  events.forEach((event, index) => {
    if (event.number !== index + 1) faults.push(`event ${index + 1} is missing`);
  });
  faults.push(...illegalMoves(events));
  const unanswered = consultations.filter(({ answered }) => answered === null).map(({ unitId }) => unitId);
  if (unanswered.sort((a, b) => a - b).join() !== (dossier.consultedUnits ?? []).join())
    faults.push("the units still asked for an opinion differ from its row");
  // The person was erased: what is left is the path, and that was checked.
  if (wrapped === null) return faults;

  const key = sealing.unwrap(wrapped);
  const payloads: EventPayload[] = [];
  for (const event of events) {
    if (event.sealed === null) {
      faults.push(`event ${event.number} has lost its payload`);
      continue;
    }
    const packed = sealing.open(key, payloadPlace(dossier.id, event.number), event.sealed);
    if (!commitmentOf(packed).equals(event.commitment))
      faults.push(`event ${event.number} does not fit its commitment`);
    payloads.push(unpackPayload(packed));
  }
  if (payloads.length === events.length) faults.push(...misplaced(events, payloads));
  if (payloads.length === events.length) faults.push(...differentlyAsked(payloads, consultations));
  const told = replay(payloads);
  for (const field of differences(dossier, told)) faults.push(`${field} differs from its history`);

  if (!isCountOf(digitisation, digitisationOf(payloads))) faults.push("its digitisation differs from its history");

  const hashes = new Map(
    payloads.flatMap(({ said }) =>
      typeof said.contentVersion === "number" ? [[said.contentVersion, said.contentHash]] : [],
    ),
  );
  if (contents.length !== hashes.size) faults.push(`has ${contents.length} contents, its history names ${hashes.size}`);
  const needed = new Set<string>();
  for (const { version, sealed } of contents) {
    const content = openContent(sealing, key, dossier.id, version, sealed);
    if (contentHash(writeContent(content)) !== hashes.get(version))
      faults.push(`content ${version} differs from what was sent`);
    for (const component of content.components) for (const uploadId of component.uploadIds) needed.add(uploadId);
  }
  for (const uploadId of needed) if (!uploads.has(uploadId)) faults.push(`attachment ${uploadId} is not linked`);
  return faults;
}

function isCountOf(kept: DigitisationCounts | undefined, told: readonly Digitised[]): boolean {
  if (kept === undefined || told.length === 0) return kept === undefined && told.length === 0;
  const counted = countsOf(told);
  return (
    kept.components === counted.components &&
    kept.digitised === counted.digitised &&
    kept.reused === counted.reused &&
    kept.isResultDigitised === counted.isResultDigitised
  );
}

/** Figures are kept from what events say openly; it must be what their sealed payloads say. */
function misplaced(events: readonly EventRow[], payloads: readonly EventPayload[]): readonly string[] {
  const same = (one: Date | null, other: Date | null) => one?.getTime() === other?.getTime();
  return events.flatMap((event, at) => {
    const before = replay(payloads.slice(0, at));
    const after = replay(payloads.slice(0, at + 1));
    const faults: string[] = [];
    if (event.state !== after.state) faults.push(`event ${event.number} says another state than its payload`);
    if (!same(event.dueAt, after.dueAt)) faults.push(`event ${event.number} says another due time than its payload`);
    // Events of earlier versions did not tell from whom they took the dossier, and a first one takes it from nobody.
    const tells = event.fromUnitId !== null || event.fromActBy !== null;
    const isAsBefore = event.fromUnitId === before.holderUnitId && same(event.fromActBy, before.actBy);
    if (tells && (at === 0 || !isAsBefore)) faults.push(`event ${event.number} says another holder than its history`);
    return faults;
  });
}

/** Who was asked what and by when, be it an opinion or a part of a linked dossier, must be what the asking event says. */
function differentlyAsked(
  payloads: readonly EventPayload[],
  rows: readonly { readonly asked: number; readonly unitId: number; readonly dueAt: Date }[],
): readonly string[] {
  const line = (asked: number, unitId: number, dueAt: Date) => `${asked} ${unitId} ${dueAt.toISOString()}`;
  const told = payloads.flatMap((payload, at) => {
    const { asked, started } = readSaid(payload.said);
    return [
      ...(asked?.unitIds.map((unitId) => line(at + 1, unitId, asked.dueAt)) ?? []),
      ...started.map(({ unitId, dueAt }) => line(at + 1, unitId, dueAt)),
    ];
  });
  const kept = rows.map(({ asked, unitId, dueAt }) => line(asked, unitId, dueAt));
  return told.sort().join() === kept.sort().join()
    ? []
    : ["who was asked for an opinion or given a part, and by when, differs from its history"];
}

function illegalMoves(
  events: readonly { readonly type: EventType; readonly state: DossierState; readonly number: number }[],
): readonly string[] {
  const faults: string[] = [];
  let state: DossierState | null = null;
  for (const event of events) {
    if (state === null) {
      if (event.type !== "submit" || event.state !== "submitted")
        faults.push("its history does not begin with a submission");
    } else if (!isMoveName(event.type) || !leadsFrom(event.type, state)) {
      faults.push(`event ${event.number} (${event.type}) is not legal from ${state}`);
    } else {
      if (!statesAfter(event.type, state).includes(event.state))
        faults.push(`event ${event.number} (${event.type}) cannot lead to ${event.state}`);
    }
    state = event.state;
  }
  return faults;
}
