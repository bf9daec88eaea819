/** Settings of the ways out of the program: mail, text messages, Zalo. Each is off until all it needs is there. */
import { isLoopback, isSafeToCall } from "#foundation/outbound/index.ts";

export const noticeSettings = {
  MOTCUA_SMTP_URL:
    "mail server, smtp://user:password@host:587 (STARTTLS) or smtps://…:465; without it no e-mail is sent",
  MOTCUA_SMTP_FROM: "sender of e-mails, such as Một cửa Thanh Hóa <motcua@example.gov.vn>",
  MOTCUA_SMS_URL: "SMS provider that speaks as eSMS does (https://rest.esms.vn/MainService.svc/json)",
  MOTCUA_SMS_KEY: "account at the SMS provider; without it no text message is sent",
  MOTCUA_SMS_SECRET: "its secret",
  MOTCUA_SMS_BRAND: "sender of text messages, registered with the networks",
  MOTCUA_ZALO_APP_ID: "application at Zalo; without it no Zalo notice is sent",
  MOTCUA_ZALO_APP_SECRET: "its secret",
  MOTCUA_ZALO_REFRESH_TOKEN: "first refresh token of the official account; later ones are kept sealed in the database",
  MOTCUA_ZALO_OA_SECRET: "secret by which Zalo signs its reports",
  MOTCUA_ZALO_URL: "address of Zalo's notices (https://business.openapi.zalo.me)",
  MOTCUA_ZALO_OAUTH_URL: "address of Zalo's tokens (https://oauth.zaloapp.com)",
  MOTCUA_QUIET_HOURS: "nothing is sent meanwhile but what answers the person's own act, or none (21:30-06:30)",
} as const satisfies Record<string, string>;

export type NoticeSettings = {
  readonly smtp: {
    readonly host: string;
    readonly port: number;
    readonly secure: boolean;
    readonly user: string | null;
    readonly password: string | null;
    readonly from: { readonly name: string; readonly address: string };
  } | null;
  readonly sms: { readonly url: string; readonly key: string; readonly secret: string; readonly brand: string } | null;
  readonly zalo: {
    readonly url: string;
    readonly oauthUrl: string;
    readonly appId: string;
    readonly appSecret: string;
    readonly refreshToken: string;
    readonly oaSecret: string;
  } | null;
  /** Minutes after midnight in the city; `from` may be later than `to`. Null: no quiet hours. */
  readonly quiet: { readonly from: number; readonly to: number } | null;
};

type Name = keyof typeof noticeSettings;
type Read = (name: Name) => string | undefined;
type Fault = (fault: string) => void;

export function readNoticeSettings(read: Read, fault: Fault): NoticeSettings {
  return {
    smtp: readSmtp(read, fault),
    sms: readSms(read, fault),
    zalo: readZalo(read, fault),
    quiet: readQuiet(read("MOTCUA_QUIET_HOURS") ?? "21:30-06:30", fault),
  };
}

function readSmtp(read: Read, fault: Fault): NoticeSettings["smtp"] {
  const url = readMailServer(read("MOTCUA_SMTP_URL"), fault);
  const from = readSender(read("MOTCUA_SMTP_FROM"), fault);
  together(read, fault, ["MOTCUA_SMTP_URL", "MOTCUA_SMTP_FROM"]);
  if (url === null || from === null) return null;
  const secure = url.protocol === "smtps:";
  return {
    host: url.hostname,
    port: url.port === "" ? (secure ? 465 : isLoopback(url.hostname) ? 25 : 587) : Number(url.port),
    secure,
    user: url.username === "" ? null : decoded(url.username),
    password: url.password === "" ? null : decoded(url.password),
    from,
  };
}

function readMailServer(given: string | undefined, fault: Fault): URL | null {
  if (given === undefined) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== "" && /^\/?$/.test(url.pathname)) return url;
  // The address may hold a password, so it is never shown.
  fault("MOTCUA_SMTP_URL: is not an address such as smtps://user:password@mail.example.gov.vn:465");
  return null;
}

