/**
 * Zalo in this process, on the same wire: tokens that end and can be renewed once, templates with the parameters they were
 * approved with, phones without an account, and no memory of tracking ids: what comes twice is sent twice.
 */
import { createHash } from "node:crypto";

export type FakeZaloTemplate = { readonly id: string; readonly parameters: Readonly<Record<string, number>> };

export type KeptZaloMessage = {
  readonly to: string;
  readonly templateId: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly key: string;
  readonly reference: string;
  readonly keptAt: Date;
};

export type ZaloFault = "500-before" | "500-after" | "reset-after" | "silence" | "quota" | "token-dead";

export type FakeZalo = {
  readonly fetch: (address: string | Request, init?: RequestInit) => Promise<Response>;
  /** Newest first. */
  readonly kept: () => readonly KeptZaloMessage[];
  readonly faults: ZaloFault[];
  readonly refreshes: () => number;
  readonly reportOn: (message: KeptZaloMessage) => { readonly body: string; readonly signature: string };
};

export function openFakeZalo({
  appId,
  appSecret,
  refreshToken,
  oaSecret,
  templates,
  withoutAccount = ["84900000000"],
  now = () => new Date(),
  tokenSeconds = 90_000,
  most = 100,
}: {
  readonly appId: string;
  readonly appSecret: string;
  readonly refreshToken: string;
  readonly oaSecret: string;
  readonly templates: readonly FakeZaloTemplate[];
  readonly withoutAccount?: readonly string[];
  readonly now?: () => Date;
  readonly tokenSeconds?: number;
  readonly most?: number;
}): FakeZalo {
  let kept: KeptZaloMessage[] = [];
  const faults: ZaloFault[] = [];
  let serial = 0;
  let refreshes = 0;
  let usable = refreshToken;
  let access = { token: "", until: 0 };
  const answer = (error: number, message: string, data: object = {}) => Response.json({ error, message, data });

  async function renew(request: Request): Promise<Response> {
    const form = new URLSearchParams(await request.text());
    const isOurs = form.get("app_id") === appId && request.headers.get("secret_key") === appSecret;
    if (!isOurs || form.get("refresh_token") !== usable) {
      return Response.json({ error: -14014, error_name: "Invalid refresh token." });
    }
    refreshes++;
    usable = `refresh-${refreshes}`;
    access = { token: `access-${refreshes}`, until: now().getTime() + tokenSeconds * 1000 };
    return Response.json({ access_token: access.token, refresh_token: usable, expires_in: String(tokenSeconds) });
  }

  function take(token: string | null, asked: Readonly<Record<string, unknown>>): Response {
    if (token !== access.token || access.until <= now().getTime()) return answer(-124, "Access token invalid");
    const phone = String(asked.phone ?? "");
    if (!/^84[35789]\d{8}$/.test(phone)) return answer(-108, "Phone number is invalid");
    if (withoutAccount.includes(phone)) return answer(-118, "Zalo account not existed");
    const template = templates.find(({ id }) => id === asked.template_id);
    if (template === undefined) return answer(-112, "Template not existed");
    const given: Readonly<Record<string, unknown>> =
      typeof asked.template_data === "object" ? { ...asked.template_data } : {};
    for (const [name, longest] of Object.entries(template.parameters)) {
      const value = given[name];
      if (typeof value !== "string" || value === "") return answer(-137, `Missing parameter ${name}`);
      if ([...value].length > longest) return answer(-132, `Parameter ${name} is too long`);
    }
    if (Object.keys(given).some((name) => !(name in template.parameters))) return answer(-132, "Unknown parameter");
    const parameters = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
    const reference = `fake-zalo-${++serial}`;
    const key = String(asked.tracking_id ?? "");
    kept = [{ to: phone, templateId: template.id, parameters, key, reference, keptAt: now() }, ...kept].slice(0, most);
    return answer(0, "Success", {
      msg_id: reference,
      sent_time: String(now().getTime()),
      quota: { dailyQuota: "500", remainingQuota: "499" },
    });
  }

  return {
    async fetch(address, init) {
      const request = new Request(address, init);
      const { pathname } = new URL(request.url);
      if (pathname === "/v4/oa/access_token") return renew(request);
      if (pathname !== "/message/template" || request.method !== "POST") return new Response("", { status: 404 });
      const fault = faults.shift();
      if (fault === "500-before") return new Response("", { status: 500 });
      if (fault === "quota") return answer(-144, "OA has exceeded its daily quota");
      if (fault === "token-dead") access = { token: "", until: 0 };
      const taken = take(request.headers.get("access_token"), await request.json());
      if (fault === "500-after") return new Response("", { status: 502 });
      if (fault === "reset-after") {
        throw new TypeError("fetch failed", { cause: Object.assign(new Error("reset"), { code: "ECONNRESET" }) });
      }
      if (fault === "silence") {
        return new Promise((_, fail) => {
          request.signal.addEventListener("abort", () => fail(request.signal.reason), { once: true });
        });
      }
      return taken;
    },
    kept: () => kept,
    faults,
    refreshes: () => refreshes,
    reportOn(message) {
      const timestamp = String(now().getTime());
      const body = JSON.stringify({
        sender: { id: "oa" },
        recipient: { id: message.to },
        event_name: "user_received_message",
        message: { delivery_time: timestamp, msg_id: message.reference, tracking_id: message.key },
        app_id: appId,
        timestamp,
      });
      const mac = createHash("sha256").update(`${appId}${body}${timestamp}${oaSecret}`).digest("hex");
      return { body, signature: `mac=${mac}` };
    },
  };
}
