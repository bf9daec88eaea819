/** business.openapi.zalo.me, message/template; the token from oauth.zaloapp.com. */
import { type FetchLike, type Handover, OutsideError, openOutside } from "#foundation/outbound/index.ts";
import type { ZaloMessage, ZaloNotices } from "./index.ts";
import { isTokenFault, openTokens, type TokenKeeper } from "./tokens.ts";

export type ZaloSettings = {
  readonly url: string;
  readonly oauthUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  /** The first one, from Zalo's console; later ones are kept in the database. */
  readonly refreshToken: string;
  /** Of the official account: signs what Zalo reports. */
  readonly oaSecret: string;
};

export function openZalo(
  settings: ZaloSettings,
  {
    keeper,
    now = () => new Date(),
    fetch,
    timeoutMs = 5_000,
  }: { keeper: TokenKeeper; now?: () => Date; fetch?: FetchLike; timeoutMs?: number },
): ZaloNotices {
  const call = openOutside({
    hosts: [new URL(settings.url).host, new URL(settings.oauthUrl).host],
    timeoutMs,
    ...(fetch === undefined ? {} : { fetch }),
  });
  const tokens = openTokens({ ...settings, call, keeper, now });

  async function sendWith(token: string, message: ZaloMessage): Promise<Handover & { readonly isTokenDead?: boolean }> {
    try {
      const { status, text } = await call(`${settings.url}/message/template`, {
        method: "POST",
        headers: { "content-type": "application/json", access_token: token },
        body: JSON.stringify({
          phone: `84${message.to.slice(1)}`,
          template_id: message.templateId,
          template_data: message.parameters,
          tracking_id: message.key,
        }),
      });
      if (status === 429) return { outcome: "later", reason: "http-429" };
      if (status !== 200) return { outcome: status >= 500 ? "unknown" : "later", reason: `http-${status}` };
      return readAnswer(text);
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error;
      return { outcome: error.wasSent ? "unknown" : "later", reason: error.reason };
    }
  }

  return {
    async send(message) {
      if (!/^0[35789]\d{8}$/.test(message.to)) return { outcome: "refused", reason: "not-a-mobile-number" };
      try {
        const token = await tokens.accessToken();
        const first = await sendWith(token, message);
        // Turned away at the door, so nothing was sent: once more with a new token.
        const last = first.isTokenDead ? await sendWith(await tokens.accessToken(token), message) : first;
        return last.outcome === "accepted"
          ? { outcome: "accepted", reference: last.reference }
          : { outcome: last.outcome, reason: last.reason };
      } catch (error) {
        if (!isTokenFault(error)) throw error;
        return { outcome: "later", reason: "zalo-token" };
      }
    },
  };
}

/**
 * Of the person or the message, so trying again changes nothing: the number (-108), no such account or one that takes none
 * (-118, -119, -114), a template that is not there, not enabled or filled in wrongly (-1xx around 130), a number that may
 * not be sent to. Everything else is the state of our account or of Zalo.
 */
const forGood = new Set([
  -108, -109, -111, -112, -113, -114, -117, -118, -119, -130, -131, -132, -133, -134, -135, -137,
]);
const tokenIsDead = -124;

function readAnswer(text: string): Handover & { readonly isTokenDead?: boolean } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { outcome: "unknown", reason: "not-json" };
  }
  const { error, data }: Readonly<Record<string, unknown>> = typeof value === "object" ? { ...value } : {};
  const code = Number(error);
  if (!Number.isInteger(code)) return { outcome: "unknown", reason: "zalo-no-code" };
  if (code === 0) {
    const { msg_id }: Readonly<Record<string, unknown>> = typeof data === "object" ? { ...data } : {};
    return { outcome: "accepted", reference: typeof msg_id === "string" ? msg_id.slice(0, 100) : null };
  }
  if (code === tokenIsDead) return { outcome: "later", reason: `zalo${code}`, isTokenDead: true };
  return { outcome: forGood.has(code) ? "refused" : "later", reason: `zalo${code}` };
}
