/** The hand-overs of a dossier, from its history: who gave it to whom, when, and whether that step kept its time. */

/** A stretch during which one agency had the dossier. */
export type Stay = {
  readonly agency: string;
  readonly person: string | null;
  /** The instant it came. */
  readonly from: Date;
  /** By when this agency was to pass it on; null when nothing was set. */
  readonly dueAt: Date | null;
  readonly note: string | null;
};

export type Punctuality = "early" | "onTime" | "late";

export type HandOver = {
  readonly giver: { readonly agency: string; readonly person: string | null };
  readonly receiver: { readonly agency: string; readonly person: string | null };
  readonly at: Date;
  /** Of the giver; null when the giver had no time set. */
  readonly result: Punctuality | null;
  readonly note: string | null;
};

const dayMs = 24 * 3_600_000;
const cityOffsetMs = 7 * 3_600_000;
const cityDay = (at: Date) => Math.floor((at.getTime() + cityOffsetMs) / dayMs);

/** Before the day it was due: early; on that day and in time: on time; after the instant it was due: late. */
export function punctuality(at: Date, dueAt: Date): Punctuality {
  if (at.getTime() > dueAt.getTime()) return "late";
  return cityDay(at) < cityDay(dueAt) ? "early" : "onTime";
}

/**
 * One block per hand-over, the first from the submitter to the one-stop unit, the last by the one-stop unit to whoever
 * received the result. `stays` in the order of time.
 */
export function handOversOf(
  submitter: string,
  stays: readonly Stay[],
  returned: { readonly to: string; readonly at: Date; readonly note: string | null } | null,
): readonly HandOver[] {
  const blocks: HandOver[] = [];
  let giver: Stay | null = null;
  for (const stay of stays) {
    if (giver !== null && stay.from.getTime() < giver.from.getTime()) {
      throw new Error(`The dossier came to ${stay.agency} before it was at ${giver.agency}`);
    }
    blocks.push({
      giver: giver === null ? { agency: submitter, person: null } : { agency: giver.agency, person: giver.person },
      receiver: { agency: stay.agency, person: stay.person },
      at: stay.from,
      result: giver?.dueAt ? punctuality(stay.from, giver.dueAt) : null,
      note: stay.note,
    });
    giver = stay;
  }
  if (returned !== null && giver !== null) {
    blocks.push({
      giver: { agency: giver.agency, person: giver.person },
      receiver: { agency: returned.to, person: null },
      at: returned.at,
      result: giver.dueAt === null ? null : punctuality(returned.at, giver.dueAt),
      note: returned.note,
    });
  }
  return blocks;
}
