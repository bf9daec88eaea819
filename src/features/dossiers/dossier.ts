/** A dossier as lists, clocks and rules need it: the narrow row. What people wrote is `content.ts`. */
import type { Role } from "#features/identity/index.ts";
import type { DossierState } from "./moves.ts";

/** Everything that a move may change. The history carries these values, so replaying it gives the row again. */
export type Progress = {
  readonly state: DossierState;
  /** Place in the internal process, from 0. */
  readonly step: number;
  readonly holderUnitId: number | null;
  readonly holderRole: Role | null;
  readonly assigneeId: string | null;
  readonly isSentBack: boolean;
  readonly supplementCount: number;
  readonly acceptedAt: Date | null;
  readonly originalDueAt: Date | null;
  readonly dueAt: Date | null;
  readonly stepDueAt: Date | null;
  readonly finishedAt: Date | null;
  readonly returnedAt: Date | null;
  readonly actBy: Date | null;
  /** When the applicant was last reminded that a result waits for them. */
  readonly remindedAt: Date | null;
  /** What a leader is asked to decide beside the ordinary step. */
  readonly awaitsLeader: LeadersDecision | null;
  /** How often the date of the result was set anew by an apology: at most once (61/2018/NĐ-CP art. 19(9)). */
  readonly rescheduledCount: number;
  /** How many supplements may be asked for: one, and one more for each that a leader permits. */
  readonly supplementLimit: number;
  /** Units that were asked for their opinion and have not answered; null when there is none. */
  readonly consultedUnits: readonly number[] | null;
};

export type LeadersDecision = "apology" | "withdrawal" | "supplement";

export type Dossier = Progress & {
  readonly id: string;
  readonly code: string;
  readonly procedureVersionId: number;
  readonly receivingUnitId: number;
  readonly channel: Channel;
  readonly resultChannel: Channel;
  readonly submittedBy: string | null;
  readonly submittedAt: Date;
  readonly eventCount: number;
};

/** National codes (61/2018 art. 16): at the counter, online, by post. */
export const channels = { counter: 1, online: 2, post: 3 } as const;
export type ChannelName = keyof typeof channels;
export type Channel = (typeof channels)[ChannelName];

export function channelName(channel: number): ChannelName {
  if (channel === 2) return "online";
  return channel === 3 ? "post" : "counter";
}

/** A step of the pinned process with the unit that does it for this dossier. */
export type DossierStep = {
  readonly no: number;
  readonly name: string;
  readonly role: Role;
  readonly hours: number;
  readonly unitId: number;
};

/** A closed dossier is held by nobody. */
export const heldByNobody = {
  holderUnitId: null,
  holderRole: null,
  assigneeId: null,
  isSentBack: false,
  stepDueAt: null,
  actBy: null,
  awaitsLeader: null,
} as const satisfies Partial<Progress>;
