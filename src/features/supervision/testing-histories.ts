/**
 * For tests only: histories of every shape, written as rows by the owner the way moves write them. What may follow what is
 * told shortly: the listener believes the events, not the rules of moves.
 */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type pg from "pg";

export const unitCount = 4;
export const versionCount = 2;

const next = {
  submitted: ["accept", "refuse", "recall", "requestSupplement", "withdraw"],
  accepted: ["handOver", "requestSupplement", "withdraw", "apologise"],
  inProgress: ["handOver", "approve", "sendBack", "requestSupplement", "withdraw", "apologise"],
  awaitingSupplement: ["supplement", "withdraw"],
  withdrawalRequested: ["declineWithdrawal", "stop"],
  finished: ["handOver", "returnResult"],
  returned: [],
  refused: [],
  recalled: [],
  withdrawn: [],
  stopped: [],
} as const;
type State = keyof typeof next;
const leads: Readonly<Record<string, State>> = {
  accept: "accepted",
  refuse: "refused",
  recall: "recalled",
  stop: "stopped",
  requestSupplement: "awaitingSupplement",
  supplement: "inProgress",
  sendBack: "inProgress",
  approve: "finished",
  returnResult: "returned",
};
const closed: readonly State[] = ["returned", "refused", "recalled", "withdrawn", "stopped"];

export type MadeEvent = {
  readonly type: string;
  readonly state: State;
  readonly at: Date;
  readonly dueAt: Date | null;
  /** Who holds the dossier after it, by place in the list of units, and until when they have to act. */
  readonly holder: number | null;
  readonly actBy: Date | null;
};
export type History = {
  readonly unit: number;
  readonly version: number;
  readonly channel: number;
  readonly events: readonly MadeEvent[];
};
export type Written = History & { readonly id: string };

const start = Date.parse("2026-11-16T00:00:00Z");
const hourMs = 3_600_000;

/** Which unit handles what a unit received of a version. */
export function handlerOf({ unit, version }: Pick<History, "unit" | "version">): number {
  return (unit + version) % unitCount;
}

export const aHistory: fc.Arbitrary<History> = fc
  .record({
    unit: fc.nat(2),
    version: fc.nat(versionCount - 1),
    channel: fc.integer({ min: 1, max: 3 }),
    steps: fc.array(
      fc.record({
        pick: fc.nat(11),
        seconds: fc.nat(30 * 3600),
        dueHours: fc.nat(90),
        holder: fc.nat(unitCount - 1),
      }),
      { maxLength: 7 },
    ),
  })
  .map(({ unit, version, channel, steps }) => {
    const actBy = new Date(start + 8 * hourMs + unit * 77_000);
    const events: MadeEvent[] = [
      { type: "submit", state: "submitted", at: new Date(start), dueAt: null, holder: unit, actBy },
    ];
    for (const step of steps) {
      const last = events.at(-1);
      if (last === undefined) break;
      const choices: readonly string[] = next[last.state];
      const type = choices[step.pick % Math.max(1, choices.length)];
      if (type === undefined) break;
      events.push(following(last, type, step, events));
    }
    return { unit, version, channel, events };
  });

function following(
  last: MadeEvent,
  type: string,
  { seconds, dueHours, holder }: { seconds: number; dueHours: number; holder: number },
  before: readonly MadeEvent[],
): MadeEvent {
  const at = new Date(last.at.getTime() + seconds * 1000);
  const later = new Date(at.getTime() + dueHours * hourMs);
  const isAccepted = before.some((event) => event.type === "accept");
  const state = stateAfter(type, last, isAccepted, before);
  if (closed.includes(state)) return { type, state, at, dueAt: last.dueAt, holder: null, actBy: null };
  if (type === "requestSupplement") return { type, state, at, dueAt: null, holder, actBy: at };
  if (state === "submitted") return { type, state, at, dueAt: null, holder, actBy: later };
  // What is asked back stays as it was, also when it was the citizen's turn and nothing ran.
  if (type === "withdraw" || type === "declineWithdrawal") return { ...last, type, state, at };
  const restarts = type === "accept" || type === "supplement" || type === "apologise";
  const dueAt = restarts ? later : last.dueAt;
  return { type, state, at, dueAt, holder, actBy: dueAt };
}

function stateAfter(type: string, last: MadeEvent, isAccepted: boolean, before: readonly MadeEvent[]): State {
  switch (type) {
    case "handOver":
      return last.state === "finished" ? "finished" : "inProgress";
    case "supplement":
      // Before acceptance it goes back to the counter.
      return isAccepted ? "inProgress" : "submitted";
    case "withdraw":
      return isAccepted ? "withdrawalRequested" : "withdrawn";
    case "declineWithdrawal":
      return before.at(-2)?.state ?? last.state;
    default:
      return leads[type] ?? last.state;
  }
}

export function written(history: History): Written {
  return { ...history, id: randomUUID() };
}

/** Writes the events from one place up to another, and the row as each leaves it. */
export async function write(
  client: pg.Client,
  { units, versions }: { readonly units: readonly number[]; readonly versions: readonly number[] },
  one: Written,
  from: number,
  to: number,
): Promise<void> {
  const unitId = (place: number | null | undefined) => (place == null ? null : units[place]);
  for (const [place, event] of one.events.entries()) {
    if (place < from || place >= to) continue;
    const before = one.events[place - 1];
    const role = event.holder === null ? null : "reception";
    if (place === 0) {
      await client.query(
        `insert into dossier (id, code, procedure_version_id, receiving_unit_id, channel, result_channel, state, step,
           holder_unit_id, holder_role, act_by, event_count, submitted_at, request_hash)
         values ($1, $2, $3, $4, $5, 1, 'submitted', 0, $6, $7, $8, 1, $9, '')`,
        [
          one.id,
          one.id,
          versions[one.version],
          unitId(one.unit),
          one.channel,
          unitId(event.holder),
          role,
          event.actBy,
          event.at,
        ],
      );
    } else {
      await client.query(
        `update dossier set state = $2, holder_unit_id = $3, holder_role = $4, act_by = $5, due_at = $6, event_count = $7,
           accepted_at = case when $8 = 'accept' then $9::timestamptz else accepted_at end,
           original_due_at = case when $8 = 'accept' then $6 else original_due_at end,
           finished_at = case when $8 = 'approve' then $9 else finished_at end,
           returned_at = case when $8 = 'returnResult' then $9 else returned_at end
         where id = $1`,
        [one.id, event.state, unitId(event.holder), role, event.actBy, event.dueAt, place + 1, event.type, event.at],
      );
    }
    await client.query(
      `insert into dossier_event (dossier_id, number, type, at, role, state, due_at, from_unit_id, from_act_by, commitment)
       values ($1, $2, $3, $4, 'reception', $5, $6, $7, $8, decode(repeat('00', 32), 'hex'))`,
      [
        one.id,
        place + 1,
        event.type,
        event.at,
        event.state,
        event.dueAt,
        unitId(before?.holder),
        before?.actBy ?? null,
      ],
    );
  }
}
