/** Notices in Zalo by templates approved ahead (ZNS): what we need of it. */
import type { Handover } from "#foundation/outbound/index.ts";

export { type FakeZalo, type FakeZaloTemplate, type KeptZaloMessage, openFakeZalo } from "./fake.ts";
export { openZalo, type ZaloSettings } from "./http.ts";
export { isSignedByZalo, readZaloReport, type ZaloReport } from "./report.ts";
export { keepTokensInMemory, type TokenKeeper, type ZaloTokens } from "./tokens.ts";

export type ZaloMessage = {
  /** Ten digits, 0912345678. */
  readonly to: string;
  readonly templateId: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Comes back in Zalo's report. Zalo does not promise to take one of each: the same again is a second message. */
  readonly key: string;
};

export type ZaloNotices = { readonly send: (message: ZaloMessage) => Promise<Handover> };
