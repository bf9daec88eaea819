/** What a notice says and where it goes, opened from the seals when it is about to leave and kept nowhere. */
import type { Catalogue } from "#features/catalogue/index.ts";
import { dossierPaths, type ToldEvent, tellEvents } from "#features/dossiers/index.ts";
import { type City, type Organisation, unitName } from "#features/organisation/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import type { Db } from "#foundation/db/index.ts";
import type { Sealing } from "#foundation/sealing/index.ts";
import { addressFor } from "./addresses.ts";
import type { Channel } from "./channels.ts";
import type { Claimed } from "./delivery.queries.ts";
import { composeDigest } from "./digest.ts";
import { fillIn, type Message, type NoticeFacts } from "./fill-in.tsx";
import { notificationPaths } from "./paths.ts";
import { type ChoiceRow, listChoicesOf, listStops } from "./queueing.queries.ts";
import { openAddress, recipientIndex, stopKey } from "./recipient.ts";
import type { SignedLinks } from "./signed-links.ts";
import type { NoticeTemplates } from "./templates.ts";

export type ComposeDeps = {
  readonly db: Db;
  readonly sealing: Sealing;
  readonly clock: Clock;
  readonly catalogue: () => Catalogue;
  readonly organisation: () => Organisation;
  readonly templates: NoticeTemplates;
  readonly links: SignedLinks;
  readonly city: City;
  readonly origin: string;
};

export type Composed = { readonly claimed: Claimed } & (
  | { readonly to: string; readonly message: Message; readonly dropped: null }
  /** Nobody is to be told any more, or nothing is left to tell. */
  | { readonly dropped: "erased" | "no-longer-chosen" | "stopped" | "no-address" | "no-text" }
);

export async function compose(
  deps: ComposeDeps,
  channel: Channel,
  batch: readonly Claimed[],
): Promise<readonly Composed[]> {
  const { db, sealing, catalogue } = deps;
  const names = batch.flatMap(({ dossierId, eventNumber }) =>
    dossierId === null || eventNumber === null ? [] : [{ dossierId, number: eventNumber }],
  );
  // One after another, here and below: a pump never holds more than one connection of those who send dossiers.
  const events = await tellEvents({ db, sealing, catalogue }, names);
  const accountIds = batch.flatMap(({ accountId }) => accountId ?? []);
  const choices = await listChoicesOf(db, accountIds);
  const dossierIds = names.map(({ dossierId }) => dossierId);
  const stopped = new Set((await listStops(db, dossierIds)).map(stopKey));
  const told = new Map(events.map((event) => [`${event.dossierId} ${event.number}`, event]));
  const composed: Composed[] = [];
  for (const claimed of batch) {
    const { day } = claimed;
    composed.push(day === null ? composeEvent(claimed) : await composeDay(deps, claimed, day, choices));
  }
  return composed;

  function composeEvent(claimed: Claimed): Composed {
    const { accountId } = claimed;
    const event = told.get(`${claimed.dossierId} ${claimed.eventNumber}`);
    if (event === undefined) return { claimed, dropped: "erased" };
    const to =
      accountId === null ? contactFor(deps, channel, claimed, event) : chosenBy(deps, accountId, channel, choices);
    if (to === null) return { claimed, dropped: accountId === null ? "no-address" : "no-longer-chosen" };
    const isStopped = stopped.has(stopKey({ dossierId: event.dossierId, recipient: claimed.recipient }));
    if (accountId === null && isStopped) return { claimed, dropped: "stopped" };
    const message = fillIn(deps.templates, channel, claimed.language, factsOf(deps, claimed, event));
    return message === null ? { claimed, dropped: "no-text" } : { claimed, to, message, dropped: null };
  }
}

async function composeDay(
  deps: ComposeDeps,
  claimed: Claimed,
  day: string,
  choices: readonly ChoiceRow[],
): Promise<Composed> {
  const { accountId } = claimed;
  const to = accountId === null ? null : chosenBy(deps, accountId, "digest", choices);
  if (accountId === null || to === null) return { claimed, dropped: "no-longer-chosen" };
  const message = await composeDigest(deps, accountId, day, claimed.language);
  return message === null ? { claimed, dropped: "no-longer-chosen" } : { claimed, to, message, dropped: null };
}

/** The address of the account as it is now: who changed it wants to be told at the new one. */
function chosenBy(
  { sealing }: ComposeDeps,
  accountId: string,
  channel: ChoiceRow["channel"],
  choices: readonly ChoiceRow[],
): string | null {
  const choice = choices.find((one) => one.accountId === accountId && one.channel === channel);
  return choice === undefined ? null : openAddress(sealing, accountId, channel, choice.sealedAddress);
}

/** The contact of the dossier, if it is still the one this notice was made for. */
function contactFor({ sealing }: ComposeDeps, channel: Channel, claimed: Claimed, event: ToldEvent): string | null {
  const address = addressFor(channel, channel === "email" ? event.contact.email : event.contact.phone);
  if (address === null) return null;
  return recipientIndex(sealing, channel, address).equals(claimed.recipient) ? address : null;
}

function factsOf({ organisation, city, origin, links }: ComposeDeps, claimed: Claimed, event: ToldEvent): NoticeFacts {
  const unit = organisation().getById(event.receivingUnitId);
  return {
    event: event.type,
    code: event.code,
    procedure: event.procedureName,
    unit: { vi: unitName(unit, "vi"), en: unitName(unit, "en") },
    authority: { vi: city.authority, en: city.authorityEn },
    at: event.at,
    dueAt: event.dueAt,
    reason: event.note,
    faults: event.faults,
    origin,
    link: `${origin}${dossierPaths.lookUp(undefined, { ma: event.code })}`,
    stopLink:
      claimed.accountId === null
        ? `${origin}${notificationPaths.stop({ token: links.stopToken(event.dossierId, claimed.recipient) })}`
        : null,
  };
}
