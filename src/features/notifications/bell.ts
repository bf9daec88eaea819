/**
 * The bell of a page: how many notices are unread, told by server-sent events within two seconds. One reader per process
 * looks for new events twice a second while anybody listens, and tells those whom they concern; a connection asks the
 * database once, when it opens.
 */
import {
  beginning,
  countUnreadNotices,
  type EventPlace,
  findNewestPlace,
  placeToReadFrom,
} from "#features/dossiers/index.ts";
import { type Applicant, findInboxReadAt, type Official } from "#features/identity/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import { desksOf } from "#features/worklists/index.ts";
import type { Database, Db } from "#foundation/db/index.ts";
import type { Log } from "#foundation/log/index.ts";
import { findSnapshot, type HeardEvent, listArrivals, listEventsAfter } from "./bell.queries.ts";
import { hadSeen, readSnapshot } from "./snapshot.ts";

export type Listener = Applicant | Official;

export type Bell = {
  /** How many are unread now, up to `mostCounted`. */
  readonly count: (listener: Listener) => Promise<number>;
  /** An open stream of counts; null when there is no room for more. */
  readonly listen: (listener: Listener) => Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null>;
  readonly connections: () => number;
  /** Says goodbye to everybody, so that the program can end. */
  readonly close: () => void;
};

export const mostCounted = 100;

export type BellLimits = {
  readonly everyMs: number;
  readonly beatMs: number;
  /** After so long a connection is closed; the page opens it again when its reader does something. */
  readonly longestMs: number;
  readonly most: number;
  /** Of one account: a few windows. One more closes the oldest. */
  readonly mostPerAccount: number;
};

const usual: BellLimits = { everyMs: 500, beatMs: 25_000, longestMs: 600_000, most: 2000, mostPerAccount: 4 };
const perRead = 1000;

type Ears = {
  /** Whether the event changes what this listener is told. */
  readonly hear: (event: HeardEvent) => boolean;
  readonly unread: () => number;
};

type Connection = Ears & {
  readonly accountId: string;
  readonly openedAt: number;
  readonly controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>;
};

