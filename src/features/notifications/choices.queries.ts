import type { Db } from "#foundation/db/index.ts";
import type { Choosable } from "./channels.ts";

export async function upsertChoice(
  tx: Db,
  choice: {
    accountId: string;
    channel: Choosable;
    sealedAddress: Buffer;
    recipient: Buffer;
    language: string;
    chosenAt: Date;
  },
): Promise<void> {
  const { sealedAddress, recipient, language, chosenAt } = choice;
  await tx
    .insertInto("noticeChoice")
    .values(choice)
    .onConflict((conflict) =>
      conflict.columns(["accountId", "channel"]).doUpdateSet({ sealedAddress, recipient, language, chosenAt }),
    )
    .execute();
}

export async function deleteChoice(tx: Db, accountId: string, channel: Choosable): Promise<void> {
  await tx.deleteFrom("noticeChoice").where("accountId", "=", accountId).where("channel", "=", channel).execute();
}

export async function insertConsent(
  tx: Db,
  consent: { accountId: string; channel: Choosable; given: boolean; wording: string; language: string; at: Date },
): Promise<void> {
  await tx.insertInto("noticeConsent").values(consent).execute();
}
