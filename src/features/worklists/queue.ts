/** The queues an official works from, and how soon something must be done. Pure. */

export const queues = [
  "mine",
  "unit",
  "returned",
  "waiting",
  "due-soon",
  "overdue",
  "decisions",
  "asked",
  "late-bodies",
  "uncollected",
] as const;
export type Queue = (typeof queues)[number];

export function isQueue(text: string): text is Queue {
  return queues.some((queue) => queue === text);
}

/** A place a dossier may be held at that is this official's: the unit and the role they hold there. */
export type Desk = { readonly unitId: number; readonly role: string };

export type Urgency = "overdue" | "due-soon" | "waiting" | "in-time";

/** A day ahead is soon: long enough to still do something about it. */
export const soonMs = 24 * 3_600_000;

export function urgencyOf(
  row: { readonly actBy: Date; readonly state: string; readonly remindedAt: Date | null },
  now: Date,
): Urgency {
  if (row.state === "awaitingSupplement") return "waiting";
  const left = row.actBy.getTime() - now.getTime();
  if (row.state === "finished") return row.remindedAt === null ? "in-time" : "waiting";
  if (left < 0) return "overdue";
  return left <= soonMs ? "due-soon" : "in-time";
}

export type Cursor = { readonly actBy: Date; readonly id: string };

export function writeCursor({ actBy, id }: Cursor): string {
  return Buffer.from(`${actBy.toISOString()} ${id}`).toString("base64url");
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Undefined when it is none of ours: an address somebody shortened or changed by hand. */
export function readCursor(text: string): Cursor | undefined {
  const [at, id] = Buffer.from(text, "base64url").toString("utf8").split(" ");
  const actBy = new Date(at ?? "");
  // Years that the database cannot hold, and ids that are none, are refused here and not by it.
  const year = actBy.getUTCFullYear();
  if (!(year >= 1900 && year <= 9999) || id === undefined || !uuid.test(id)) return undefined;
  return { actBy, id };
}