export function openBell({
  database: { db },
  organisation,
  log,
  limits = usual,
}: {
  database: Database;
  organisation: () => Organisation;
  log: Log;
  limits?: BellLimits;
}): Bell {
  const connections = new Set<Connection>();
  /** Those whose notices are just being counted: what the reader reads meanwhile is kept for them. */
  const comers = new Set<HeardEvent[]>();
  const encoder = new TextEncoder();
  let place: EventPlace | null = null;
  let timer: NodeJS.Timeout | undefined;
  let beatAt = performance.now();
  let isClosed = false;
  let isSilent = false;

  function send(connection: Connection, text: string): void {
    // Who does not read what little there is has gone without a word.
    if ((connection.controller.desiredSize ?? 0) < -8) end(connection);
    else connection.controller.enqueue(encoder.encode(text));
  }

  function end(connection: Connection, word?: string): void {
    if (!connections.delete(connection)) return;
    if (word !== undefined) connection.controller.enqueue(encoder.encode(`event: ${word}\ndata: \n\n`));
    connection.controller.close();
  }

  async function read(): Promise<void> {
    place = await placeToReadFrom(db, place ?? (await findNewestPlace(db)) ?? beginning);
    const changed = new Set<Connection>();
    for (;;) {
      const events = await listEventsAfter(db, place, perRead);
      for (const missed of comers) missed.push(...events);
      for (const event of events) {
        for (const connection of connections) if (connection.hear(event)) changed.add(connection);
      }
      const last = events.at(-1);
      if (last !== undefined) place = last;
      if (events.length < perRead) break;
    }
    for (const connection of changed) send(connection, unreadEvent(connection.unread()));
  }

  async function turn(): Promise<void> {
    try {
      await read();
      isSilent = false;
    } catch (error) {
      // Said once: a database that is away is told of by everybody else as well.
      if (!isSilent) log.warn({ error: String(error) }, "The bell cannot read; it goes on when the database is back");
      isSilent = true;
    }
    const now = performance.now();
    const isBeat = now - beatAt >= limits.beatMs;
    if (isBeat) beatAt = now;
    for (const connection of [...connections]) {
      if (now - connection.openedAt >= limits.longestMs) end(connection, "bye");
      else if (isBeat) send(connection, ": \n\n");
    }
    timer = undefined;
    keepReading();
  }

  /** Nobody listens, nobody reads; who comes next begins at the newest event. */
  function keepReading(): void {
    if (isClosed || timer !== undefined) return;
    if (connections.size === 0 && comers.size === 0) {
      place = null;
      return;
    }
    timer = setTimeout(turn, limits.everyMs);
    timer.unref();
  }

  async function listen(listener: Listener): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null> {
    if (isClosed || connections.size >= limits.most) return null;
    // The reader's place comes before the count, so that what happens between the two is heard and not lost.
    const missed: HeardEvent[] = [];
    comers.add(missed);
    let ears: Ears;
    try {
      place ??= (await findNewestPlace(db)) ?? beginning;
      ears = await earsOf(listener);
    } finally {
      comers.delete(missed);
    }
    for (const event of missed) ears.hear(event);
    const own = [...connections].filter(({ accountId }) => accountId === listener.accountId);
    for (const old of own.slice(0, Math.max(0, own.length + 1 - limits.mostPerAccount))) end(old, "bye");
    let opened: Connection | undefined;
    return new ReadableStream({
      start(controller) {
        opened = { accountId: listener.accountId, openedAt: performance.now(), controller, ...ears };
        connections.add(opened);
        controller.enqueue(encoder.encode(`retry: 5000\n\n${unreadEvent(ears.unread())}`));
        keepReading();
      },
      cancel() {
        if (opened !== undefined) connections.delete(opened);
      },
    });
  }

  /** Counted and from then on heard: both from one moment of the database, so that nothing is counted twice or lost. */
  function earsOf(listener: Listener): Promise<Ears> {
    return db
      .transaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute(async (tx) => {
        const counted = readSnapshot(await findSnapshot(tx));
        const ears =
          listener.kind === "official" ? await officialEars(tx, listener) : await applicantEars(tx, listener);
        return { ...ears, hear: (event) => !hadSeen(counted, event.tx) && ears.hear(event) };
      });
  }

  /** Events of one's own dossiers, as the inbox shows them. */
  async function applicantEars(tx: Db, { accountId }: Applicant): Promise<Ears> {
    let unread = await countUnreadNotices(tx, accountId, await findInboxReadAt(tx, accountId), mostCounted);
    return {
      hear(event) {
        if (event.submittedBy !== accountId || event.type === "submit" || unread >= mostCounted) return false;
        unread++;
        return true;
      },
      unread: () => unread,
    };
  }

  /** Dossiers that somebody brought to one's desk; one that a colleague has taken is no longer news. */
  async function officialEars(tx: Db, official: Official): Promise<Ears> {
    const { accountId } = official;
    const desks = desksOf(official, organisation());
    const mine = new Set(desks.map(({ unitId, role }) => `${unitId} ${role}`));
    const after = await findInboxReadAt(tx, accountId);
    const arrivals = await listArrivals(tx, { accountId, desks, after, limit: mostCounted });
    const arrived = new Set(arrivals.map(({ id }) => id));
    return {
      hear(event) {
        const isHere =
          mine.has(`${event.holderUnitId} ${event.holderRole}`) &&
          (event.assigneeId === null || event.assigneeId === accountId) &&
          event.state !== "awaitingSupplement";
        if (!isHere) return arrived.delete(event.dossierId);
        if (event.actorId === accountId || arrived.has(event.dossierId) || arrived.size >= mostCounted) return false;
        arrived.add(event.dossierId);
        return true;
      },
      unread: () => arrived.size,
    };
  }

  return {
    async count(listener) {
      return (await earsOf(listener)).unread();
    },
    listen,
    connections: () => connections.size,
    close() {
      isClosed = true;
      clearTimeout(timer);
      for (const connection of [...connections]) end(connection, "bye");
    },
  };
}

function unreadEvent(count: number): string {
  return `event: unread\ndata: ${count}\n\n`;
}
