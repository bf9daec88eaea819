/** Text messages under the name of the city: what we need of a provider. */
import type { Handover } from "#foundation/outbound/index.ts";

export { type FakeSms, type KeptMessage, openFakeSms } from "./fake.ts";
export { openSms, readSmsReport, type SmsSettings } from "./http.ts";
export { isMobileNumber } from "./mobile-number.ts";

export type TextMessage = {
  /** Ten digits, 0912345678. */
  readonly to: string;
  /** Without marks, at most 160 characters: one message, not two. */
  readonly text: string;
  /** Under which the provider and the networks approved this text. */
  readonly templateId: string;
  /** Made before the first try and the same on each: the provider takes one of each key within `keyHours`. */
  readonly key: string;
  /** Where the provider tells what became of it. */
  readonly reportAddress: string;
};

/** For so long the provider knows a key again. */
export const keyHours = 24;

export type SmsProvider = { readonly send: (message: TextMessage) => Promise<Handover> };

/** What became of a message after it was taken; null while it is on its way. */
export type SmsReport = { readonly reference: string; readonly isDelivered: boolean | null };
