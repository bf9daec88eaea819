/**
 * Why a row of the list stands where it stands, and what happened that makes it worth a look. The list is ordered by the
 * legal time (`actBy`), so that comes first; the time of the step at this desk is named when it ends sooner. Pure.
 */
import { dayOf } from "#foundation/i18n/index.ts";
import { soonMs } from "./queue.ts";

export type Time =
  | { readonly kind: "overdue"; readonly byMs: number }
  | { readonly kind: "step-overdue"; readonly byMs: number }
  | { readonly kind: "today" | "tomorrow" | "due"; readonly at: Date }
  | { readonly kind: "step-today"; readonly at: Date }
  | { readonly kind: "waiting" | "to-return" }
  /** Nobody came for the result, and when they were last reminded. */
  | { readonly kind: "uncollected"; readonly at: Date };

export const happenings = [
  "sent-back",
  "answered",
  "opinion-came",
  "apology-drafted",
  "supplement-asked",
  "supplement-permitted",
  "withdrawal-asked",
] as const;
export type Happened = (typeof happenings)[number];

export const timeKinds = [
  "overdue",
  "step-overdue",
  "today",
  "tomorrow",
  "due",
  "step-today",
  "waiting",
  "to-return",
  "uncollected",
] as const satisfies readonly Time["kind"][];

export type Why = { readonly time: Time; readonly happened: Happened | null };

type Row = {
  readonly state: string;
  readonly isSentBack: boolean;
  readonly awaitsLeader: string | null;
  readonly lastType: string;
  readonly actBy: Date;
  readonly stepDueAt: Date | null;
  readonly remindedAt: Date | null;
};

export function whyOf(row: Row, now: Date): Why {
  return { time: timeOf(row, now), happened: happenedTo(row) };
}

function timeOf({ state, actBy, stepDueAt, remindedAt }: Row, now: Date): Time {
  if (state === "awaitingSupplement") return { kind: "waiting" };
  if (state === "finished")
    return remindedAt === null ? { kind: "to-return" } : { kind: "uncollected", at: remindedAt };
  const left = actBy.getTime() - now.getTime();
  if (left < 0) return { kind: "overdue", byMs: -left };
  if (stepDueAt !== null && stepDueAt < now) return { kind: "step-overdue", byMs: now.getTime() - stepDueAt.getTime() };
  const today = dayOf(now);
  if (dayOf(actBy) === today) return { kind: "today", at: actBy };
  if (stepDueAt !== null && dayOf(stepDueAt) === today) return { kind: "step-today", at: stepDueAt };
  return { kind: left <= soonMs ? "tomorrow" : "due", at: actBy };
}

/** What a leader is asked for counts before what came last; what was sent back stays so until it goes on. */
function happenedTo({ state, isSentBack, awaitsLeader, lastType }: Row): Happened | null {
  if (state === "withdrawalRequested") return "withdrawal-asked";
  if (awaitsLeader === "apology") return "apology-drafted";
  if (awaitsLeader === "supplement") return "supplement-asked";
  if (isSentBack) return "sent-back";
  switch (lastType) {
    case "supplement":
      return "answered";
    case "answerConsultation":
      return "opinion-came";
    case "permitSupplement":
      return "supplement-permitted";
    default:
      return null;
  }
}

/** The same for programs: words are theirs to choose. */
export function whyDocument(row: Row, now: Date) {
  const { time, happened } = whyOf(row, now);
  return { time: time.kind, happened };
}
