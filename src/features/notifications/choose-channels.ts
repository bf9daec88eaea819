/**
 * A person says where notices go besides their inbox. Each yes and each no is recorded with the words it was given to
 * (Luật 91/2025: consent for each purpose, nothing switched on beforehand, as easily taken back as given).
 */
import { createHash } from "node:crypto";
import type { Clock } from "#foundation/clock/index.ts";
import type { Database } from "#foundation/db/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import type { Sealing } from "#foundation/sealing/index.ts";
import { addressFor } from "./addresses.ts";
import type { Choosable } from "./channels.ts";
import { deleteChoice, insertConsent, upsertChoice } from "./choices.queries.ts";
import { listChoicesOf } from "./queueing.queries.ts";
import { openAddress, recipientIndex, sealAddress } from "./recipient.ts";
import { notificationTexts } from "./texts/index.ts";

export type ChoiceDeps = { readonly database: Database; readonly sealing: Sealing; readonly clock: Clock };

export type Chosen = { readonly channel: Choosable; readonly address: string; readonly language: Language };

export async function readChoices({ database, sealing }: ChoiceDeps, accountId: string): Promise<readonly Chosen[]> {
  const rows = await listChoicesOf(database.db, [accountId]);
  return rows.map(({ channel, sealedAddress, language }) => ({
    channel,
    address: openAddress(sealing, accountId, channel, sealedAddress),
    language,
  }));
}

export type Wish = { readonly channel: Choosable; readonly wanted: boolean; readonly address: string };

/** The channels whose address is none. Nothing is stored then, so that what is shown is what is kept. */
export type ChoiceRefusal = { readonly badAddresses: readonly Choosable[] };

export async function chooseChannels(
  { database, sealing, clock }: ChoiceDeps,
  accountId: string,
  /** For each channel that was asked; others stay as they are. */
  wishes: readonly Wish[],
  language: Language,
): Promise<Result<null, ChoiceRefusal>> {
  const wanted = wishes.filter((wish) => wish.wanted).map((wish) => ({ ...wish, address: addressOf(wish) }));
  const badAddresses = wanted.filter(({ address }) => address === null).map(({ channel }) => channel);
  if (badAddresses.length > 0) return refused({ badAddresses });
  const at = clock.now();
  await database.db.transaction().execute(async (tx) => {
    const before = await listChoicesOf(tx, [accountId]);
    const record = (channel: Choosable, given: boolean) =>
      insertConsent(tx, { accountId, channel, given, wording: wordingOf(channel, language), language, at });
    for (const { channel } of wishes.filter((wish) => !wish.wanted)) {
      if (!before.some((choice) => choice.channel === channel)) continue;
      await deleteChoice(tx, accountId, channel);
      await record(channel, false);
    }
    for (const { channel, address } of wanted) {
      if (address === null) continue;
      const recipient = recipientIndex(sealing, channel, address);
      const old = before.find((choice) => choice.channel === channel);
      if (old?.recipient.equals(recipient) === true && old.language === language) continue;
      const sealedAddress = sealAddress(sealing, accountId, channel, address);
      await upsertChoice(tx, { accountId, channel, sealedAddress, recipient, language, chosenAt: at });
      // Another language for the same address is no new consent.
      if (old?.recipient.equals(recipient) !== true) await record(channel, true);
    }
  });
  return accepted(null);
}

function addressOf({ channel, address }: Wish): string | null {
  return addressFor(channel === "digest" ? "email" : channel, address);
}

/** Names the very words that were agreed to: they may change, and what was agreed to does not. */
export function wordingOf(channel: Choosable, language: Language): string {
  const words = notificationTexts(language).choices.consents[channel];
  return `${channel} ${language} ${createHash("sha256").update(words).digest("hex").slice(0, 12)}`;
}
