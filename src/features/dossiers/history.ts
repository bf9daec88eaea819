/** The history of a dossier opened: what each event said, and how the dossier stood after it. */
import type { Sealing, SealingKey } from "#foundation/sealing/index.ts";
import { payloadPlace } from "./content.ts";
import { type Recorded, recordedIn } from "./correction.ts";
import type { Outcome } from "./decide.ts";
import type { Dossier, Progress } from "./dossier.ts";
import { type EventPayload, replayEach, unpackPayload } from "./event.ts";
import type { Apology } from "./lateness.ts";
import { type DossierState, type Move, type MoveName, moves } from "./moves.ts";
import type { EventRow } from "./queries.ts";
import { readSaid, wordsIn } from "./said.ts";

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

/** What one event said, for lists that need a word of each of many dossiers; nothing of a person who was erased. */
export function saidIn(
  sealing: Sealing,
  key: SealingKey | null,
  dossierId: string,
  number: number,
  sealed: Buffer | null,
): EventPayload["said"] {
  if (key === null || sealed === null) return nothing.said;
  return unpackPayload(sealing.open(key, payloadPlace(dossierId, number), sealed)).said;
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

/** When the full papers last came in after acceptance; null before it. */
export function lastArrival(
  acceptedAt: Date | null,
  history: readonly Pick<OpenedEvent, "type" | "at" | "state">[],
): Date | null {
  if (acceptedAt === null) return null;
  const supplement = history.findLast((event) => event.type === "supplement" && event.state !== "submitted");
  return supplement?.at ?? acceptedAt;
}

/** The state an event found the dossier in. */
export function stateBefore(history: readonly OpenedEvent[], event: OpenedEvent | undefined): DossierState | null {
  return history.find((one) => one.number === (event?.number ?? 0) - 1)?.state ?? null;
}

/** What a colleague drafted for the leader to sign; nothing once it is signed or the clock has stopped meanwhile. */
export function draftedApology(dossier: Dossier, history: readonly OpenedEvent[]): Apology | null {
  if (dossier.awaitsLeader !== "apology") return null;
  const drafted = history.findLast((event) => event.type === "proposeApology");
  const { note, newDueOn, cause } = readSaid(drafted?.said ?? {});
  return note === null || newDueOn === null || cause === null ? null : { reason: note, newDueOn, cause };
}

/** What the specialist last proposed, and whether it was to grant or to refuse. */
export function lastProposal(history: readonly OpenedEvent[]): {
  readonly text: string | null;
  readonly outcome: Outcome;
} {
  const { proposal, isRefusal } = readSaid(history.findLast((event) => event.type === "proposeResult")?.said ?? {});
  return { text: proposal, outcome: isRefusal ? "refuse" : "grant" };
}

/** What officials recorded and may still set right. */
export function recorded(history: readonly OpenedEvent[]): readonly Recorded[] {
  return recordedIn(
    history.map(({ number, type, actorId, unitId, said }) => {
      const { corrects } = readSaid(said);
      return { number, type, actorId, unitId, corrects, words: wordsIn(said) };
    }),
  );
}
