/**
 * A provider in this process that speaks the wire as the real one does: it knows the account, the sender's name, the approved
 * texts, the numbers that exist and the keys it has seen. Tests put it behind a socket; the demo asks it directly.
 */
import { isMobileNumber } from "./mobile-number.ts";

export type KeptMessage = {
  readonly to: string;
  readonly text: string;
  readonly key: string;
  readonly reference: string;
  readonly reportAddress: string;
  readonly keptAt: Date;
};

/** What goes wrong with the next request. */
export type SmsFault = "500-before" | "500-after" | "reset-after" | "silence" | "not-json" | "no-balance";

export type FakeSms = {
  readonly fetch: (address: string | Request, init?: RequestInit) => Promise<Response>;
  /** Newest first; each message taken once, however often it was asked for. */
  readonly kept: () => readonly KeptMessage[];
  readonly faults: SmsFault[];
  /** The query by which the provider reports on a message. */
  readonly reportOn: (message: KeptMessage, isDelivered: boolean) => string;
};

const keyMs = 24 * 3_600_000;

export function openFakeSms({
  key,
  secret,
  brand,
  isApproved,
  now = () => new Date(),
  most = 100,
}: {
  readonly key: string;
  readonly secret: string;
  readonly brand: string;
  /** Whether the text is one of those the networks approved. */
  readonly isApproved: (text: string) => boolean;
  readonly now?: () => Date;
  readonly most?: number;
}): FakeSms {
  let kept: KeptMessage[] = [];
  const seen = new Map<string, number>();
  const faults: SmsFault[] = [];
  let serial = 0;
  const answer = (code: string, more: object = {}) => Response.json({ CodeResult: code, CountRegenerate: 0, ...more });

  function take(asked: Readonly<Record<string, unknown>>): Response {
    const text = (name: string) => (typeof asked[name] === "string" ? asked[name] : "");
    if (text("ApiKey") !== key || text("SecretKey") !== secret)
      return answer("101", { ErrorMessage: "Authorize Failed" });
    if (text("Brandname") !== brand) return answer("104", { ErrorMessage: "Brandname is not exist" });
    if (text("SmsType") !== "2") return answer("300", { ErrorMessage: "SmsType" });
    if (!isMobileNumber(text("Phone").replace(/^84/, "0"))) {
      return answer("99", { ErrorMessage: `Phone not valid:${text("Phone")}` });
    }
    // Marks or a 161st character make several messages of one, which is not what was approved.
    const content = text("Content");
    if (!/^[\x20-\x7e]{1,160}$/.test(content) || !isApproved(content)) {
      return answer("146", { ErrorMessage: "Template is not approved" });
    }
    const requestId = text("RequestId");
    if (requestId.length > 50) return answer("99", { ErrorMessage: "RequestId is too long" });
    const seenAt = seen.get(requestId);
    if (requestId !== "" && seenAt !== undefined && now().getTime() - seenAt < keyMs) {
      return answer("124", { ErrorMessage: "RequestId is exist" });
    }
    seen.set(requestId, now().getTime());
    const reference = `fake-sms-${++serial}`;
    kept = [
      {
        to: text("Phone"),
        text: content,
        key: requestId,
        reference,
        reportAddress: text("CallbackUrl"),
        keptAt: now(),
      },
      ...kept,
    ].slice(0, most);
    return answer("100", { SMSID: reference });
  }

  return {
    async fetch(address, init) {
      const request = new Request(address, init);
      const fault = faults.shift();
      if (fault === "500-before") return new Response("down", { status: 500 });
      if (fault === "no-balance") return answer("103", { ErrorMessage: "Balance not enough to send message" });
      if (!new URL(request.url).pathname.endsWith("/SendMultipleMessage_V4_post_json/") || request.method !== "POST") {
        return new Response("not found", { status: 404 });
      }
      const taken = take(await request.json());
      if (fault === "500-after") return new Response("down", { status: 500 });
      if (fault === "not-json") return new Response("<html>");
      if (fault === "reset-after") throw new TypeError("fetch failed", { cause: reset() });
      if (fault === "silence") return silence(request.signal);
      return taken;
    },
    kept: () => kept,
    faults,
    reportOn: (message, isDelivered) =>
      new URLSearchParams({
        SMSID: message.reference,
        SendFailed: isDelivered ? "0" : "1",
        SendStatus: "5",
        SendSuccess: isDelivered ? "1" : "0",
        TotalPrice: "0.0000",
        TotalReceiver: "1",
        TotalSent: "1",
        RequestId: message.key,
        TypeId: "2",
        telcoid: "1",
        phonenumber: message.to,
      }).toString(),
  };
}

function reset(): Error {
  return Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
}

function silence(signal: AbortSignal): Promise<never> {
  return new Promise((_, fail) => {
    signal.addEventListener("abort", () => fail(signal.reason), { once: true });
  });
}
