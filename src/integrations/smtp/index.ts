/** Electronic mail by SMTP: what we need of a mail server. */
import type { Handover } from "#foundation/outbound/index.ts";

export { openSmtp, type SmtpSettings } from "./client.ts";
export { type FakeMail, type KeptMail, openFakeMail } from "./fake.ts";
export { isMailAddress } from "./mail-address.ts";

export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Without angle brackets. The same on each try, so that whoever keeps the mail can tell a repeat. */
  readonly messageId: string;
  /** Where its reader turns such mail off (RFC 8058); null when there is no such place. */
  readonly stopAddress: string | null;
  readonly language: string;
};

export type MailServer = {
  readonly send: (mail: Mail) => Promise<Handover>;
  readonly close: () => Promise<void>;
};
