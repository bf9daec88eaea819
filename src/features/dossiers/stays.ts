/**
 * Where a dossier lay, from its history: what a control slip is made of (TT 01/2018/TT-VPCP art. 9, form 05). A new stay begins
 * whenever it comes to another step, also when it is sent back or taken back.
 */
import type { Stay } from "#features/documents/index.ts";
import type { OpenedEvent } from "./history.ts";
import { wordsIn } from "./said.ts";

export type StayNames = {
  readonly unit: (unitId: number) => string;
  /** Null leaves persons out: an applicant sees units, not who works in them. */
  readonly person: ((accountId: string) => string | null) | null;
};

export type Stays = {
  readonly stays: readonly Stay[];
  readonly returned: { readonly to: string; readonly at: Date; readonly note: string | null } | null;
};

const notes: Readonly<Record<string, string>> = { sendBack: "Trả lại", undoHandOver: "Rút lại" };

export function staysOf(history: readonly OpenedEvent[], owner: string, names: StayNames): Stays {
  const stays: { agency: string; person: string | null; from: Date; dueAt: Date | null; note: string | null }[] = [];
  let step: number | null = null;
  let unitId: number | null = null;
  const nameOf = (accountId: string | null) =>
    accountId === null || names.person === null ? null : names.person(accountId);
  for (const event of history) {
    const { after } = event;
    const last = stays.at(-1);
    // Who gave it on, or whoever last worked on it there, answers for the stay.
    const worksHere = event.role !== "applicant" && event.type !== "answerConsultation" && event.unitId === unitId;
    // Who corrects the words of somebody does not answer for the stay.
    if (event.type === "correct") continue;
    if (last !== undefined && worksHere) last.person = nameOf(event.actorId) ?? last.person;
    if (event.type === "returnResult") continue;
    if (after.holderUnitId === null) continue;
    if (after.step !== step || after.holderUnitId !== unitId) {
      step = after.step;
      unitId = after.holderUnitId;
      stays.push({
        agency: names.unit(unitId),
        person: nameOf(after.assigneeId),
        from: event.at,
        dueAt: after.stepDueAt,
        note: notes[event.type] ?? null,
      });
    } else if (last !== undefined) {
      // Named later, or a step whose time began anew after a supplement. While it stands, the old time is kept.
      last.person ??= nameOf(after.assigneeId);
      last.dueAt = after.stepDueAt ?? last.dueAt;
    }
  }
  return { stays, returned: returnedIn(history, owner) };
}

/** Whoever really has it: what was recorded wrongly at the hand-over may have been corrected since. */
function returnedIn(history: readonly OpenedEvent[], owner: string): Stays["returned"] {
  const event = history.findLast(({ type }) => type === "returnResult");
  if (event === undefined) return null;
  const corrected = history.findLast(({ type, said }) => type === "correct" && wordsIn(said).handedTo !== null);
  const { handedTo } = wordsIn((corrected ?? event).said);
  return { to: handedTo ?? owner, at: event.at, note: null };
}

/** The newest hand-over from one unit to another: who gave it, and the event that says so. */
export function lastTransfer(
  history: readonly OpenedEvent[],
): { readonly event: OpenedEvent; readonly fromUnitId: number; readonly toUnitId: number } | null {
  for (let at = history.length - 1; at > 0; at--) {
    const [event, before] = [history[at], history[at - 1]];
    const from = before?.after.holderUnitId ?? null;
    const to = event?.after.holderUnitId ?? null;
    if (event === undefined || from === null || to === null || from === to) continue;
    // What was taken back was never handed over.
    return event.type === "undoHandOver" ? null : { event, fromUnitId: from, toUnitId: to };
  }
  return null;
}
