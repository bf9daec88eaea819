/**
 * The interface of eSMS (developers.esms.vn), which most brandname resellers of Vietnam speak in much the same words:
 * one JSON request per message, a code in the answer, and a GET to our address when the network has reported.
 */
import { type FetchLike, type Handover, OutsideError, openOutside } from "#foundation/outbound/index.ts";
import type { SmsProvider, SmsReport, TextMessage } from "./index.ts";
import { isMobileNumber } from "./mobile-number.ts";

export type SmsSettings = {
  /** Without a slash at its end: https://rest.esms.vn/MainService.svc/json */
  readonly url: string;
  readonly key: string;
  readonly secret: string;
  /** The sender people see, registered with every network. */
  readonly brand: string;
};

const timeoutMs = 15_000;
const sendPath = "/SendMultipleMessage_V4_post_json/";

export function openSms(
  settings: SmsSettings,
  { fetch, timeoutMs: within = timeoutMs }: { fetch?: FetchLike; timeoutMs?: number } = {},
): SmsProvider {
  const call = openOutside({
    hosts: [new URL(settings.url).host],
    timeoutMs: within,
    ...(fetch === undefined ? {} : { fetch }),
  });
  return {
    async send(message) {
      if (!isMobileNumber(message.to)) return { outcome: "refused", reason: "not-a-mobile-number" };
      try {
        const { status, text } = await call(`${settings.url}${sendPath}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(bodyOf(settings, message)),
        });
        if (status === 429) return { outcome: "later", reason: "http-429" };
        if (status !== 200) return { outcome: status >= 500 ? "unknown" : "later", reason: `http-${status}` };
        return readAnswer(text);
      } catch (error) {
        if (!(error instanceof OutsideError)) throw error;
        return { outcome: error.wasSent ? "unknown" : "later", reason: error.reason };
      }
    },
  };
}

function bodyOf({ key, secret, brand }: SmsSettings, message: TextMessage) {
  return {
    ApiKey: key,
    SecretKey: secret,
    Brandname: brand,
    SmsType: "2",
    IsUnicode: "0",
    Phone: message.to,
    Content: message.text,
    RequestId: message.key,
    CallbackUrl: message.reportAddress,
    // Shown in the provider's own reports, so that both sides count by the same names.
    campaignid: message.templateId,
  };
}

/** 100 taken; 124 taken before under this key; 146 not the approved text; the others are the state of our account. */
function readAnswer(text: string): Handover {
  const answer = readObject(text);
  if (answer === null) return { outcome: "unknown", reason: "not-json" };
  const code = String(answer.CodeResult ?? "");
  const reference = typeof answer.SMSID === "string" && answer.SMSID !== "" ? answer.SMSID.slice(0, 100) : null;
  if (code === "100") return { outcome: "accepted", reference };
  if (code === "124") return { outcome: "accepted", reference: null };
  if (code === "146") return { outcome: "refused", reason: "sms-146" };
  if (code === "99" && /phone/i.test(String(answer.ErrorMessage ?? ""))) {
    return { outcome: "refused", reason: "sms-99-phone" };
  }
  return { outcome: "later", reason: /^\d{1,5}$/.test(code) ? `sms-${code}` : "sms-no-code" };
}

function readObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** SendStatus: 4 rejected, 5 finished; the others are stations on the way. Null: no report of theirs. */
export function readSmsReport(query: URLSearchParams): SmsReport | null {
  const reference = query.get("SMSID") ?? "";
  const status = query.get("SendStatus");
  if (reference === "" || reference.length > 100 || status === null || !/^\d{1,2}$/.test(status)) return null;
  if (status === "4") return { reference, isDelivered: false };
  if (status !== "5") return { reference, isDelivered: null };
  const succeeded = Number(query.get("SendSuccess") ?? "0") > 0;
  const failed = Number(query.get("SendFailed") ?? "0") > 0;
  return { reference, isDelivered: succeeded ? true : failed ? false : null };
}