function readSender(given: string | undefined, fault: Fault): { name: string; address: string } | null {
  if (given === undefined) return null;
  const parts = /^\s*(?:"?([^"<>\r\n]*?)"?\s*<([^<>\s@,]+@[^<>\s@,]+)>|([^<>\s@,]+@[^<>\s@,]+))\s*$/.exec(given);
  if (parts !== null) return { name: parts[1] ?? "", address: parts[2] ?? parts[3] ?? "" };
  fault(`MOTCUA_SMTP_FROM: "${given}" is not a sender such as Một cửa <motcua@example.gov.vn>`);
  return null;
}

/** A lone % stands for itself. */
function decoded(text: string): string {
  return decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, "%25"));
}

function readSms(read: Read, fault: Fault): NoticeSettings["sms"] {
  const given = together(read, fault, ["MOTCUA_SMS_KEY", "MOTCUA_SMS_SECRET", "MOTCUA_SMS_BRAND"]);
  const url = readAddress(
    "MOTCUA_SMS_URL",
    read("MOTCUA_SMS_URL") ?? "https://rest.esms.vn/MainService.svc/json",
    fault,
  );
  if (given === null || url === null) return null;
  return { url, key: given.MOTCUA_SMS_KEY, secret: given.MOTCUA_SMS_SECRET, brand: given.MOTCUA_SMS_BRAND };
}

function readZalo(read: Read, fault: Fault): NoticeSettings["zalo"] {
  const given = together(read, fault, [
    "MOTCUA_ZALO_APP_ID",
    "MOTCUA_ZALO_APP_SECRET",
    "MOTCUA_ZALO_REFRESH_TOKEN",
    "MOTCUA_ZALO_OA_SECRET",
  ]);
  const url = readAddress("MOTCUA_ZALO_URL", read("MOTCUA_ZALO_URL") ?? "https://business.openapi.zalo.me", fault);
  const oauthUrl = readAddress(
    "MOTCUA_ZALO_OAUTH_URL",
    read("MOTCUA_ZALO_OAUTH_URL") ?? "https://oauth.zaloapp.com",
    fault,
  );
  if (given === null || url === null || oauthUrl === null) return null;
  return {
    url,
    oauthUrl,
    appId: given.MOTCUA_ZALO_APP_ID,
    appSecret: given.MOTCUA_ZALO_APP_SECRET,
    refreshToken: given.MOTCUA_ZALO_REFRESH_TOKEN,
    oaSecret: given.MOTCUA_ZALO_OA_SECRET,
  };
}

/** Settings that only make sense together: none of them turns the channel off, some of them is a fault each. */
function together<const Names extends readonly Name[]>(
  read: Read,
  fault: Fault,
  names: Names,
): Readonly<Record<Names[number], string>> | null {
  const given = names.flatMap((name) => {
    const value = read(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  if (given.length === 0) return null;
  const values = Object.fromEntries(given) as Record<Names[number], string>;
  const missing = names.filter((name) => !(name in values));
  for (const name of missing) fault(`${name}: is needed beside ${given.map(([one]) => one).join(", ")}`);
  return missing.length > 0 ? null : values;
}

function readAddress(name: Name, given: string, fault: Fault): string | null {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url !== null && isSafeToCall(url) && url.username === "" && url.search === "") return given.replace(/\/$/, "");
  fault(`${name}: "${given}" is not an https address`);
  return null;
}

function readQuiet(given: string, fault: Fault): NoticeSettings["quiet"] {
  if (given === "none") return null;
  const parts = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(given);
  if (parts === null) {
    fault(`MOTCUA_QUIET_HOURS: "${given}" is neither none nor a span such as 21:30-06:30`);
    return null;
  }
  const [, fromHour, fromMinute, toHour, toMinute] = parts.map(Number);
  const minutes = (hour = 0, minute = 0) => hour * 60 + minute;
  return { from: minutes(fromHour, fromMinute), to: minutes(toHour, toMinute) };
}
