/**
 * What an official recorded wrongly is set right by a new event that names the one it corrects, with the reason; the old one
 * stays and is seen to be corrected (one-stop-rules §9; 61/2018/NĐ-CP arts 5(1), 21). Only words can be corrected: a state, a
 * clock or an issued paper is changed by a move that has a rule of its own, or not at all.
 */
import type { Official, Role } from "#features/identity/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import type { InputNeed, MoveInput, Verification } from "./decide.ts";
import type { EventType } from "./moves.ts";

/** The words of an event that can be wrong. Null where nothing stands, or nothing shall stand any more. */
export type Words = {
  readonly note: string | null;
  readonly handedTo: string | null;
  readonly verification: Verification | null;
};

type Part = keyof Words;

export const noWords: Words = { note: null, handedTo: null, verification: null };

/**
 * Of which events which words. What the authority decided and signed is not here: it stands until another decision. Nor is
 * another body's opinion: whoever gave it is asked again. The receipt of a result and a closed register stay as they are;
 * the correction says in the dossier that somebody else has it.
 */
const parts: { readonly [Type in EventType]?: readonly Part[] } = {
  assign: ["note"],
  handOver: ["note"],
  sendBack: ["note"],
  giveGuidance: ["note"],
  recordVerification: ["verification", "note"],
  returnResult: ["handedTo"],
};

/** One thing on record, as it stands now: an event, or the newest correction of it. */
export type Recorded = {
  readonly number: number;
  readonly actorId: string | null;
  readonly unitId: number | null;
  /** What was recorded at first; of a correction, what it corrects. */
  readonly type: EventType;
  readonly parts: readonly Part[];
  readonly stands: Words;
};

export type RecordedEvent = {
  readonly number: number;
  readonly type: EventType;
  readonly actorId: string | null;
  readonly unitId: number | null;
  readonly words: Words;
  readonly corrects: number | null;
};

/** What of a history can still be corrected, oldest first: each thing once, by what stands of it. */
export function recordedIn(history: readonly RecordedEvent[]): readonly Recorded[] {
  const corrected = new Set(history.flatMap(({ corrects }) => corrects ?? []));
  return history.flatMap((event) => {
    if (corrected.has(event.number)) return [];
    const type = firstOf(history, event)?.type;
    const correctable = type === undefined ? undefined : parts[type];
    if (type === undefined || correctable === undefined) return [];
    const { number, actorId, unitId, words: stands } = event;
    const isSaid = event.corrects !== null || correctable.some((part) => stands[part] !== null);
    return isSaid ? [{ number, actorId, unitId, type, parts: correctable, stands }] : [];
  });
}

/** What was recorded at first, however often it was corrected since. */
export function firstOf<Event extends Pick<RecordedEvent, "number" | "corrects">>(
  history: readonly Event[],
  event: Event | undefined,
): Event | undefined {
  let first = event;
  // A correction names an earlier event, so that this ends.
  while (first !== undefined && first.corrects !== null) {
    const { corrects } = first;
    first = history.find(({ number }) => number === corrects);
  }
  return first;
}

const heads: readonly Role[] = ["head_of_office", "leader"];

/** Whoever recorded it may correct it, and whoever is at the head of the unit that did. */
export function correctableBy(
  official: Official,
  recorded: readonly Recorded[],
  covers: (posting: Official["postings"][number], unitId: number) => boolean,
): readonly Recorded[] {
  return recorded.filter(({ actorId, unitId }) => {
    if (unitId === null) return false;
    if (actorId === official.accountId) return true;
    return official.postings.some((posting) => heads.includes(posting.role) && covers(posting, unitId));
  });
}

export type Correction = { readonly corrects: number; readonly words: Words };

export function correctionOf(
  { note, corrects, corrected }: Pick<MoveInput, "note" | "corrects" | "corrected">,
  correctable: readonly Recorded[],
): Result<Correction, readonly InputNeed[]> {
  const recorded = correctable.find(({ number }) => number === corrects);
  const needs: InputNeed[] = [];
  if (isBlank(note)) needs.push({ path: "note", code: "missing" });
  if (recorded === undefined) {
    return refused([...needs, { path: "corrects", code: corrects === null ? "missing" : "notCorrectable" }]);
  }
  const words = wordsOf(recorded, corrected);
  // A result lies in somebody's hands: who has it is known, or it is not corrected.
  if (recorded.parts.includes("handedTo") && words.handedTo === null) {
    needs.push({ path: "corrected/handedTo", code: "missing" });
  } else if (sameWords(words, recorded.stands)) needs.push({ path: "corrected", code: "unchanged" });
  const { verification } = words;
  if (verification !== null) {
    for (const part of ["on", "place", "participants"] as const) {
      if (isBlank(verification[part])) needs.push({ path: `corrected/verification/${part}`, code: "missing" });
    }
  }
  return needs.length > 0 ? refused(needs) : accepted({ corrects: recorded.number, words });
}

/** Only what belongs to the event that is corrected; what is blank is taken away. */
function wordsOf({ parts: own }: Recorded, { note, handedTo, verification }: Words): Words {
  const isWhole = verification === null || Object.values(verification).every(isBlank);
  return {
    note: own.includes("note") && !isBlank(note) ? note : null,
    handedTo: own.includes("handedTo") && !isBlank(handedTo) ? handedTo : null,
    verification: own.includes("verification") && !isWhole ? verification : null,
  };
}

function sameWords(one: Words, other: Words): boolean {
  const asText = ({ note, handedTo, verification: at }: Words) =>
    JSON.stringify([note, handedTo, at === null ? null : [at.on, at.place, at.participants]]);
  return asText(one) === asText(other);
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === "";
}

/** Nothing stands there, or shall stand there any more. */
export function areNone({ handedTo, verification, note }: Words): boolean {
  return handedTo === null && verification === null && note === null;
}
