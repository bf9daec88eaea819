/** The history of a dossier opened: what each event said, and how the dossier stood after it. */
import type { Sealing, SealingKey } from "#foundation/sealing/index.ts";
import { payloadPlace } from "./content.ts";
import type { Dossier, Progress } from "./dossier.ts";
import { type EventPayload, replayEach, unpackPayload } from "./event.ts";
import { type Move, type MoveName, moves } from "./moves.ts";
import type { EventRow } from "./queries.ts";

export type OpenedEvent = Omit<EventRow, "sealed"> & {
  readonly set: EventPayload["set"];
  readonly said: EventPayload["said"];
  readonly after: Progress;
};

const nothing: EventPayload = { set: {}, said: {} };

/** Without a key the person was erased: what is left says who, what and when, and nothing of what it changed. */
export function openHistory(
  sealing: Sealing,
  key: SealingKey | null,
  dossierId: string,
  events: readonly EventRow[],
): readonly OpenedEvent[] {
  const payloads = events.map(({ number, sealed }) =>
    key === null || sealed === null
      ? nothing
      : unpackPayload(sealing.open(key, payloadPlace(dossierId, number), sealed)),
  );
  const progress = replayEach(payloads);
  return events.flatMap(({ sealed: _, ...event }, at) => {
    const [payload, after] = [payloads[at], progress[at]];
    return payload === undefined || after === undefined ? [] : [{ ...event, ...payload, after }];
  });
}

/** Who brought the dossier to this step from the one before it: to them it goes back. */
export function whoHandedOn(history: readonly OpenedEvent[], step: number): string | null {
  const brought = history.findLast(({ after }, at) => after.step === step && history[at - 1]?.after.step === step - 1);
  return brought?.actorId ?? null;
}

/** A hand-over that nobody has taken: nothing has happened since. */
export type HandOver = {
  readonly move: MoveName;
  readonly by: string;
  /** The dossier as it was when it was handed over. */
  readonly before: Dossier;
};

export function openHandOver(dossier: Dossier, history: readonly OpenedEvent[]): HandOver | null {
  const [before, last] = history.slice(-2);
  if (before === undefined || last === undefined || last.type === "submit" || last.actorId === null) return null;
  const { handsOver }: Move = moves[last.type];
  if (handsOver !== true || last.after.step !== before.after.step + 1) return null;
  return { move: last.type, by: last.actorId, before: { ...dossier, ...before.after, eventCount: before.number } };
}
