/**
 * The history of a dossier. An event names what happened, when, by which unit and role; what it changed lies beside it,
 * sealed, bound to the event by a salted commitment. Replaying the history gives the row again (`motcua verify`).
 */
import { hash } from "node:crypto";
import type { Dossier, Progress } from "./dossier.ts";
import type { DossierState, EventType } from "./moves.ts";

export type EventPayload = {
  /** The fields of the row this event changed, as JSON: instants as ISO strings. */
  readonly set: Readonly<Record<string, string | number | boolean | null | readonly number[]>>;
  /** What was said or attached: reasons, faults, a proposal, hashes of contents and papers. */
  readonly said: Readonly<Record<string, unknown>>;
};

/** Fields of the row that submission fixes and replay starts from. */
const instants = [
  "acceptedAt",
  "originalDueAt",
  "dueAt",
  "stepDueAt",
  "finishedAt",
  "returnedAt",
  "actBy",
  "remindedAt",
] as const;

// Every submission is written as text several times, and most of that text is keys of a few forms and plain words.
const needsNoEscape = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;
const quotedKeys = new Map<string, string>();
/** Keys come from outside too: what is remembered of them is bounded. */
const mostQuotedKeys = 5000;

/** JSON with sorted keys, so that equal values always give equal bytes. */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return needsNoEscape.test(value) ? `"${value}"` : JSON.stringify(value);
  if (!isComposite(value) || value instanceof Date) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  let text = "";
  for (const key of Object.keys(value).sort()) {
    const part = value[key];
    if (part === undefined) continue;
    text += `${text === "" ? "" : ","}${quotedKey(key)}${canonicalJson(part)}`;
  }
  return `{${text}}`;
}

function quotedKey(key: string): string {
  const known = quotedKeys.get(key);
  if (known !== undefined) return known;
  const quoted = `${JSON.stringify(key)}:`;
  if (quotedKeys.size < mostQuotedKeys) quotedKeys.set(key, quoted);
  return quoted;
}

function isComposite(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null;
}

export function toSet(progress: Partial<Progress>): EventPayload["set"] {
  const set: Record<string, string | number | boolean | null | readonly number[]> = {};
  for (const [key, value] of Object.entries(progress)) {
    if (value !== undefined) set[key] = value instanceof Date ? value.toISOString() : value;
  }
  return set;
}

export const saltBytes = 32;

/** What is stored sealed: the salt and then the canonical payload, one opaque value. */
export function packPayload(salt: Buffer, payload: EventPayload): Buffer {
  return Buffer.concat([salt, Buffer.from(canonicalJson(payload))]);
}

export function unpackPayload(packed: Buffer): EventPayload {
  return JSON.parse(packed.subarray(saltBytes).toString("utf8"));
}

/** SHA-256(salt ‖ canonical payload): shows that a payload is the one recorded without telling anything of it. */
export function commitmentOf(packed: Buffer): Buffer {
  return hash("sha256", packed, "buffer");
}

export type EventFacts = {
  readonly code: string;
  readonly number: number;
  readonly type: EventType;
  readonly unitId: number | null;
  readonly role: string;
  readonly at: Date;
  readonly commitment: Buffer;
};

/** The leaf of the transparency log: SHA-256(0x00 ‖ canonical JSON), no personal data in it (trust.md). */
export function leafHash(event: EventFacts, unitCode: string | null): Buffer {
  const leaf = canonicalJson({
    version: 1,
    dossier: hash("sha256", event.code),
    number: event.number,
    type: event.type,
    unit: unitCode,
    role: event.role,
    time: event.at.toISOString(),
    commitment: event.commitment.toString("hex"),
  });
  // 0x00 before a leaf (RFC 9162): no leaf can be taken for an inner node of the tree.
  return hash("sha256", `\0${leaf}`, "buffer");
}

/** The row as the history says it should be. */
export function replay(payloads: readonly EventPayload[]): Progress & { readonly eventCount: number } {
  return {
    ...progressOf(payloads.reduce<Row>((row, { set }) => Object.assign(row, set), {})),
    eventCount: payloads.length,
  };
}

/** How the row stood after each event, in their order. */
export function replayEach(payloads: readonly EventPayload[]): readonly Progress[] {
  const row: Row = {};
  return payloads.map(({ set }) => progressOf(Object.assign(row, set)));
}

type Row = Record<string, unknown>;

function progressOf(row: Row): Progress {
  const instant = (key: (typeof instants)[number]) => {
    const value = row[key];
    return typeof value === "string" ? new Date(value) : null;
  };
  const text = (key: string) => (typeof row[key] === "string" ? row[key] : null);
  const number = (key: string, before = 0) => (typeof row[key] === "number" ? row[key] : before);
  const units = row.consultedUnits;
  return {
    state: (text("state") ?? "submitted") as DossierState,
    step: number("step"),
    holderUnitId: typeof row.holderUnitId === "number" ? row.holderUnitId : null,
    holderRole: text("holderRole") as Progress["holderRole"],
    assigneeId: text("assigneeId"),
    isSentBack: row.isSentBack === true,
    supplementCount: number("supplementCount"),
    acceptedAt: instant("acceptedAt"),
    originalDueAt: instant("originalDueAt"),
    dueAt: instant("dueAt"),
    stepDueAt: instant("stepDueAt"),
    finishedAt: instant("finishedAt"),
    returnedAt: instant("returnedAt"),
    actBy: instant("actBy"),
    remindedAt: instant("remindedAt"),
    awaitsLeader: text("awaitsLeader") as Progress["awaitsLeader"],
    rescheduledCount: number("rescheduledCount"),
    supplementLimit: number("supplementLimit", 1),
    consultedUnits: Array.isArray(units) ? units.filter((id) => typeof id === "number") : null,
  };
}

/** Names of the fields in which the row and its replay differ; empty when all is well. */
export function differences(row: Dossier, replayed: ReturnType<typeof replay>): readonly string[] {
  return (Object.keys(replayed) as (keyof typeof replayed)[]).filter((key) => {
    const kept = row[key];
    const told = replayed[key];
    if (kept instanceof Date && told instanceof Date) return kept.getTime() !== told.getTime();
    return Array.isArray(kept) && Array.isArray(told) ? kept.join() !== told.join() : kept !== told;
  });
}
