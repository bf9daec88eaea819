/**
 * The listener that turns events into notices, each once per event, channel and recipient: the rows and the place it has come
 * to are one transaction. Who is told: whoever's contact stands in the dossier, for that dossier alone (they wrote it there
 * to be told, and the city must tell: Decree 61/2018 art. 17(2), 224/2026 art. 15(1)(g)), and the account that sent it, by the
 * channels it chose.
 */
import { type Contact, contactsOf } from "#features/dossiers/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import type { Database } from "#foundation/db/index.ts";
import type { Log } from "#foundation/log/index.ts";
import type { Sealing } from "#foundation/sealing/index.ts";
import { addressFor } from "./addresses.ts";
import type { Channel } from "./channels.ts";
import {
  type ChoiceRow,
  insertNotices,
  listChoicesOf,
  listNextEvents,
  listStops,
  movePlace,
  type NewNotice,
  type NextEvent,
  skipToNewest,
  takeTurn,
} from "./queueing.queries.ts";
import { afterQuietHours, type QuietHours } from "./quiet-hours.ts";
import { recipientIndex, stopKey } from "./recipient.ts";
import { type NoticeTemplates, toldBy } from "./templates.ts";

export type QueueDeps = {
  readonly database: Database;
  readonly sealing: Sealing;
  readonly clock: Clock;
  readonly log: Log;
  readonly templates: NoticeTemplates;
  readonly quiet: QuietHours | null;
  /** The channels there is a way out by. */
  readonly on: readonly Channel[];
};

const perBatch = 500;

/** Reads all events there are; answers how many notices are new. Safe to call from several workers. */
export async function queueNotices(deps: QueueDeps): Promise<number> {
  let queued = 0;
  for (;;) {
    const batch = await queueNext(deps, perBatch);
    queued += batch.queued;
    if (batch.events < perBatch) return queued;
  }
}

async function queueNext(deps: QueueDeps, limit: number): Promise<{ events: number; queued: number }> {
  return deps.database.db.transaction().execute(async (tx) => {
    if (!(await takeTurn(tx))) return { events: 0, queued: 0 };
    if (deps.on.length === 0) {
      await skipToNewest(tx);
      return { events: 0, queued: 0 };
    }
    const events = await listNextEvents(tx, limit);
    const last = events.at(-1);
    if (last === undefined) return { events: 0, queued: 0 };
    const told = new Map(deps.on.map((channel) => [channel, new Set(toldBy(deps.templates, channel))]));
    const wanted = events.filter(({ type }) => [...told.values()].some((types) => types.has(type)));
    const dossierIds = [...new Set(wanted.map(({ dossierId }) => dossierId))];
    const { contacts, unreadable } = await contactsOf({ db: tx, sealing: deps.sealing }, dossierIds);
    if (unreadable.length > 0) {
      deps.log.error(
        { dossiers: unreadable },
        "Contents that do not open; nobody is told by the contact written in them",
      );
    }
    const choices = await listChoicesOf(
      tx,
      wanted.flatMap(({ submittedBy }) => submittedBy ?? []),
    );
    const stopped = new Set((await listStops(tx, dossierIds)).map(stopKey));
    const now = deps.clock.now();
    const notices = wanted.flatMap((event) =>
      deps.on.flatMap((channel) => {
        if (told.get(channel)?.has(event.type) !== true) return [];
        const own = choices.find((choice) => choice.accountId === event.submittedBy && choice.channel === channel);
        return noticesOf(deps, { event, channel, own, contact: contacts.get(event.dossierId), stopped, now });
      }),
    );
    const queued = await insertNotices(tx, notices, now);
    await movePlace(tx, last);
    return { events: events.length, queued };
  });
}

function noticesOf(
  { sealing, quiet }: QueueDeps,
  {
    event,
    channel,
    own,
    contact,
    stopped,
    now,
  }: {
    event: NextEvent;
    channel: Channel;
    own: ChoiceRow | undefined;
    contact: Contact | undefined;
    stopped: ReadonlySet<string>;
    now: Date;
  },
): readonly NewNotice[] {
  const { dossierId, number, type: told } = event;
  // What the applicant just did is answered at once, at any hour: they are awake and waiting for it.
  const dueAt = event.role === "applicant" ? now : afterQuietHours(now, quiet);
  const notices: NewNotice[] = [];
  if (own !== undefined) {
    const { accountId, recipient, language } = own;
    notices.push({ dossierId, number, told, accountId, channel, recipient, language, dueAt });
  }
  // Nobody chose Zalo by writing a phone number into a dossier.
  const written = channel === "email" ? contact?.email : channel === "sms" ? contact?.phone : null;
  const address = addressFor(channel, written);
  if (address === null) return notices;
  const recipient = recipientIndex(sealing, channel, address);
  const isSame = own?.recipient.equals(recipient) === true;
  if (!isSame && !stopped.has(stopKey({ dossierId, recipient }))) {
    notices.push({ dossierId, number, told, accountId: null, channel, recipient, language: "vi", dueAt });
  }
  return notices;
}
