/** What goes on record with a move: the words and choices of whoever made it, as they are kept sealed beside the event. */
import { type Correction, noWords, type Words } from "./correction.ts";
import type { MoveInput, Settlement, Verification } from "./decide.ts";
import { type Apology, isLateCause, type LateCause } from "./lateness.ts";
import type { StartedPart } from "./linked.ts";
import type { MoveName } from "./moves.ts";

export type AskedUnits = { readonly unitIds: readonly number[]; readonly dueAt: string };

/** Only what belongs to the move: what a form sent along with another one is not recorded. */
export function saidWith(
  move: MoveName,
  input: MoveInput,
  facts: {
    readonly apology: Apology | null;
    readonly asked: AskedUnits | null;
    readonly started: readonly StartedPart[];
    readonly correction: Correction | null;
  },
): Record<string, unknown> {
  const said: Record<string, unknown> = input.note ? { note: input.note } : {};
  switch (move) {
    case "requestSupplement":
      return { ...said, faults: input.faults };
    case "proposeResult":
      return { ...said, proposal: input.proposal, outcome: input.outcome };
    case "returnResult":
      return input.handedTo ? { ...said, handedTo: input.handedTo } : said;
    case "recordVerification":
      return { ...said, verification: input.verification };
    case "stop":
      return { ...said, settlement: input.settlement };
    case "consult":
      return { ...said, asked: facts.asked };
    case "accept":
      if (facts.started.length === 0) return said;
      return {
        ...said,
        started: facts.started.map(({ unitId, dueAt }) => ({ unitId, dueAt: dueAt.toISOString() })),
      };
    case "correct":
      return { ...said, corrects: facts.correction?.corrects ?? null, corrected: facts.correction?.words ?? null };
    case "proposeApology":
    case "apologise":
      if (facts.apology === null) return said;
      return { note: facts.apology.reason, cause: facts.apology.cause, newDueOn: facts.apology.newDueOn };
    default:
      return said;
  }
}

/** The same read back, part by part; null where nothing of the kind was said. */
export function readSaid(said: Readonly<Record<string, unknown>>) {
  return {
    note: textIn(said, "note"),
    proposal: textIn(said, "proposal"),
    isRefusal: said.outcome === "refuse",
    handedTo: textIn(said, "handedTo"),
    newDueOn: textIn(said, "newDueOn"),
    cause: causeIn(said),
    asked: isRecord(said.asked) ? askedIn(said.asked) : null,
    started: Array.isArray(said.started) ? said.started.flatMap(startedIn) : [],
    verification: isRecord(said.verification) ? verificationIn(said.verification) : null,
    settlement: isRecord(said.settlement) ? settlementIn(said.settlement) : null,
    corrects: typeof said.corrects === "number" ? said.corrects : null,
  };
}

/** What stands by an event: its own words; of a correction, those it puts in the place of the others. */
export function wordsIn(said: Readonly<Record<string, unknown>>): Words {
  const { corrects } = readSaid(said);
  if (corrects !== null && !isRecord(said.corrected)) return noWords;
  const { note, handedTo, verification } = readSaid(isRecord(said.corrected) ? said.corrected : said);
  return { note, handedTo, verification };
}

function textIn(said: Readonly<Record<string, unknown>>, key: string): string | null {
  const value = said[key];
  return typeof value === "string" ? value : null;
}

function causeIn(said: Readonly<Record<string, unknown>>): LateCause | null {
  const cause = textIn(said, "cause");
  return cause !== null && isLateCause(cause) ? cause : null;
}

function askedIn(asked: Readonly<Record<string, unknown>>): { unitIds: readonly number[]; dueAt: Date } | null {
  const dueAt = textIn(asked, "dueAt");
  if (dueAt === null || !Array.isArray(asked.unitIds)) return null;
  return { unitIds: asked.unitIds.filter((id) => typeof id === "number"), dueAt: new Date(dueAt) };
}

function startedIn(part: unknown): readonly StartedPart[] {
  if (!isRecord(part) || typeof part.unitId !== "number") return [];
  const dueAt = textIn(part, "dueAt");
  return dueAt === null ? [] : [{ unitId: part.unitId, dueAt: new Date(dueAt) }];
}

function verificationIn(record: Readonly<Record<string, unknown>>): Verification {
  return {
    on: textIn(record, "on") ?? "",
    place: textIn(record, "place") ?? "",
    participants: textIn(record, "participants") ?? "",
  };
}

function settlementIn(record: Readonly<Record<string, unknown>>): Settlement {
  const amount = (key: string) => (typeof record[key] === "number" ? record[key] : 0);
  return { paid: amount("paid"), refundable: amount("refundable"), papers: textIn(record, "papers") ?? "" };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
