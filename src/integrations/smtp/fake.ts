/**
 * A mailbox in this process instead of a mail server: for the demo, where a visitor looks at what would have been sent.
 * It refuses what a server refuses, and keeps one of a repeat, as mailboxes that know Message-ID do.
 */
import type { Mail, MailServer } from "./index.ts";
import { isMailAddress } from "./mail-address.ts";

export type KeptMail = Mail & { readonly keptAt: Date };

export type FakeMail = MailServer & {
  /** Newest first. */
  readonly kept: () => readonly KeptMail[];
};

/** Whoever's address ends so does not exist: to see what a refusal looks like. */
const nobody = /@khong-co\.example$/i;

export function openFakeMail({
  now = () => new Date(),
  most = 100,
}: {
  now?: () => Date;
  most?: number;
} = {}): FakeMail {
  const kept = new Map<string, KeptMail>();
  return {
    async send(mail) {
      if (!isMailAddress(mail.to)) return { outcome: "refused", reason: "not-an-address" };
      if (nobody.test(mail.to)) return { outcome: "refused", reason: "smtp-550" };
      if (!kept.has(mail.messageId)) kept.set(mail.messageId, { ...mail, keptAt: now() });
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return { outcome: "accepted", reference: mail.messageId };
    },
    kept: () => [...kept.values()].reverse(),
    async close() {},
  };
}
